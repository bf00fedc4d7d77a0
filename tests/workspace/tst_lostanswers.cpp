// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"
#include "faultkinds.h"
#include "support/outcome.h"
#include "workspace/publishdraftflow.h"
#include "workspace/recordedcall.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::FaultBench;

namespace {

const int kTimes = test::isThorough() ? 100 : 10;

} // namespace

/// Each step many times with its answer lost after it was carried out, and many times with a
/// colleague who publishes in between: on the real service.
class LostAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<FaultBench>();
        QVERIFY(m_bench->seed());
    }
    void cleanup() { m_bench.reset(); }

    void aPublicationHappensOnceEachTime_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<bool>("isSplit");
        QTest::newRow("all traffic") << u"PublishRoutineCodeVersion"_s << false;
        QTest::newRow("a split") << u"CreateRoutineCodeDeployment"_s << true;
    }
    void aPublicationHappensOnceEachTime()
    {
        QFETCH(QString, operation);
        QFETCH(bool, isSplit);
        m_bench->breakService({operation + u":lose-answer*%1"_s.arg(kTimes)});

        for (int i = 0; i < kTimes; ++i) {
            const int share = isSplit ? 1 + i % 99 : 100;
            QList<VersionShare> shares{
                {.versionId = i % 2 == 0 ? m_bench->two() : m_bench->one(), .percentage = share}};
            if (isSplit)
                shares.append({.versionId = i % 2 == 0 ? m_bench->one() : m_bench->two(),
                               .percentage = 100 - share});
            PublishFlow flow(m_bench->connection(), m_bench->ledger());
            test::Outcome<Routine> outcome(flow);
            flow.start(
                {.routine = m_bench->routine(), .environment = kProduction, .shares = shares});
            const Result<Routine> result = outcome.wait(20'000);

            QVERIFY_RESULT(result);
            QVERIFY(isSameTraffic(m_bench->live(), shares));
            const std::optional<LedgerEntry> entry = m_bench->entry(ActKind::Publish);
            QVERIFY(entry && entry->outcome == ActOutcome::Done && !entry->isOpen);
            QCOMPARE(m_bench->sends(operation), i + 1);
        }
    }

    void aVersionIsMadeAndDeletedOnceEachTime()
    {
        m_bench->breakService({u"CommitRoutineStagingCode:lose-answer*%1"_s.arg(kTimes),
                               u"DeleteRoutineCodeVersion:lose-answer*%1"_s.arg(kTimes)});

        for (int i = 0; i < kTimes; ++i) {
            SaveVersionFlow flow(m_bench->connection(), m_bench->ledger());
            test::Outcome<QString> outcome(flow);
            flow.start({.routine = m_bench->routine(),
                        .code = FaultBench::kThree,
                        .knownVersionIds = m_bench->before().versions});
            const Result<QString> saved = outcome.wait(20'000);

            QVERIFY_RESULT(saved);
            QCOMPARE(m_bench->versions().size(), 3);
            QVERIFY(m_bench->versions().contains(*saved));
            QCOMPARE(m_bench->sends(u"CommitRoutineStagingCode"_s), i + 1);

            QVERIFY_RESULT(test::wait(remove(*saved), 20'000));
            QCOMPARE(m_bench->versions(), m_bench->before().versions);
            QCOMPARE(m_bench->sends(u"DeleteRoutineCodeVersion"_s), i + 1);
            for (const ActKind kind : {ActKind::SaveVersion, ActKind::DeleteVersion}) {
                const std::optional<LedgerEntry> entry = m_bench->entry(kind);
                QVERIFY(entry && entry->outcome == ActOutcome::Done && !entry->isOpen);
            }
        }
    }

    void whoeverPublishesInBetweenIsSeen()
    {
        using enum PublishDraftFlow::Step;
        const QList stages{Idle, Saving, Comparing, Checking, ReadingBack};
        const QList<VersionShare> theirs{{.versionId = m_bench->two()}};
        int seen = 0;

        for (int i = 0; i < kTimes; ++i) {
            const PublishDraftFlow::Step stage = stages.at(i % stages.size());
            QVERIFY_RESULT(m_bench->publishElsewhere({{.versionId = m_bench->one()}}));
            PublishDraftFlow flow(m_bench->connection(), m_bench->ledger());
            bool isDone = false;
            // The flow goes on when the slot returns: theirs is there by then.
            connect(&flow, &PublishDraftFlow::stepChanged, this, [&](PublishDraftFlow::Step step) {
                if (step == stage && !std::exchange(isDone, true))
                    QVERIFY_RESULT(m_bench->publishElsewhere(theirs));
            });
            if (stage == Idle)
                QVERIFY_RESULT(m_bench->publishElsewhere(theirs));
            test::Outcome<Routine> outcome(flow);
            flow.start(draft());
            const Result<Routine> result = outcome.wait(20'000);

            QVERIFY(!result);
            QCOMPARE(m_bench->live(), theirs); // whatever it was, theirs is not overwritten
            const bool isToldAfter = result.error().code == ErrorCode::Mismatch;
            QCOMPARE(isToldAfter, stage == ReadingBack);
            seen += result.error().text().contains(u"Live in production now"_s) ? 1 : 0;
            QVERIFY_RESULT(test::wait(remove(flow.versionId())));
        }
        QCOMPARE(seen, kTimes);
    }

private:
    Reply<> *remove(const QString &versionId)
    {
        return RecordedCall::start(
            m_bench->connection(), m_bench->ledger(),
            {.key = {.routine = m_bench->routine()},
             .kind = ActKind::DeleteVersion,
             .versionId = versionId},
            [routine = m_bench->routine(), versionId](RoutineService &service) {
                return service.deleteVersion(routine, versionId);
            });
    }

    [[nodiscard]] PublishDraftFlow::Request draft() const
    {
        return {.save = {.routine = m_bench->routine(),
                         .code = FaultBench::kThree,
                         .knownVersionIds = m_bench->before().versions},
                .publish = {.routine = m_bench->routine(),
                            .environment = kProduction,
                            .shares = {{.percentage = 100}},
                            .expected = m_bench->before().live}};
    }

    std::unique_ptr<FaultBench> m_bench;
};

QTEST_GUILESS_MAIN(LostAnswersTest)
#include "tst_lostanswers.moc"
