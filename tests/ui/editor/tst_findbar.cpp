// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/findbar.h"
#include "editor/scintilla.h"
#include "support/patience.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace edgewright;
using scintilla::Sci;
using scintilla::send;

class TestFindBar final : public QObject {
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    CodeEditor *m_editor = nullptr;
    FindBar *m_bar = nullptr;

    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return m_bar->findChild<QLineEdit *>(name);
    }
    void click(const QString &name) const { m_bar->findChild<QAbstractButton *>(name)->click(); }
    [[nodiscard]] QString count() const
    {
        return m_bar->findChild<QLabel *>(u"findCount"_s)->text();
    }
    void look(const QString &pattern) const
    {
        m_bar->openReplace();
        field(u"findPattern"_s)->clear();
        QTest::keyClicks(field(u"findPattern"_s), pattern);
    }
    [[nodiscard]] int selectionStart() const { return send(*m_editor, Sci::SCI_GETSELECTIONSTART); }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s));
        m_window = std::make_unique<QWidget>();
        m_editor = new CodeEditor(m_window.get());
        m_bar = new FindBar(*m_editor, m_window.get());
        auto *const rows = new QVBoxLayout(m_window.get());
        rows->addWidget(m_editor);
        rows->addWidget(m_bar);
        m_window->resize(900, 400);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_editor->setBytes("const url = a;\nfetch(url);\nlet Url = url;\n");
    }
    void cleanup() { m_window.reset(); }

    void typingJumpsToTheFirstMatchAndCounts()
    {
        look(u"url"_s);

        QCOMPARE(m_bar->matchCount(), 4);
        QCOMPARE(selectionStart(), 6);
        QCOMPARE(count(), u"1 of 4"_s);
        for (const int position : {21, 31, 37})
            QVERIFY(
                send(*m_editor, Sci::SCI_INDICATORVALUEAT, scintilla::FindMatchIndicator, position)
                != 0);
    }

    void nextAndPreviousGoRound()
    {
        look(u"url"_s);
        QTest::keyClick(field(u"findPattern"_s), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(count(), u"4 of 4"_s);
        QTest::keyClick(field(u"findPattern"_s), Qt::Key_F3);

        QCOMPARE(count(), u"1 of 4"_s);
        QTest::keyClick(field(u"findPattern"_s), Qt::Key_Return);
        QCOMPARE(count(), u"2 of 4"_s);
    }

    void togglesNarrowTheSearch()
    {
        look(u"url"_s);

        click(u"findCaseSensitive"_s);
        QCOMPARE(m_bar->matchCount(), 3);
        click(u"findWholeWord"_s);
        field(u"findPattern"_s)->clear();
        QTest::keyClicks(field(u"findPattern"_s), u"ur"_s);

        QCOMPARE(m_bar->matchCount(), 0);
        QCOMPARE(count(), u"No matches"_s);
    }

    void theSelectionIsThePattern()
    {
        m_editor->selectRange(15, 20);

        m_bar->openFind();

        QCOMPARE(field(u"findPattern"_s)->text(), u"fetch"_s);
        QCOMPARE(count(), u"1 of 1"_s);
    }

    void onlyTheSelectionIsSearchedWhenAsked()
    {
        m_bar->openFind();
        field(u"findPattern"_s)->clear();
        m_editor->selectRange(15, 27);

        click(u"findInSelection"_s);
        QTest::keyClicks(field(u"findPattern"_s), u"url"_s);

        QCOMPARE(m_bar->matchCount(), 1);
        QCOMPARE(selectionStart(), 21);
    }

    void aWrongExpressionSaysSo()
    {
        look(u"("_s);

        click(u"findRegularExpression"_s);

        QVERIFY(count().contains(u"Invalid"_s));
        QVERIFY(field(u"findPattern"_s)->property("invalid").toBool());
        QTest::keyClicks(field(u"findPattern"_s), u"u)"_s);
        QVERIFY(!field(u"findPattern"_s)->property("invalid").toBool());
    }

    void oneMatchIsReplacedAndTheNextShown()
    {
        look(u"url"_s);
        QTest::keyClicks(field(u"findReplacement"_s), u"u"_s);

        click(u"findReplace"_s);

        QCOMPARE(m_editor->bytes(), QByteArray("const u = a;\nfetch(url);\nlet Url = url;\n"));
        QCOMPARE(count(), u"1 of 3"_s);
        QCOMPARE(selectionStart(), 19);
    }

    void allMatchesAreReplacedInOneUndoStep()
    {
        const QByteArray before = m_editor->bytes();
        look(u"(u)(rl)"_s);
        click(u"findRegularExpression"_s);
        QTest::keyClicks(field(u"findReplacement"_s), u"$2$1$1"_s);

        click(u"findReplaceAll"_s);

        QCOMPARE(m_editor->bytes(),
                 QByteArray("const rluu = a;\nfetch(rluu);\nlet rlUU = rluu;\n"));
        m_editor->undo();
        QCOMPARE(m_editor->bytes(), before);
        QVERIFY(!m_editor->isUndoAvailable());
    }

    void replacingAllSaysHowMany()
    {
        look(u"url"_s);
        QTest::keyClicks(field(u"findReplacement"_s), u"x"_s);

        click(u"findReplaceAll"_s);

        QCOMPARE(count(), u"4 replaced"_s);
        // The searches that an edit and a moved caret bring about do not take it away.
        emit m_editor->caretMoved(1, 1);
        QVERIFY(count().endsWith(u"replaced"_s));
        m_editor->replaceRange(0, 0, "url ");
        QTRY_COMPARE(count(), u"1 match"_s);
    }

    void theFieldKeepsItsWidthBesideALongMessage()
    {
        m_window->resize(m_window->minimumSizeHint().width(), 400);
        look(u"("_s);

        click(u"findRegularExpression"_s);
        QCoreApplication::sendPostedEvents();

        const auto *label = m_bar->findChild<QLabel *>(u"findCount"_s);
        QVERIFY(label->text().contains(u"Invalid"_s));
        QTRY_COMPARE(label->toolTip(), label->text());
        QVERIFY(field(u"findPattern"_s)->width() >= 200);
        QCOMPARE(field(u"findPattern"_s)->accessibleDescription(), label->text());
    }

    void theSyntaxOfReplacementsIsSaid()
    {
        m_bar->openReplace();

        QVERIFY(field(u"findReplacement"_s)->toolTip().contains(u"\\1"_s));
    }

    void replacingInTheSelectionLeavesTheRest()
    {
        m_bar->openReplace();
        field(u"findPattern"_s)->clear();
        m_editor->selectRange(0, 27);
        click(u"findInSelection"_s);
        QTest::keyClicks(field(u"findPattern"_s), u"url"_s);
        QTest::keyClicks(field(u"findReplacement"_s), u"longer"_s);

        click(u"findReplaceAll"_s);

        QCOMPARE(m_editor->bytes(),
                 QByteArray("const longer = a;\nfetch(longer);\nlet Url = url;\n"));
    }

    void readOnlyTextIsSearchedButNotReplaced()
    {
        m_editor->setReadOnly(true);
        look(u"url"_s);

        m_bar->replaceAll();
        m_bar->replaceOne();

        QCOMPARE(m_bar->matchCount(), 4);
        QVERIFY(m_editor->bytes().startsWith("const url"));
        QVERIFY(!field(u"findReplacement"_s)->isVisible());
    }

    void editsAreSearchedAgain()
    {
        look(u"url"_s);

        m_editor->replaceRange(0, 0, "url ");

        QTRY_COMPARE(m_bar->matchCount(), 5);
    }

    void escapeClosesAndTakesTheMarksAway()
    {
        look(u"url"_s);

        QTest::keyClick(field(u"findPattern"_s), Qt::Key_Escape);

        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_editor->hasFocus());
        QVERIFY(send(*m_editor, Sci::SCI_INDICATORVALUEAT, scintilla::FindMatchIndicator, 21) == 0);
    }

    void escapeClosesFromEachPart_data()
    {
        QTest::addColumn<QString>("part");
        for (const char *name :
             {"findPattern", "findReplacement", "findCaseSensitive", "findWholeWord",
              "findRegularExpression", "findInSelection", "findPrevious", "findNext", "findClose",
              "findReplace", "findReplaceAll"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void escapeClosesFromEachPart()
    {
        QFETCH(const QString, part);
        look(u"url"_s);
        auto *widget = m_bar->findChild<QWidget *>(part);
        widget->setFocus();
        QVERIFY(widget->hasFocus());

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);

        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_editor->hasFocus());
    }

    void theFocusStaysInTheBarWhenAllIsReplaced()
    {
        look(u"url"_s);
        QTest::keyClicks(field(u"findReplacement"_s), u"x"_s);
        auto *all = m_bar->findChild<QAbstractButton *>(u"findReplaceAll"_s);
        QTest::mouseClick(all, Qt::LeftButton);
        QVERIFY(!all->isEnabled());

        QVERIFY(field(u"findPattern"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);

        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_editor->hasFocus());
    }

    void everyPartHasAName()
    {
        QSet<QString> names;
        int parts = 0;
        for (const QWidget *const part : m_bar->findChildren<QWidget *>()) {
            if (!qobject_cast<const QAbstractButton *>(part)
                && !qobject_cast<const QLineEdit *>(part))
                continue;
            QVERIFY2(!part->accessibleName().isEmpty(), qPrintable(part->objectName()));
            names.insert(part->accessibleName());
            ++parts;
        }
        QCOMPARE(names.size(), parts);
    }
};

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
