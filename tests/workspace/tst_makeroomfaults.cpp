// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomscene.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::FaultBench;
using test::FaultyCall;

namespace {

constexpr auto kCalls = std::to_array<FaultyCall>({
    {"reading what is live", "GetRoutine"},
    {"reading the first for the archive", "GetRoutineCodeVersion"},
    {"deleting the first", "DeleteRoutineCodeVersion"},
    {"reading the versions after a lost deletion", "ListRoutineCodeVersions", 1,
     "DeleteRoutineCodeVersion:lose-answer*1"},
    {"reading the second for the archive", "GetRoutineCodeVersion", 2},
    {"deleting the second", "DeleteRoutineCodeVersion", 2},
    {"reading the versions after a second lost deletion", "ListRoutineCodeVersions", 1,
     "DeleteRoutineCodeVersion:reset-after@2"},
    {"asking for the upload", "GetRoutineStagingCodeUploadInfo"},
    {"uploading", "PostObject"},
    {"committing", "CommitRoutineStagingCode"},
    {"reading the versions after a lost commit", "ListRoutineCodeVersions", 1,
     "CommitRoutineStagingCode:lose-answer"},
    {"reading a body after a lost commit", "GetRoutineCodeVersion", 3,
     "CommitRoutineStagingCode:reset-after"},
    {"reading back what was saved", "GetRoutineCodeVersion", 3},
});

} // namespace

/// Every fault of the service at every call of making room and saving: nothing is deleted that the
/// archive does not have, it ends at the first failure, and what is gone is said.
class MakeRoomFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_bench =
            std::make_unique<FaultBench>(test::BenchSetup{.versionQuota = test::RoomScene::kQuota});
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanupTestCase() { m_bench.reset(); }

    void theTruthIsTold_data() { test::addFaultRows(kCalls); }
    void theTruthIsTold()
    {
        QFETCH(QString, fault);
        QFETCH(QString, also);
        QFETCH(int, kind);
        test::RoomScene scene(*m_bench);
        test::playScene(*m_bench, scene, {fault, also},
                        test::kFaultKinds[static_cast<std::size_t>(kind)]);
    }

private:
    std::unique_ptr<FaultBench> m_bench;
};

QTEST_GUILESS_MAIN(MakeRoomFaultsTest)
#include "tst_makeroomfaults.moc"
