// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/dialogprompts.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace edgewright;

class DialogPromptsTest : public QObject {
    Q_OBJECT

private:
    static QDialog *shownDialog(QWidget *window)
    {
        return window->findChild<QDialog *>(u"questionDialog"_s);
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void theAnswerArrivesThroughTheEventLoop()
    {
        QWidget window;
        window.show();
        DialogPrompts prompts(&window);
        std::optional<bool> answer;

        prompts.ask(this, {.title = u"Delete <b>v3</b>?"_s, .text = u"a < b && c > d"_s},
                    [&answer](bool accepted) { answer = accepted; });
        QDialog *dialog = shownDialog(&window);
        QVERIFY(dialog && dialog->isVisible() && dialog->isModal());
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QCOMPARE(dialog->findChild<QLabel *>(u"questionTitle"_s)->text(), u"Delete <b>v3</b>?"_s);
        QCOMPARE(dialog->findChild<QLabel *>(u"questionText"_s)->text(), u"a < b && c > d"_s);
        QCOMPARE(test::unnamedWidgets(dialog), QStringList());
        QTest::keyClick(dialog, Qt::Key_Return);

        QTRY_VERIFY(answer.has_value());
        QVERIFY(*answer);
        QTRY_VERIFY(!shownDialog(&window));
    }

    void enterDoesNotConfirmWhatDestroys()
    {
        QWidget window;
        window.show();
        DialogPrompts prompts(&window);
        std::optional<bool> answer;

        prompts.ask(this,
                    {.title = u"Delete v3?"_s, .acceptText = u"Delete v3"_s, .destructive = true},
                    [&answer](bool accepted) { answer = accepted; });
        QVERIFY(QTest::qWaitForWindowActive(shownDialog(&window)));
        QTest::keyClick(shownDialog(&window), Qt::Key_Return);

        QTRY_VERIFY(answer.has_value());
        QVERIFY(!*answer);
    }

    void theNameHasToBeTyped()
    {
        QWidget window;
        window.show();
        DialogPrompts prompts(&window);
        std::optional<bool> answer;

        prompts.ask(this,
                    {.title = u"Delete?"_s,
                     .acceptText = u"Delete"_s,
                     .destructive = true,
                     .typeToConfirm = u"www"_s},
                    [&answer](bool accepted) { answer = accepted; });
        QDialog *dialog = shownDialog(&window);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *accept = dialog->findChild<QPushButton *>(u"questionAccept"_s);
        auto *field = dialog->findChild<QLineEdit *>(u"questionConfirmation"_s);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"ww"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!accept->isEnabled() && dialog->isVisible());
        QTest::keyClicks(field, u"w"_s);
        QTest::keyClick(field, Qt::Key_Return);

        QTRY_VERIFY(answer.has_value());
        QVERIFY(*answer);
    }

    void aCancelledFileDialogAnswersWithNoPath_data()
    {
        QTest::addColumn<bool>("toSave");
        QTest::newRow("open") << false;
        QTest::newRow("save") << true;
    }

    void aCancelledFileDialogAnswersWithNoPath()
    {
        QFETCH(const bool, toSave);
        QWidget window;
        window.show();
        DialogPrompts prompts(&window);
        std::optional<QString> answer;
        const auto take = [&answer](const QString &path) { answer = path; };

        if (toSave)
            prompts.chooseFileToSave(this, u"Export"_s, u"hello.js"_s, take);
        else
            prompts.chooseFileToOpen(this, u"Open"_s, take);
        auto *dialog = window.findChild<QFileDialog *>();
        QVERIFY(dialog && dialog->isModal());
        QTest::keyClick(dialog, Qt::Key_Escape);

        QTRY_VERIFY(answer.has_value());
        QCOMPARE(*answer, QString());
        QTRY_VERIFY(!window.findChild<QFileDialog *>());
    }

    void nobodyIsAnsweredWhoIsGone()
    {
        QWidget window;
        window.show();
        DialogPrompts prompts(&window);
        auto asker = std::make_unique<QObject>();
        bool answered = false;

        prompts.ask(asker.get(), {.title = u"Well?"_s}, [&answered](bool) { answered = true; });
        asker.reset();
        shownDialog(&window)->accept();

        QTRY_VERIFY(!shownDialog(&window));
        QVERIFY(!answered);
    }
};

QTEST_MAIN(DialogPromptsTest)
#include "tst_dialogprompts.moc"
