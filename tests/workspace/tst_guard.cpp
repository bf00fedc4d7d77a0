// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"
#include "workspace/guard.h"
#include "world.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;
using Fate = Fake::Fate;

namespace {

const QString kRoutine = u"shop"_s;

} // namespace

/// What others did between a decision and its execution.
class GuardTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<test::World>(m_folder->path());
        m_guard = std::make_unique<Guard>(m_world->connection, m_world->catalog, m_world->history,
                                          m_world->memory);
        auto service = test::World::makeFake({kRoutine});
        m_v1 = service->addVersion(kRoutine, "let a;\n");
        m_v2 = service->addVersion(kRoutine, "let b;\n");
        service->routines()[kRoutine].routine.deployments = {
            {.environment = kProduction, .shares = {{m_v1, 100}}}};
        m_fake = service.get();
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        m_world->history.setRoutine(kRoutine);
        QTRY_VERIFY(m_world->isIdle() && m_world->history.isListed());
    }

    void cleanup()
    {
        m_guard.reset();
        m_world.reset();
        m_folder.reset();
    }

    void whenNobodyWasFasterItIsClear()
    {
        const int lists = m_fake->calls(u"listVersions"_s);
        const int routines = m_fake->calls(u"fetchRoutine"_s);

        const Result<GuardFinding> found = look(publishing());

        QVERIFY_RESULT(found);
        QVERIFY(found->isClear());
        QVERIFY(found->readAt.isValid());
        QCOMPARE(m_fake->calls(u"listVersions"_s), lists + 1);
        QCOMPARE(m_fake->calls(u"fetchRoutine"_s), routines + 1);
    }

    void aVersionMadeElsewhereIsNews()
    {
        m_fake->addVersion(kRoutine, "let c;\n");
        const QString newest = m_fake->addVersion(kRoutine, "let d;\n");

        const Result<GuardFinding> found = look(saving("let mine;\n"));

        QVERIFY_RESULT(found);
        QVERIFY(found->isOvertaken() && !found->hasLiveMoved());
        QCOMPARE(found->theirsVersionId, newest);
        QCOMPARE(found->newerVersions, 2);
        QVERIFY(found->theirsAt.isValid());
        QCOMPARE(m_world->shown(), u"v4 v3 v2 v1 unstable"_s);
    }

    void whatIsLiveElsewhereIsNewsForPublishingOnly()
    {
        m_fake->routines()[kRoutine].routine.deployments = {
            {.environment = kProduction, .shares = {{m_v2, 100}}}};

        const Result<GuardFinding> published = look(publishing());
        const Result<GuardFinding> saved = look(saving("let mine;\n"));

        QVERIFY_RESULT(published);
        QVERIFY(published->hasLiveMoved() && !published->isLiveFromHere);
        QCOMPARE(published->liveNow, (QList<VersionShare>{{m_v2, 100}}));
        QVERIFY_RESULT(saved);
        QVERIFY(saved->isClear());
        QCOMPARE(m_world->catalog.routine(kRoutine)->deploymentIn(kProduction).mainVersionId(),
                 m_v2);
    }

    void theOrderOfSharesIsNoNews()
    {
        m_fake->routines()[kRoutine].routine.deployments = {
            {.environment = kProduction, .shares = {{m_v2, 40}, {m_v1, 60}}}};
        GuardQuestion question = publishing();
        question.liveSeen = {{m_v1, 60}, {m_v2, 40}};

        const Result<GuardFinding> same = look(question);
        question.liveSeen = {{m_v1, 40}, {m_v2, 60}};
        const Result<GuardFinding> other = look(question);

        QVERIFY(same && same->isClear());
        QVERIFY(other && other->hasLiveMoved());
    }

    void nothingMovedWhereNothingWasShown()
    {
        GuardQuestion question = publishing();
        question.liveSeen.clear();
        question.isLiveKnown = false;

        const Result<GuardFinding> found = look(question);

        QVERIFY(found && found->isClear());
    }

    void aBaseThatIsOldOnPurposeIsNoNews()
    {
        GuardQuestion question = saving("let mine;\n");
        question.baseVersionId = m_v1;

        question.newestSeen = m_v2;
        const Result<GuardFinding> onPurpose = look(question);
        question.newestSeen.clear();
        const Result<GuardFinding> unknown = look(question);

        QVERIFY(onPurpose && onPurpose->isClear());
        QVERIFY(unknown && unknown->theirsVersionId == m_v2);
    }

    void whatWasSeenMayBeGone()
    {
        m_fake->routines()[kRoutine].versions.clear();
        const QString newest = m_fake->addVersion(kRoutine, "let c;\n");

        const Result<GuardFinding> found = look(saving("let mine;\n"));

        QVERIFY(found && found->theirsVersionId == newest);
        QCOMPARE(found->newerVersions, 1);
    }

    void aNewRoutineIsOvertakenByItsFirstVersion()
    {
        m_fake->routines()[u"fresh"_s].routine.name = u"fresh"_s;
        GuardQuestion question{.routine = u"fresh"_s};
        const Result<GuardFinding> before = look(question);
        const QString first = m_fake->addVersion(u"fresh"_s, "let x;\n");

        const Result<GuardFinding> after = look(question);

        QVERIFY(before && before->isClear());
        QVERIFY(after && after->theirsVersionId == first);
    }

    void whatWasSavedFromHereIsNotSomebodyElses()
    {
        const QString own = m_fake->addVersion(kRoutine, "let own;\n");
        enter({.kind = ActKind::SaveVersion, .versionId = own, .outcome = ActOutcome::Done});

        const Result<GuardFinding> mine = look(saving("let mine;\n"));
        const QString theirs = m_fake->addVersion(kRoutine, "let theirs;\n");
        const Result<GuardFinding> both = look(saving("let mine;\n"));

        QVERIFY(mine && mine->isClear());
        QVERIFY(both && both->theirsVersionId == theirs);
        QCOMPARE(both->newerVersions, 1);
    }

    void whatWasSentFromHereWithoutAnEndIsKnownByItsCode()
    {
        const QByteArray code = "let own;\n";
        const QString theirs = m_fake->addVersion(kRoutine, "let theirs;\n");
        m_fake->addVersion(kRoutine, code);
        enter({.kind = ActKind::SaveVersion,
               .outcome = ActOutcome::Unknown,
               .digest = QCryptographicHash::hash(code, QCryptographicHash::Sha256)});

        const Result<GuardFinding> found = look(saving("let mine;\n"));

        QVERIFY(found && found->theirsVersionId == theirs);
        QCOMPARE(found->newerVersions, 1);
    }

    void anotherRoutinesOwnVersionsCountForNothing()
    {
        const QString theirs = m_fake->addVersion(kRoutine, "let own;\n");
        LedgerEntry entry{.key = {.accountId = u"one"_s, .routine = u"other"_s},
                          .kind = ActKind::SaveVersion,
                          .versionId = theirs,
                          .outcome = ActOutcome::Done};
        QVERIFY_RESULT(test::wait(m_world->ledger.enter(entry)));

        const Result<GuardFinding> found = look(saving("let mine;\n"));

        QVERIFY(found && found->isOvertaken());
    }

    void theSameBytesAreNoConflict()
    {
        m_fake->addVersion(kRoutine, "let mine;\n");

        const Result<GuardFinding> same = look(saving("let mine;\n"));
        const Result<GuardFinding> other = look(saving("let mine;"));

        QVERIFY(same && same->isClear());
        QVERIFY(other && other->isOvertaken());
    }

    void codeThatCannotBeReadIsNews()
    {
        const QString theirs = m_fake->addVersion(kRoutine, "let mine;\n");
        m_world->archiver.setPaused(true);
        m_fake->script(u"fetchBody"_s, Fate::Fails, ErrorCode::ServiceFailure);

        const Result<GuardFinding> found = look(saving("let mine;\n"));

        QVERIFY(found && found->theirsVersionId == theirs);
    }

    void whoPublishedIsTold()
    {
        m_fake->routines()[kRoutine].routine.deployments = {
            {.environment = kProduction, .shares = {{m_v2, 100}}}};
        enter({.kind = ActKind::Publish,
               .environment = kProduction,
               .to = {{m_v2, 100}},
               .outcome = ActOutcome::Done});

        const Result<GuardFinding> found = look(publishing());

        QVERIFY(found && found->hasLiveMoved() && found->isLiveFromHere);
    }

    void aReadingThatFailsIsNotClear_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::newRow("the versions") << u"listVersions"_s;
        QTest::newRow("what is live") << u"fetchRoutine"_s;
    }

    void aReadingThatFailsIsNotClear()
    {
        QFETCH(const QString, operation);
        m_fake->script(operation, Fate::Fails, ErrorCode::ServiceFailure);

        const Result<GuardFinding> found = look(publishing());

        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::ServiceFailure);
    }

    void itCanBeStopped()
    {
        m_fake->hold(u"listVersions"_s);
        Reply<GuardFinding> *reply = m_guard->look(publishing());

        reply->cancel();

        const Result<GuardFinding> found = test::wait(reply);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
        m_fake->release();
        QTRY_VERIFY(m_world->isIdle());
    }

    void leavingTheAccountEndsIt()
    {
        m_fake->hold(u"listVersions"_s);
        Reply<GuardFinding> *reply = m_guard->look(publishing());

        m_world->connection.close();

        const Result<GuardFinding> found = test::wait(reply);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
        QVERIFY(!look(publishing()));
    }

    void ofAHundredRoundsEachIsDetected()
    {
        m_world->archiver.setPaused(true);
        GuardQuestion question = publishing();
        for (int round = 0; round < 100; ++round) {
            const Result<GuardFinding> before = look(question);
            QVERIFY_RESULT(before);
            QVERIFY(before->isClear());
            const QString theirs =
                m_fake->addVersion(kRoutine, "let r;" + QByteArray::number(round));
            QVERIFY_RESULT(test::wait(m_fake->publish(kRoutine, kProduction, {{theirs, 100}})));

            const Result<GuardFinding> after = look(question);

            QVERIFY_RESULT(after);
            QCOMPARE(after->theirsVersionId, theirs);
            QCOMPARE(after->newerVersions, 1);
            QVERIFY(after->hasLiveMoved());
            question.newestSeen = theirs;
            question.liveSeen = after->liveNow;
        }
    }

private:
    [[nodiscard]] GuardQuestion publishing() const
    {
        return {.routine = kRoutine,
                .environment = kProduction,
                .baseVersionId = m_v2,
                .newestSeen = m_v2,
                .liveSeen = {{m_v1, 100}}};
    }

    [[nodiscard]] GuardQuestion saving(const QByteArray &code) const
    {
        return {.routine = kRoutine, .baseVersionId = m_v2, .newestSeen = m_v2, .code = code};
    }

    [[nodiscard]] Result<GuardFinding> look(const GuardQuestion &question)
    {
        return test::wait(m_guard->look(question));
    }

    void enter(LedgerEntry entry)
    {
        entry.key = {.accountId = u"one"_s, .routine = kRoutine};
        entry.isOpen = false;
        QVERIFY_RESULT(test::wait(m_world->ledger.enter(entry)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::World> m_world;
    std::unique_ptr<Guard> m_guard;
    Fake *m_fake = nullptr;
    QString m_v1;
    QString m_v2;
};

QTEST_GUILESS_MAIN(GuardTest)

#include "tst_guard.moc"
