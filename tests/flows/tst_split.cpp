// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/trafficbench.h"
#include "support/unnamedwidgets.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::TrafficBench;

namespace {

constexpr int kWaitMs = TrafficBench::kWaitMs;
const QString kDeploy = u"CreateRoutineCodeDeployment"_s;

bool openSplit(TrafficBench &bench, const char *lamp = "productionLampMenu")
{
    // There is only something to adjust while a split runs.
    const std::optional<Routine> routine =
        bench.window().services().catalog().routine(TrafficBench::kRoutine);
    const QString environment = QByteArray(lamp).startsWith("staging") ? kStaging : kProduction;
    const bool isSplit = routine && routine->deploymentIn(environment).shares.size() > 1;
    const QString entry = isSplit ? u"Adjust Split"_s : u"Share Traffic"_s;
    return bench.chooseInMenu(lamp, entry) && QTest::qWaitFor([&] {
               return bench.window().find<QWidget>("splitSheet") != nullptr;
           }, kWaitMs);
}

} // namespace

/// A gradual rollout in the real window on the real sandbox.
class SplitTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void startsChangesAndEndsASplit_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QString>("live");
        QTest::newRow("finished") << QByteArray("splitFinish") << u"v7"_s;
        QTest::newRow("aborted") << QByteArray("splitAbort") << u"v5"_s;
    }

    void startsChangesAndEndsASplit()
    {
        QFETCH(const QByteArray, button);
        QFETCH(const QString, live);
        TrafficBench bench;
        QVERIFY(bench.open());

        QVERIFY(openSplit(bench));
        QCOMPARE(test::unnamedWidgets(bench.window().find<QWidget>("splitSheet")).join(u"; "_s),
                 QString());
        QTRY_VERIFY(bench.said("splitSheet", "splitNow").contains(u"v5 gets all traffic"_s));
        QVERIFY(!bench.window().find<QWidget>("splitFinish"));
        QVERIFY(bench.window().click("sharePreset25"));
        QVERIFY(bench.confirm("splitSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v5 75 % · v7 25 %"_s, kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), u"v5 75 % · v7 25 %"_s);

        QVERIFY(openSplit(bench));
        QTRY_VERIFY(bench.window().find<QSpinBox>("shareNumber"));
        auto *number = bench.window().find<QSpinBox>("shareNumber");
        QTRY_COMPARE(number->value(), 25);
        number->setValue(50);
        QVERIFY(bench.confirm("splitSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveOnService(kProduction), u"v5 50 % · v7 50 %"_s,
                                  kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v5 50 % · v7 50 %"_s, kWaitMs);

        QVERIFY(openSplit(bench));
        QVERIFY(bench.window().click(button.constData()));
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), live, kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), live);
        QCOMPARE(bench.sandbox().sends(kDeploy), 2);
        QCOMPARE(bench.sandbox().sends(u"PublishRoutineCodeVersion"_s), 1);
        QCOMPARE(bench.liveOnService(kStaging), u"v7"_s);
    }

    void theSameSharesAreNotPublishedAgain()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(openSplit(bench));
        QVERIFY(bench.confirm("splitSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v5 90 % · v7 10 %"_s, kWaitMs);

        QVERIFY(openSplit(bench));

        auto *sheet = bench.window().find<QWidget>("splitSheet");
        QTRY_VERIFY(!sheet->findChild<QAbstractButton *>(u"sheetConfirm"_s)->isEnabled());
        QVERIFY(bench.window().click("sharePreset50"));
        QTRY_VERIFY(sheet->findChild<QAbstractButton *>(u"sheetConfirm"_s)->isEnabled());
    }

    void worksOnStagingToo()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.colleaguePublishes(u"v6"_s, kStaging));
        QVERIFY(bench.noticed(kStaging, u"v6"_s));

        QVERIFY(openSplit(bench, "stagingLampMenu"));
        QVERIFY(bench.window().click("sharePreset5"));
        QVERIFY(bench.confirm("splitSheet"));

        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kStaging), u"v6 95 % · v7 5 %"_s, kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), u"v5"_s);
    }

    void whatAColleaguePublishedMeanwhileStays()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const QSignalSpy read(&bench.window().services().catalog(),
                              &RoutineCatalog::routineChanged);
        QVERIFY(openSplit(bench));
        QTRY_VERIFY(!read.isEmpty()); // the sheet has read for itself what is live
        QVERIFY(bench.colleaguePublishes(u"v6"_s, kProduction));

        QVERIFY(bench.confirm("splitSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(
            bench.said("splitSheet", "splitNow").contains(u"v6 gets all traffic"_s), kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), u"v6"_s);
        QCOMPARE(bench.sandbox().sends(kDeploy), 0);
        auto *sheet = bench.window().find<QWidget>("splitSheet");
        QTRY_VERIFY(!sheet->findChild<QAbstractButton *>(u"sheetConfirm"_s)->isEnabled());
        QVERIFY(bench.window().click("movedSeen"));
        QVERIFY(bench.confirm("splitSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v6 90 % · v7 10 %"_s, kWaitMs);
    }

    void aLostAnswerIsSettledByReading()
    {
        TrafficBench bench({u"--fault"_s, kDeploy + u":lose-answer"_s});
        QVERIFY(bench.open());
        QVERIFY(openSplit(bench));

        QVERIFY(bench.confirm("splitSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(
            bench.said("publishedBar", "messageText").contains(u"v5 90 % · v7 10 %"_s), kWaitMs);
        QCOMPARE(bench.sandbox().sends(kDeploy), 1);
    }
};

QTEST_MAIN(SplitTest)
#include "tst_split.moc"
