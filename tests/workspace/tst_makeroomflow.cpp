// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outcome.h"
#include "support/testing.h"
#include "workspace/makeroomflow.h"
#include "workspace/versionquota.h"
#include "world.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;

class MakeRoomFlowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<test::World>(m_folder->path());
        m_fake = &m_world->connectFake({u"www"_s});
        m_ids.clear();
        for (const char *code : {"let v = 1;\n", "let v = 2;\n", "let v = 3;\n"})
            m_ids.append(m_fake->addVersion(u"www"_s, code));
        m_world->history.setRoutine(u"www"_s);
        QTRY_COMPARE(m_world->history.used(), 3);
        QTRY_VERIFY(m_world->isIdle());
    }
    void cleanup() { m_world.reset(); }

    void versionsAreSecuredAndThenDeletedOneAfterTheOther()
    {
        const auto flow = makeFlow();
        test::Outcome<QStringList> outcome(*flow);

        flow->start(request({m_ids[0], m_ids[1]}));

        const Result<QStringList> deleted = outcome.wait();
        QVERIFY_RESULT(deleted);
        QCOMPARE(*deleted, (QStringList{m_ids[0], m_ids[1]}));
        QCOMPARE(versionsLeft(), QStringList{m_ids[2]});
        for (const QString &id : {m_ids[0], m_ids[1]})
            QVERIFY_RESULT(test::wait(m_world->archive.body(key(), id)));
        QCOMPARE(flow->deleted().size(), 2);
    }

    void nothingIsDoneWhenNothingIsChosen()
    {
        const auto flow = makeFlow();
        test::Outcome<QStringList> outcome(*flow);

        flow->start(request({}));

        QVERIFY_RESULT(outcome.wait());
        QCOMPARE(m_fake->calls(u"fetchRoutine"_s), m_reads);
    }

    void whatSomebodyPublishedMeanwhileStays()
    {
        m_fake->routines()[u"www"_s].routine.deployments = {
            {.environment = kStaging,
             .shares = {{.versionId = m_ids[1], .percentage = 10},
                        {.versionId = m_ids[2], .percentage = 90}}}};
        const auto flow = makeFlow();
        test::Outcome<QStringList> outcome(*flow);

        flow->start(request({m_ids[0], m_ids[1]}));

        const Error error = outcome.wait().error();
        QCOMPARE(error.code, ErrorCode::InUse);
        QVERIFY2(error.message.startsWith(u"two is live now and stays."_s),
                 qPrintable(error.message));
        QVERIFY2(error.message.contains(u"Nothing was deleted."_s), qPrintable(error.message));
        QCOMPARE(versionsLeft().size(), 3);
    }

    void theFirstFailureEndsItWithTheTruth_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("after"); ///< Deletions that go well before.
        QTest::addColumn<Fake::Fate>("fate");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ErrorCode>("expected");
        QTest::addColumn<int>("left");
        QTest::addColumn<QString>("said");
        using enum Fake::Fate;
        using enum ErrorCode;
        QTest::newRow("what is live cannot be read")
            << u"fetchRoutine"_s << 0 << Fails << Network << Network << 3
            << u"What is live could not be read. Nothing was deleted."_s;
        QTest::newRow("the first is refused") << u"deleteVersion"_s << 0 << Fails << InUse << InUse
                                              << 3 << u"one could not be deleted. Nothing was"_s;
        QTest::newRow("the second is refused")
            << u"deleteVersion"_s << 1 << Fails << Forbidden << Forbidden << 2
            << u"two could not be deleted. Deleted from the service before that, with the code in "
               "the archive: one."_s;
        QTest::newRow("the first is denied, but the list has it")
            << u"deleteVersion"_s << 0 << Fails << NotFound << NotFound << 3
            << u"one could not be deleted. Nothing was deleted."_s;
        QTest::newRow("the answer is lost before it is done")
            << u"deleteVersion"_s << 0 << Fails << OutcomeUnknown << ServiceFailure << 3
            << u"one could not be deleted. Nothing was deleted."_s;
    }
    void theFirstFailureEndsItWithTheTruth()
    {
        QFETCH(QString, operation);
        QFETCH(int, after);
        QFETCH(Fake::Fate, fate);
        QFETCH(ErrorCode, code);
        QFETCH(ErrorCode, expected);
        QFETCH(int, left);
        QFETCH(QString, said);
        const auto flow = makeFlow();
        test::Outcome<QStringList> outcome(*flow);
        if (after == 0)
            m_fake->script(operation, fate, code);
        connect(flow.get(), &MakeRoomFlow::stepChanged, this, [&, flow = flow.get()] {
            if (after > 0 && flow->deleted().size() == after
                && flow->step() == MakeRoomFlow::Step::Securing)
                m_fake->script(operation, fate, code);
        });

        flow->start(request({m_ids[0], m_ids[1]}));

        const Result<QStringList> result = outcome.wait();
        QVERIFY(!result);
        QCOMPARE(result.error().code, expected);
        QVERIFY2(result.error().message.startsWith(said), qPrintable(result.error().message));
        QCOMPARE(versionsLeft().size(), left);
        QCOMPARE(flow->deleted().size(), after);
    }

    void aLostAnswerToADeletionIsSettledByReading()
    {
        m_fake->script(u"deleteVersion"_s, Fake::Fate::ExecutedButLost, ErrorCode::OutcomeUnknown);
        const auto flow = makeFlow();
        test::Outcome<QStringList> outcome(*flow);

        flow->start(request({m_ids[0], m_ids[1]}));

        QVERIFY_RESULT(outcome.wait());
        QCOMPARE(versionsLeft(), QStringList{m_ids[2]});
        QCOMPARE(m_fake->calls(u"deleteVersion"_s), 2);
    }

    void aDeletionThatNobodyCanSettleIsNotCalledDone()
    {
        m_fake->script(u"deleteVersion"_s, Fake::Fate::ExecutedButLost, ErrorCode::OutcomeUnknown);
        m_fake->script(u"listVersions"_s, Fake::Fate::Fails, ErrorCode::Network);
        const auto flow = makeFlow();
        test::Outcome<QStringList> outcome(*flow);

        flow->start(request({m_ids[0], m_ids[1]}));

        const Error error = outcome.wait().error();
        QCOMPARE(error.code, ErrorCode::OutcomeUnknown);
        QCOMPARE(error.message, u"Whether one was deleted is not known."_s);
        QCOMPARE(m_fake->calls(u"deleteVersion"_s), 1);
    }

    void whatSomebodyElseDeletedCountsAsRoom()
    {
        QVERIFY_RESULT(test::wait(m_world->history.codes().secure(u"www"_s, m_ids[0])));
        m_fake->routines()[u"www"_s].versions.removeIf(
            [this](const Fake::Stored &stored) { return stored.version.id == m_ids[0]; });
        const auto flow = makeFlow();
        test::Outcome<QStringList> outcome(*flow);

        flow->start(request({m_ids[0], m_ids[1]}));

        const Result<QStringList> deleted = outcome.wait();
        QVERIFY_RESULT(deleted);
        QCOMPARE(deleted->size(), 2);
    }

    void itStopsBetweenTwoDeletions()
    {
        m_fake->hold(u"fetchRoutine"_s);
        const auto flow = makeFlow();
        test::Outcome<QStringList> outcome(*flow);
        flow->start(request({m_ids[0]}));
        QVERIFY(flow->canCancel());

        flow->cancel();
        m_fake->release();

        QCOMPARE(outcome.wait().error().code, ErrorCode::Cancelled);
        QCOMPARE(m_fake->calls(u"deleteVersion"_s), 0);
    }

    void itEndsWhenTheAccountIsLeft()
    {
        m_fake->hold(u"deleteVersion"_s);
        const auto flow = makeFlow();
        test::Outcome<QStringList> outcome(*flow);
        flow->start(request({m_ids[0]}));
        QTRY_COMPARE(m_fake->waiting(), 1);
        QVERIFY(!flow->canCancel());

        m_world->connection.close();

        QCOMPARE(outcome.wait().error().code, ErrorCode::OutcomeUnknown);
    }

    void theQuotaIsWhatIsKnownBest()
    {
        VersionQuota quota(m_world->connection, m_folder->path() + u"/quotas.json"_s);
        using Source = VersionQuota::Source;
        QCOMPARE(quota.value(), 10);
        QCOMPARE(quota.source(), Source::Documented);

        quota.setByUser(12);
        QCOMPARE(quota.value(), 12);
        quota.learn(8);
        QCOMPARE(quota.value(), 8);
        QCOMPARE(quota.source(), Source::Refusal);
        quota.note(8);
        QCOMPARE(quota.value(), 8);
        quota.note(9); // more than it was said to keep
        QCOMPARE(quota.value(), 12);
        quota.learn(8);
        quota.setByUser(0);
        QCOMPARE(quota.source(), Source::Documented);
    }

    void theServicesOwnWordCountsUntilItRefuses()
    {
        VersionQuota quota(m_world->connection, m_folder->path() + u"/quotas.json"_s);
        auto service = test::World::makeFake({u"www"_s});
        service->setQuota({.versionsPerRoutine = 20});
        m_world->connection.adopt({.id = u"two"_s}, std::move(service));
        QTRY_COMPARE(quota.value(), 20);
        QCOMPARE(quota.source(), VersionQuota::Source::Service);

        quota.learn(15);
        QCOMPARE(quota.value(), 15);

        m_world->connection.adopt({.id = u"three"_s}, test::World::makeFake({u"www"_s}));
        QCOMPARE(quota.value(), 10);
    }

    void whatWasLearntIsKnownAfterARestart()
    {
        const QString file = m_folder->path() + u"/quotas.json"_s;
        {
            VersionQuota quota(m_world->connection, file);
            quota.learn(7);
        }

        const VersionQuota quota(m_world->connection, file);

        QCOMPARE(quota.value(), 7);
    }

private:
    [[nodiscard]] std::unique_ptr<MakeRoomFlow> makeFlow()
    {
        m_reads = m_fake->calls(u"fetchRoutine"_s);
        return std::make_unique<MakeRoomFlow>(
            MakeRoomFlow::Around{.connection = m_world->connection,
                                 .codes = m_world->history.codes(),
                                 .ledger = m_world->ledger});
    }

    [[nodiscard]] MakeRoomFlow::Request request(const QStringList &ids) const
    {
        return {.routine = u"www"_s,
                .versionIds = ids,
                .names = {{m_ids[0], u"one"_s}, {m_ids[1], u"two"_s}, {m_ids[2], u"three"_s}}};
    }

    [[nodiscard]] QStringList versionsLeft()
    {
        QStringList ids;
        for (const Fake::Stored &stored : m_fake->routines()[u"www"_s].versions)
            ids.append(stored.version.id);
        return ids;
    }

    [[nodiscard]] static RoutineKey key() { return {.accountId = u"one"_s, .routine = u"www"_s}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::World> m_world;
    Fake *m_fake = nullptr;
    QStringList m_ids; ///< Oldest first.
    int m_reads = 0;
};

QTEST_GUILESS_MAIN(MakeRoomFlowTest)
#include "tst_makeroomflow.moc"
