// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"
#include "support/outcome.h"
#include "workspace/publishdraftflow.h"

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

/// Every fault of the service at every call of the sequence that publishes a draft: what is said is
/// what is true, and nothing happens twice.
class PublishFaultsTest : public QObject {
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
        const test::FaultKind &met = test::kFaultKinds[static_cast<std::size_t>(kind)];
        QVERIFY(m_bench->seed());
        m_bench->breakService({fault, also}, met.takesTime);

        PublishDraftFlow flow(m_bench->connection(), m_bench->ledger());
        const Result<Routine> result = publish(flow);

        const std::optional<LedgerEntry> saving = m_bench->entry(ActKind::SaveVersion);
        const std::optional<LedgerEntry> publishing = m_bench->entry(ActKind::Publish);
        const int most = met.isSentAgain ? 3 : 1;
        for (const char *operation :
             {"PostObject", "CommitRoutineStagingCode", "PublishRoutineCodeVersion"})
            QVERIFY2(m_bench->sends(QString::fromLatin1(operation)) <= most, operation);
        m_bench->repair();
        const FaultBench::Truth truth = m_bench->truth();
        QVERIFY(truth.isRead);
        qInfo().noquote() << (result ? u"DONE"_s
                                     : u"%1 | %2 | %3"_s.arg(int(result.error().code))
                                           .arg(result.error().message, result.error().advice))
                          << "S" << (saving ? int(saving->outcome) : -1)
                          << (saving ? saving->isOpen : false) << "P"
                          << (publishing ? int(publishing->outcome) : -1)
                          << (publishing ? publishing->isOpen : false) << "T" << truth.bodies
                          << (truth.live == m_bench->before().live ? "old" : "new");
        QTRY_VERIFY(m_bench->isSettled());
    }

private:
    Result<Routine> publish(PublishDraftFlow &flow)
    {
        test::Outcome<Routine> outcome(flow);
        flow.start({.save = {.routine = m_bench->routine(),
                             .code = FaultBench::kThree,
                             .knownVersionIds = m_bench->before().versions},
                    .publish = {.routine = m_bench->routine(),
                                .environment = kProduction,
                                .shares = {{.percentage = 100}},
                                .expected = m_bench->before().live}});
        return outcome.wait(20'000);
    }

    std::unique_ptr<FaultBench> m_bench;
};

QTEST_GUILESS_MAIN(PublishFaultsTest)
#include "tst_publishfaults.moc"
