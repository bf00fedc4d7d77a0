// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/routinecatalog.h"

#include "archive/archive.h"
#include "base/log.h"
#include "workspace/connectioncall.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kReadAtOnce = 4;

/// The service's order is not remembered; by name, rows stay where they are when it answers.
void sortByName(QList<RoutineListModel::Item> &items)
{
    std::ranges::sort(items, {},
                      [](const RoutineListModel::Item &item) { return item.routine.name; });
}

} // namespace

RoutineCatalog::RoutineCatalog(Connection &connection, const Memory &memory, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_drafts(memory.drafts)
    , m_names(memory.names)
    , m_archive(memory.archive)
    , m_ledger(memory.ledger)
{
    connect(&m_connection, &Connection::aboutToChange, this, &RoutineCatalog::clear);
    connect(&m_connection, &Connection::changed, this, [this] {
        restore();
        if (m_connection.service() != nullptr)
            refresh();
    });
    connect(&m_connection, &Connection::reachabilityChanged, this, [this] {
        if (m_connection.isReachable() && !m_refreshing)
            refresh();
    });
    connect(&m_drafts, &DraftStore::changed, this, &RoutineCatalog::markDraft);
}

std::optional<Routine> RoutineCatalog::routine(const QString &name) const
{
    const int row = m_model.rowOf(name);
    if (row < 0)
        return {};
    return m_model.items().at(row).routine;
}

void RoutineCatalog::restore()
{
    const QString accountId = m_connection.account().id;
    if (accountId.isEmpty() || accountId == m_restored)
        return;
    m_restored = accountId;
    m_archive.routines(accountId)->then(
        this, [this, accountId](const Result<QList<ArchivedRoutine>> &routines) {
            if (routines && accountId == m_restored && !m_isRead)
                applyRestored(*routines);
        });
}

void RoutineCatalog::applyRestored(const QList<ArchivedRoutine> &routines)
{
    QList<RoutineListModel::Item> items;
    for (const ArchivedRoutine &archived : routines) {
        if (!archived.onService)
            continue;
        items.append(itemOf(archived.routine, archived.seenAt));
        if (!m_readAt.isValid() || archived.seenAt > m_readAt)
            m_readAt = archived.seenAt;
    }
    if (items.isEmpty())
        return;
    sortByName(items);
    m_model.setItems(std::move(items));
    emit restored();
}

void RoutineCatalog::refresh()
{
    RoutineService *service = m_connection.service();
    if (service == nullptr)
        return;
    ++m_request;
    m_unread.clear();
    m_reading = 0;
    m_failure.reset();
    if (!std::exchange(m_refreshing, true))
        emit refreshStarted();
    service->listRoutines()->then(this,
                                  [this, request = m_request, number = m_ledger.nextReading()](
                                      const Result<RoutineList> &list) {
                                      m_connection.noteReading(failureOf(list));
                                      if (request != m_request)
                                          return;
                                      if (!list) {
                                          finishRefresh(list.error());
                                          return;
                                      }
                                      observeGone(*list, number);
                                      applyList(*list);
                                      readNextRoutine();
                                  });
}

void RoutineCatalog::applyList(const RoutineList &list)
{
    m_readAt = QDateTime::currentDateTimeUtc();
    m_isRead = true;
    m_quota = list.quota;
    report(m_archive.recordRoutines(m_connection.account().id, list, m_readAt));
    QList<RoutineListModel::Item> items;
    for (const Routine &listed : list.routines) {
        const int row = m_model.rowOf(listed.name);
        Routine routine = listed;
        QDateTime readAt;
        if (row >= 0) { // what was live a moment ago says more than nothing
            routine.deployments = m_model.items().at(row).routine.deployments;
            readAt = m_model.items().at(row).liveReadAt;
        }
        items.append(itemOf(routine, readAt));
        m_unread.append(routine.name);
    }
    sortByName(items);
    m_model.setItems(std::move(items));
    emit listed();
}

void RoutineCatalog::report(Reply<> *recording)
{
    // The service's answer stands whether or not it can be remembered.
    recording->then(this, [](const Result<> &recorded) {
        if (!recorded)
            qCWarning(lcWorkspace).noquote() << forLog(recorded.error().detail);
    });
}

void RoutineCatalog::readNextRoutine()
{
    while (m_reading < kReadAtOnce && !m_unread.isEmpty()) {
        const QString name = m_unread.takeFirst();
        ++m_reading;
        m_connection.service()->fetchRoutine(name)->then(
            this, [this, name, request = m_request,
                   number = m_ledger.nextReading()](const Result<Routine> &routine) {
                if (request != m_request)
                    return;
                --m_reading;
                onRead(name, number, routine);
                if (!routine && routine.error().code != ErrorCode::NotFound && !m_failure)
                    m_failure = routine.error();
                readNextRoutine();
            });
    }
    if (m_reading == 0 && m_unread.isEmpty())
        finishRefresh(m_failure);
}

void RoutineCatalog::finishRefresh(const std::optional<Error> &error)
{
    if (!m_refreshing)
        return;
    m_refreshing = false;
    if (error)
        emit refreshFailed(*error);
    else
        emit refreshed();
}

void RoutineCatalog::refreshRoutine(const QString &name)
{
    RoutineService *service = m_connection.service();
    if (service == nullptr)
        return;
    service->fetchRoutine(name)->then(
        this, [this, name, number = m_ledger.nextReading()](const Result<Routine> &routine) {
            onRead(name, number, routine);
            if (!routine && routine.error().code != ErrorCode::NotFound)
                tellFailure(routine.error());
        });
}

Reply<Routine> *RoutineCatalog::read(const QString &name)
{
    auto *reply = new Reply<Routine>(this);
    RoutineService *service = m_connection.service();
    if (service == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    Reply<Routine> *call = service->fetchRoutine(name);
    bindFate(reply, call);
    call->then(this, [this, name, number = m_ledger.nextReading(),
                      reply = QPointer(reply)](const Result<Routine> &routine) {
        onRead(name, number, routine);
        if (reply != nullptr)
            reply->resolve(routine);
    });
    return reply;
}

void RoutineCatalog::tellFailure(const Error &error)
{
    if (m_refreshing) { // told at its end
        if (!m_failure)
            m_failure = error;
        return;
    }
    emit refreshStarted();
    emit refreshFailed(error);
}

void RoutineCatalog::adopt(const Routine &routine)
{
    onRead(routine.name, m_ledger.nextReading(), routine);
}

void RoutineCatalog::onRead(const QString &name, quint64 number, const Result<Routine> &routine)
{
    m_connection.noteReading(failureOf(routine));
    const bool isAnswer = routine || routine.error().code == ErrorCode::NotFound;
    if (!isAnswer || m_newest.value(name) > number)
        return;
    m_newest.insert(name, number);
    observe(routine ? *routine : Routine{.name = name}, number);
    if (routine)
        apply(*routine);
    else
        drop(name);
}

void RoutineCatalog::observe(const Routine &routine, quint64 number)
{
    report(m_ledger.observe({.accountId = m_connection.account().id,
                             .routine = routine,
                             .at = m_ledger.now(),
                             .reading = number}));
}

void RoutineCatalog::observeGone(const RoutineList &list, quint64 number)
{
    if (!list.complete)
        return;
    QSet<QString> names;
    for (const Routine &listed : list.routines)
        names.insert(listed.name);
    for (const RoutineListModel::Item &item : m_model.items()) {
        if (!names.contains(item.routine.name))
            observe({.name = item.routine.name}, number);
    }
}

void RoutineCatalog::apply(const Routine &routine)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    report(m_archive.recordRoutine(m_connection.account().id, routine, now));
    QList<RoutineListModel::Item> items = m_model.items();
    const int row = m_model.rowOf(routine.name);
    if (row >= 0) {
        m_model.updateItem(itemOf(routine, now));
    } else {
        items.append(itemOf(routine, now));
        sortByName(items);
        m_model.setItems(std::move(items));
    }
    emit routineChanged(routine.name);
    nameLiveVersions(routine);
}

void RoutineCatalog::nameLiveVersions(const Routine &routine)
{
    const QString accountId = m_connection.account().id;
    const auto isUnnamed = [&](const VersionShare &share) {
        return m_names.name(accountId, routine.name, share.versionId).isEmpty();
    };
    const bool anyUnnamed =
        std::ranges::any_of(routine.deployments, [&](const Deployment &deployment) {
            return std::ranges::any_of(deployment.shares, isUnnamed);
        });
    if (!anyUnnamed)
        return;
    m_connection.service()
        ->listVersions(routine.name)
        ->then(this, [this, accountId, name = routine.name](const Result<VersionList> &list) {
            // Without an answer the ids stand there until the routine is opened.
            if (!list || accountId != m_connection.account().id)
                return;
            const Result<> learnt = m_names.learn(accountId, name, list->versions);
            if (!learnt)
                qCWarning(lcWorkspace).noquote() << forLog(learnt.error().detail);
            renameVersions(name);
        });
}

void RoutineCatalog::drop(const QString &name)
{
    QList<RoutineListModel::Item> items = m_model.items();
    const auto removed = items.removeIf(
        [&name](const RoutineListModel::Item &item) { return item.routine.name == name; });
    if (removed == 0)
        return;
    m_model.setItems(std::move(items));
    emit routineChanged(name);
}

void RoutineCatalog::renameVersions(const QString &routine)
{
    const int row = m_model.rowOf(routine);
    if (row >= 0)
        m_model.updateItem(
            itemOf(m_model.items().at(row).routine, m_model.items().at(row).liveReadAt));
}

void RoutineCatalog::markDraft(const QString &accountId, const QString &routine)
{
    if (accountId == m_connection.account().id)
        renameVersions(routine);
}

void RoutineCatalog::cancel()
{
    ++m_request;
    m_unread.clear();
    m_reading = 0;
    finishRefresh(Error{.code = ErrorCode::Cancelled, .message = tr("Reading was stopped.")});
}

void RoutineCatalog::clear()
{
    ++m_request;
    m_unread.clear();
    m_reading = 0;
    m_readAt = {};
    m_isRead = false;
    m_restored.clear();
    m_quota = 0;
    m_newest.clear();
    m_model.setItems({});
    finishRefresh(accountLeft());
}

RoutineListModel::Item RoutineCatalog::itemOf(const Routine &routine, const QDateTime &readAt) const
{
    return {.routine = routine,
            .liveKnown = readAt.isValid(),
            .hasDraft = m_drafts.contains(m_connection.account().id, routine.name),
            .liveReadAt = readAt,
            .production = describeLive(routine, kProduction),
            .staging = describeLive(routine, kStaging)};
}

QString RoutineCatalog::describeLive(const Routine &routine, const QString &environment) const
{
    QList<NamedShare> shares;
    const Deployment deployment = routine.deploymentIn(environment);
    for (const VersionShare &share : deployment.shares) {
        const QString name = m_names.name(m_connection.account().id, routine.name, share.versionId);
        shares.append(
            {.versionName = name.isEmpty() ? u"…"_s : name, .percentage = share.percentage});
    }
    return describeShares(shares);
}

} // namespace edgewright
