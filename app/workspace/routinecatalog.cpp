// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/routinecatalog.h"

#include "base/log.h"
#include "workspace/connectioncall.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kReadAtOnce = 4;

} // namespace

RoutineCatalog::RoutineCatalog(Connection &connection, DraftStore &drafts, VersionNames &names,
                               QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_drafts(drafts)
    , m_names(names)
{
    connect(&m_connection, &Connection::aboutToChange, this, &RoutineCatalog::clear);
    connect(&m_connection, &Connection::changed, this, [this] {
        if (m_connection.service() != nullptr)
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
                                  [this, request = m_request](const Result<RoutineList> &list) {
                                      if (request != m_request)
                                          return;
                                      if (list) {
                                          applyList(*list);
                                          readNextRoutine();
                                      } else {
                                          finishRefresh(list.error());
                                      }
                                  });
}

void RoutineCatalog::applyList(const RoutineList &list)
{
    m_readAt = QDateTime::currentDateTimeUtc();
    m_quota = list.quota;
    QList<RoutineListModel::Item> items;
    for (const Routine &listed : list.routines) {
        const int row = m_model.rowOf(listed.name);
        Routine routine = listed;
        bool liveKnown = false;
        if (row >= 0) { // what was live a moment ago says more than nothing
            routine.deployments = m_model.items().at(row).routine.deployments;
            liveKnown = m_model.items().at(row).liveKnown;
        }
        items.append(itemOf(routine, liveKnown));
        m_unread.append(routine.name);
    }
    m_model.setItems(std::move(items));
    emit listed();
}

void RoutineCatalog::readNextRoutine()
{
    while (m_reading < kReadAtOnce && !m_unread.isEmpty()) {
        const QString name = m_unread.takeFirst();
        ++m_reading;
        m_connection.service()->fetchRoutine(name)->then(
            this, [this, name, request = m_request,
                   number = ++m_lastNumber](const Result<Routine> &routine) {
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
        this, [this, name, number = ++m_lastNumber](const Result<Routine> &routine) {
            onRead(name, number, routine);
            if (!routine && routine.error().code != ErrorCode::NotFound)
                tellFailure(routine.error());
        });
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
    onRead(routine.name, ++m_lastNumber, routine);
}

void RoutineCatalog::onRead(const QString &name, quint64 number, const Result<Routine> &routine)
{
    const bool isAnswer = routine || routine.error().code == ErrorCode::NotFound;
    if (!isAnswer || m_newest.value(name) > number)
        return;
    m_newest.insert(name, number);
    if (routine)
        apply(*routine);
    else
        drop(name);
}

void RoutineCatalog::apply(const Routine &routine)
{
    QList<RoutineListModel::Item> items = m_model.items();
    const int row = m_model.rowOf(routine.name);
    if (row >= 0) {
        m_model.updateItem(itemOf(routine, true));
    } else {
        items.append(itemOf(routine, true));
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

Reply<> *RoutineCatalog::create(const QString &name, const QString &description)
{
    auto *reply = new Reply<>(this);
    RoutineService *service = m_connection.service();
    if (service == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    Reply<> *call = service->createRoutine(name, description);
    bindFate(reply, call);
    const bool wasThere = m_model.rowOf(name) >= 0;
    call->then(this, [this, name, wasThere, reply = QPointer(reply)](const Result<> &created) {
        if (created || !mayHaveHappened(created.error()))
            settle(reply, created);
        else
            settleByReading({.name = name, .expectedThere = true, .wasThere = wasThere}, reply,
                            created.error());
    });
    return reply;
}

Reply<> *RoutineCatalog::remove(const QString &name)
{
    auto *reply = new Reply<>(this);
    RoutineService *service = m_connection.service();
    if (service == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    Reply<> *call = service->deleteRoutine(name);
    bindFate(reply, call);
    call->then(this, [this, name, reply = QPointer(reply)](const Result<> &deleted) {
        if (deleted || !mayHaveHappened(deleted.error()))
            settle(reply, deleted);
        else
            settleByReading({.name = name, .expectedThere = false, .wasThere = true}, reply,
                            deleted.error());
    });
    return reply;
}

void RoutineCatalog::settleByReading(const Change &change, const QPointer<Reply<>> &reply,
                                     const Error &lost)
{
    Reply<Routine> *reading = m_connection.service()->fetchRoutine(change.name);
    if (reply != nullptr)
        bindFate(reply.data(), reading);
    reading->then(this, [this, change, reply, lost](const Result<Routine> &routine) {
        const bool isThere = routine.hasValue();
        const bool isKnown = isThere || routine.error().code == ErrorCode::NotFound;
        if (isKnown && isThere == change.expectedThere && isThere != change.wasThere)
            settle(reply, {});
        else if (isKnown && isThere == change.wasThere)
            settle(reply, because(tr("The answer was lost; nothing was changed."), lost));
        else
            settle(reply, because(tr("The answer was lost, so it is unknown whether anything was "
                                     "changed; refresh before trying again."),
                                  isKnown ? lost : routine.error()));
    });
}

void RoutineCatalog::settle(const QPointer<Reply<>> &reply, const Result<> &result)
{
    if (reply != nullptr)
        reply->resolve(result);
    if (result)
        refresh();
}

void RoutineCatalog::renameVersions(const QString &routine)
{
    const int row = m_model.rowOf(routine);
    if (row >= 0)
        m_model.updateItem(
            itemOf(m_model.items().at(row).routine, m_model.items().at(row).liveKnown));
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
    m_quota = 0;
    m_newest.clear();
    m_model.setItems({});
    finishRefresh(accountLeft());
}

RoutineListModel::Item RoutineCatalog::itemOf(const Routine &routine, bool liveKnown) const
{
    return {.routine = routine,
            .liveKnown = liveKnown,
            .hasDraft = m_drafts.contains(m_connection.account().id, routine.name),
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
