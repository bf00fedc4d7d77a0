// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"
#include "world.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;
using Fate = Fake::Fate;

class ArchiverTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<test::World>(m_folder->path());
    }

    void cleanup()
    {
        m_world.reset();
        m_folder.reset();
    }

    void theRoutineOnScreenComesFirstAndNewestFirst()
    {
        auto service = test::World::makeFake({u"a"_s, u"b"_s});
        const QString a1 = service->addVersion(u"a"_s, "let a = 1;\n");
        const QString a2 = service->addVersion(u"a"_s, "let a = 2;\n");
        const QString b1 = service->addVersion(u"b"_s, "let b = 1;\n");
        const QString b2 = service->addVersion(u"b"_s, "let b = 2;\n");
        const Fake &fake = *service;
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));

        m_world->history.setRoutine(u"b"_s);

        QTRY_COMPARE(fake.bodiesAsked(), QStringList({b2, b1, a2, a1}));
        QTRY_VERIFY(m_world->isIdle());
        QVERIFY(held(u"b"_s, b1) && held(u"a"_s, a1));
    }

    void aFewAreUnderWayAndProgressIsTold()
    {
        Fake &fake = connectHeld();

        QTRY_COMPARE(fake.waiting(), Archiver::kAtOnce);
        QTRY_COMPARE(m_world->archiver.progress(), (Archiver::Progress{.done = 0, .total = 5}));
        QCoreApplication::processEvents();
        QCOMPARE(fake.waiting(), Archiver::kAtOnce);
        fake.release();

        QTRY_COMPARE(m_world->archiver.progress(), Archiver::Progress());
        QCOMPARE(fake.bodiesAsked().size(), 5);
    }

    void whoAsksBetweenAnAnswerAndItsDeliveryJoinsIt()
    {
        auto service = test::World::makeFake({u"a"_s});
        const QString id = service->addVersion(u"a"_s, "let a = 1;\n");
        service->hold(u"listRoutines"_s); // the archiver knows of nothing
        service->hold(u"fetchBody"_s);
        Fake &fake = *service;
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        VersionCodes &codes = m_world->history.codes();
        QSignalSpy first(codes.archive(u"a"_s, id), &ReplyBase::finished);

        fake.release();
        Reply<> *second = codes.archive(u"a"_s, id);

        QVERIFY_RESULT(test::wait(second));
        QTRY_COMPARE(first.count(), 1);
        QVERIFY(held(u"a"_s, id));
        QCOMPARE(fake.calls(u"fetchBody"_s), 1);
    }

    void whoAsksAfterACallWasStoppedGetsAnotherOne()
    {
        auto service = test::World::makeFake({u"a"_s});
        const QString id = service->addVersion(u"a"_s, "let a = 1;\n");
        service->hold(u"listRoutines"_s);
        service->hold(u"fetchBody"_s);
        Fake &fake = *service;
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        Reply<VersionCode> *stopped = m_world->history.fetchCode(u"a"_s, id);
        QTRY_COMPARE(fake.calls(u"fetchBody"_s), 1);

        stopped->cancel();
        stopped->cancel();
        Reply<VersionCode> *wanted = m_world->history.fetchCode(u"a"_s, id);
        QTRY_COMPARE(fake.calls(u"fetchBody"_s), 2);
        fake.release();

        QVERIFY_RESULT(test::wait(wanted));
    }

    void aBodyIsFetchedOnceEver()
    {
        Fake &fake = connectHeld();
        fake.release();
        QTRY_COMPARE(fake.bodiesAsked().size(), 5);
        QTRY_VERIFY(m_world->isIdle());

        m_world->catalog.refresh();
        m_world->history.refresh();
        QTRY_VERIFY(m_world->isIdle());
        QCOMPARE(fake.bodiesAsked().size(), 5);

        m_world = std::make_unique<test::World>(m_folder->path()); // started again
        auto again = test::World::makeFake({u"a"_s});
        again->addVersion(u"a"_s, "let v = 0;\n"); // the fake gives it the same id
        const Fake &second = *again;
        m_world->connection.adopt({.id = u"one"_s}, std::move(again));
        m_world->history.setRoutine(u"a"_s);
        QTRY_COMPARE(m_world->shown(), u"(v5) (v4) (v3) (v2) v1 unstable"_s);
        QTRY_VERIFY(m_world->isIdle());
        QCOMPARE(second.bodiesAsked(), QStringList());
    }

    void whatTheUserWaitsForGoesFirst()
    {
        Fake &fake = connectHeld();
        QTRY_COMPARE(fake.waiting(), Archiver::kAtOnce);
        const QString oldest = fake.routines()[u"a"_s].versions.constLast().version.id;
        const QString second = fake.routines()[u"a"_s].versions.at(1).version.id;
        int answers = 0;
        for (const QString &id : {oldest, second}) {
            m_world->history.fetchCode(u"a"_s, id)
                ->then(this,
                       [&answers](const Result<VersionCode> &code) { answers += code ? 1 : 0; });
        }
        QTRY_COMPARE(fake.waiting(), Archiver::kAtOnce + 1);

        fake.release();

        QTRY_COMPARE(answers, 2);
        QTRY_VERIFY(m_world->isIdle());
        QCOMPARE(fake.bodiesAsked().at(Archiver::kAtOnce), oldest);
        QCOMPARE(fake.bodiesAsked().count(second), 1); // one call for both
        QCOMPARE(fake.bodiesAsked().size(), 5);
    }

    void aCancelledReadingDoesNotTakeTheArchiversAway()
    {
        Fake &fake = connectHeld();
        QTRY_COMPARE(fake.waiting(), Archiver::kAtOnce);
        const QString newest = fake.routines()[u"a"_s].versions.constFirst().version.id;
        auto *reply = m_world->history.fetchCode(u"a"_s, newest);
        QTRY_VERIFY(m_world->history.isAwaited());

        reply->cancel();

        const Result<VersionCode> code = test::wait(reply);
        QVERIFY(!code);
        QCOMPARE(code.error().code, ErrorCode::Cancelled);
        fake.release();
        QTRY_VERIFY(m_world->isIdle());
        QVERIFY(held(u"a"_s, newest));
    }

    void nothingIsBegunWhilePaused()
    {
        m_world->archiver.setPaused(true);
        Fake &fake = connectHeld();
        QTRY_COMPARE(m_world->archiver.progress(),
                     (Archiver::Progress{.done = 0, .total = 5, .isPaused = true}));
        QCoreApplication::processEvents();
        QCOMPARE(fake.bodiesAsked(), QStringList());
        fake.release();

        m_world->archiver.setPaused(false);

        QTRY_COMPARE(fake.bodiesAsked().size(), 5);
        QTRY_VERIFY(m_world->isIdle());
    }

    void aFailureStopsNothingAndIsTriedAgainAtTheNextRefresh()
    {
        auto service = test::World::makeFake({u"a"_s});
        for (int i = 0; i < 4; ++i)
            service->addVersion(u"a"_s, "let v = " + QByteArray::number(i) + ";\n");
        service->script(u"fetchBody"_s, Fate::Fails, ErrorCode::ServiceFailure);
        Fake &fake = *service;
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        m_world->history.setRoutine(u"a"_s);
        QTRY_COMPARE(fake.bodiesAsked().size(), 4);
        QTRY_VERIFY(m_world->isIdle());
        const QString failed = fake.bodiesAsked().constFirst();
        QVERIFY(!held(u"a"_s, failed));

        m_world->history.refresh();

        QTRY_COMPARE(fake.bodiesAsked().size(), 5);
        QCOMPARE(fake.bodiesAsked().constLast(), failed);
        QTRY_VERIFY(m_world->isIdle() && held(u"a"_s, failed));
    }

    void whatIsNoCodeIsMarkedAndAskedForOncePerConnection()
    {
        auto service = test::World::makeFake({u"a"_s});
        const QString lost = service->addVersion(
            u"a"_s, "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>");
        Fake &fake = *service;
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        m_world->history.setRoutine(u"a"_s);
        QTRY_COMPARE(fake.bodiesAsked(), QStringList{lost});
        QTRY_VERIFY(m_world->isIdle());
        QTRY_VERIFY(m_world->history.model().index(0).data(VersionListModel::LostRole).toBool());
        QVERIFY(!m_world->history.model().index(0).data(VersionListModel::HeldRole).toBool());

        m_world->history.refresh();
        m_world->catalog.refresh();

        QTRY_VERIFY(m_world->isIdle());
        QCOMPARE(fake.bodiesAsked(), QStringList{lost});
    }

    void theStagingSlotIsNoVersion()
    {
        Fake &fake = connectHeld();
        fake.release();

        QTRY_COMPARE(fake.bodiesAsked().size(), 5);
        QTRY_VERIFY(m_world->isIdle());
        QVERIFY(!fake.bodiesAsked().contains(u"unstable"_s));
        const Result<QList<ArchivedVersion>> archived =
            test::wait(m_world->archive.versions({u"one"_s, u"a"_s}));
        QVERIFY_RESULT(archived);
        QCOMPARE(archived->size(), 5);
    }

    void itStopsAtOnceWhenTheAccountIsLeft()
    {
        Fake &fake = connectHeld();
        QTRY_COMPARE(fake.waiting(), Archiver::kAtOnce);
        fake.release();

        auto other = test::World::makeFake({u"z"_s});
        const QString z1 = other->addVersion(u"z"_s, "let z;\n");
        const Fake &second = *other;
        m_world->connection.adopt({.id = u"two"_s}, std::move(other));

        QTRY_COMPARE(second.bodiesAsked(), QStringList{z1});
        QTRY_VERIFY(m_world->isIdle());
        const Result<QList<ArchivedVersion>> archived =
            test::wait(m_world->archive.versions({u"two"_s, u"a"_s}));
        QVERIFY_RESULT(archived);
        QVERIFY(archived->isEmpty());
    }

    void withoutANetworkItWaits()
    {
        Fake &fake = connectHeld();
        QTRY_COMPARE(fake.waiting(), Archiver::kAtOnce);
        const QSignalSpy reachability(&m_world->connection, &Connection::reachabilityChanged);

        m_world->connection.noteReading(Error{.code = ErrorCode::Network});
        fake.release();

        QTRY_COMPARE(reachability.count(), 2); // the answers under way show that it is back
        QTRY_VERIFY(m_world->isIdle());
        QCOMPARE(fake.bodiesAsked().size(), 5);
    }

private:
    /// One routine with five versions, whose bodies wait.
    Fake &connectHeld()
    {
        auto service = test::World::makeFake({u"a"_s});
        for (int i = 0; i < 5; ++i)
            service->addVersion(u"a"_s, "let v = " + QByteArray::number(i) + ";\n");
        service->hold(u"fetchBody"_s);
        Fake &fake = *service;
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        m_world->history.setRoutine(u"a"_s);
        return fake;
    }

    [[nodiscard]] bool held(const QString &routine, const QString &versionId)
    {
        return test::wait(m_world->archive.body({u"one"_s, routine}, versionId)).hasValue();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::World> m_world;
};

QTEST_GUILESS_MAIN(ArchiverTest)
#include "tst_archiver.moc"
