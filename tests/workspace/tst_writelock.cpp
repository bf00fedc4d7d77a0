// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeroutineservice.h"
#include "support/ledgerfixture.h"
#include "support/outcome.h"
#include "support/testing.h"
#include "workspace/publishflow.h"
#include "workspace/recordedcall.h"
#include "workspace/saveversionflow.h"
#include "workspace/writelock.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;

namespace {

const RoutineKey kRoutine{.accountId = u"one"_s, .routine = u"www"_s};
const RoutineKey kOther{.accountId = u"one"_s, .routine = u"api"_s};
const RoutineKey kAccount{.accountId = u"one"_s, .routine = {}};

} // namespace

class WriteLockTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        m_connection = std::make_unique<Connection>(m_network);
        auto service = std::make_unique<Fake>();
        m_fake = service.get();
        m_connection->adopt({.id = u"one"_s}, std::move(service));
        m_ledger = std::make_unique<test::LedgerFixture>();
    }

    void aLockedRoutineRefusesAndTheOthersDoNot()
    {
        WriteLock lock(file());

        lock.lock(kRoutine);

        QCOMPARE(lock.refusal(kRoutine)->code, ErrorCode::Forbidden);
        QVERIFY(!lock.refusal(kOther));
        QVERIFY(!lock.refusal({.accountId = u"two"_s, .routine = u"www"_s}));
        QVERIFY(!lock.refusal(kAccount));
        QCOMPARE(lock.lockedRoutines(u"one"_s), QSet<QString>{u"www"_s});
    }

    void aLockedAccountRefusesAllOfIt()
    {
        WriteLock lock(file());

        lock.lock(kAccount);

        QVERIFY(lock.refusal(kAccount));
        QVERIFY(lock.refusal(kRoutine));
        QVERIFY(!lock.refusal({.accountId = u"two"_s, .routine = u"www"_s}));
    }

    void itIsStillLockedAfterARestart()
    {
        {
            WriteLock lock(file());
            lock.lock(kRoutine);
            lock.lock({.accountId = u"two"_s, .routine = {}});
            lock.lock(kOther);
            lock.unlock(kOther);
        }

        const WriteLock lock(file());

        QVERIFY(lock.isLocked(kRoutine));
        QVERIFY(lock.isLocked({.accountId = u"two"_s, .routine = {}}));
        QVERIFY(!lock.isLocked(kOther));
        QVERIFY(lock.damagedFile().isEmpty());
    }

    void whatIsOpenForAWhileIsLockedAgain()
    {
        WriteLock lock(file(), [this] { return m_now; });
        QSignalSpy again(&lock, &WriteLock::lockedAgain);
        lock.lock(kRoutine);

        lock.unlockFor(kRoutine, std::chrono::minutes(30));

        QVERIFY(!lock.refusal(kRoutine));
        QVERIFY(lock.isMarked(kRoutine));
        QCOMPARE(lock.openUntil(kRoutine), m_now.addSecs(1800));
        m_now = m_now.addSecs(1801);
        QVERIFY(lock.refusal(kRoutine)); // also before any timer has fired
        QVERIFY(!lock.openUntil(kRoutine).isValid());
    }

    void itTellsWhenTheTimeIsOver()
    {
        WriteLock lock(file());
        QSignalSpy again(&lock, &WriteLock::lockedAgain);
        lock.lock(kRoutine);

        lock.unlockFor(kRoutine, std::chrono::seconds(0));

        QTRY_COMPARE(again.count(), 1);
        QVERIFY(lock.isLocked(kRoutine));
    }

    void whatWasOpenForAWhileIsLockedAfterARestart()
    {
        {
            WriteLock lock(file());
            lock.lock(kRoutine);
            lock.unlockFor(kRoutine, std::chrono::minutes(30));
        }

        QVERIFY(WriteLock(file()).isLocked(kRoutine));
    }

    void lockingEndsWhatWasOpenForAWhile()
    {
        WriteLock lock(file());
        lock.lock(kRoutine);
        lock.unlockFor(kRoutine, std::chrono::minutes(30));

        lock.lock(kRoutine);

        QVERIFY(lock.isLocked(kRoutine));
    }

    void whatIsNotLockedIsNotOpenedForAWhile()
    {
        WriteLock lock(file());

        lock.unlockFor(kRoutine, std::chrono::minutes(30));

        QVERIFY(!lock.openUntil(kRoutine).isValid());
        QVERIFY(!lock.isMarked(kRoutine));
    }

    void aDamagedFileIsKeptAndTold()
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"format\":\"edgewright-lo");
        damaged.close();

        const WriteLock lock(file());

        QVERIFY(!lock.isLocked(kRoutine));
        QVERIFY(QFile::exists(lock.damagedFile()));
    }

    void aLockThatCannotBeKeptIsTold()
    {
        WriteLock lock(m_folder->path() + u"/missing/folder/locks.json"_s);
        QSignalSpy notKept(&lock, &WriteLock::notKept);

        lock.lock(kRoutine);

        QTRY_COMPARE(notKept.count(), 1);
        QVERIFY(lock.isLocked(kRoutine));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*"_s));
        lock.unlock(kRoutine); // what is left is tried once more at the end
    }

    void noFlowSendsAnythingPastTheLock_data()
    {
        QTest::addColumn<RoutineKey>("locked");
        QTest::newRow("the routine") << kRoutine;
        QTest::newRow("the account") << kAccount;
    }
    void noFlowSendsAnythingPastTheLock()
    {
        QFETCH(RoutineKey, locked);
        WriteLock lock(file());
        m_connection->setWriteLock(&lock);
        const QString version = m_fake->addVersion(u"www"_s, "let v = 1;\n");
        lock.lock(locked);

        SaveVersionFlow save(*m_connection, m_ledger->ledger());
        test::Outcome<QString> saved(save);
        save.start({.routine = u"www"_s, .description = {}, .code = "let v = 2;\n"});
        QCOMPARE(saved.wait().error().code, ErrorCode::Forbidden);

        PublishFlow publish(*m_connection, m_ledger->ledger());
        test::Outcome<Routine> published(publish);
        publish.start(
            {.routine = u"www"_s, .environment = kProduction, .shares = {{.versionId = version}}});
        QCOMPARE(published.wait().error().code, ErrorCode::Forbidden);

        const Result<> deleted = test::wait(RecordedCall::start(
            *m_connection, m_ledger->ledger(),
            {.key = {.routine = u"www"_s}, .kind = ActKind::DeleteVersion, .versionId = version},
            [&](RoutineService &service) { return service.deleteVersion(u"www"_s, version); }));
        QCOMPARE(deleted.error().code, ErrorCode::Forbidden);
        QVERIFY(!deleted.error().advice.isEmpty());

        for (const QString &operation :
             {u"requestUpload"_s, u"upload"_s, u"commitUpload"_s, u"publish"_s, u"deleteVersion"_s})
            QCOMPARE(m_fake->calls(operation), 0);
        QVERIFY(m_ledger->entries().isEmpty());
        m_connection->setWriteLock(nullptr);
    }

private:
    [[nodiscard]] QString file() const { return m_folder->path() + u"/locks.json"_s; }

    QNetworkAccessManager m_network;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::LedgerFixture> m_ledger;
    std::unique_ptr<Connection> m_connection;
    Fake *m_fake = nullptr;
    QDateTime m_now;
};

QTEST_GUILESS_MAIN(WriteLockTest)
#include "tst_writelock.moc"
