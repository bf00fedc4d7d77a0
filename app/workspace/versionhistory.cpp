// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/versionhistory.h"

#include "base/log.h"
#include "workspace/connectioncall.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

QString codeKey(const QString &routine, const QString &versionId)
{
    return routine + u'\n' + versionId;
}

int shareOf(const Deployment &deployment, const QString &versionId)
{
    const auto found = std::ranges::find(deployment.shares, versionId, &VersionShare::versionId);
    return found == deployment.shares.end() ? 0 : found->percentage;
}

/// Newest first, the unstable slot last; a service may order otherwise.
void sortNewestFirst(QList<CodeVersion> &versions)
{
    std::ranges::stable_sort(versions, [](const CodeVersion &a, const CodeVersion &b) {
        if (a.isUnstable != b.isUnstable)
            return b.isUnstable;
        return a.createdAt > b.createdAt;
    });
}

} // namespace

VersionHistory::VersionHistory(Connection &connection, RoutineCatalog &catalog, VersionNames &names,
                               QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_catalog(catalog)
    , m_names(names)
{
    connect(&m_connection, &Connection::aboutToChange, this, &VersionHistory::clear);
    connect(&m_connection, &Connection::changed, this, [this] {
        if (m_connection.service() == nullptr)
            return;
        fetchQuota();
        refresh();
    });
    connect(&m_catalog, &RoutineCatalog::routineChanged, this, [this](const QString &name) {
        if (name == m_routine)
            rebuild();
    });
}

void VersionHistory::setRoutine(const QString &name)
{
    if (name != m_routine) {
        m_routine = name;
        m_base.clear();
        rebuild();
    }
    refresh();
}

void VersionHistory::setBase(const QString &versionId)
{
    if (m_base == versionId)
        return;
    m_base = versionId;
    rebuild();
}

void VersionHistory::refresh()
{
    ++m_request;
    RoutineService *service = m_connection.service();
    if (service == nullptr || m_routine.isEmpty()) {
        finishRefresh(service == nullptr ? std::optional(accountLeft()) : std::nullopt);
        return;
    }
    if (!std::exchange(m_refreshing, true))
        emit refreshStarted();
    service->listVersions(m_routine)->then(
        this, [this, routine = m_routine, request = m_request,
               number = ++m_lastNumber](const Result<VersionList> &list) {
            if (list)
                applyList(routine, number, *list);
            if (request == m_request)
                finishRefresh(list ? std::nullopt : std::optional(list.error()));
        });
}

void VersionHistory::cancel()
{
    ++m_request;
    finishRefresh(Error{.code = ErrorCode::Cancelled, .message = tr("Reading was stopped.")});
}

void VersionHistory::applyList(const QString &routine, quint64 number, const VersionList &list)
{
    if (m_newest.value(routine) > number)
        return;
    m_newest.insert(routine, number);
    VersionList sorted = list;
    sortNewestFirst(sorted.versions);
    m_lists.insert(routine, sorted);
    const Result<> learnt = m_names.learn(m_connection.account().id, routine, sorted.versions);
    if (!learnt)
        qCWarning(lcWorkspace).noquote() << forLog(learnt.error().detail);
    m_catalog.renameVersions(routine);
    if (routine == m_routine)
        rebuild();
}

void VersionHistory::finishRefresh(const std::optional<Error> &error)
{
    if (!std::exchange(m_refreshing, false))
        return;
    if (error)
        emit refreshFailed(*error);
    else
        emit refreshed();
}

void VersionHistory::fetchQuota()
{
    m_connection.service()->fetchQuota()->then(this, [this](const Result<Quota> &quota) {
        // Without an answer the generation's documented default stands.
        if (quota)
            m_quota = *quota;
    });
}

std::optional<CodeVersion> VersionHistory::version(const QString &versionId) const
{
    const int row = m_model.rowOf(versionId);
    if (row < 0)
        return {};
    return m_model.items().at(row).version;
}

QString VersionHistory::newestVersionId() const
{
    for (const VersionListModel::Item &item : m_model.items()) {
        if (!item.version.isUnstable)
            return item.version.id;
    }
    return {};
}

QString VersionHistory::nameOf(const QString &versionId) const
{
    return m_names.name(m_connection.account().id, m_routine, versionId);
}

int VersionHistory::used() const
{
    return static_cast<int>(
        std::ranges::count_if(m_model.items(), [](const VersionListModel::Item &item) {
            return !item.version.isUnstable;
        }));
}

int VersionHistory::quota() const
{
    if (m_quota.versionsPerRoutine > 0)
        return m_quota.versionsPerRoutine;
    const RoutineService *service = m_connection.service();
    return service != nullptr ? service->capabilities().defaultVersionQuota
                              : Capabilities().defaultVersionQuota;
}

Reply<VersionCode> *VersionHistory::fetchCode(const QString &routine, const QString &versionId)
{
    auto *reply = new Reply<VersionCode>(this);
    if (const std::optional<VersionCode> known = knownCode(routine, versionId)) {
        reply->resolve(*known);
        return reply;
    }
    RoutineService *service = m_connection.service();
    if (service == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    Reply<VersionBody> *call = service->fetchBody(routine, versionId);
    bindFate(reply, call);
    connect(reply, &ReplyBase::cancelRequested, call, &ReplyBase::cancel);
    call->then(this, [this, routine, reply = QPointer(reply)](const Result<VersionBody> &body) {
        if (reply == nullptr)
            return;
        if (body)
            reply->resolve(keep(routine, *body));
        else
            reply->resolve(body.error());
    });
    return reply;
}

VersionCode VersionHistory::keep(const QString &routine, const VersionBody &body)
{
    VersionCode code{.version = {.id = body.versionId,
                                 .description = body.description,
                                 .createdAt = body.createdAt},
                     .bytes = body.bytes,
                     .verdict = judgeBody(body.bytes)};
    const QList<CodeVersion> listed = m_lists.value(routine).versions;
    const auto found = std::ranges::find(listed, body.versionId, &CodeVersion::id);
    if (found != listed.end())
        code.version = *found;
    code.name = m_names.name(m_connection.account().id, routine, body.versionId);
    // The staging slot changes, and a missing file may come back.
    const bool isFinal = code.verdict.isCode() || code.verdict.kind == BodyKind::Zip;
    if (isFinal && !code.version.isUnstable && code.name != "unstable"_L1)
        m_codes.insert(codeKey(routine, body.versionId), new VersionCode(code),
                       code.bytes.size() + 1);
    return code;
}

std::optional<VersionCode> VersionHistory::knownCode(const QString &routine,
                                                     const QString &versionId) const
{
    const VersionCode *known = m_codes.object(codeKey(routine, versionId));
    if (known == nullptr)
        return {};
    VersionCode code = *known;
    code.name = m_names.name(m_connection.account().id, routine, versionId); // learnt since, maybe
    return code;
}

Reply<> *VersionHistory::remove(const QString &versionId)
{
    auto *reply = new Reply<>(this);
    RoutineService *service = m_connection.service();
    if (service == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    const int row = m_model.rowOf(versionId);
    if (row >= 0 && m_model.items().at(row).isLive()) {
        reply->resolve(Error{
            .code = ErrorCode::InUse,
            .message = tr("%1 is live and cannot be deleted.").arg(m_model.items().at(row).name),
            .advice = tr("Publish another version in its place first.")});
        return reply;
    }
    Reply<> *call = service->deleteVersion(m_routine, versionId);
    bindFate(reply, call);
    const Deletion deletion{.routine = m_routine, .versionId = versionId, .reply = reply};
    call->then(this, [this, deletion](const Result<> &deleted) {
        if (!deleted && mayHaveHappened(deleted.error())) {
            settleDeletion(deletion, deleted.error());
            return;
        }
        if (deletion.reply != nullptr)
            deletion.reply->resolve(deleted);
        refresh();
    });
    return reply;
}

void VersionHistory::settleDeletion(const Deletion &deletion, const Error &lost)
{
    Reply<VersionList> *reading = m_connection.service()->listVersions(deletion.routine);
    if (deletion.reply != nullptr)
        bindFate(deletion.reply.data(), reading);
    reading->then(this, [this, deletion, lost,
                         number = ++m_lastNumber](const Result<VersionList> &list) {
        if (list)
            applyList(deletion.routine, number, *list);
        if (deletion.reply == nullptr)
            return;
        if (!list)
            deletion.reply->resolve(
                because(tr("The answer was lost, so it is unknown whether the version was deleted; "
                           "refresh before trying again."),
                        list.error()));
        else if (std::ranges::count(list->versions, deletion.versionId, &CodeVersion::id) == 0)
            deletion.reply->resolve({});
        else
            deletion.reply->resolve(
                because(tr("The answer was lost; the version was not deleted."), lost));
    });
}

void VersionHistory::clear()
{
    ++m_request;
    m_lists.clear();
    m_newest.clear();
    m_codes.clear();
    m_quota = {};
    m_routine.clear();
    m_base.clear();
    rebuild();
    finishRefresh(accountLeft());
}

void VersionHistory::rebuild()
{
    const Routine routine = m_catalog.routine(m_routine).value_or(Routine());
    const Deployment production = routine.deploymentIn(kProduction);
    const Deployment staging = routine.deploymentIn(kStaging);
    QList<VersionListModel::Item> items;
    const QList<CodeVersion> versions = m_lists.value(m_routine).versions;
    for (const CodeVersion &version : versions)
        items.append({.version = version,
                      .name = version.isUnstable ? u"unstable"_s : nameOf(version.id),
                      .production = shareOf(production, version.id),
                      .staging = shareOf(staging, version.id),
                      .isBase = !m_base.isEmpty() && version.id == m_base});
    m_model.setItems(std::move(items));
}

} // namespace edgewright
