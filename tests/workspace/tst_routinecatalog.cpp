// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "support/fakeroutineservice.h"
#include "support/testing.h"
#include "workspace/versionhistory.h"

#include <QAbstractItemModelTester>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;
using Fate = Fake::Fate;

/// The catalogue together with the history: what one reads the other shows.
class RoutineCatalogTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_world = std::make_unique<World>();
    }

    void cleanup() { m_world.reset(); }

    void fillsItselfWhenConnected()
    {
        Fake &fake = connectFake();

        QTRY_COMPARE(catalog().isRefreshing(), false);
        QCOMPARE(shown(), QStringList({u"a:true"_s, u"b:true"_s, u"c:true"_s, u"d:true"_s,
                                       u"e:true"_s, u"f:true"_s}));
        QCOMPARE(catalog().quota(), 100);
        QVERIFY(catalog().readAt().isValid());
        QCOMPARE(fake.calls(u"fetchRoutine"_s), 6);
    }

    void readsAFewAtATime()
    {
        auto service = newFake();
        Fake &fake = *service;
        fake.hold(u"fetchRoutine"_s);
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));

        QTRY_COMPARE(fake.waiting(), 4);
        QCOMPARE(catalog().model().rowCount(), 6); // the list is there meanwhile
        fake.release();

        QTRY_COMPARE(catalog().isRefreshing(), false);
    }

    void emptiesItselfWhenTheAccountIsLeft()
    {
        Fake &fake = connectFake();
        fake.hold(u"fetchRoutine"_s);
        catalog().refresh();
        QTRY_COMPARE(fake.waiting(), 4);
        const QSignalSpy failed(&catalog(), &RoutineCatalog::refreshFailed);

        m_world->connection.close();

        QCOMPARE(catalog().model().rowCount(), 0);
        QCOMPARE(catalog().isRefreshing(), false);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(m_world->history.routine(), QString());
    }

    void namesWhatIsLiveOnceTheHistoryIsRead()
    {
        Fake &fake = connectFake();
        const QString v1 = fake.addVersion(u"a"_s, "let v = 1;\n");
        const QString v2 = fake.addVersion(u"a"_s, "let v = 2;\n");
        fake.routines()[u"a"_s].routine.deployments = {
            {.environment = kProduction, .shares = {{v1, 90}, {v2, 10}}},
            {.environment = kStaging, .shares = {{v2, 100}}}};
        catalog().refresh();
        QTRY_COMPARE(catalog().isRefreshing(), false);
        const QModelIndex row = catalog().model().index(0);

        m_world->history.setRoutine(u"a"_s);

        QTRY_COMPARE(m_world->history.isRefreshing(), false);
        QCOMPARE(row.data(RoutineListModel::StagingRole).toString(), u"v2"_s);
        VersionListModel &versions = m_world->history.model();
        QCOMPARE(versions.rowCount(), 3);
        QCOMPARE(versions.index(0).data(VersionListModel::ProductionRole).toInt(), 10);
        QCOMPARE(versions.index(0).data(VersionListModel::StagingRole).toInt(), 100);
        QCOMPARE(versions.index(1).data(VersionListModel::ProductionRole).toInt(), 90);
        QVERIFY(versions.index(2).data(VersionListModel::UnstableRole).toBool());
        QCOMPARE(m_world->history.newestVersionId(), v2);
        QCOMPARE(m_world->history.used(), 2);
    }

    void onlyTheNewestRefreshCounts()
    {
        Fake &fake = connectFake();
        fake.addVersion(u"a"_s, "let v = 1;\n");
        fake.addVersion(u"b"_s, "let v = 1;\n");
        fake.hold(u"listVersions"_s);
        m_world->history.setRoutine(u"a"_s);
        m_world->history.setRoutine(u"b"_s);
        const QSignalSpy refreshed(&m_world->history, &VersionHistory::refreshed);

        fake.release();

        QTRY_COMPARE(m_world->history.isRefreshing(), false);
        QCoreApplication::processEvents();
        QCOMPARE(refreshed.count(), 1);
        QCOMPARE(m_world->history.model().rowCount(), 2);
        m_world->history.setRoutine(u"a"_s); // known at once
        QCOMPARE(m_world->history.model().rowCount(), 2);
    }

    void anOlderVersionListDoesNotReplaceANewerOne()
    {
        Fake &fake = connectFake();
        fake.addVersion(u"a"_s, "let v = 1;\n");
        fake.holdAnswers(u"listVersions"_s);
        VersionHistory &history = m_world->history;
        history.setRoutine(u"a"_s);
        QTRY_COMPARE(fake.waiting(), 1);
        const QString v2 = fake.addVersion(u"a"_s, "let v = 2;\n");
        history.refresh();
        QTRY_COMPARE(fake.waiting(), 2);

        fake.releaseNewest();
        QTRY_COMPARE(history.newestVersionId(), v2);
        fake.release();

        QCoreApplication::processEvents();
        QCOMPARE(history.newestVersionId(), v2);
        QCOMPARE(history.used(), 2);
    }

    void anOlderReadOfWhatIsLiveDoesNotReplaceANewerOne_data()
    {
        QTest::addColumn<bool>("full");
        QTest::newRow("during a full refresh") << true;
        QTest::newRow("of the same routine twice") << false;
    }

    void anOlderReadOfWhatIsLiveDoesNotReplaceANewerOne()
    {
        QFETCH(const bool, full);
        Fake &fake = connectFake();
        fake.routines()[u"a"_s].routine.description = u"old"_s;
        fake.holdAnswers(u"fetchRoutine"_s);
        if (full)
            catalog().refresh();
        else
            catalog().refreshRoutine(u"a"_s);
        const int older = full ? 4 : 1;
        QTRY_COMPARE(fake.waiting(), older);
        fake.routines()[u"a"_s].routine.description = u"new"_s;
        catalog().refreshRoutine(u"a"_s);
        QTRY_COMPARE(fake.waiting(), older + 1);

        fake.releaseNewest();
        QTRY_COMPARE(catalog().routine(u"a"_s)->description, u"new"_s);
        fake.release();

        QTRY_COMPARE(catalog().isRefreshing(), false);
        QCoreApplication::processEvents();
        QCOMPARE(catalog().routine(u"a"_s)->description, u"new"_s);
    }

    void anOlderReadDoesNotBringBackADeletedRoutine()
    {
        Fake &fake = connectFake();
        fake.holdAnswers(u"fetchRoutine"_s);
        catalog().refreshRoutine(u"a"_s);
        fake.routines().remove(u"a"_s);
        catalog().refreshRoutine(u"a"_s);
        QTRY_COMPARE(fake.waiting(), 2);

        fake.releaseNewest();
        QTRY_COMPARE(catalog().model().rowOf(u"a"_s), -1);
        fake.release();

        QCoreApplication::processEvents();
        QCOMPARE(catalog().model().rowOf(u"a"_s), -1);
    }

    void whatSomebodyElseHasReadIsTakenOver()
    {
        Fake &fake = connectFake();
        fake.holdAnswers(u"fetchRoutine"_s);
        catalog().refreshRoutine(u"a"_s);
        QTRY_COMPARE(fake.waiting(), 1);
        const Deployment live{.environment = kProduction, .shares = {{.versionId = u"7"_s}}};

        catalog().adopt({.name = u"a"_s, .deployments = {live}});

        fake.release();
        QCoreApplication::processEvents();
        QCOMPARE(catalog().routine(u"a"_s)->deploymentIn(kProduction).shares, live.shares);
    }

    void theListIsToldBeforeWhatIsLive()
    {
        Fake &fake = connectFake();
        fake.script(u"fetchRoutine"_s, Fate::Fails, ErrorCode::Network);
        const QSignalSpy listed(&catalog(), &RoutineCatalog::listed);
        const QSignalSpy failed(&catalog(), &RoutineCatalog::refreshFailed);
        int rows = 0;
        connect(&catalog(), &RoutineCatalog::listed, this, [this, &failed, &rows] {
            rows = catalog().model().rowCount();
            QCOMPARE(failed.count(), 0);
        });

        catalog().refresh();

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(listed.count(), 1);
        QCOMPARE(rows, 6);
        fake.script(u"listRoutines"_s, Fate::Fails, ErrorCode::Network);
        catalog().refresh();
        QTRY_COMPARE(failed.count(), 2);
        QCOMPARE(listed.count(), 1);
        disconnect(&catalog(), &RoutineCatalog::listed, this, nullptr);
    }

    void aFailingReadOfOneRoutineIsToldInPairs_data()
    {
        QTest::addColumn<bool>("during");
        QTest::newRow("alone") << false;
        QTest::newRow("during a full refresh") << true;
    }

    void aFailingReadOfOneRoutineIsToldInPairs()
    {
        QFETCH(const bool, during);
        Fake &fake = connectFake();
        const QSignalSpy started(&catalog(), &RoutineCatalog::refreshStarted);
        const QSignalSpy failed(&catalog(), &RoutineCatalog::refreshFailed);
        if (during)
            fake.hold(u"listRoutines"_s);
        if (during)
            catalog().refresh();
        fake.script(u"fetchRoutine"_s, Fate::Fails, ErrorCode::Network);

        catalog().refreshRoutine(u"a"_s);

        if (during) {
            QTRY_COMPARE(fake.calls(u"fetchRoutine"_s), 7);
            QCoreApplication::processEvents();
            QCOMPARE(failed.count(), 0);
            QVERIFY(catalog().isRefreshing());
            fake.release();
        }
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(started.count(), 1);
        QVERIFY(!catalog().isRefreshing());
    }

    void codeIsFetchedOnceAndJudged()
    {
        Fake &fake = connectFake();
        const QString good = fake.addVersion(u"a"_s, "let v = 1;\n");
        const QString bad = fake.addVersion(
            u"a"_s, "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>");
        VersionHistory &history = m_world->history;
        history.setRoutine(u"a"_s);
        QTRY_COMPARE(history.isRefreshing(), false);
        QVERIFY(!history.knownCode(u"a"_s, good));

        const Result<VersionCode> first = test::wait(history.fetchCode(u"a"_s, good));
        const Result<VersionCode> second = test::wait(history.fetchCode(u"a"_s, good));

        QVERIFY_RESULT(first);
        QVERIFY_RESULT(second);
        QCOMPARE(second->bytes, QByteArray("let v = 1;\n"));
        QCOMPARE(second->name, u"v1"_s);
        QVERIFY(second->verdict.isCode());
        QCOMPARE(fake.calls(u"fetchBody"_s), 1);
        const Result<VersionCode> broken = test::wait(history.fetchCode(u"a"_s, bad));
        QVERIFY_RESULT(broken);
        QVERIFY(!broken->verdict.isCode());
        QVERIFY(!history.knownCode(u"a"_s, bad)); // the file may come back
        QVERIFY_RESULT(test::wait(history.fetchCode(u"a"_s, u"unstable"_s)));
        QVERIFY(!history.knownCode(u"a"_s, u"unstable"_s)); // it changes
    }

    void codeKeptInMemoryIsBounded()
    {
        Fake &fake = connectFake();
        QStringList ids;
        for (int i = 0; i < 16; ++i)
            ids.append(fake.addVersion(u"a"_s, QByteArray(4'500'000, '/')));
        for (const QString &id : std::as_const(ids))
            QVERIFY_RESULT(test::wait(m_world->history.fetchCode(u"a"_s, id)));

        const auto known = std::ranges::count_if(ids, [this](const QString &id) {
            return m_world->history.knownCode(u"a"_s, id).has_value();
        });

        QCOMPARE(known, VersionCodes::kKeptCode / 4'500'001);
        QVERIFY(!m_world->history.knownCode(u"a"_s, ids.first()));
    }

    void aSecondAccountWithTheSameNamesSeesNothingOfTheFirst()
    {
        Fake &first = connectFake();
        const QString id = first.addVersion(u"a"_s, "let mine;\n");
        m_world->history.setRoutine(u"a"_s);
        QVERIFY_RESULT(test::wait(m_world->history.fetchCode(u"a"_s, id)));
        QVERIFY_RESULT(m_world->drafts.saveNow({.accountId = u"one"_s, .routine = u"a"_s}));
        QCOMPARE(hasDraft(), true);

        auto service = newFake();
        service->addVersion(u"a"_s, "let theirs;\n"); // the fake gives it the same id
        m_world->connection.adopt({.id = u"two"_s}, std::move(service));
        QTRY_COMPARE(catalog().isRefreshing(), false);

        QCOMPARE(hasDraft(), false);
        QVERIFY(!m_world->history.knownCode(u"a"_s, id));
        const Result<VersionCode> code = test::wait(m_world->history.fetchCode(u"a"_s, id));
        QVERIFY_RESULT(code);
        QCOMPARE(code->bytes, QByteArray("let theirs;\n"));
    }

    void marksDraftsAsTheyComeAndGo()
    {
        connectFake();
        QCOMPARE(hasDraft(), false);

        QVERIFY_RESULT(m_world->drafts.saveNow({.accountId = u"one"_s, .routine = u"a"_s}));
        QCOMPARE(hasDraft(), true);

        QVERIFY_RESULT(m_world->drafts.remove(u"one"_s, u"a"_s));
        QCOMPARE(hasDraft(), false);
    }

    void aFailingReadIsTold_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("rows");
        QTest::newRow("no list") << u"listRoutines"_s << 6;
        QTest::newRow("one routine") << u"fetchRoutine"_s << 6;
    }

    void aFailingReadIsTold()
    {
        QFETCH(const QString, operation);
        QFETCH(const int, rows);
        Fake &fake = connectFake();
        fake.script(operation, Fate::Fails, ErrorCode::Network);
        const QSignalSpy refreshed(&catalog(), &RoutineCatalog::refreshed);
        const QSignalSpy failed(&catalog(), &RoutineCatalog::refreshFailed);

        catalog().refresh();

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(refreshed.count(), 0);
        QCOMPARE(catalog().model().rowCount(), rows); // what was known stays
    }

    void aRoutineDeletedElsewhereDisappears()
    {
        Fake &fake = connectFake();
        fake.routines().remove(u"c"_s);

        catalog().refreshRoutine(u"c"_s);

        QTRY_COMPARE(catalog().model().rowOf(u"c"_s), -1);
        QVERIFY(!catalog().routine(u"c"_s));
    }

    void aLostAnswerIsSettledByReading_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<bool>("unreadable");
        QTest::addColumn<bool>("done");
        for (const QString &operation :
             {u"createRoutine"_s, u"deleteRoutine"_s, u"deleteVersion"_s}) {
            const auto row = [&operation](QLatin1StringView what) -> QTestData & {
                return QTest::newRow(qPrintable(operation + what));
            };
            row(" executed"_L1) << operation << Fate::ExecutedButLost << false << true;
            row(" not executed"_L1) << operation << Fate::Fails << false << false;
            row(" unknown"_L1) << operation << Fate::ExecutedButLost << true << false;
        }
    }

    void aLostAnswerIsSettledByReading()
    {
        QFETCH(const QString, operation);
        QFETCH(const Fate, fate);
        QFETCH(const bool, unreadable);
        QFETCH(const bool, done);
        Fake &fake = connectFake();
        const QString id = fake.addVersion(u"a"_s, "let v = 1;\n");
        m_world->history.setRoutine(u"a"_s);
        QTRY_COMPARE(m_world->history.isRefreshing(), false);
        fake.script(operation, fate, ErrorCode::OutcomeUnknown);
        const bool isVersion = operation == "deleteVersion"_L1;
        if (unreadable)
            fake.script(isVersion ? u"listVersions"_s : u"fetchRoutine"_s, Fate::Fails,
                        ErrorCode::Network);

        Reply<> *reply = isVersion                         ? m_world->history.remove(id)
                         : operation == "createRoutine"_L1 ? catalog().create(u"new"_s, u"about"_s)
                                                           : catalog().remove(u"f"_s);
        const Result<> result = test::wait(reply);

        QCOMPARE(result.hasValue(), done);
        QCOMPARE(fake.calls(operation), 1);
        if (!done && !unreadable)
            QVERIFY2(result.error().message.contains(u" not"_s)
                         || result.error().message.contains(u"nothing"_s),
                     qPrintable(result.error().message));
    }

    void aLiveVersionIsNotDeleted()
    {
        Fake &fake = connectFake();
        const QString id = fake.addVersion(u"a"_s, "let v = 1;\n");
        fake.routines()[u"a"_s].routine.deployments = {
            {.environment = kStaging, .shares = {{id, 100}}}};
        catalog().refresh();
        m_world->history.setRoutine(u"a"_s);
        QTRY_VERIFY(!catalog().isRefreshing() && !m_world->history.isRefreshing());

        const Result<> removed = test::wait(m_world->history.remove(id));

        QVERIFY(!removed);
        QCOMPARE(removed.error().code, ErrorCode::InUse);
        QCOMPARE(fake.calls(u"deleteVersion"_s), 0);
    }

    void anAnswerThatNeverComesEndsWithTheAccount()
    {
        Fake &fake = connectFake();
        fake.hold(u"fetchBody"_s);
        const QString id = fake.addVersion(u"a"_s, "let v = 1;\n");
        auto *reply = m_world->history.fetchCode(u"a"_s, id);
        QTRY_COMPARE(fake.waiting(), 1);

        m_world->connection.close();

        const Result<VersionCode> code = test::wait(reply);
        QVERIFY(!code);
        QCOMPARE(code.error().code, ErrorCode::Cancelled);
    }

private:
    struct World {
        QTemporaryDir folder;
        QNetworkAccessManager network;
        Connection connection{network};
        DraftStore drafts{folder.filePath(u"drafts"_s)};
        VersionNames names{folder.filePath(u"names"_s)};
        Archive archive{folder.path()};
        Ledger ledger{archive};
        Memory memory{.drafts = drafts, .names = names, .archive = archive, .ledger = ledger};
        RoutineCatalog catalog{connection, memory};
        VersionHistory history{connection, catalog, memory};
        QAbstractItemModelTester catalogTester{
            &catalog.model(), QAbstractItemModelTester::FailureReportingMode::QtTest};
        QAbstractItemModelTester historyTester{
            &history.model(), QAbstractItemModelTester::FailureReportingMode::QtTest};
    };

    [[nodiscard]] static std::unique_ptr<Fake> newFake()
    {
        auto service = std::make_unique<Fake>();
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s})
            service->routines()[name].routine.name = name;
        return service;
    }

    Fake &connectFake()
    {
        auto service = newFake();
        Fake &fake = *service;
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        [[maybe_unused]] const bool inTime =
            QTest::qWaitFor([this] { return !catalog().isRefreshing(); }, test::kPatienceMs);
        return fake;
    }

    [[nodiscard]] RoutineCatalog &catalog() { return m_world->catalog; }

    [[nodiscard]] bool hasDraft()
    {
        return catalog().model().index(0).data(RoutineListModel::HasDraftRole).toBool();
    }

    [[nodiscard]] QStringList shown()
    {
        QStringList rows;
        for (const RoutineListModel::Item &item : catalog().model().items())
            rows.append(item.routine.name + (item.liveKnown ? u":true"_s : u":false"_s));
        return rows;
    }

    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(RoutineCatalogTest)
#include "tst_routinecatalog.moc"
