// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"

#include "archive/archivefile.h"
#include "archive/versionstore.h"

using namespace Qt::StringLiterals;

namespace edgewright {

Archive::Archive(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_file(folder + u"/archive.db"_s)
    , m_worker(std::make_unique<ArchiveWorker>())
{
    reopen();
}

Archive::~Archive() = default;

void Archive::reopen()
{
    m_worker
        ->run<Condition>(this,
                         [file = m_file](Database &database) -> Result<Condition> {
                             return openArchive(database, file);
                         })
        ->then(this, [this](const Result<Condition> &condition) {
            m_condition = *condition;
            emit conditionChanged();
        });
}

Reply<> *Archive::telling(Reply<> *reply, const RoutineKey &key)
{
    reply->then(this, [this, key](const Result<> &) { emit versionsChanged(key); });
    return reply;
}

Reply<> *Archive::recordRoutines(const QString &accountId, const RoutineList &list,
                                 const QDateTime &at)
{
    return m_worker->run(this, [=](Database &database) {
        return VersionStore(database).recordRoutines(accountId, list, at);
    });
}

Reply<> *Archive::recordRoutine(const QString &accountId, const Routine &routine,
                                const QDateTime &at)
{
    return m_worker->run(this, [=](Database &database) {
        return VersionStore(database).recordRoutine(accountId, routine, at);
    });
}

Reply<QList<ArchivedRoutine>> *Archive::routines(const QString &accountId)
{
    return m_worker->run<QList<ArchivedRoutine>>(
        this, [=](Database &database) { return VersionStore(database).routines(accountId); });
}

Reply<> *Archive::recordListing(const RoutineKey &key, const Listing &listing)
{
    return telling(m_worker->run(this,
                                 [=](Database &database) {
                                     return VersionStore(database).recordListing(key, listing);
                                 }),
                   key);
}

Reply<> *Archive::recordBody(const RoutineKey &key, const QString &versionId,
                             const QByteArray &bytes)
{
    return telling(m_worker->run(this,
                                 [=](Database &database) {
                                     return VersionStore(database).recordBody(key, versionId,
                                                                              bytes);
                                 }),
                   key);
}

Reply<QList<ArchivedVersion>> *Archive::versions(const RoutineKey &key)
{
    return m_worker->run<QList<ArchivedVersion>>(
        this, [=](Database &database) { return VersionStore(database).versions(key); });
}

Reply<QByteArray> *Archive::body(const RoutineKey &key, const QString &versionId)
{
    return m_worker->run<QByteArray>(
        this, [=](Database &database) { return VersionStore(database).body(key, versionId); });
}

Reply<> *Archive::mark(const RoutineKey &key, const QString &versionId, const VersionMark &mark)
{
    return telling(m_worker->run(this,
                                 [=](Database &database) {
                                     return VersionStore(database).mark(key, versionId, mark);
                                 }),
                   key);
}

} // namespace edgewright
