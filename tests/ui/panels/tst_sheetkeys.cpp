// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "publish/checkline.h"
#include "publish/checklist.h"
#include "publish/checksummary.h"
#include "publish/guardnotice.h"
#include "publish/makeroomsheet.h"
#include "publish/publishsheet.h"
#include "publish/roomnotice.h"
#include "publish/saveversionsheet.h"
#include "publish/splitsheet.h"
#include "publish/watchoptions.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

/// What keys do in sheets, and what is always in sight there.
class SheetKeysTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;
    std::unique_ptr<QWidget> m_area;

    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return m_area->findChild<T *>(name);
    }

    /// Object names in the order of the Tab key, from the start of \p sheet.
    static QStringList walk(Sheet &sheet, int steps)
    {
        QStringList names;
        for (int step = 0; step < steps; ++step) {
            QTest::keyClick(sheet.window()->focusWidget(), Qt::Key_Tab);
            names.append(sheet.window()->focusWidget()->objectName());
        }
        return names;
    }

    static PublishSheet::Context context()
    {
        return {.routine = u"www"_s,
                .versionId = u"17"_s,
                .versionName = u"v7"_s,
                .staging = {.text = u"v7"_s, .versionId = u"17"_s, .isSame = true},
                .production = {.text = u"v5"_s, .versionId = u"15"_s}};
    }

    static QList<PublishCheck> manyChecks()
    {
        return {{.id = CheckId::Syntax,
                 .state = CheckState::Failed,
                 .text = u"Syntax: line 12: “{” is not closed"_s,
                 .line = 12},
                {.id = CheckId::Body, .state = CheckState::Passed, .text = u"Code: read back"_s},
                {.id = CheckId::Variables,
                 .state = CheckState::Warning,
                 .text = u"Variables: 2 missing"_s}};
    }

    static RoomNotice::Content room()
    {
        return {
            .headline = u"Full"_s,
            .choices = {{.id = u"1"_s, .name = u"v1"_s, .reason = u"oldest"_s, .isChosen = true},
                        {.id = u"2"_s, .name = u"v2"_s, .reason = u"archived"_s}},
            .stays = u"These stay:\nv4 — live in production"_s};
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_area = std::make_unique<QWidget>();
        m_area->resize(820, 460);
        m_area->show();
        QVERIFY(QTest::qWaitForWindowActive(m_area.get()));
    }

    void cleanup() { m_area.reset(); }

    void whatStandsFirstIsReachedFirst()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        auto *notice = new GuardNotice(m_themes);
        sheet.addNotice(notice);
        auto *section = new RoomNotice(m_themes, &sheet);
        sheet.addSection(section);
        sheet.setContext({.routine = u"www"_s, .used = 3, .quota = 3});
        sheet.open();
        section->setContent(room());
        notice->setContent({.news = {u"v9 was saved."_s}});
        find<QPushButton>(u"sheetConfirm"_s)->setFocus();

        const QStringList order = walk(sheet, 7);

        const QStringList expected{u"guardSee"_s,           u"guardMerge"_s,   u"guardAnyway"_s,
                                   u"versionDescription"_s, u"roomChoicev1"_s, u"sheetCancel"_s,
                                   u"sheetConfirm"_s};
        QCOMPARE(order, expected);
        QTest::keyClick(find<QPushButton>(u"sheetConfirm"_s), Qt::Key_Backtab);
        QVERIFY(find<QPushButton>(u"sheetCancel"_s)->hasFocus());
    }

    void enterDeletesNothingByTheWay()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        auto *notice = new RoomNotice(m_themes, &sheet);
        sheet.addSection(notice);
        connect(notice, &RoomNotice::choiceChanged, &sheet,
                [&] { sheet.setRoom(notice->chosenNames(), {}); });
        QSignalSpy saved(&sheet, &SaveVersionSheet::saveRequested);
        sheet.setContext({.routine = u"www"_s, .used = 3, .quota = 3});
        sheet.open();
        notice->setContent(room());

        QTest::keyClick(sheet.window()->focusWidget(), Qt::Key_Return);
        QCOMPARE(saved.count(), 0);
        QTest::keyClick(sheet.window()->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(saved.count(), 1);

        notice->clear();
        find<QLineEdit>(u"versionDescription"_s)->setFocus();
        QTest::keyClick(sheet.window()->focusWidget(), Qt::Key_Return);
        QCOMPARE(saved.count(), 2);
    }

    void makingRoomBeginsOnCancel()
    {
        MakeRoomSheet sheet(m_themes, m_area.get());
        QSignalSpy deleted(&sheet, &MakeRoomSheet::deleteRequested);
        sheet.setContext({.routine = u"www"_s, .quota = 3, .isQuotaTold = true});
        sheet.setChoice({u"v1"_s}, {});
        sheet.open();

        QVERIFY(find<QPushButton>(u"sheetCancel"_s)->hasFocus());
        find<QPushButton>(u"sheetConfirm"_s)->setFocus();
        QTest::keyClick(sheet.window()->focusWidget(), Qt::Key_Return);
        QCOMPARE(deleted.count(), 0);
    }

    void theWorstCheckIsAlwaysInSight()
    {
        m_area->resize(400, 420);
        PublishSheet sheet(m_themes, m_area.get());
        sheet.setContext(context());
        sheet.chooseEnvironment(kProduction);
        sheet.open();
        sheet.setChecks(manyChecks());
        auto *summary = sheet.findChild<CheckSummary *>(u"publishCheckSummary"_s);

        QVERIFY(summary->isVisible());
        // The cause stands beside it, where the name is to be typed.
        QCOMPARE(summary->line(), u"2 of 3 checks need a look"_s);
        QCOMPARE(test::unnamedWidgets(m_area.get()), QStringList());
        const auto *title = find<QLabel>(u"publishChecksTitle"_s);
        QTRY_VERIFY(title->visibleRegion().isEmpty());
        QTest::mouseClick(summary, Qt::LeftButton);
        QTRY_VERIFY(!title->visibleRegion().isEmpty());

        sheet.setChecks(manyChecks().sliced(1));
        QCOMPARE(summary->line(), u"1 of 2 checks need a look · Variables: 2 missing"_s);
        sheet.setChecks({manyChecks().at(1)});
        QCOMPARE(summary->line(), u"All 1 check(s) passed"_s);
        sheet.setChecks({PublishChecks::running(CheckId::Body), manyChecks().at(1)});
        QCOMPARE(summary->line(), u"1 of 2 checks are under way"_s);
    }

    void aLongCheckHasTheWholeWidth()
    {
        CheckList list(m_themes, m_area.get());
        list.resize(800, 200);
        list.setVisible(true);
        QList<PublishCheck> checks = manyChecks();
        checks.last().text = u"Variables: v6 was saved with those of staging; production's 3 would "
                             "not take effect. Save the code as a new version."_s;
        list.setChecks(checks);
        const auto *longOne = list.findChild<CheckLine *>(u"checkText2"_s);
        const auto *second = list.findChild<CheckLine *>(u"checkText1"_s);

        QTRY_VERIFY(longOne->width() > 600);
        QVERIFY(longOne->y() > second->y());
        QVERIFY(second->x() > 400);

        checks.last().text = u"Variables: there are none"_s;
        list.setChecks(checks);
        QTRY_VERIFY(longOne->width() < 400);
    }

    void aCheckLeadsToItsLine_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by mouse") << false;
        QTest::newRow("by key") << true;
    }

    void aCheckLeadsToItsLine()
    {
        QFETCH(const bool, byKey);
        PublishSheet sheet(m_themes, m_area.get());
        QSignalSpy wanted(&sheet, &PublishSheet::lineRequested);
        QSignalSpy published(&sheet, &PublishSheet::publishRequested);
        sheet.setContext(context());
        sheet.open();
        sheet.setChecks(manyChecks());
        auto *line = sheet.findChild<CheckLine *>(u"checkText0"_s);
        QVERIFY(line->isLink());
        QVERIFY(!sheet.findChild<CheckLine *>(u"checkText1"_s)->isLink());

        if (byKey) {
            line->setFocus();
            QTest::keyClick(line, Qt::Key_Return);
        } else {
            QTest::mouseClick(line, Qt::LeftButton);
        }

        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toLongLong(), 12);
        QCOMPARE(published.count(), 0);
    }

    void stagingReachesNobodyByItself()
    {
        PublishSheet sheet(m_themes, m_area.get());
        sheet.setContext(context());
        sheet.open();
        sheet.setReach({u"www.example.com/*"_s});
        const auto *reach = sheet.findChild<QLabel *>(u"publishReach"_s);

        QVERIFY2(reach->text().startsWith(u"no visitors"_s), qPrintable(reach->text()));
        sheet.chooseEnvironment(kProduction);
        QCOMPARE(reach->text(), u"www.example.com/*"_s);
    }

    void whatStagingHasAlreadyLeadsOnToProduction()
    {
        PublishSheet sheet(m_themes, m_area.get());
        sheet.setContext(context());
        sheet.open();

        QVERIFY(find<QLabel>(u"publishNote"_s)->text().contains(u"Choose Production"_s));
        QVERIFY(!find<QPushButton>(u"sheetConfirm"_s)->isEnabled());
    }

    void theEndsOfASplitStandApartAndSayWhatWillBeLive()
    {
        SplitSheet sheet(m_themes, m_area.get());
        sheet.setContext({.routine = u"www"_s,
                          .environment = kProduction,
                          .stays = {.id = u"12"_s, .name = u"v12"_s},
                          .arrives = {.id = u"14"_s, .name = u"v14"_s},
                          .share = 10});
        sheet.open();
        const auto *finish = find<QPushButton>(u"splitFinish"_s);
        const auto *abort = find<QPushButton>(u"splitAbort"_s);

        QCOMPARE(finish->text(), u"Finish: v14 100 %"_s);
        QCOMPARE(abort->text(), u"Abort: Back to v12 100 %"_s);
        QTRY_VERIFY(abort->x() - finish->geometry().right() >= 24);
    }

    void theLengthOfAWatchIsAsked()
    {
        WatchOptions options(m_area.get());
        QSignalSpy changed(&options, &WatchOptions::changed);
        options.setChoice({.on = true, .addresses = {u"a"_s}, .lengthSeconds = 120});
        QCOMPARE(options.choice().lengthSeconds, 120);
        QCOMPARE(changed.count(), 0);

        options.findChild<QSpinBox *>(u"watchLength"_s)->setValue(300);

        QCOMPARE(options.choice().lengthSeconds, 300);
        QCOMPARE(changed.count(), 1);
    }

    void theFocusNeverGoesBackToABar()
    {
        m_area->setFocusPolicy(Qt::StrongFocus);
        MessageBar bar(m_themes, m_area.get());
        bar.showMessage(MessageBar::Kind::Success, u"v7 is live"_s);
        bar.setActions({u"Roll Back to v5…"_s});
        bar.findChild<QPushButton *>(u"messageAction0"_s)->setFocus();
        PublishSheet sheet(m_themes, m_area.get());
        sheet.setContext(context());
        sheet.open();

        sheet.dismiss();

        QVERIFY(m_area->hasFocus());
    }

    void aBarThatIsToldAnewKeepsTheFocusOnItsButton()
    {
        MessageBar bar(m_themes, m_area.get());
        bar.showMessage(MessageBar::Kind::Success, u"Still watching"_s);
        bar.setActions({u"Roll Back to v5…"_s});
        auto *button = bar.findChild<QPushButton *>(u"messageAction0"_s);
        button->setFocus();

        bar.showMessage(MessageBar::Kind::Success, u"Still watching, until later"_s);
        bar.setActions({u"Roll Back to v5…"_s});

        QVERIFY(button->hasFocus());
    }
};

QTEST_MAIN(SheetKeysTest)
#include "tst_sheetkeys.moc"
