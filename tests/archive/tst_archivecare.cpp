// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/archivecare.h"
#include "archive/archivefile.h"
#include "base/durablefile.h"
#include "support/testing.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::wait;

namespace {

const RoutineKey kKey{.accountId = u"1234"_s, .routine = u"ab-checkout"_s};
const QByteArray kCode("export default {\n  fetch: () => new Response('hello')\n}\n");

QByteArray contentOf(const QString &path)
{
    return *readWholeFile(path, 100'000'000);
}

} // namespace

/// The backups that come and go beside the archive: none goes that holds what nothing else does.
class ArchiveCareTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"archive.db"_s);
    }

    void theBackupOfTheDayIsMadeOnceAndOldOnesGo()
    {
        fillOnce();
        backUpOn(days(6));

        QVERIFY_RESULT(backUpToday(m_file));

        const QStringList backups = backupsOf(m_file);
        QCOMPARE(backups.size(), 3);
        QVERIFY_RESULT(checkArchiveFile(backups.first()));
        QCOMPARE(backups.last(), backupName(m_file, QDate(2024, 3, 5)));
        const QByteArray first = contentOf(backups.first());
        QVERIFY_RESULT(backUpToday(m_file));
        QCOMPARE(contentOf(backups.first()), first);
        QCOMPARE(QDir(m_folder->path()).entryList({u"*backup*-wal"_s, u"*.new"_s}).size(), 0);
    }

    void aBackupThatIsTheOnlyCopyStays_data()
    {
        QTest::addColumn<QString>("change"); // of the backup of the first day
        QTest::newRow("a version") << u"INSERT INTO versions (routine, id, first_seen) "
                                      "SELECT id, '5', 0 FROM routines"_s;
        QTest::newRow("other code") << u"UPDATE bodies SET digest = x'00'"_s;
        QTest::newRow("code set aside")
            << u"INSERT INTO set_aside (routine, version, body, seen) SELECT r.id, '10', b.id, 0 "
               "FROM routines r, bodies b"_s;
        QTest::newRow("a label") << u"INSERT INTO marks SELECT id, '10', 'mine', '', 0 "
                                    "FROM routines"_s;
        QTest::newRow("an entry of the ledger")
            << u"INSERT INTO ledger (account, routine, kind, outcome, open) "
               "VALUES ('1234', 'ab-checkout', 0, 0, 0)"_s;
        QTest::newRow("of another account") << u"UPDATE routines SET account = '9'"_s;
        QTest::newRow("of another routine") << u"UPDATE routines SET name = 'gone'"_s;
        QTest::newRow("cannot be read") << QString();
        QTest::newRow("of a newer program") << u"PRAGMA user_version = 9000"_s;
        QTest::newRow("of another program") << u"PRAGMA application_id = 1"_s;
    }

    void aBackupThatIsTheOnlyCopyStays()
    {
        QFETCH(const QString, change);
        fillOnce();
        backUpOn(days(6));
        const QString precious = backupName(m_file, QDate(2024, 3, 1));
        if (change.isEmpty()) {
            QVERIFY_RESULT(writeDurably(precious, "scratched"));
        } else {
            Database database;
            QVERIFY_RESULT(database.open(precious));
            QVERIFY_RESULT(database.execute(change));
        }
        // The present archive being larger says nothing.
        QVERIFY_RESULT(addCode(u"20"_s, QByteArray(50'000, 'x')));

        QVERIFY_RESULT(backUpToday(m_file));

        QCOMPARE(backupsOf(m_file).size(), 4);
        QCOMPARE(backupsOf(m_file).last(), precious);
    }

    void backupsOfALostArchiveStay()
    {
        fillOnce();
        backUpOn(days(6));
        QVERIFY(QFile::remove(m_file));
        QVERIFY_RESULT(addCode(u"20"_s, QByteArray(50'000, 'x')));

        QVERIFY_RESULT(backUpToday(m_file));

        QCOMPARE(backupsOf(m_file).size(), 7);
    }

    void backupsOfAnEarlierSchemaGoToo()
    {
        fillOnce();
        backUpOn(days(6));
        {
            Database database;
            QVERIFY_RESULT(database.open(backupName(m_file, QDate(2024, 3, 1))));
            QVERIFY_RESULT(database.execute(u"DROP TABLE live"_s));
            QVERIFY_RESULT(database.execute(u"DROP TABLE ledger"_s));
            QVERIFY_RESULT(database.execute(u"PRAGMA user_version = 1"_s));
        }

        QVERIFY_RESULT(backUpToday(m_file));

        QCOMPARE(backupsOf(m_file).size(), 3);
    }

    void backupsDatedInTheFutureDoNotDisplaceTodays()
    {
        fillOnce();
        const QDate today = QDate::currentDate();
        backUpOn({today.addYears(1), today.addYears(2), today.addYears(3), today.addDays(-40)});

        QVERIFY_RESULT(backUpToday(m_file));

        const QStringList backups = backupsOf(m_file);
        QCOMPARE(backups.size(), 3);
        QCOMPARE(backups.first(), backupName(m_file, today));
        QCOMPARE(backups.at(1), backupName(m_file, today.addDays(-40)));
        QCOMPARE(backups.at(2), backupName(m_file, today.addYears(3)));
    }

    void anEmptyArchiveNeedsNoBackup()
    {
        {
            Database database;
            QCOMPARE(openArchive(database, m_file).kind, ArchiveCondition::Kind::Usable);
        }

        QVERIFY_RESULT(backUpToday(m_file));

        QCOMPARE(backupsOf(m_file), QStringList());
    }

private:
    /// A sound archive with one version.
    void fillOnce() { QVERIFY_RESULT(addCode(u"10"_s, kCode)); }

    Result<> addCode(const QString &versionId, const QByteArray &code)
    {
        Archive archive(m_folder->path());
        return wait(archive.recordBody(kKey, versionId, code));
    }

    [[nodiscard]] static QList<QDate> days(int count)
    {
        QList<QDate> result;
        for (int day = 1; day <= count; ++day)
            result.append(QDate(2024, 3, day));
        return result;
    }

    void backUpOn(const QList<QDate> &dates)
    {
        const QString first = backupName(m_file, dates.first());
        QVERIFY_RESULT(copyArchive(m_file, first));
        for (const QDate &day : dates.mid(1))
            QVERIFY(QFile::copy(first, backupName(m_file, day)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(ArchiveCareTest)
#include "tst_archivecare.moc"
