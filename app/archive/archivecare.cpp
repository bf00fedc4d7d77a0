// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivecare.h"

#include "archive/archivefile.h"
#include "archive/bodystore.h"
#include "archive/migrations.h"
#include "base/log.h"

#include <QCoreApplication>
#include <QDate>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct ArchiveCareText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ArchiveCare)
};

constexpr int kBackupsKept = 3;
constexpr int kStepMs = 12;
constexpr int kMostFindings = 1000;

bool syncPath(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
}

Error notWritten(const QString &target)
{
    const QString reason = QString::fromLocal8Bit(std::strerror(errno));
    return Error{.code = ErrorCode::Storage,
                 //: %1 is a file name, %2 the operating system's reason
                 .message = ArchiveCareText::tr("The file “%1” could not be written: %2.")
                                .arg(QFileInfo(target).fileName(), reason),
                 .detail = target + u": "_s + reason};
}

/// A file beside \p target under a name of its own, which goes unless it is put in its place.
class Draft final {
public:
    explicit Draft(const QString &target)
        : m_target(target)
        , m_path(target + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + u".new"_s)
    {
    }
    ~Draft() { QFile::remove(m_path); }
    Q_DISABLE_COPY_MOVE(Draft)

    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] Result<> putInPlace() const
    {
        QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        const bool done = syncPath(m_path)
                          && ::rename(QFile::encodeName(m_path).constData(),
                                      QFile::encodeName(m_target).constData())
                                 == 0
                          && syncPath(QFileInfo(m_target).absolutePath());
        return done ? Result<>() : Result<>(notWritten(m_target));
    }

private:
    QString m_target;
    QString m_path;
};

bool holdsVersions(const QString &file)
{
    Database database;
    if (!database.open(file, Database::Access::ReadOnly))
        return false;
    const Result<QVariant> any = database.value(u"SELECT EXISTS (SELECT 1 FROM versions)"_s);
    return !any || any->toBool(); // what cannot be read is told by the copy
}

/// What an archive never forgets by itself: a table, and what tells its rows apart. %1 is the
/// archive that is asked.
const QList<std::pair<QString, QString>> &lastingThings()
{
    static const QList<std::pair<QString, QString>> things{
        {u"versions"_s, u"SELECT r.account, r.name, t.id FROM %1.versions t "
                        "JOIN %1.routines r ON r.id = t.routine"_s},
        {u"versions"_s,
         u"SELECT r.account, r.name, t.id, b.digest FROM %1.versions t "
         "JOIN %1.routines r ON r.id = t.routine JOIN %1.bodies b ON b.id = t.body"_s},
        {u"set_aside"_s,
         u"SELECT r.account, r.name, t.version, b.digest FROM %1.set_aside t "
         "JOIN %1.routines r ON r.id = t.routine JOIN %1.bodies b ON b.id = t.body"_s},
        {u"marks"_s, u"SELECT r.account, r.name, t.version FROM %1.marks t "
                     "JOIN %1.routines r ON r.id = t.routine"_s},
        {u"ledger"_s, u"SELECT id, account, routine, kind, environment, started FROM %1.ledger"_s},
    };
    return things;
}

/// Whether everything in \p backup is in \p archive too; false when that cannot be told.
bool holdsAllOf(const QString &archive, const QString &backup)
{
    Database database;
    if (!database.open(archive, Database::Access::ReadOnly)
        || !database.execute(u"ATTACH ? AS old"_s, {backup}))
        return false;
    const Result<QVariant> application = database.value(u"PRAGMA old.application_id"_s);
    const Result<QVariant> schema = database.value(u"PRAGMA old.user_version"_s);
    // A newer program keeps things that are not known here.
    if (!application || application->toInt() != Migrations::kApplicationId || !schema
        || schema->toInt() < 1 || schema->toInt() > Migrations::newest())
        return false;
    for (const auto &[table, things] : lastingThings()) {
        // A backup by an earlier program does not have all tables.
        const Result<QVariant> isThere = database.value(
            u"SELECT EXISTS (SELECT 1 FROM old.sqlite_schema WHERE name = ?)"_s, {table});
        if (!isThere)
            return false;
        if (!isThere->toBool())
            continue;
        const Result<QVariant> lacks = database.value(
            u"SELECT EXISTS (%1 EXCEPT %2)"_s.arg(things.arg(u"old"_s), things.arg(u"main"_s)));
        if (!lacks || lacks->toBool())
            return false;
    }
    return true;
}

Result<qint64> number(Database &database, const QString &sql)
{
    return database.value(sql).andThen(
        [](const QVariant &value) { return Result<qint64>(value.toLongLong()); });
}

} // namespace

Result<ArchiveStatistics> countArchive(Database &database, const QString &file)
{
    ArchiveStatistics result{.file = file};
    // The journal's size says nothing about the archive's.
    if (const Result<> moved = database.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !moved)
        qCInfo(lcArchive).noquote() << forLog(moved.error().detail);
    const QList<std::pair<qint64 *, QString>> counts{
        {&result.accounts, u"SELECT count(DISTINCT account) FROM routines"_s},
        {&result.routines, u"SELECT count(*) FROM routines"_s},
        {&result.versions, u"SELECT count(*) FROM versions"_s},
        {&result.heldVersions, u"SELECT count(*) FROM versions WHERE body IS NOT NULL"_s},
        {&result.goneVersions,
         u"SELECT count(*) FROM versions WHERE body IS NOT NULL AND gone IS NOT NULL"_s},
        {&result.bodies, u"SELECT count(*) FROM bodies"_s},
        {&result.codeSize,
         u"SELECT coalesce(sum(b.size), 0) FROM versions v JOIN bodies b ON b.id = v.body"_s},
    };
    for (const auto &[target, sql] : counts) {
        const Result<qint64> count = number(database, sql);
        if (!count)
            return count.error();
        *target = *count;
    }
    result.fileSize = QFileInfo(file).size() + QFileInfo(file + u"-wal"_s).size();
    result.newestBackup = backupsOf(file).value(0);
    if (!result.newestBackup.isEmpty())
        result.backedUpAt = QFileInfo(result.newestBackup).lastModified().toUTC();
    return result;
}

Result<> copyArchive(const QString &file, const QString &target)
{
    if (!QFileInfo::exists(file))
        return Error{.code = ErrorCode::NotFound,
                     .message = ArchiveCareText::tr("There is no archive on the disk.")};
    const QString same = QFileInfo(target).canonicalFilePath();
    if (!same.isEmpty() && same == QFileInfo(file).canonicalFilePath())
        return Error{.code = ErrorCode::InvalidRequest,
                     .message = ArchiveCareText::tr("This is the archive itself."),
                     .advice = ArchiveCareText::tr("Choose another file.")};
    const Draft draft(target);
    Database source;
    if (Result<> opened = source.open(file, Database::Access::ReadOnly); !opened)
        return opened;
    if (Result<> copied = source.execute(u"VACUUM INTO ?"_s, {draft.path()}); !copied)
        return copied;
    return draft.putInPlace();
}

Result<> backUpToday(const QString &file)
{
    const QString today = backupName(file, QDate::currentDate());
    if (QFileInfo::exists(today) || !holdsVersions(file))
        return {};
    if (Result<> written = copyArchive(file, today); !written)
        return written;
    QStringList others = backupsOf(file);
    others.removeAll(today);
    for (const QString &backup : others.mid(kBackupsKept - 1)) {
        // After an archive was lost, replaced or restored it may be the only copy.
        if (holdsAllOf(today, backup))
            QFile::remove(backup);
    }
    return {};
}

Result<ArchiveCondition> restoreArchive(Database &database, const QString &file,
                                        const QString &backup)
{
    const Result<> sound = checkArchiveFile(backup);
    if (!sound)
        return sound.error();
    const Draft draft(file);
    if (const Result<> copied = copyArchive(backup, draft.path()); !copied)
        return copied.error();
    database.close();
    const bool hadFile = QFileInfo::exists(file);
    const QString kept = hadFile ? keepArchiveAs(file, u"before-restore"_s) : QString();
    const Result<> placed =
        hadFile && kept.isEmpty() ? Result<>(notWritten(file)) : draft.putInPlace();
    if (!placed && !kept.isEmpty()) {
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::rename(kept + part, file + part);
    }
    ArchiveCondition condition = openArchive(database, file);
    if (!placed)
        return placed.error();
    condition.keptFile = kept;
    return condition;
}

Verification::Verification(std::shared_ptr<Promise> promise)
    : m_promise(std::move(promise))
{
}

bool Verification::step(Database &database)
{
    if (m_promise->isCanceled()) {
        finish(Error{.code = ErrorCode::Cancelled,
                     .message = ArchiveCareText::tr("The check was stopped.")});
        return false;
    }
    const bool isFirst = !std::exchange(m_hasBegun, true);
    const Result<bool> more = isFirst ? begin(database) : checkSome(database);
    if (!more)
        finish(more.error());
    else if (!*more)
        finish(m_report);
    return more && *more;
}

Result<bool> Verification::begin(Database &database)
{
    Result<Rows> found = database.run(u"PRAGMA integrity_check(20)"_s);
    if (!found)
        return found.error();
    {
        Rows rows = *std::move(found);
        while (rows.next()) {
            if (rows.text(0) != "ok"_L1)
                m_report.findings.append({.what = rows.text(0)});
        }
    }
    Result<Rows> bodies = database.run(u"SELECT id FROM bodies ORDER BY id DESC"_s);
    if (!bodies)
        return bodies.error();
    Rows rows = *std::move(bodies);
    while (rows.next())
        m_bodies.append(rows.number(0));
    m_promise->setProgressRange(0, static_cast<int>(m_bodies.size()));
    if (const Result<> state = rows.state(); !state)
        return state.error();
    return true;
}

Result<bool> Verification::checkSome(Database &database)
{
    const QDeadlineTimer deadline(kStepMs);
    while (!m_bodies.isEmpty() && !deadline.hasExpired()) {
        if (const Result<> checked = checkBody(database, m_bodies.takeLast()); !checked)
            return checked.error();
        ++m_report.checked;
    }
    m_promise->setProgressValue(static_cast<int>(m_report.checked));
    return !m_bodies.isEmpty();
}

Result<> Verification::checkBody(Database &database, qint64 body)
{
    const Result<QByteArray> bytes = BodyStore(database).read(body);
    if (bytes || m_report.findings.size() >= kMostFindings)
        return {};
    Result<Rows> found =
        database.run(u"SELECT r.account, r.name, v.id FROM versions v JOIN routines r "
                     "ON r.id = v.routine WHERE v.body = ?"_s,
                     {body});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    while (rows.next())
        m_report.findings.append(
            {.key = {.accountId = rows.text(0), .routine = rows.text(1)},
             .versionId = rows.text(2),
             .what = ArchiveCareText::tr("The code is damaged and cannot be read.")});
    return rows.state();
}

void Verification::finish(const Result<VerifyReport> &result)
{
    m_promise->addResult(result);
    m_promise->finish();
}

} // namespace edgewright
