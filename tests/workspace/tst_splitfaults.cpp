// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishscenes.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::FaultBench;
using test::SplitScene;

namespace {

struct SplitCall {
    const char *name;
    const char *operation;
    int nth = 1;
    const char *also = "";
    SplitScene::Shares from;
    SplitScene::Shares to;
};

constexpr SplitScene::Shares kWhole{.stays = 100, .arrives = 0};
constexpr SplitScene::Shares kSplit{.stays = 70, .arrives = 30};
constexpr SplitScene::Shares kMore{.stays = 40, .arrives = 60};
constexpr SplitScene::Shares kArrived{.stays = 0, .arrives = 100};

constexpr auto kCalls = std::to_array<SplitCall>({
    {"set: reading what is live", "GetRoutine", 1, "", kWhole, kSplit},
    {"set: checking the first body", "GetRoutineCodeVersion", 1, "", kWhole, kSplit},
    {"set: checking the second body", "GetRoutineCodeVersion", 2, "", kWhole, kSplit},
    {"set: sending it", "CreateRoutineCodeDeployment", 1, "", kWhole, kSplit},
    {"set: reading it back", "GetRoutine", 2, "", kWhole, kSplit},
    {"set: reading it back after a lost answer", "GetRoutine", 2,
     "CreateRoutineCodeDeployment:lose-answer", kWhole, kSplit},
    {"changed: sending it", "CreateRoutineCodeDeployment", 1, "", kSplit, kMore},
    {"changed: reading it back", "GetRoutine", 2, "", kSplit, kMore},
    {"changed: reading it back after a lost answer", "GetRoutine", 2,
     "CreateRoutineCodeDeployment:reset-after", kSplit, kMore},
    {"finished: sending it", "PublishRoutineCodeVersion", 1, "", kSplit, kArrived},
    {"finished: reading it back", "GetRoutine", 2, "", kSplit, kArrived},
    {"finished: reading it back after a lost answer", "GetRoutine", 2,
     "PublishRoutineCodeVersion:lose-answer", kSplit, kArrived},
    {"aborted: sending it", "PublishRoutineCodeVersion", 1, "", kSplit, kWhole},
    {"aborted: reading it back", "GetRoutine", 2, "", kSplit, kWhole},
    {"aborted: reading it back after a lost answer", "GetRoutine", 2,
     "PublishRoutineCodeVersion:truncate", kSplit, kWhole},
});

} // namespace

/// Every fault of the service at every call of sharing traffic out, changing the shares, finishing
/// and aborting: production has what it had or what was wanted, and that is what is said.
class SplitFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_bench = std::make_unique<FaultBench>(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanupTestCase() { m_bench.reset(); }

    void theTruthIsTold_data() { test::addFaultRows(kCalls); }
    void theTruthIsTold()
    {
        QFETCH(QString, fault);
        QFETCH(QString, also);
        QFETCH(int, kind);
        QFETCH(int, call);
        const SplitCall &met = kCalls[static_cast<std::size_t>(call)];
        SplitScene scene(*m_bench, met.from, met.to);
        test::playScene(*m_bench, scene, {fault, also},
                        test::kFaultKinds[static_cast<std::size_t>(kind)]);
    }

private:
    std::unique_ptr<FaultBench> m_bench;
};

QTEST_GUILESS_MAIN(SplitFaultsTest)
#include "tst_splitfaults.moc"
