// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/archivefile.h"
#include "archive/migrations.h"
#include "base/durablefile.h"
#include "support/testing.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::wait;

namespace {

using Kind = ArchiveCondition::Kind;

const RoutineKey kKey{.accountId = u"1234"_s, .routine = u"ab-checkout"_s};
const QByteArray kCode("export default {\n  fetch: () => new Response('hello')\n}\n");

QByteArray contentOf(const QString &path)
{
    return *readWholeFile(path, 100'000'000);
}

} // namespace

/// Whatever lies where the archive should be: the program starts, says what is wrong, and keeps it.
class ArchiveFileTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"archive.db"_s);
    }

    void cleanup()
    {
        m_archive.reset();
        QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    void aMissingFileIsMade()
    {
        start();

        QCOMPARE(m_archive->condition().kind, Kind::Usable);
        QVERIFY(!m_archive->condition().hasProblem());
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"10"_s, kCode)));
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QVERIFY(!(QFileInfo(m_file).permissions() & others));
    }

    void whatIsNoArchiveIsKeptAndReplaced_data()
    {
        QTest::addColumn<QByteArray>("content");
        fillOnce();
        const QByteArray whole = contentOf(m_file);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text")
            << QByteArray("these are not the bytes you are looking for\n").repeated(50);
        QTest::newRow("short") << QByteArray("SQLite format 3");
        QTest::newRow("half") << whole.left(whole.size() / 2);
        QTest::newRow("cut at a page") << whole.left(4096);
        QByteArray noise = whole;
        for (qsizetype i = 100; i < noise.size(); ++i)
            noise[i] = static_cast<char>(i * 7);
        QTest::newRow("noise") << noise;
    }

    void whatIsNoArchiveIsKeptAndReplaced()
    {
        QFETCH(const QByteArray, content);
        QDir(m_folder->path()).removeRecursively();
        QDir().mkpath(m_folder->path());
        QVERIFY_RESULT(writeDurably(m_file, content));
        const QString backup = backupName(m_file, QDate(2024, 3, 11));
        QVERIFY_RESULT(writeDurably(backup, "not looked at"));

        start();

        const ArchiveCondition condition = m_archive->condition();
        QCOMPARE(condition.kind, Kind::Usable);
        QVERIFY(condition.hasProblem());
        QVERIFY(condition.problem.text().contains(QFileInfo(condition.keptFile).fileName()));
        QCOMPARE(contentOf(condition.keptFile), content);
        QCOMPARE(condition.newestBackup, backup);
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"10"_s, kCode)));
        start();
        QVERIFY(!m_archive->condition().hasProblem());
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
    }

    void anotherProgramsDatabaseIsKeptAndReplaced()
    {
        {
            Database other;
            QVERIFY_RESULT(other.open(m_file));
            QVERIFY_RESULT(other.execute(u"CREATE TABLE theirs (a)"_s));
        }

        start();

        QVERIFY(QFileInfo::exists(m_archive->condition().keptFile));
        QCOMPARE(m_archive->condition().problem.code, ErrorCode::InvalidRequest);
        QCOMPARE(m_archive->condition().kind, Kind::Usable);
    }

    void aWriteProtectedFileIsReadAndNotChanged()
    {
        fillOnce();
        const QByteArray before = contentOf(m_file);
        QFile::setPermissions(m_file, QFileDevice::ReadOwner);

        start();

        QCOMPARE(m_archive->condition().kind, Kind::ReadOnly);
        QVERIFY(m_archive->condition().hasProblem());
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
        QCOMPARE(wait(m_archive->recordBody(kKey, u"20"_s, kCode + "x")).error().code,
                 ErrorCode::Storage);
        m_archive.reset();
        QCOMPARE(contentOf(m_file), before);
    }

    void aFileFromTheFutureIsReadAndNeverRewritten()
    {
        fillOnce();
        {
            Database later;
            QVERIFY_RESULT(later.open(m_file));
            QVERIFY_RESULT(later.execute(u"CREATE TABLE hovercrafts (eels)"_s));
            QVERIFY_RESULT(later.execute(u"PRAGMA user_version = 9000"_s));
        }
        const QByteArray before = contentOf(m_file);

        start();

        QCOMPARE(m_archive->condition().kind, Kind::ReadOnly);
        QVERIFY(m_archive->condition().problem.message.contains(u"newer"_s));
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
        QVERIFY(!wait(m_archive->mark(kKey, u"10"_s, {.label = u"x"_s})));
        m_archive.reset();
        QCOMPARE(contentOf(m_file), before);
        QCOMPARE(QDir(m_folder->path()).entryList({u"*broken*"_s}).size(), 0);
    }

    void aFileThatAnotherProgramHoldsIsLeftAlone_data()
    {
        QTest::addColumn<bool>("exclusively");
        QTest::newRow("writing") << false;
        QTest::newRow("alone") << true;
    }

    void aFileThatAnotherProgramHoldsIsLeftAlone()
    {
        QFETCH(const bool, exclusively);
        fillOnce();
        Database other;
        QVERIFY_RESULT(other.open(m_file));
        if (exclusively)
            QVERIFY_RESULT(other.execute(u"PRAGMA locking_mode = EXCLUSIVE"_s));
        QVERIFY_RESULT(other.execute(u"BEGIN IMMEDIATE"_s));
        QVERIFY_RESULT(other.execute(u"UPDATE routines SET seen = 1"_s));

        start(20'000);

        QVERIFY(m_archive->condition().kind != Kind::Usable);
        QVERIFY(m_archive->condition().problem.message.contains(u"another program"_s));
        QCOMPARE(QDir(m_folder->path()).entryList({u"*broken*"_s}).size(), 0);
        if (!exclusively)
            QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
        QVERIFY_RESULT(other.execute(u"COMMIT"_s));
        other.close();
        QSignalSpy changed(m_archive.get(), &Archive::conditionChanged);
        m_archive->reopen();
        QVERIFY(changed.wait(test::kPatienceMs));
        QCOMPARE(m_archive->condition().kind, Kind::Usable);
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
    }

    void aFolderInItsPlaceLeavesTheArchiveInMemory()
    {
        QVERIFY(QDir().mkpath(m_file));

        start();

        QCOMPARE(m_archive->condition().kind, Kind::Unusable);
        QVERIFY(m_archive->condition().hasProblem());
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"10"_s, kCode)));
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
        QVERIFY(QFileInfo(m_file).isDir());
    }

    void aBackupBringsEverythingBack()
    {
        const QString backup = m_folder->filePath(u"my backup.db"_s);
        fillOnce();
        start();
        QVERIFY_RESULT(wait(m_archive->backUp(backup)));
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"20"_s, kCode + "later\n")));
        QSignalSpy restored(m_archive.get(), &Archive::restored);

        QVERIFY_RESULT(wait(m_archive->restore(backup)));

        QCOMPARE(restored.count(), 1);
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
        QCOMPARE(wait(m_archive->body(kKey, u"20"_s)).error().code, ErrorCode::NotFound);
        const QString kept = m_archive->condition().keptFile;
        QVERIFY_RESULT(wait(m_archive->restore(kept))); // and the one before comes back too
        QCOMPARE(*wait(m_archive->body(kKey, u"20"_s)), kCode + "later\n");
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.new"_s}).size(), 0);
    }

    void whatIsNoBackupIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        fillOnce();
        const QByteArray whole = contentOf(m_file);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello").repeated(1000);
        QTest::newRow("half") << whole.left(whole.size() / 2);
        QByteArray scratched = whole;
        for (qsizetype page = 4096; page < scratched.size(); page += 4096)
            scratched.replace(page, 8, QByteArray(8, '\xff'));
        QTest::newRow("scratched") << scratched;
    }

    void whatIsNoBackupIsRefused()
    {
        QFETCH(const QByteArray, content);
        fillOnce();
        const QString backup = m_folder->filePath(u"bad.db"_s);
        QVERIFY_RESULT(writeDurably(backup, content));
        start();

        QVERIFY(!wait(m_archive->restore(backup)));

        QCOMPARE(m_archive->condition().kind, Kind::Usable);
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
        QCOMPARE(contentOf(backup), content);
    }

    void aBackupIsNeverTheArchiveItself()
    {
        fillOnce();
        start();

        QVERIFY(!wait(m_archive->backUp(m_file)));

        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
    }

    void everyEarlierSchemaIsBroughtToTodays_data()
    {
        QTest::addColumn<int>("schema");
        for (int schema = 1; schema < Migrations::newest(); ++schema)
            QTest::addRow("from %d", schema) << schema;
    }

    void everyEarlierSchemaIsBroughtToTodays()
    {
        QFETCH(const int, schema);
        const QString stored =
            QStringLiteral(EDGEWRIGHT_TEST_DATA) + u"/archive/schema%1.db"_s.arg(schema);
        QVERIFY2(QFileInfo::exists(stored), "every schema that was delivered has its file");
        QVERIFY(QFile::copy(stored, m_file));
        QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);

        start();

        QVERIFY2(!m_archive->condition().hasProblem(),
                 qPrintable(m_archive->condition().problem.text()));
        const auto versions = wait(m_archive->versions(kKey));
        QVERIFY_RESULT(versions);
        QCOMPARE(versions->size(), 2);
        QCOMPARE(versions->first().mark.label, u"before the sale"_s);
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), kCode);
        QCOMPARE(*wait(m_archive->body(kKey, u"20"_s)), kCode + kCode);
        m_archive.reset();
        Database database;
        QVERIFY_RESULT(database.open(m_file));
        QCOMPARE(*Migrations::versionOf(database), Migrations::newest());
    }

    void aStepThatFailsChangesNothing()
    {
        {
            Database database;
            QVERIFY_RESULT(database.open(m_file));
            QVERIFY_RESULT(Migrations::run(database, 1));
            // What the next step wants to make is there already.
            QVERIFY_RESULT(database.execute(u"CREATE TABLE ledger (mine)"_s));
        }

        start();

        QVERIFY(m_archive->condition().hasProblem());
        QCOMPARE(m_archive->condition().kind, Kind::ReadOnly);
        m_archive.reset();
        Database database;
        QVERIFY_RESULT(database.open(m_file));
        QCOMPARE(*Migrations::versionOf(database), 1);
    }

private:
    void start(int timeoutMs = test::kPatienceMs)
    {
        m_archive.reset(); // one program at a time has the file
        m_archive = std::make_unique<Archive>(m_folder->path());
        QSignalSpy changed(m_archive.get(), &Archive::conditionChanged);
        QVERIFY(changed.wait(timeoutMs));
    }

    /// A sound archive with one version.
    void fillOnce()
    {
        if (m_folder == nullptr) { // rows are made before init()
            m_folder = std::make_unique<QTemporaryDir>();
            m_file = m_folder->filePath(u"archive.db"_s);
        }
        Archive archive(m_folder->path());
        QVERIFY_RESULT(wait(archive.recordBody(kKey, u"10"_s, kCode)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<Archive> m_archive;
};

QTEST_GUILESS_MAIN(ArchiveFileTest)
#include "tst_archivefile.moc"
