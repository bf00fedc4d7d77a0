// SPDX-License-Identifier: GPL-3.0-or-later
#include "routines/routinename.h"
#include "routines/routinespanel.h"
#include "samples.h"
#include "support/unnamedwidgets.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace edgewright;

class RoutinesPanelTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;
    std::unique_ptr<RoutineListModel> m_model;
    std::unique_ptr<RoutinesPanel> m_panel;
    QListView *m_list = nullptr;
    QLineEdit *m_filter = nullptr;

    [[nodiscard]] QString rowText(int row, int role = Qt::DisplayRole) const
    {
        return m_list->model()->index(row, 0).data(role).toString();
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_model = std::make_unique<RoutineListModel>();
        m_panel = std::make_unique<RoutinesPanel>(*m_model, m_themes);
        m_panel->resize(280, 480);
        m_list = m_panel->findChild<QListView *>(u"routineList"_s);
        m_filter = m_panel->findChild<QLineEdit *>(u"routineFilter"_s);
        m_panel->setAccount(u"Sandbox"_s, u"on this computer"_s, {});
        m_model->setItems(test::routineItems());
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void cleanup() { m_panel.reset(); }

    void typingDownAndEnterOpenARoutine()
    {
        QSignalSpy activated(m_panel.get(), &RoutinesPanel::routineActivated);
        m_panel->focusFilter();
        QTest::keyClicks(m_filter, u"redi"_s);
        QCOMPARE(m_list->model()->rowCount(), 1);

        QTest::keyClick(m_filter, Qt::Key_Down);
        QVERIFY(m_list->hasFocus());
        QTest::keyClick(m_list, Qt::Key_Return);

        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toString(), u"www-redirects"_s);
    }

    void oneClickOpensARoutine()
    {
        QSignalSpy activated(m_panel.get(), &RoutinesPanel::routineActivated);
        const QRect row = m_list->visualRect(m_list->model()->index(2, 0));

        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, row.center());

        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toString(), u"img-resize"_s);
    }

    void escapeEmptiesTheFilterAndAnEmptyResultSaysSo()
    {
        m_panel->focusFilter();
        QTest::keyClicks(m_filter, u"<b>zzz"_s);
        const auto *text = m_panel->findChild<QLabel *>(u"emptyText"_s);
        QVERIFY(text->isVisible());
        QVERIFY(text->text().contains(u"<b>zzz"_s));
        QCOMPARE(text->textFormat(), Qt::PlainText);

        QTest::keyClick(m_filter, Qt::Key_Escape);

        QVERIFY(m_filter->text().isEmpty());
        QVERIFY(m_list->isVisible());
    }

    void rowsAreReadInWords()
    {
        QCOMPARE(rowText(0, Qt::AccessibleTextRole),
                 u"ab-checkout, in production: v5 90 % · v6 10 %, on staging: v7"_s);
        QCOMPARE(rowText(3, Qt::AccessibleTextRole),
                 u"www-redirects, in production: v5, on staging: v7, has an unpublished draft"_s);
        QCOMPARE(rowText(4), test::hostileText());
        QVERIFY(rowText(4, Qt::ToolTipRole).contains(u"&lt;img"_s));
    }

    void deleteAsksAndTheButtonsAsk()
    {
        QSignalSpy removed(m_panel.get(), &RoutinesPanel::deleteRequested);
        QSignalSpy created(m_panel.get(), &RoutinesPanel::createRequested);
        QSignalSpy refreshed(m_panel.get(), &RoutinesPanel::refreshRequested);
        QSignalSpy accounts(m_panel.get(), &RoutinesPanel::accountsRequested);
        m_panel->setCurrentRoutine(u"auth-gate"_s);

        QTest::keyClick(m_list, Qt::Key_Delete);
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"newRoutine"_s), Qt::LeftButton);
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"refreshRoutines"_s), Qt::LeftButton);
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"accountsButton"_s), Qt::LeftButton);

        QCOMPARE(removed.value(0).value(0).toString(), u"auth-gate"_s);
        QCOMPARE(created.count() + refreshed.count() + accounts.count(), 3);
    }

    void withoutAccountItOffersToConnect()
    {
        QSignalSpy accounts(m_panel.get(), &RoutinesPanel::accountsRequested);
        m_model->setItems({});
        m_panel->setAccount({}, {}, {});

        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"emptyButton0"_s), Qt::LeftButton);

        QCOMPARE(accounts.count(), 1);
    }

    void anErrorOffersToTryAgain()
    {
        QSignalSpy refreshed(m_panel.get(), &RoutinesPanel::refreshRequested);
        m_panel->showError({.code = ErrorCode::Network, .message = u"No way to the server."_s});

        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"messageAction0"_s), Qt::LeftButton);

        QCOMPARE(refreshed.count(), 1);
        QCOMPARE(test::unnamedWidgets(m_panel.get()), QStringList());
    }

    void aChangeOfLanguageKeepsEverything()
    {
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_panel.get(), &change);

        QCOMPARE(m_list->model()->rowCount(), 6);
    }

    void namesFollowTheRulesOfTheService_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("usual") << u"www-redirects2"_s << true;
        QTest::newRow("two characters") << u"ab"_s << true;
        QTest::newRow("41 characters") << QString(41, u'a') << true;
        QTest::newRow("42 characters") << QString(42, u'a') << false;
        QTest::newRow("one character") << u"a"_s << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("upper case") << u"Www"_s << false;
        QTest::newRow("digit first") << u"1www"_s << false;
        QTest::newRow("hyphen first") << u"-www"_s << false;
        QTest::newRow("hyphen last") << u"www-"_s << false;
        QTest::newRow("space") << u"w ww"_s << false;
        QTest::newRow("chinese") << u"路由"_s << false;
        QTest::newRow("digit of another script") << u"a٣"_s << false;
        QTest::newRow("markup") << test::hostileText() << false;
    }

    void namesFollowTheRulesOfTheService()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isGood);

        QCOMPARE(routineNameProblem(name).isEmpty(), isGood);
    }
};

QTEST_MAIN(RoutinesPanelTest)
#include "tst_routinespanel.moc"
