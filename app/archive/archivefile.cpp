// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivefile.h"

#include "archive/migrations.h"
#include "base/log.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct ArchiveFileText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ArchiveFile)
};

using Kind = ArchiveCondition::Kind;
using Access = Database::Access;

/// What a file says of itself.
struct Peek {
    int version = 0;
    bool isForeign = false; ///< Made by another program.
};

Error notAnArchive()
{
    return Error{.code = ErrorCode::InvalidRequest,
                 .message = ArchiveFileText::tr("This file is not an Edgewright archive.")};
}

Error fromTheFuture()
{
    return Error{.code = ErrorCode::Storage,
                 .message = ArchiveFileText::tr("The archive was written by a newer Edgewright."),
                 .advice =
                     ArchiveFileText::tr("It can be read here, but nothing new is kept in it.")};
}

/// A reader never changes the file: not even what lies in the journal is moved.
Result<> openForReading(Database &database, const QString &file)
{
    Result<> opened = database.open(file, Access::ReadOnly);
    if (opened)
        opened = Migrations::versionOf(database).andThen([](int) { return Result<>(); });
    if (opened || meansDamage(opened.error()) || meansLocked(opened.error()))
        return opened;
    // In a folder that cannot be written there is no place for the readers' locks.
    if (Result<> plain = database.open(file, Access::Immutable); !plain)
        return plain;
    return Migrations::versionOf(database).andThen([](int) { return Result<>(); });
}

Result<Peek> peek(Database &database, const QString &file)
{
    if (const Result<> opened = openForReading(database, file); !opened)
        return opened.error();
    const Result<int> version = Migrations::versionOf(database);
    const Result<QVariant> application = database.value(u"PRAGMA application_id"_s);
    const Result<QVariant> tables = database.value(u"SELECT count(*) FROM sqlite_schema"_s);
    for (const Result<QVariant> *answer : {&application, &tables}) {
        if (!*answer)
            return answer->error();
    }
    const bool isNew = tables->toInt() == 0 && application->toInt() == 0;
    return Peek{.version = *version,
                .isForeign = !isNew && application->toInt() != Migrations::kApplicationId};
}

/// Root may write any file; the one who took the permission away meant something by it.
bool mayBeWritten(const QString &file)
{
    return QFileInfo(file).permissions().testFlag(QFileDevice::WriteOwner);
}

ArchiveCondition openInMemory(Database &database, Error problem)
{
    Result<> opened = database.open(u":memory:"_s);
    if (opened)
        opened = Migrations::run(database);
    if (!opened)
        qCWarning(lcArchive).noquote() << forLog(opened.error().detail);
    if (problem.advice.isEmpty())
        problem.advice = ArchiveFileText::tr("What is read now is kept until Edgewright ends.");
    return {.kind = Kind::Unusable, .problem = problem};
}

ArchiveCondition openReadOnly(Database &database, const QString &file, const Error &problem)
{
    if (const Result<> opened = openForReading(database, file); !opened)
        return openInMemory(database, opened.error());
    return {.kind = Kind::ReadOnly, .problem = problem};
}

Result<> openForWriting(Database &database, const QString &file)
{
    if (Result<> opened = database.open(file); !opened)
        return opened;
    // Readers do not notice that another program is writing.
    Result<> writable = database.transaction([] { return Result<>(); });
    return writable ? Migrations::run(database) : writable;
}

ArchiveCondition openNew(Database &database, const QString &file)
{
    if (const Result<> opened = openForWriting(database, file); !opened)
        return openInMemory(database, opened.error());
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {.kind = Kind::Usable};
}

ArchiveCondition replace(Database &database, const QString &file, Error problem)
{
    database.close();
    const QString kept = keepArchiveAs(file, u"broken"_s);
    if (kept.isEmpty())
        return openInMemory(database, problem);
    ArchiveCondition condition = openNew(database, file);
    condition.keptFile = kept;
    if (!condition.hasProblem()) {
        problem.advice =
            //: %1 is a file name
            ArchiveFileText::tr("It is kept as “%1”, and a new archive was started.")
                .arg(QFileInfo(kept).fileName());
        condition.problem = problem;
    }
    return condition;
}

Error writeProtected()
{
    return Error{.code = ErrorCode::Storage,
                 .message = ArchiveFileText::tr("The archive is write-protected."),
                 .advice = ArchiveFileText::tr("It can be read, but nothing new is kept in it.")};
}

/// For a file that says it is an archive of ours.
ArchiveCondition openKnown(Database &database, const QString &file)
{
    if (!mayBeWritten(file))
        return openReadOnly(database, file, writeProtected());
    const Result<> opened = openForWriting(database, file);
    if (opened)
        return {.kind = Kind::Usable};
    if (meansDamage(opened.error()))
        return replace(database, file, opened.error());
    Error problem = opened.error();
    problem.advice = ArchiveFileText::tr("It can be read, but nothing new is kept in it.");
    return openReadOnly(database, file, problem);
}

ArchiveCondition open(Database &database, const QString &file)
{
    const QFileInfo info(file);
    if (!QDir().mkpath(info.absolutePath()) || (info.exists() && !info.isFile()))
        return openInMemory(database,
                            {.code = ErrorCode::Storage,
                             .message = ArchiveFileText::tr("The archive could not be opened."),
                             .detail = file});
    if (!info.exists())
        return openNew(database, file);
    if (info.size() == 0)
        return replace(database, file,
                       {.code = ErrorCode::Storage,
                        .message = ArchiveFileText::tr("The archive was an empty file.")});
    const Result<Peek> seen = peek(database, file);
    if (!seen)
        return meansDamage(seen.error()) ? replace(database, file, seen.error())
                                         : openInMemory(database, seen.error());
    if (seen->isForeign)
        return replace(database, file, notAnArchive());
    if (seen->version > Migrations::newest())
        return openReadOnly(database, file, fromTheFuture());
    return openKnown(database, file);
}

} // namespace

ArchiveCondition openArchive(Database &database, const QString &file)
{
    ArchiveCondition condition = open(database, file);
    condition.newestBackup = backupsOf(file).value(0);
    return condition;
}

QString keepArchiveAs(const QString &file, const QString &word)
{
    constexpr int kMost = 1000;
    for (int i = 1; i < kMost; ++i) {
        const QString name = u"%1.%2-%3"_s.arg(file, word).arg(i);
        if (QFileInfo::exists(name))
            continue;
        if (!QFile::rename(file, name))
            return {};
        // Beside the old name the journal would be taken for the new file's.
        for (const QString &part : {u"-wal"_s, u"-shm"_s})
            QFile::rename(file + part, name + part);
        return name;
    }
    return {};
}

QString backupName(const QString &file, const QDate &day)
{
    const QFileInfo info(file);
    return info.absolutePath() + u'/' + info.completeBaseName() + u"-backup-"_s
           + day.toString(Qt::ISODate) + u".db"_s;
}

QStringList backupsOf(const QString &file)
{
    const QFileInfo info(file);
    QStringList found;
    const QDir folder(info.absolutePath());
    const QStringList names = folder.entryList({info.completeBaseName() + u"-backup-*.db"_s},
                                               QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names)
        found.append(folder.filePath(name));
    const QString today = QFileInfo(backupName(file, QDate::currentDate())).fileName();
    std::ranges::stable_partition(
        found, [&](const QString &backup) { return QFileInfo(backup).fileName() <= today; });
    return found;
}

Result<> checkArchiveFile(const QString &file)
{
    Database database;
    const Result<Peek> seen = peek(database, file);
    if (!seen)
        return seen.error();
    if (seen->isForeign || seen->version == 0)
        return notAnArchive();
    if (seen->version > Migrations::newest())
        return fromTheFuture();
    const Result<QVariant> check = database.value(u"PRAGMA integrity_check(1)"_s);
    if (!check)
        return check.error();
    if (check->toString() == "ok"_L1)
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = ArchiveFileText::tr("This file is damaged."),
                 .detail = check->toString()};
}

} // namespace edgewright
