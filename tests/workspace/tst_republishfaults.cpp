// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishscenes.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::FaultBench;
using test::FaultyCall;

namespace {

constexpr auto kCalls = std::to_array<FaultyCall>({
    {"asking for the upload", "GetRoutineStagingCodeUploadInfo"},
    {"uploading", "PostObject"},
    {"committing", "CommitRoutineStagingCode"},
    {"reading the versions after a lost commit", "ListRoutineCodeVersions", 1,
     "CommitRoutineStagingCode:lose-answer"},
    {"reading a body after a lost commit", "GetRoutineCodeVersion", 1,
     "CommitRoutineStagingCode:reset-after"},
    {"reading back what was saved", "GetRoutineCodeVersion"},
    {"reading what is live", "GetRoutine"},
    {"checking the body", "GetRoutineCodeVersion", 2},
    {"publishing", "PublishRoutineCodeVersion"},
    {"reading back what is live", "GetRoutine", 2},
    {"reading back after a lost publication", "GetRoutine", 2,
     "PublishRoutineCodeVersion:lose-answer"},
});

} // namespace

/// Every fault of the service at every call of going back to a version that is gone from it: one
/// copy at most, published or not as it is said.
class RepublishFaultsTest : public QObject {
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
        test::RepublishScene scene(*m_bench);
        test::playScene(*m_bench, scene, {fault, also},
                        test::kFaultKinds[static_cast<std::size_t>(kind)]);
    }

private:
    std::unique_ptr<FaultBench> m_bench;
};

QTEST_GUILESS_MAIN(RepublishFaultsTest)
#include "tst_republishfaults.moc"
