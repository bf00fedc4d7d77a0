// SPDX-License-Identifier: GPL-3.0-or-later
#include "dcdnscenes.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::FaultBench;
using test::FaultyCall;

namespace {

constexpr auto kFirstCalls = std::to_array<FaultyCall>({
    {"reading what is live", "DescribeRoutine"},
    {"asking for the upload", "UploadStagingRoutineCode"},
    {"uploading", "PostObject"},
    {"reading the slot", "DescribeRoutineCodeRevision"},
    {"reading the slot after a lost upload", "DescribeRoutineCodeRevision", 1,
     "PostObject:lose-answer"},
    {"reading what is live now", "DescribeRoutine", 2},
});

constexpr auto kAgainCalls = std::to_array<FaultyCall>({
    {"asking for the upload", "UploadStagingRoutineCode"},
    {"uploading", "PostObject"},
    {"reading the slot after a lost upload", "DescribeRoutineCodeRevision", 1,
     "PostObject:reset-after"},
});

constexpr auto kSaveCalls = std::to_array<FaultyCall>({
    {"asking for the upload", "UploadRoutineCode"},
    {"uploading", "PostObject"},
    {"reading an empty version", "DescribeRoutineCodeRevision", 1, "PostObject:203"},
    {"deleting an empty version", "DeleteRoutineCodeRevision", 1, "PostObject:203"},
    {"reading back what was saved", "DescribeRoutineCodeRevision"},
    {"reading it back after a lost upload", "DescribeRoutineCodeRevision", 1,
     "PostObject:lose-answer"},
});

constexpr auto kCommitCalls = std::to_array<FaultyCall>({
    {"looking at the slot", "DescribeRoutineCodeRevision"},
    {"committing", "CommitStagingRoutineCode"},
    {"reading the versions after a lost commit", "DescribeRoutine", 1,
     "CommitStagingRoutineCode:lose-answer"},
    {"reading back what was saved", "DescribeRoutineCodeRevision", 2},
    {"reading what staging runs", "DescribeRoutine"},
});

constexpr auto kGiveCalls = std::to_array<FaultyCall>({
    {"reading what is live", "DescribeRoutine"},
    {"checking the body", "DescribeRoutineCodeRevision"},
    {"adding the regions", "EditRoutineConf"},
    {"publishing", "PublishRoutineCodeRevision"},
    {"reading it back", "DescribeRoutine", 2},
    {"reading it back after a lost answer", "DescribeRoutine", 2,
     "PublishRoutineCodeRevision:lose-answer"},
});

constexpr auto kTakeCalls = std::to_array<FaultyCall>({
    {"removing", "DeleteRoutineConfEnvs"},
    {"reading it back", "DescribeRoutine", 2},
    {"reading it back after a lost answer", "DescribeRoutine", 2,
     "DeleteRoutineConfEnvs:lose-answer"},
});

} // namespace

/// Every fault of the first generation at every call of putting a draft on staging, saving it and
/// changing regions: each runs what it ran or what was wanted, and that is what is said.
class DcdnFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_bench =
            std::make_unique<FaultBench>(test::BenchSetup{.generation = ApiGeneration::First});
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanupTestCase() { m_bench.reset(); }

    void aDraftGoesToStaging_data() { test::addFaultRows(kFirstCalls, 0, 3); }
    void aDraftGoesToStaging()
    {
        QFETCH(QString, fault);
        QFETCH(QString, also);
        QFETCH(int, kind);
        test::StageScene scene(*m_bench, {});
        test::playScene(*m_bench, scene, {fault, also},
                        test::kFaultKinds[static_cast<std::size_t>(kind)]);
    }

    void anotherDraftGoesToStaging_data() { test::addFaultRows(kAgainCalls, 1, 3); }
    void anotherDraftGoesToStaging()
    {
        QFETCH(QString, fault);
        QFETCH(QString, also);
        QFETCH(int, kind);
        test::StageScene scene(*m_bench, FaultBench::kTwo);
        test::playScene(*m_bench, scene, {fault, also},
                        test::kFaultKinds[static_cast<std::size_t>(kind)]);
    }

    void aDraftBecomesAVersion_data() { test::addFaultRows(kSaveCalls, 2, 3); }
    void aDraftBecomesAVersion()
    {
        QFETCH(QString, fault);
        QFETCH(QString, also);
        QFETCH(int, kind);
        test::FirstSaveScene scene(*m_bench, test::FirstSaveScene::From::Draft);
        test::playScene(*m_bench, scene, {fault, also},
                        test::kFaultKinds[static_cast<std::size_t>(kind)]);
    }

    void whatStagingRunsBecomesAVersion_data() { test::addFaultRows(kCommitCalls, 0, 3); }
    void whatStagingRunsBecomesAVersion()
    {
        QFETCH(QString, fault);
        QFETCH(QString, also);
        QFETCH(int, kind);
        test::FirstSaveScene scene(*m_bench, test::FirstSaveScene::From::Staging);
        test::playScene(*m_bench, scene, {fault, also},
                        test::kFaultKinds[static_cast<std::size_t>(kind)]);
    }

    void regionsGetAVersion_data() { test::addFaultRows(kGiveCalls, 1, 3); }
    void regionsGetAVersion()
    {
        QFETCH(QString, fault);
        QFETCH(QString, also);
        QFETCH(int, kind);
        test::RegionScene scene(*m_bench, test::RegionScene::Act::Give);
        test::playScene(*m_bench, scene, {fault, also},
                        test::kFaultKinds[static_cast<std::size_t>(kind)]);
    }

    void regionsAreTakenAway_data() { test::addFaultRows(kTakeCalls, 2, 3); }
    void regionsAreTakenAway()
    {
        QFETCH(QString, fault);
        QFETCH(QString, also);
        QFETCH(int, kind);
        test::RegionScene scene(*m_bench, test::RegionScene::Act::Take);
        test::playScene(*m_bench, scene, {fault, also},
                        test::kFaultKinds[static_cast<std::size_t>(kind)]);
    }

private:
    std::unique_ptr<FaultBench> m_bench;
};

QTEST_GUILESS_MAIN(DcdnFaultsTest)
#include "tst_dcdnfaults.moc"
