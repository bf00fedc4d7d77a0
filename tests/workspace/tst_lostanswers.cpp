// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"
#include "support/outcome.h"
#include "workspace/makeroomflow.h"
#include "workspace/publishdraftflow.h"
#include "workspace/recordedcall.h"
#include "workspace/regionflow.h"
#include "workspace/republishflow.h"
#include "workspace/stagedraftflow.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::FaultBench;

namespace {

const int kTimes = test::isThorough() ? 100 : 10;
constexpr int kFlowMs = 30'000;

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

    void aPublicationHappensOnceEachTime()
    {
        m_bench->breakService({u"PublishRoutineCodeVersion:lose-answer"_s});

        for (int i = 0; i < kTimes; ++i) {
            publish({{.versionId = i % 2 == 0 ? m_bench->two() : m_bench->one()}});
            QCOMPARE(m_bench->sends(u"PublishRoutineCodeVersion"_s), i + 1);
        }
    }

    void aSplitIsSetChangedFinishedAndAbortedOnceEachTime()
    {
        const auto shared = [this](int share) {
            return QList<VersionShare>{{.versionId = m_bench->two(), .percentage = share},
                                       {.versionId = m_bench->one(), .percentage = 100 - share}};
        };
        m_bench->breakService({u"PublishRoutineCodeVersion:lose-answer"_s,
                               u"CreateRoutineCodeDeployment:lose-answer"_s});

        for (int i = 0; i < kTimes; ++i) {
            const int share = 1 + i % 49;
            publish(shared(share));
            publish(shared(2 * share));
            publish({{.versionId = m_bench->two()}});
            publish(shared(100 - share));
            publish({{.versionId = m_bench->one()}});
            QCOMPARE(m_bench->sends(u"CreateRoutineCodeDeployment"_s), 3 * (i + 1));
            QCOMPARE(m_bench->sends(u"PublishRoutineCodeVersion"_s), 2 * (i + 1));
        }
        QCOMPARE(m_bench->versions(), m_bench->before().versions);
    }

    void aVersionThatIsGoneIsSavedAgainAndPublishedOnceEachTime()
    {
        const QString gone = m_bench->addVersion(FaultBench::kThree);
        QVERIFY_RESULT(test::wait(m_bench->codes().secure(m_bench->routine(), gone), kFlowMs));
        QVERIFY_RESULT(
            test::wait(m_bench->service().deleteVersion(m_bench->routine(), gone), kFlowMs));
        m_bench->breakService({u"CommitRoutineStagingCode:lose-answer"_s,
                               u"PublishRoutineCodeVersion:lose-answer"_s});
        QString last;

        for (int i = 0; i < kTimes; ++i) {
            RepublishFlow flow(m_bench->connection(), m_bench->ledger(), m_bench->codes());
            test::Outcome<Routine> outcome(flow);
            flow.start({.publication = {.routine = m_bench->routine(),
                                        .environment = kProduction,
                                        .shares = {{.versionId = gone}}},
                        .copies = {{.versionId = gone,
                                    .name = u"v3"_s,
                                    .description = u"copy of v3"_s,
                                    .variablesOf = {}}},
                        .knownVersionIds = m_bench->versions()});
            QVERIFY_RESULT(outcome.wait(kFlowMs));
            const QString copy = flow.copies().value(gone);

            QCOMPARE(m_bench->live(), QList<VersionShare>{{.versionId = copy}});
            QVERIFY(isDone(m_bench->entry(ActKind::SaveVersion)));
            QVERIFY(isDone(m_bench->entry(ActKind::Publish)));
            QCOMPARE(m_bench->sends(u"CommitRoutineStagingCode"_s), i + 1);
            QCOMPARE(m_bench->sends(u"PublishRoutineCodeVersion"_s), i + 1);
            if (!last.isEmpty())
                QVERIFY_RESULT(test::wait(
                    m_bench->service().deleteVersion(m_bench->routine(), last), kFlowMs));
            last = copy;
            const FaultBench::Truth truth = m_bench->truth();
            QVERIFY(truth.isRead);
            QCOMPARE(truth.bodies, 1);
            QCOMPARE(truth.versions.size(), 3);
        }
    }

    void roomIsMadeOnceEachTime()
    {
        m_bench->breakService({u"DeleteRoutineCodeVersion:lose-answer"_s});

        for (int i = 0; i < kTimes; ++i) {
            const QString dropped = m_bench->addVersion(FaultBench::kThree);
            QVERIFY(!dropped.isEmpty());
            MakeRoomFlow flow({.connection = m_bench->connection(),
                               .codes = m_bench->codes(),
                               .ledger = m_bench->ledger()});
            test::Outcome<QStringList> outcome(flow);
            flow.start({.routine = m_bench->routine(), .versionIds = {dropped}, .names = {}});
            const Result<QStringList> deleted = outcome.wait(kFlowMs);

            QVERIFY_RESULT(deleted);
            QCOMPARE(*deleted, QStringList{dropped});
            QCOMPARE(m_bench->versions(), m_bench->before().versions);
            QCOMPARE(m_bench->heldOf(dropped), FaultBench::kThree);
            QVERIFY(isDone(m_bench->deletionOf(dropped)));
            QCOMPARE(m_bench->sends(u"DeleteRoutineCodeVersion"_s), i + 1);
        }
    }

    void aDraftIsStagedOnceEachTime()
    {
        FaultBench bench({.generation = ApiGeneration::First});
        QVERIFY(bench.seed());
        bench.breakService({u"PostObject:lose-answer"_s});

        for (int i = 0; i < kTimes; ++i) {
            const QByteArray code = "// try " + QByteArray::number(i) + '\n' + FaultBench::kThree;
            StageDraftFlow flow(bench.connection(), bench.ledger());
            test::Outcome<Routine> outcome(flow);
            flow.start({.routine = bench.routine(), .code = code});
            QVERIFY_RESULT(outcome.wait(kFlowMs));

            QCOMPARE(bench.bodyOf(kStagingSlot), code);
            QVERIFY(isDone(bench.publicationTo(kStaging)));
            QCOMPARE(bench.sends(u"PostObject"_s), i + 1);
            QCOMPARE(bench.sends(u"UploadStagingRoutineCode"_s), i + 1);
        }
        QCOMPARE(bench.versions(), bench.before().versions);
        QCOMPARE(bench.live(), bench.before().live);
    }

    void regionsAreChangedOnceEachTime()
    {
        const QStringList regions{u"presetCanaryZhejiang"_s, u"presetCanaryOverseas"_s};
        FaultBench bench({.generation = ApiGeneration::First});
        QVERIFY(bench.seed());
        bench.breakService(
            {u"PublishRoutineCodeRevision:lose-answer"_s, u"DeleteRoutineConfEnvs:lose-answer"_s});

        for (int i = 0; i < 2 * kTimes; ++i) {
            const bool gives = i % 2 == 0;
            RegionFlow flow(bench.connection(), bench.ledger());
            test::Outcome<Routine> outcome(flow);
            flow.start({.routine = bench.routine(),
                        .environments = regions,
                        .versionId = gives ? bench.two() : QString()});
            QVERIFY_RESULT(outcome.wait(kFlowMs));

            const Result<Routine> routine = bench.read();
            QVERIFY_RESULT(routine);
            for (const QString &region : regions) {
                QCOMPARE(routine->deploymentIn(region).mainVersionId(),
                         gives ? bench.two() : QString());
                QVERIFY(isDone(bench.publicationTo(region)));
            }
            QCOMPARE(bench.sends(u"PublishRoutineCodeRevision"_s), i / 2 + 1);
            QCOMPARE(bench.sends(u"DeleteRoutineConfEnvs"_s), (i + 1) / 2);
        }
        QCOMPARE(bench.live(), bench.before().live);
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
            const Result<QString> saved = outcome.wait(kFlowMs);

            QVERIFY_RESULT(saved);
            QCOMPARE(m_bench->versions().size(), 3);
            QVERIFY(m_bench->versions().contains(*saved));
            QCOMPARE(m_bench->sends(u"CommitRoutineStagingCode"_s), i + 1);

            QVERIFY_RESULT(test::wait(remove(*saved), 20'000));
            QCOMPARE(m_bench->versions(), m_bench->before().versions);
            QCOMPARE(m_bench->sends(u"DeleteRoutineCodeVersion"_s), i + 1);
            for (const ActKind kind : {ActKind::SaveVersion, ActKind::DeleteVersion})
                QVERIFY(isDone(m_bench->entry(kind)));
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
            const Result<Routine> result = outcome.wait(kFlowMs);

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
    static bool isDone(const std::optional<LedgerEntry> &entry)
    {
        return entry && entry->outcome == ActOutcome::Done && !entry->isOpen;
    }

    /// To production, and looks whether it is there.
    void publish(const QList<VersionShare> &shares)
    {
        PublishFlow flow(m_bench->connection(), m_bench->ledger());
        test::Outcome<Routine> outcome(flow);
        flow.start({.routine = m_bench->routine(), .environment = kProduction, .shares = shares});
        QVERIFY_RESULT(outcome.wait(kFlowMs));
        QVERIFY(isSameTraffic(m_bench->live(), shares));
        const std::optional<LedgerEntry> entry = m_bench->entry(ActKind::Publish);
        QVERIFY(isDone(entry));
        QVERIFY(isSameTraffic(entry->to, shares));
    }

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
