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
        const bool isPublished = truth.live != m_bench->before().live;
        QCOMPARE(result.hasValue(), isPublished && !isInDoubt(result));
        if (result)
            QCOMPARE(truth.live, QList<VersionShare>{{.versionId = flow.versionId()}});
        else
            checkWords(result.error());
        QVERIFY2(truth.bodies <= 1, "two versions");
        QCOMPARE(truth.versions.size(), 2 + truth.bodies);
        QVERIFY(isTrue(saving, truth.bodies == 1));
        QVERIFY(isTrue(publishing, isPublished));
        QTRY_VERIFY(m_bench->isSettled());
        QVERIFY(isCertain(m_bench->entry(ActKind::SaveVersion), truth.bodies == 1));
        QVERIFY(isCertain(m_bench->entry(ActKind::Publish), isPublished));
    }

private:
    static bool isInDoubt(const Result<Routine> &result)
    {
        return !result && result.error().code == ErrorCode::OutcomeUnknown;
    }

    /// What the ledger says right after: nothing at all when nothing was done.
    static bool isTrue(const std::optional<LedgerEntry> &entry, bool isDone)
    {
        if (!entry)
            return !isDone;
        switch (entry->outcome) {
        case ActOutcome::Done:
            return isDone && !entry->isOpen;
        case ActOutcome::NothingHappened:
            return !isDone && !entry->isOpen;
        default:
            return entry->isOpen;
        }
    }

    static bool isCertain(const std::optional<LedgerEntry> &entry, bool isDone)
    {
        return isTrue(entry, isDone) && (!entry || !entry->isOpen);
    }

    /// A sentence and a next step.
    static void checkWords(const Error &error)
    {
        QVERIFY2(error.message.endsWith(u'.'), qPrintable(error.message));
        QVERIFY2(error.advice.endsWith(u'.'), qPrintable(error.text()));
        QVERIFY2(!error.text().contains(u"%1"_s), qPrintable(error.text()));
    }

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
