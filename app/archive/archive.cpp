// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"

#include "archive/archivecare.h"
#include "archive/archivefile.h"
#include "archive/versionstore.h"
#include "base/background.h"
#include "base/log.h"

using namespace Qt::StringLiterals;

namespace edgewright {

Archive::Archive(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_file(folder + u"/archive.db"_s)
    , m_worker(std::make_unique<ArchiveWorker>())
{
    m_copying.setMaxThreadCount(1);
    m_copying.setThreadPriority(QThread::LowPriority);
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
        ->then(this, [this](const Result<Condition> &condition) { setCondition(*condition); });
}

void Archive::setCondition(const Condition &condition)
{
    m_condition = condition;
    emit conditionChanged();
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

Reply<ArchiveStatistics> *Archive::statistics()
{
    return m_worker->run<ArchiveStatistics>(
        this, [file = m_file](Database &database) { return countArchive(database, file); });
}

Reply<VerifyReport> *Archive::verify()
{
    using Answer = Result<VerifyReport>;
    auto *reply = new Reply<VerifyReport>(this);
    auto *watcher = new QFutureWatcher<Answer>(reply);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, reply, [reply, watcher](int done) {
        emit reply->progressed(done, watcher->progressMaximum());
    });
    connect(watcher, &QFutureWatcherBase::finished, reply, [reply, watcher] {
        const bool isAnswered = watcher->future().resultCount() > 0;
        reply->resolve(isAnswered ? watcher->result()
                                  : Answer(Error{.code = ErrorCode::Cancelled,
                                                 .message = tr("The check was stopped.")}));
    });
    connect(reply, &ReplyBase::cancelRequested, watcher, &QFutureWatcherBase::cancel);
    auto promise = std::make_shared<Verification::Promise>();
    promise->start();
    watcher->setFuture(promise->future());
    m_worker->repeat([work = std::make_shared<Verification>(std::move(promise))](
                         Database &database) { return work->step(database); });
    return reply;
}

Reply<> *Archive::backUp(const QString &path)
{
    // Not on the archive's thread: others would wait for it.
    return runInBackground<void>(m_copying, this,
                                 [file = m_file, path] { return copyArchive(file, path); });
}

Reply<> *Archive::restore(const QString &path)
{
    auto *reply = new Reply<>(this);
    m_worker
        ->run<Condition>(this,
                         [file = m_file, path](Database &database) {
                             return restoreArchive(database, file, path);
                         })
        ->then(this, [this, reply](const Result<Condition> &condition) {
            if (condition) {
                setCondition(*condition);
                emit restored();
            }
            reply->resolve(condition ? Result<>() : Result<>(condition.error()));
        });
    return reply;
}

void Archive::backUpToday()
{
    if (m_condition.kind != Condition::Kind::Usable)
        return;
    runInBackground<void>(m_copying, this, [file = m_file] {
        return edgewright::backUpToday(file);
    })->then(this, [this](const Result<> &written) {
        m_condition.newestBackup = backupsOf(m_file).value(0);
        if (written)
            return;
        qCInfo(lcArchive).noquote() << forLog(written.error().detail);
        // The copy reads every page: nobody would notice otherwise.
        if (meansDamage(written.error()))
            setCondition({.kind = m_condition.kind,
                          .problem = written.error(),
                          .newestBackup = m_condition.newestBackup});
    });
}

} // namespace edgewright
