// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "flows/trafficbench.h"
#include "history/historypanel.h"
#include "support/unnamedwidgets.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::TrafficBench;

namespace {

constexpr int kWaitMs = TrafficBench::kWaitMs;
const QString kDeploy = u"PublishRoutineCodeVersion"_s;

QString barText(TrafficBench &bench)
{
    return bench.said("publishedBar", "messageText");
}

/// With EDGEWRIGHT_SHOTS=DIR the pictures are kept to be looked at.
void shoot(TrafficBench &bench, const QString &name)
{
    const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
    if (!folder.isEmpty())
        bench.window().window().grab().save(folder + u'/' + name + u".png"_s);
}

bool clickBar(TrafficBench &bench)
{
    QAbstractButton *button = nullptr;
    const auto isReady = [&] {
        auto *bar = bench.window().find<QWidget>("publishedBar");
        button = bar ? bar->findChild<QAbstractButton *>(u"messageAction0"_s) : nullptr;
        return button && button->isVisible();
    };
    if (!QTest::qWaitFor(isReady, kWaitMs))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

} // namespace

/// Going back, in the real window on the real sandbox, with a colleague on the same account.
class RollbackTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void fromTheBarAfterPublishingAndUndone()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        emit bench.window().shell().historyPanel.publishRequested(bench.id(u"v6"_s));
        QVERIFY(bench.confirm("publishSheet"));
        QTRY_VERIFY_WITH_TIMEOUT(barText(bench).contains(u"v6 is live on staging"_s), kWaitMs);
        QTRY_VERIFY(barText(bench).contains(u"replaced v7"_s));

        QVERIFY(clickBar(bench));
        QTRY_VERIFY(bench.window().find<QWidget>("rollbackSheet"));
        QCOMPARE(test::unnamedWidgets(bench.window().find<QWidget>("rollbackSheet")).join(u"; "_s),
                 QString());
        QTRY_VERIFY(bench.said("rollbackSheet", "rollbackWay").contains(u"v6 → v7"_s));
        QTRY_VERIFY(bench.said("rollbackSheet", "rollbackChanges").contains(u'+'));
        QVERIFY(bench.confirm("rollbackSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(barText(bench).contains(u"v7 is live on staging"_s), kWaitMs);
        QCOMPARE(bench.liveOnService(kStaging), u"v7"_s);
        QVERIFY(clickBar(bench)); // undo
        QVERIFY(bench.confirm("rollbackSheet"));
        QTRY_VERIFY_WITH_TIMEOUT(barText(bench).contains(u"v6 is live on staging"_s), kWaitMs);
        QCOMPARE(bench.liveOnService(kStaging), u"v6"_s);
    }

    void fromTheLampToWhatWasLiveBefore_data()
    {
        QTest::addColumn<bool>("byMenu");
        QTest::newRow("the lamp's menu") << true;
        QTest::newRow("the publish menu") << false;
    }

    void fromTheLampToWhatWasLiveBefore()
    {
        QFETCH(const bool, byMenu);
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.colleaguePublishes(u"v7"_s, kProduction));
        QVERIFY(bench.noticed(kProduction, u"v7"_s));

        if (byMenu)
            QVERIFY(bench.chooseInMenu("productionLampMenu", u"Roll Back"_s));
        else
            bench.window().trigger(ActionId::RollBack);
        QTRY_VERIFY(bench.window().find<QWidget>("rollbackSheet"));
        QTRY_VERIFY(bench.said("rollbackSheet", "rollbackWay").contains(u"Production: v7 → v5"_s));
        QTRY_VERIFY(bench.said("rollbackSheet", "rollbackElsewhere").contains(u"staging"_s));
        QVERIFY(bench.said("rollbackSheet", "rollbackCopied").isEmpty());
        QVERIFY(bench.confirm("rollbackSheet"));

        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v5"_s, kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), u"v5"_s);
        QCOMPARE(bench.liveOnService(kStaging), u"v7"_s);
        QCOMPARE(bench.sandbox().sends(kDeploy), 2); // the colleague's and this one
    }

    void fromAnEntryOfTheLedger()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.colleaguePublishes(u"v7"_s, kProduction));
        QVERIFY(bench.noticed(kProduction, u"v7"_s));
        QVERIFY(bench.colleaguePublishes(u"v6"_s, kProduction));
        QVERIFY(bench.noticed(kProduction, u"v6"_s));
        bench.window().trigger(ActionId::ShowLedger);
        QTRY_VERIFY(bench.window().find<QTreeView>("ledgerList"));
        auto *list = bench.window().find<QTreeView>("ledgerList");
        QTRY_COMPARE(list->model()->rowCount(), 2);

        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(bench.window().click("ledgerRollBack"));

        QTRY_VERIFY(bench.said("rollbackSheet", "rollbackWay").contains(u"v6 → v7"_s));
        QVERIFY(bench.confirm("rollbackSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v7"_s, kWaitMs);
    }

    void backToASplitItSaysWhatOfTheCodeChanges()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const QList<VersionShare> split{{.versionId = bench.id(u"v5"_s), .percentage = 40},
                                        {.versionId = bench.id(u"v6"_s), .percentage = 60}};
        QVERIFY_RESULT(test::wait(
            bench.colleague().publish(TrafficBench::kRoutine, kProduction, split), kWaitMs));
        QVERIFY(bench.noticed(kProduction, u"v5 40 % · v6 60 %"_s));
        QVERIFY(bench.colleaguePublishes(u"v6"_s, kProduction));
        QVERIFY(bench.noticed(kProduction, u"v6"_s));
        bench.window().trigger(ActionId::ShowLedger);
        QTRY_VERIFY(bench.window().find<QTreeView>("ledgerList"));
        auto *list = bench.window().find<QTreeView>("ledgerList");
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, kWaitMs);
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(bench.window().click("ledgerRollBack"));

        QTRY_VERIFY_WITH_TIMEOUT(
            bench.said("rollbackSheet", "rollbackWay").contains(u"v5 40 % · v6 60 %"_s), kWaitMs);
        // v5 comes back for a part of the traffic.
        QTRY_VERIFY_WITH_TIMEOUT(bench.said("rollbackSheet", "rollbackChanges").contains(u'+'),
                                 kWaitMs);
        auto *sheet = bench.window().find<QWidget>("rollbackSheet");
        QTRY_VERIFY(sheet->findChild<QAbstractButton *>(u"rollbackCompare"_s)->isEnabled());
    }

    void withoutAWayBackItSaysSo()
    {
        TrafficBench bench;
        QVERIFY(bench.open());

        bench.window().trigger(ActionId::RollBack);

        const MessageBar &messages = bench.window().shell().messages;
        QTRY_VERIFY(messages.text().contains(u"no way back"_s));
        QVERIFY(!bench.window().find<QWidget>("rollbackSheet"));
        QCOMPARE(bench.sandbox().sends(kDeploy), 0);
    }

    void aVersionGoneFromTheServiceIsSavedAgainFirst()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const QString v5 = bench.id(u"v5"_s);
        const Result<VersionBody> code =
            test::wait(bench.colleague().fetchBody(TrafficBench::kRoutine, v5), kWaitMs);
        QVERIFY_RESULT(code);
        QVERIFY(bench.colleaguePublishes(u"v7"_s, kProduction));
        QVERIFY_RESULT(
            test::wait(bench.colleague().deleteVersion(TrafficBench::kRoutine, v5), kWaitMs));
        QVERIFY(bench.noticed(kProduction, u"v7"_s));
        VersionHistory &history = bench.window().services().history();
        history.refresh();
        QTRY_VERIFY(!history.model().items().at(history.model().rowOf(v5)).onService);

        bench.window().trigger(ActionId::RollBack);
        QTRY_VERIFY(bench.window().find<QWidget>("rollbackSheet"));
        QTRY_VERIFY(bench.said("rollbackSheet", "rollbackCopied").contains(u"v5 is gone"_s));
        QVERIFY(bench.confirm("rollbackSheet"));

        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v8"_s, kWaitMs);
        QTRY_VERIFY(!bench.id(u"v8"_s).isEmpty()); // its name may be known before the list is
        const Result<VersionBody> copy = test::wait(
            bench.colleague().fetchBody(TrafficBench::kRoutine, bench.id(u"v8"_s)), kWaitMs);
        QVERIFY_RESULT(copy);
        QVERIFY(copy->bytes == code->bytes);
        const auto label = [&] {
            const int row = history.model().rowOf(bench.id(u"v8"_s));
            return row >= 0 ? history.model().items().at(row).mark.label : QString();
        };
        QTRY_COMPARE(label(), u"copy of v5"_s);
        QCOMPARE(bench.sandbox().sends(u"CommitRoutineStagingCode"_s), 1);
        QTRY_VERIFY(barText(bench).contains(u"v8 is live in production"_s));
    }

    void aCopyIsSavedOnceHoweverOftenPublishingFails()
    {
        TrafficBench bench({u"--fault"_s, kDeploy + u":status:500@2"_s});
        QVERIFY(bench.open());
        const QString v5 = bench.id(u"v5"_s);
        QVERIFY(bench.colleaguePublishes(u"v7"_s, kProduction));
        QVERIFY_RESULT(
            test::wait(bench.colleague().deleteVersion(TrafficBench::kRoutine, v5), kWaitMs));
        QVERIFY(bench.noticed(kProduction, u"v7"_s));
        VersionHistory &history = bench.window().services().history();
        history.refresh();
        QTRY_VERIFY(!history.model().items().at(history.model().rowOf(v5)).onService);
        bench.window().trigger(ActionId::RollBack);
        QVERIFY(bench.confirm("rollbackSheet"));
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.said("rollbackSheet", "messageText").contains(u"v5 is on the service again"_s),
            kWaitMs);
        QTRY_COMPARE(bench.said("rollbackSheet", "rollbackCopied"), QString());

        QVERIFY(bench.confirm("rollbackSheet"));

        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v8"_s, kWaitMs);
        QCOMPARE(bench.sandbox().sends(u"CommitRoutineStagingCode"_s), 1);
    }

    void whatWentLiveWhileTheSheetWasOpeningIsNotTakenBackUnseen()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.colleaguePublishes(u"v7"_s, kProduction));
        QVERIFY(bench.noticed(kProduction, u"v7"_s));
        QVERIFY(bench.colleaguePublishes(u"v6"_s, kProduction)); // the window knows nothing of it

        bench.window().trigger(ActionId::RollBack);

        QTRY_COMPARE_WITH_TIMEOUT(bench.said("rollbackSheet", "movedText"),
                                  u"v6 went live meanwhile."_s, kWaitMs);
        auto *sheet = bench.window().find<QWidget>("rollbackSheet");
        const auto *button = sheet->findChild<QAbstractButton *>(u"sheetConfirm"_s);
        QTRY_VERIFY(!button->isEnabled());
        QCOMPARE(test::unnamedWidgets(sheet).join(u"; "_s), QString());
        shoot(bench, u"rollback-moved"_s);
        QVERIFY(bench.window().click("movedSeen"));
        QTRY_COMPARE(bench.said("rollbackSheet", "movedText"), QString());
        QVERIFY(bench.confirm("rollbackSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v5"_s, kWaitMs);
    }

    void whatAColleaguePublishedMeanwhileStays()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.colleaguePublishes(u"v7"_s, kProduction));
        QVERIFY(bench.noticed(kProduction, u"v7"_s));
        const QSignalSpy read(&bench.window().services().catalog(),
                              &RoutineCatalog::routineChanged);
        bench.window().trigger(ActionId::RollBack);
        QTRY_VERIFY(bench.said("rollbackSheet", "rollbackChanges").contains(u'+'));
        QTRY_VERIFY(!read.isEmpty()); // the sheet has read for itself what is live
        QVERIFY(bench.colleaguePublishes(u"v6"_s, kProduction));

        QVERIFY(bench.confirm("rollbackSheet"));

        // What the sheet offers now starts from what the colleague published.
        QTRY_VERIFY_WITH_TIMEOUT(bench.said("rollbackSheet", "rollbackWay").contains(u"v6 → v5"_s),
                                 kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), u"v6"_s);
        QCOMPARE(bench.sandbox().sends(kDeploy), 2); // both the colleague's
        QTRY_VERIFY(bench.window().find<QWidget>("movedSeen"));
    }

    void aLostAnswerIsSettledByReading_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("live");
        QTest::newRow("executed") << u":lose-answer@2"_s << u"v5"_s;
        QTest::newRow("executed, then reset") << u":reset-after@2"_s << u"v5"_s;
        QTest::newRow("not executed") << u":reset@2"_s << u"v7"_s;
        QTest::newRow("refused") << u":status:500@2"_s << u"v7"_s;
    }

    void aLostAnswerIsSettledByReading()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, live);
        TrafficBench bench({u"--fault"_s, kDeploy + fault});
        QVERIFY(bench.open());
        QVERIFY(bench.colleaguePublishes(u"v7"_s, kProduction));
        QVERIFY(bench.noticed(kProduction, u"v7"_s));
        bench.window().trigger(ActionId::RollBack);
        QVERIFY(bench.confirm("rollbackSheet"));

        if (live == u"v5"_s)
            QTRY_VERIFY_WITH_TIMEOUT(barText(bench).contains(u"v5 is live in production"_s),
                                     kWaitMs);
        else
            QTRY_VERIFY_WITH_TIMEOUT(bench.said("rollbackSheet", "messageText")
                                         .contains(u"nothing was published"_s, Qt::CaseInsensitive),
                                     kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), live);
        QCOMPARE(bench.sandbox().sends(kDeploy), 2);
    }
};

QTEST_MAIN(RollbackTest)
#include "tst_rollback.moc"
