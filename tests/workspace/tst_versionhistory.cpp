// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"
#include "world.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;
using Fate = Fake::Fate;

namespace {

const QString kRoutine = u"shop"_s;
const QByteArray kErrorPage = "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>";

} // namespace

/// The service and the archive as one history.
class VersionHistoryTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        startAgain();
    }

    void cleanup()
    {
        m_world.reset();
        m_folder.reset();
    }

    void whatIsGoneFromTheServiceStaysWhereItStood()
    {
        Fake &fake = connectWith({"let a;\n", "let b;\n", "let c;\n"});
        QCOMPARE(m_world->shown(), u"v3 v2 v1 unstable"_s);
        const QString second = fake.routines()[kRoutine].versions.at(1).version.id;
        fake.routines()[kRoutine].versions.removeAt(1);

        history().refresh();

        QTRY_COMPARE(m_world->shown(), u"v3 (v2) v1 unstable"_s);
        QCOMPARE(history().used(), 2);
        const Result<VersionCode> code = test::wait(history().fetchCode(kRoutine, second));
        QVERIFY_RESULT(code);
        QCOMPARE(code->bytes, QByteArray("let b;\n"));
        QVERIFY(code->isOnlyHere);
        QCOMPARE(code->name, u"v2"_s);
    }

    void versionsOfOneMomentStandInTheOrderOfTheirNumbers()
    {
        Fake &fake = connectWith({"let a;\n", "let b;\n", "let c;\n"});
        auto &versions = fake.routines()[kRoutine].versions;
        const QString newest = versions.constFirst().version.id;
        for (auto &stored : versions)
            stored.version.createdAt = versions.constFirst().version.createdAt;
        std::ranges::reverse(versions);

        history().refresh();

        QTRY_VERIFY(!history().isRefreshing());
        QCOMPARE(m_world->shown(), u"v3 v2 v1 unstable"_s);
        QCOMPARE(history().newestVersionId(), newest);
    }

    void withoutAConnectionEverythingKnownIsThere()
    {
        Fake &fake = connectWith({"let a;\n", "let b;\n"});
        const QString first = fake.routines()[kRoutine].versions.constLast().version.id;
        fake.routines()[kRoutine].routine.deployments = {
            {.environment = kProduction, .shares = {{first, 100}}}};
        m_world->catalog.refresh();
        QTRY_VERIFY(m_world->isIdle());
        startAgain();
        const QSignalSpy restored(&m_world->catalog, &RoutineCatalog::restored);

        m_world->connection.expect({.id = u"one"_s});
        QTRY_COMPARE(restored.count(), 1);
        history().setRoutine(kRoutine);

        QTRY_COMPARE(m_world->shown(), u"v2 v1"_s);
        QVERIFY(!m_world->catalog.isRead());
        QVERIFY(m_world->catalog.readAt().isValid());
        QCOMPARE(history().model().index(1).data(VersionListModel::ProductionRole).toInt(), 100);
        const Result<VersionCode> code = test::wait(history().fetchCode(kRoutine, first));
        QVERIFY_RESULT(code);
        QCOMPARE(code->bytes, QByteArray("let a;\n"));
    }

    void whatIsRememberedTurnsIntoNowInPlace()
    {
        connectWith({"let a;\n", "let b;\n"});
        startAgain();
        m_world->connection.expect({.id = u"one"_s});
        QTRY_COMPARE(m_world->catalog.model().rowCount(), 1);
        history().setRoutine(kRoutine);
        QTRY_COMPARE(m_world->shown(), u"v2 v1"_s);
        const QSignalSpy removed(&history().model(), &QAbstractItemModel::rowsRemoved);
        const QSignalSpy moved(&history().model(), &QAbstractItemModel::rowsMoved);
        const QSignalSpy routinesRemoved(&m_world->catalog.model(),
                                         &QAbstractItemModel::rowsRemoved);
        const QSignalSpy left(&m_world->connection, &Connection::aboutToChange);

        connectWith({"let a;\n", "let b;\n"});

        QTRY_COMPARE(m_world->shown(), u"v2 v1 unstable"_s);
        QVERIFY(m_world->catalog.isRead());
        QCOMPARE(removed.count() + moved.count() + routinesRemoved.count() + left.count(), 0);
    }

    void aVersionIsDeletedOnlyOnceItIsInTheArchive()
    {
        auto service = test::World::makeFake({kRoutine});
        const QString id = service->addVersion(kRoutine, "let a;\n");
        Fake &fake = *service;
        m_world->archiver.setPaused(true); // not there yet
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        history().setRoutine(kRoutine);
        QTRY_VERIFY(!history().isAwaited() && history().isListed());

        const Result<> removed = test::wait(history().remove(id));

        QVERIFY_RESULT(removed);
        QCOMPARE(fake.calls(u"deleteVersion"_s), 1);
        QCOMPARE(fake.bodiesAsked(), QStringList{id});
        QTRY_COMPARE(m_world->shown(), u"(v1) unstable"_s);
    }

    void theLastCopyIsDeletedOnlyWhenItIsGivenUp()
    {
        Fake &fake = connectWith({kErrorPage});
        const QString id = fake.routines()[kRoutine].versions.constFirst().version.id;

        const Result<> kept = test::wait(history().remove(id));

        QVERIFY(!kept);
        QCOMPARE(fake.calls(u"deleteVersion"_s), 0);
        QVERIFY_RESULT(test::wait(history().remove(id, VersionHistory::LastCopy::GiveUp)));
        QCOMPARE(fake.calls(u"deleteVersion"_s), 1);
    }

    void aBodyThatTheServiceLostIsMarkedAndComesFromTheArchive()
    {
        Fake &fake = connectWith({"let a;\n"});
        const QString id = fake.routines()[kRoutine].versions.constFirst().version.id;
        fake.routines()[kRoutine].versions.first().bytes = kErrorPage;

        QVERIFY_RESULT(test::wait(history().codes().archive(kRoutine, id)));

        QTRY_VERIFY(history().model().index(0).data(VersionListModel::LostRole).toBool());
        const Result<VersionCode> code = test::wait(history().fetchCode(kRoutine, id));
        QVERIFY_RESULT(code);
        QCOMPARE(code->bytes, QByteArray("let a;\n"));
        QVERIFY(code->isLost && code->heldSince.isValid());
    }

    void labelsNotesAndStarsStayHere()
    {
        Fake &fake = connectWith({"let a;\n"});
        const QString id = fake.routines()[kRoutine].versions.constFirst().version.id;
        const VersionMark mark{.label = u"发布"_s, .note = u"two\nlines"_s, .isStarred = true};

        QVERIFY_RESULT(test::wait(history().mark(kRoutine, id, mark)));

        QTRY_COMPARE(history().model().items().constFirst().mark, mark);
        startAgain();
        m_world->connection.expect({.id = u"one"_s});
        history().setRoutine(kRoutine);
        QTRY_COMPARE(history().model().rowCount(), 1);
        QCOMPARE(history().model().items().constFirst().mark, mark);
    }

    void namesComeBackFromTheArchive()
    {
        connectWith({"let a;\n", "let b;\n"});
        QVERIFY(QDir(m_folder->filePath(u"names"_s)).removeRecursively());
        startAgain();

        m_world->connection.expect({.id = u"one"_s});
        history().setRoutine(kRoutine);

        QTRY_COMPARE(m_world->shown(), u"v2 v1"_s);
    }

    void codeThatWasNeverArchivedSaysSoWithoutAConnection()
    {
        m_world->archiver.setPaused(true);
        auto service = test::World::makeFake({kRoutine});
        const QString id = service->addVersion(kRoutine, "let a;\n");
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        history().setRoutine(kRoutine);
        QTRY_VERIFY(history().book().isArchiveRead(kRoutine) && !history().isAwaited());
        startAgain();
        m_world->connection.expect({.id = u"one"_s});
        history().setRoutine(kRoutine);
        QTRY_COMPARE(m_world->shown(), u"v1"_s);

        const Result<VersionCode> code = test::wait(history().fetchCode(kRoutine, id));

        QVERIFY(!code);
        QCOMPARE(code.error().code, ErrorCode::Network);
        QVERIFY(!code.error().advice.isEmpty());
    }

    void withADamagedArchiveTheServiceIsEnough()
    {
        m_world.reset();
        QFile file(m_folder->filePath(u"archive.db"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(8'192, 'x'));
        file.close();
        QTest::failOnWarning(QRegularExpression(u"^(?!edgewright)"_s));
        startAgain();

        Fake &fake = connectWith({"let a;\n", "let b;\n"});
        const QString id = fake.routines()[kRoutine].versions.constFirst().version.id;

        QCOMPARE(m_world->shown(), u"v2 v1 unstable"_s);
        QVERIFY(m_world->archive.condition().hasProblem());
        const Result<VersionCode> code = test::wait(history().fetchCode(kRoutine, id));
        QVERIFY_RESULT(code);
        QCOMPARE(code->bytes, QByteArray("let b;\n"));
    }

    void aLostNetworkIsNoticedAndReadingGoesOnWhenItIsBack()
    {
        Fake &fake = connectWith({"let a;\n"});
        const QSignalSpy reachability(&m_world->connection, &Connection::reachabilityChanged);
        fake.script(u"listRoutines"_s, Fate::Fails, ErrorCode::Network);

        m_world->catalog.refresh();

        QTRY_COMPARE(reachability.count(), 1);
        QVERIFY(!m_world->connection.isReachable());
        const int lists = fake.calls(u"listRoutines"_s);
        m_world->connection.noteReading({}); // as the search for the network finds it
        QTRY_COMPARE(fake.calls(u"listRoutines"_s), lists + 1);
        QTRY_VERIFY(m_world->isIdle());
        for (const QString &write : {u"publish"_s, u"commitUpload"_s, u"deleteVersion"_s})
            QCOMPARE(fake.calls(write), 0);
    }

    void aFailedSwitchKeepsTheWorkingAccount()
    {
        connectWith({"let a;\n"});
        const QSignalSpy failed(&m_world->connection, &Connection::switchFailed);
        const QSignalSpy left(&m_world->connection, &Connection::aboutToChange);

        m_world->connection.establish(
            {.id = u"two"_s, .endpoint = *Endpoint::parse(u"127.0.0.1:1"_s)}, {});

        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QCOMPARE(left.count(), 0);
        QCOMPARE(m_world->connection.state(), ConnectionState::Connected);
        QCOMPARE(m_world->connection.account().id, u"one"_s);
        QCOMPARE(m_world->shown(), u"v1 unstable"_s);
    }

private:
    /// As after a restart: nothing but what is on the disk.
    void startAgain()
    {
        m_world.reset();
        m_world = std::make_unique<test::World>(m_folder->path());
    }

    /// One routine with these versions, oldest first, shown and archived.
    Fake &connectWith(const QList<QByteArray> &versions)
    {
        auto service = test::World::makeFake({kRoutine});
        for (const QByteArray &bytes : versions)
            service->addVersion(kRoutine, bytes);
        Fake &fake = *service;
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        history().setRoutine(kRoutine);
        const auto isArchived = [this] {
            return m_world->isIdle() && history().isListed()
                   && history().book().isArchiveRead(kRoutine) && !isAnyMissing();
        };
        [[maybe_unused]] const bool inTime = QTest::qWaitFor(isArchived, 10'000);
        return fake;
    }

    [[nodiscard]] bool isAnyMissing()
    {
        return std::ranges::any_of(history().model().items(), [](const auto &item) {
            return !item.version.isUnstable && !item.isHeld && !item.isLost;
        });
    }

    [[nodiscard]] VersionHistory &history() { return m_world->history; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::World> m_world;
};

QTEST_GUILESS_MAIN(VersionHistoryTest)
#include "tst_versionhistory.moc"
