// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeroutineservice.h"
#include "support/ledgerfixture.h"
#include "support/outcome.h"
#include "support/testing.h"
#include "workspace/publishflow.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;
using Fate = Fake::Fate;

class PublishFlowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto service = std::make_unique<Fake>();
        m_fake = service.get();
        m_connection = std::make_unique<Connection>(m_network);
        m_connection->adopt({.id = u"test"_s, .name = u"Test"_s}, std::move(service));
        m_ledger = std::make_unique<test::LedgerFixture>();
        m_v1 = m_fake->addVersion(u"hello"_s, "let v = 1;\n");
        m_v2 = m_fake->addVersion(u"hello"_s, "let v = 2;\n");
        m_broken = m_fake->addVersion(u"hello"_s, "<?xml version=\"1.0\"?><Error></Error>");
        live() = {{.environment = kProduction, .shares = {{.versionId = m_v1}}}};
    }

    void publishesOnceAndReadsBack()
    {
        PublishFlow flow(*m_connection, m_ledger->ledger());

        const Result<Routine> published = run(flow, {{.versionId = m_v2}});

        QVERIFY_RESULT(published);
        QCOMPARE(published->deploymentIn(kProduction).shares,
                 QList<VersionShare>{{.versionId = m_v2}});
        QCOMPARE(m_fake->calls(u"publish"_s), 1);
        QCOMPARE(flow.step(), PublishFlow::Step::Done);
    }

    void publishesASplit()
    {
        PublishFlow flow(*m_connection, m_ledger->ledger());

        const Result<Routine> published = run(
            flow, {{.versionId = m_v1, .percentage = 90}, {.versionId = m_v2, .percentage = 10}});

        QVERIFY_RESULT(published);
        QCOMPARE(published->deploymentIn(kProduction).shares.size(), 2);
    }

    void refusesBeforeSending_data()
    {
        QTest::addColumn<QList<VersionShare>>("shares");
        QTest::addColumn<QString>("environment");
        const QString production = kProduction;
        QTest::newRow("nothing") << QList<VersionShare>() << production;
        QTest::newRow("not 100") << QList<VersionShare>{{.versionId = m_v1, .percentage = 99}}
                                 << production;
        QTest::newRow("a share of 0")
            << QList<VersionShare>{{u"1"_s, 100}, {u"2"_s, 0}} << production;
        QTest::newRow("a negative share")
            << QList<VersionShare>{{u"1"_s, 150}, {u"2"_s, -50}} << production;
        QTest::newRow("the same twice")
            << QList<VersionShare>{{u"1"_s, 50}, {u"1"_s, 50}} << production;
        QTest::newRow("too many") << QList<VersionShare>{{u"1"_s, 50}, {u"2"_s, 25}, {u"3"_s, 25}}
                                  << production;
        QTest::newRow("no id") << QList<VersionShare>{{QString(), 100}} << production;
        QTest::newRow("no such environment") << QList<VersionShare>{{u"1"_s, 100}} << u"mars"_s;
    }

    void refusesBeforeSending()
    {
        QFETCH(const QList<VersionShare>, shares);
        QFETCH(const QString, environment);
        PublishFlow flow(*m_connection, m_ledger->ledger());

        const Result<Routine> published = run(flow, shares, environment);

        QVERIFY(!published);
        QCOMPARE(published.error().code, ErrorCode::InvalidRequest);
        QCOMPARE(m_fake->calls(u"publish"_s), 0);
    }

    void aMissingEnvironmentIsNamedInWords_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("message");
        QTest::newRow("production")
            << QString(kProduction) << u"This service has no production environment."_s;
        QTest::newRow("staging") << QString(kStaging)
                                 << u"This service has no staging environment."_s;
    }

    void aMissingEnvironmentIsNamedInWords()
    {
        QFETCH(const QString, environment);
        m_fake->capabilities().environments.removeAll(environment);
        PublishFlow flow(*m_connection, m_ledger->ledger());

        const Result<Routine> published = run(flow, {{.versionId = m_v2}}, environment);

        QVERIFY(!published);
        QTEST(published.error().message, "message");
    }

    void onlyCodeIsPublished()
    {
        PublishFlow flow(*m_connection, m_ledger->ledger());

        const Result<Routine> published = run(flow, {{.versionId = m_v1, .percentage = 50},
                                                     {.versionId = m_broken, .percentage = 50}});

        QVERIFY(!published);
        QCOMPARE(published.error().code, ErrorCode::NotCode);
        QCOMPARE(m_fake->calls(u"publish"_s), 0);
    }

    void saysWhatIsLive_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("refused") << u"publish"_s << Fate::Fails << ErrorCode::Forbidden
                                 << u"Nothing was published."_s;
        QTest::newRow("never sent")
            << u"publish"_s << Fate::Fails << ErrorCode::Network << u"Nothing was published."_s;
        QTest::newRow("lost, not executed")
            << u"publish"_s << Fate::Fails << ErrorCode::OutcomeUnknown
            << u"The answer was lost; nothing was published."_s;
        QTest::newRow("before unreadable")
            << u"fetchRoutine"_s << Fate::Fails << ErrorCode::Network << u"nothing was published"_s;
        QTest::newRow("code unreadable")
            << u"fetchBody"_s << Fate::Fails << ErrorCode::Network << u"nothing was published"_s;
    }

    void saysWhatIsLive()
    {
        QFETCH(const QString, operation);
        QFETCH(const Fate, fate);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, message);
        m_fake->script(operation, fate, code);
        PublishFlow flow(*m_connection, m_ledger->ledger());

        const Result<Routine> published = run(flow, {{.versionId = m_v2}});

        QVERIFY(!published);
        QCOMPARE(published.error().code,
                 code == ErrorCode::OutcomeUnknown ? ErrorCode::ServiceFailure : code); // settled
        QVERIFY2(published.error().message.contains(message),
                 qPrintable(published.error().message));
        QCOMPARE(live().first().shares.first().versionId, m_v1);
    }

    void aLostAnswerToAnExecutedCallIsASuccess()
    {
        m_fake->script(u"publish"_s, Fate::ExecutedButLost, ErrorCode::OutcomeUnknown);
        PublishFlow flow(*m_connection, m_ledger->ledger());

        const Result<Routine> published = run(flow, {{.versionId = m_v2}});

        QVERIFY_RESULT(published);
        QCOMPARE(m_fake->calls(u"publish"_s), 1);
    }

    void aLostAnswerAndNoWayToReadIsUnknown()
    {
        m_fake->hold(u"publish"_s);
        m_fake->script(u"publish"_s, Fate::ExecutedButLost, ErrorCode::OutcomeUnknown);
        PublishFlow flow(*m_connection, m_ledger->ledger());
        connect(&flow, &PublishFlow::stepChanged, this, [this](PublishFlow::Step step) {
            if (step != PublishFlow::Step::Publishing)
                return;
            m_fake->script(u"fetchRoutine"_s, Fate::Fails, ErrorCode::Network);
            QMetaObject::invokeMethod(
                this, [this] { m_fake->release(); }, Qt::QueuedConnection);
        });

        const Result<Routine> published = run(flow, {{.versionId = m_v2}});

        QVERIFY(!published);
        QCOMPARE(published.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(m_fake->calls(u"publish"_s), 1);
    }

    void someoneElsesPublicationIsTold_data()
    {
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<bool>("lost");
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("now");
        const QString production = u"Live in production now: v3."_s;
        const QString staging = u"Live in staging now: v3."_s;
        QTest::newRow("answer lost") << Fate::Fails << true << QString(kProduction) << production;
        QTest::newRow("accepted") << Fate::Fails << false << QString(kProduction) << production;
        QTest::newRow("on staging") << Fate::Fails << false << QString(kStaging) << staging;
    }

    void someoneElsesPublicationIsTold()
    {
        QFETCH(const Fate, fate);
        QFETCH(const bool, lost);
        QFETCH(const QString, environment);
        if (lost)
            m_fake->script(u"publish"_s, fate, ErrorCode::OutcomeUnknown);
        PublishFlow flow(*m_connection, m_ledger->ledger());
        connect(&flow, &PublishFlow::stepChanged, this, [&](PublishFlow::Step step) {
            if (step == PublishFlow::Step::ReadingBack)
                live() = {{.environment = environment, .shares = {{.versionId = m_broken}}}};
        });

        const Result<Routine> published = run(flow, {{.versionId = m_v2}}, environment);

        QVERIFY(!published);
        QCOMPARE(published.error().code, ErrorCode::Mismatch);
        QTEST(published.error().advice, "now");
    }

    void canBeCancelledUntilItIsSent_data()
    {
        QTest::addColumn<QString>("held");
        QTest::addColumn<bool>("possible");
        QTest::newRow("reading what is live") << u"fetchRoutine"_s << true;
        QTest::newRow("checking") << u"fetchBody"_s << true;
        QTest::newRow("publishing") << u"publish"_s << false;
    }

    void canBeCancelledUntilItIsSent()
    {
        QFETCH(const QString, held);
        QFETCH(const bool, possible);
        m_fake->hold(held);
        PublishFlow flow(*m_connection, m_ledger->ledger());
        test::Outcome<Routine> finished(flow);
        flow.start(
            {.routine = u"hello"_s, .environment = kProduction, .shares = {{.versionId = m_v2}}});
        QTRY_COMPARE(m_fake->waiting(), 1);

        QCOMPARE(flow.canCancel(), possible);
        flow.cancel();
        m_fake->release();

        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished.wait().hasValue(), !possible);
        QCOMPARE(m_fake->calls(u"publish"_s), possible ? 0 : 1);
    }

    void endsWhenTheAccountIsLeft()
    {
        m_fake->hold(u"publish"_s);
        PublishFlow flow(*m_connection, m_ledger->ledger());
        test::Outcome<Routine> finished(flow);
        flow.start(
            {.routine = u"hello"_s, .environment = kProduction, .shares = {{.versionId = m_v2}}});
        QTRY_COMPARE(m_fake->waiting(), 1);

        m_connection->close();

        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished.wait().error().code, ErrorCode::OutcomeUnknown);
        QTRY_COMPARE(m_ledger->entries().first().outcome, ActOutcome::Unknown);
        QVERIFY(m_ledger->entries().first().isOpen);
    }

    void theIntentIsOnTheDiskBeforeItIsSent()
    {
        m_fake->hold(u"publish"_s);
        PublishFlow flow(*m_connection, m_ledger->ledger());
        test::Outcome<Routine> finished(flow);
        flow.start({.routine = u"hello"_s,
                    .environment = kProduction,
                    .shares = {{.versionId = m_v2}},
                    .reason = u"cache 404s"_s});
        QTRY_COMPARE(m_fake->waiting(), 1);

        const QList<LedgerEntry> begun = m_ledger->entries();
        QCOMPARE(begun.size(), 1);
        const LedgerEntry &entry = begun.first();
        QCOMPARE(entry.key, (RoutineKey{u"test"_s, u"hello"_s}));
        QCOMPARE(entry.accountName, u"Test"_s);
        QCOMPARE(entry.kind, ActKind::Publish);
        QCOMPARE(entry.environment, QString(kProduction));
        QCOMPARE(entry.from, QList<VersionShare>{{.versionId = m_v1}});
        QCOMPARE(entry.to, QList<VersionShare>{{.versionId = m_v2}});
        QCOMPARE(entry.reason, u"cache 404s"_s);
        QCOMPARE(entry.outcome, ActOutcome::Pending);

        m_fake->release();
        QVERIFY_RESULT(finished.wait());
        QTRY_COMPARE(m_ledger->entries().first().outcome, ActOutcome::Done);
        QCOMPARE(m_ledger->entries().size(), 1);
        QVERIFY(!flow.unrecorded());
    }

    void theLedgerKnowsHowItEnded_data()
    {
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("unreadable");
        QTest::addColumn<ActOutcome>("outcome");
        QTest::addColumn<bool>("open");
        QTest::newRow("refused") << Fate::Fails << ErrorCode::Forbidden << false
                                 << ActOutcome::NothingHappened << false;
        QTest::newRow("lost, not executed") << Fate::Fails << ErrorCode::OutcomeUnknown << false
                                            << ActOutcome::NothingHappened << false;
        QTest::newRow("lost, executed") << Fate::ExecutedButLost << ErrorCode::OutcomeUnknown
                                        << false << ActOutcome::Done << false;
        QTest::newRow("lost, unreadable") << Fate::ExecutedButLost << ErrorCode::OutcomeUnknown
                                          << true << ActOutcome::Unknown << true;
    }

    void theLedgerKnowsHowItEnded()
    {
        QFETCH(const Fate, fate);
        QFETCH(const ErrorCode, code);
        QFETCH(const bool, unreadable);
        m_fake->script(u"publish"_s, fate, code);
        PublishFlow flow(*m_connection, m_ledger->ledger());
        connect(&flow, &PublishFlow::stepChanged, this, [&](PublishFlow::Step step) {
            if (step == PublishFlow::Step::ReadingBack && unreadable)
                m_fake->script(u"fetchRoutine"_s, Fate::Fails, ErrorCode::Network);
        });

        static_cast<void>(run(flow, {{.versionId = m_v2}}));

        QTRY_VERIFY(m_ledger->entries().first().outcome != ActOutcome::Pending);
        QTEST(m_ledger->entries().first().outcome, "outcome");
        QTEST(m_ledger->entries().first().isOpen, "open");
        QCOMPARE(m_ledger->entries().size(), 1);
    }

    void aPublicationWithoutALedgerIsToldAndDone()
    {
        m_ledger->breakWrites();
        PublishFlow flow(*m_connection, m_ledger->ledger());

        const Result<Routine> published = run(flow, {{.versionId = m_v2}});

        QVERIFY_RESULT(published);
        QVERIFY(flow.unrecorded());
        QVERIFY(!flow.unrecorded()->message.isEmpty());
        QCOMPARE(m_fake->calls(u"publish"_s), 1);
    }

    void aCancelledPublicationLeavesNothingOpen()
    {
        m_fake->hold(u"fetchBody"_s);
        PublishFlow flow(*m_connection, m_ledger->ledger());
        test::Outcome<Routine> finished(flow);
        flow.start(
            {.routine = u"hello"_s, .environment = kProduction, .shares = {{.versionId = m_v2}}});
        QTRY_COMPARE(m_fake->waiting(), 1);
        m_fake->release();
        // The intent is being written now, or is about to be.
        QMetaObject::invokeMethod(
            &flow, [&flow] { flow.cancel(); }, Qt::QueuedConnection);

        static_cast<void>(finished.wait());

        QCOMPARE(m_fake->calls(u"publish"_s), 0);
        const Result<QList<LedgerEntry>> open =
            test::wait(m_ledger->ledger().openEntries(u"test"_s));
        QVERIFY_RESULT(open);
        QCOMPARE(open->size(), 0);
    }

private:
    QList<Deployment> &live() { return m_fake->routines()[u"hello"_s].routine.deployments; }

    Result<Routine> run(PublishFlow &flow, const QList<VersionShare> &shares,
                        const QString &environment = kProduction)
    {
        test::Outcome<Routine> finished(flow);
        flow.start({.routine = u"hello"_s,
                    .environment = environment,
                    .shares = shares,
                    .versionNames = {{m_v1, u"v1"_s}, {m_v2, u"v2"_s}, {m_broken, u"v3"_s}}});
        return finished.wait();
    }

    QNetworkAccessManager m_network;
    std::unique_ptr<test::LedgerFixture> m_ledger;
    std::unique_ptr<Connection> m_connection;
    Fake *m_fake = nullptr;
    QString m_v1;
    QString m_v2;
    QString m_broken;
};

QTEST_GUILESS_MAIN(PublishFlowTest)
#include "tst_publishflow.moc"
