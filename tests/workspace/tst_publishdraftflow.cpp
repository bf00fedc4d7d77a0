// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outcome.h"
#include "support/testing.h"
#include "workspace/publishdraftflow.h"
#include "workspace/unfinishedacts.h"
#include "world.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;
using Fate = Fake::Fate;

/// A draft from its text to the traffic, with everything that may go wrong on the way.
class PublishDraftFlowTest : public QObject {
    Q_OBJECT

private:
    static inline const QString kName = u"www"_s;
    const QByteArray m_code = "export default { fetch: () => 2 };\n";
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::World> m_world;
    Fake *m_fake = nullptr;
    QString m_old;

    PublishDraftFlow::Request request() const
    {
        return {.save = {.routine = kName,
                         .description = u"mine"_s,
                         .code = m_code,
                         .knownVersionIds = {m_old}},
                .publish = {.routine = kName,
                            .environment = kProduction,
                            .shares = {{.percentage = 100}},
                            .reason = u"because"_s}};
    }

    Result<Routine> run(PublishDraftFlow &flow)
    {
        test::Outcome<Routine> outcome(flow);
        flow.start(request());
        return outcome.wait();
    }

    /// Newest first.
    [[nodiscard]] QList<LedgerEntry> entries() const
    {
        const auto found = test::wait(m_world->ledger.entries({.kinds = {}}));
        QList<LedgerEntry> own;
        if (found) {
            for (const LedgerEntry &entry : *found) {
                if (entry.kind != ActKind::ChangedElsewhere)
                    own.append(entry);
            }
        }
        return own;
    }

    [[nodiscard]] QString live() const
    {
        return m_fake->routines()[kName].routine.deploymentIn(kProduction).mainVersionId();
    }

    [[nodiscard]] qsizetype versions() const { return m_fake->routines()[kName].versions.size(); }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<test::World>(m_folder->path());
        m_fake = &m_world->connectFake({kName});
        m_old = m_fake->addVersion(kName, "let v = 1;\n");
        m_fake->routines()[kName].routine.deployments = {
            {.environment = kProduction, .shares = {{.versionId = m_old}}}};
        // Nobody else reads from now on.
        QTRY_VERIFY(m_world->isIdle());
    }

    void cleanup()
    {
        m_world.reset();
        m_folder.reset();
    }

    void savesComparesPublishesAndReadsBack()
    {
        PublishDraftFlow flow(m_world->connection, m_world->ledger);
        QSignalSpy saved(&flow, &PublishDraftFlow::saved);
        QList<PublishDraftFlow::Step> steps;
        connect(&flow, &PublishDraftFlow::stepChanged, &flow, [&](PublishDraftFlow::Step step) {
            if (steps.isEmpty() || steps.last() != step)
                steps.append(step);
        });

        const Result<Routine> routine = run(flow);

        QVERIFY_RESULT(routine);
        QCOMPARE(saved.count(), 1);
        QCOMPARE(live(), flow.versionId());
        QCOMPARE(flow.before(), QList<VersionShare>{{.versionId = m_old}});
        using enum PublishDraftFlow::Step;
        QCOMPARE(steps, (QList{Saving, Comparing, Checking, Publishing, ReadingBack, Done}));
        const QList<LedgerEntry> acts = entries();
        QCOMPARE(acts.size(), 2);
        QCOMPARE(acts.at(0).kind, ActKind::Publish);
        QCOMPARE(acts.at(1).kind, ActKind::SaveVersion);
        QCOMPARE(acts.at(1).environment, QString(kProduction));
        for (const LedgerEntry &act : acts) {
            QCOMPARE(act.outcome, ActOutcome::Done);
            QVERIFY(!act.isOpen);
        }
    }

    void eachRefusalSaysWhatIsThere_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("isSaved");
        const auto row = [](const char *operation, ErrorCode code, bool isSaved) {
            QTest::addRow("%s %d", operation, static_cast<int>(code))
                << QString::fromLatin1(operation) << code << isSaved;
        };
        using enum ErrorCode;
        for (const ErrorCode code : {QuotaExceeded, PaymentOverdue, Throttled, TokenExpired,
                                     NotFound, Network, Timeout, ServiceFailure})
        {
            row("requestUpload", code, false);
            row("upload", code, false);
            row("commitUpload", code, false);
            row("fetchRoutine", code, true);
            row("publish", code, true);
        }
        row("upload", UploadRefused, false);
    }

    void eachRefusalSaysWhatIsThere()
    {
        QFETCH(const QString, operation);
        QFETCH(const ErrorCode, code);
        QFETCH(const bool, isSaved);
        m_fake->script(operation, Fate::Fails, code);
        PublishDraftFlow flow(m_world->connection, m_world->ledger);
        QSignalSpy saved(&flow, &PublishDraftFlow::saved);

        const Result<Routine> routine = run(flow);

        QVERIFY(!routine);
        QCOMPARE(saved.count() == 1, isSaved);
        QCOMPARE(versions(), isSaved ? 2 : 1);
        QCOMPARE(live(), m_old);
        QVERIFY(m_fake->calls(u"publish"_s) <= 1);
        QVERIFY(!routine.error().text().isEmpty());
        const QList<LedgerEntry> acts = entries();
        for (const LedgerEntry &act : acts) {
            const bool isDone = act.kind == ActKind::SaveVersion && isSaved;
            QCOMPARE(act.outcome, isDone ? ActOutcome::Done : ActOutcome::NothingHappened);
            QVERIFY(!act.isOpen);
        }
    }

    void aLostAnswerIsSettledByReading_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::newRow("commit") << u"commitUpload"_s;
        QTest::newRow("publish") << u"publish"_s;
    }

    void aLostAnswerIsSettledByReading()
    {
        QFETCH(const QString, operation);
        m_fake->script(operation, Fate::ExecutedButLost, ErrorCode::OutcomeUnknown);
        PublishDraftFlow flow(m_world->connection, m_world->ledger);

        const Result<Routine> routine = run(flow);

        QVERIFY_RESULT(routine);
        QCOMPARE(versions(), 2);
        QCOMPARE(m_fake->calls(u"commitUpload"_s), 1);
        QCOMPARE(m_fake->calls(u"publish"_s), 1);
        QCOMPARE(live(), flow.versionId());
    }

    void whatIsNotTheSentTextIsNeverPublished()
    {
        m_fake->setForeignUpload("somebody else's\n");
        PublishDraftFlow flow(m_world->connection, m_world->ledger);

        const Result<Routine> routine = run(flow);

        QVERIFY(!routine);
        QCOMPARE(routine.error().code, ErrorCode::Mismatch);
        QCOMPARE(m_fake->calls(u"publish"_s), 0);
        QCOMPARE(live(), m_old);
    }

    void somethingElseLiveStopsItAfterTheSave()
    {
        PublishDraftFlow flow(m_world->connection, m_world->ledger);
        test::Outcome<Routine> outcome(flow);
        PublishDraftFlow::Request wanted = request();
        wanted.publish.expected = QList<VersionShare>{{.versionId = u"another"_s}};

        flow.start(wanted);
        const Result<Routine> routine = outcome.wait();

        QVERIFY(!routine);
        QVERIFY(routine.error().text().contains(u"saved"_s));
        QCOMPARE(m_fake->calls(u"publish"_s), 0);
        QCOMPARE(versions(), 2);
    }

    void cancellingBetweenTheTwoLeavesTheVersion()
    {
        m_fake->hold(u"fetchRoutine"_s);
        PublishDraftFlow flow(m_world->connection, m_world->ledger);
        test::Outcome<Routine> outcome(flow);
        flow.start(request());
        QTRY_COMPARE(flow.step(), PublishDraftFlow::Step::Checking);
        QVERIFY(flow.canCancel());

        flow.cancel();

        const Result<Routine> routine = outcome.wait();
        QCOMPARE(routine.error().code, ErrorCode::Cancelled);
        QCOMPARE(versions(), 2);
        QCOMPARE(m_fake->calls(u"publish"_s), 0);
        QCOMPARE(entries().size(), 1);
        QCOMPARE(entries().first().outcome, ActOutcome::Done);
    }

    void anAccountThatIsLeftEndsIt()
    {
        m_fake->hold(u"publish"_s);
        PublishDraftFlow flow(m_world->connection, m_world->ledger);
        test::Outcome<Routine> outcome(flow);
        flow.start(request());
        QTRY_COMPARE(flow.step(), PublishDraftFlow::Step::Publishing);

        m_world->connection.close();

        QCOMPARE(outcome.wait().error().code, ErrorCode::OutcomeUnknown);
        const QList<LedgerEntry> acts = entries();
        QVERIFY(acts.at(0).isOpen);
        QCOMPARE(acts.at(1).outcome, ActOutcome::Done);
    }

    void anotherAccountIsNeverPublishedToWithWhatWasSavedBefore()
    {
        Fake *other = nullptr;
        PublishDraftFlow flow(m_world->connection, m_world->ledger);
        test::Outcome<Routine> outcome(flow);
        flow.start(request());
        // Right between the end of the saving and its being told.
        connect(flow.findChild<SaveVersionFlow *>(), &SaveVersionFlow::stepChanged, &flow,
                [&](SaveVersionFlow::Step step) {
                    if (step != SaveVersionFlow::Step::Done)
                        return;
                    QMetaObject::invokeMethod(
                        &flow, [&] { other = &m_world->connectFake({kName}, u"two"_s); },
                        Qt::QueuedConnection);
                });

        const Result<Routine> routine = outcome.wait();

        QVERIFY(!routine);
        QVERIFY(other);
        QVERIFY2(routine.error().message.contains(u"was saved, but it was not published"_s),
                 qPrintable(routine.error().message));
        QCOMPARE(other->calls(u"publish"_s), 0);
        QTRY_COMPARE(entries().size(), 1);
        QCOMPARE(entries().first().key.accountId, u"one"_s);
        QTRY_COMPARE(entries().first().outcome, ActOutcome::Done);
    }

    void aCrashBetweenTheTwoIsToldAndNotContinued()
    {
        m_fake->hold(u"fetchRoutine"_s);
        auto flow = std::make_unique<PublishDraftFlow>(m_world->connection, m_world->ledger);
        flow->start(request());
        QTRY_COMPARE(flow->step(), PublishDraftFlow::Step::Checking);
        const QString made = flow->versionId();

        const test::FakeRoutineService::StoredRoutine stored = m_fake->routines()[kName];
        flow.reset();
        m_world.reset();
        m_world = std::make_unique<test::World>(m_folder->path());
        UnfinishedActs acts(m_world->connection, m_world->ledger);
        QSignalSpy told(&acts, &UnfinishedActs::settled);
        auto service = test::World::makeFake({kName});
        m_fake = service.get();
        m_fake->routines()[kName] = stored;
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));

        QTRY_COMPARE(told.count(), 1);
        const auto settled = told.first().first().value<QList<LedgerEntry>>();
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled.first().kind, ActKind::SaveVersion);
        QCOMPARE(settled.first().outcome, ActOutcome::Done);
        QCOMPARE(settled.first().versionId, made);
        QCOMPARE(settled.first().environment, QString(kProduction));
        QCOMPARE(m_fake->calls(u"publish"_s), 0);
        QCOMPARE(live(), m_old);
    }
};

QTEST_GUILESS_MAIN(PublishDraftFlowTest)
#include "tst_publishdraftflow.moc"
