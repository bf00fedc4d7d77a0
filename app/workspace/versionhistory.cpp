// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/versionhistory.h"

#include "archive/archive.h"
#include "base/log.h"
#include "workspace/connectioncall.h"
#include "workspace/versionnames.h"
#include "workspace/versionquota.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

int shareOf(const Deployment &deployment, const QString &versionId)
{
    const auto found = std::ranges::find(deployment.shares, versionId, &VersionShare::versionId);
    return found == deployment.shares.end() ? 0 : found->percentage;
}

} // namespace

VersionHistory::VersionHistory(Connection &connection, RoutineCatalog &catalog,
                               const Memory &memory, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_catalog(catalog)
    , m_names(memory.names)
    , m_archive(memory.archive)
    , m_ledger(memory.ledger)
    , m_codes(connection, m_book, memory)
    , m_quota(memory.quota)
{
    connect(&m_connection, &Connection::aboutToChange, this, &VersionHistory::clear);
    connect(&m_connection, &Connection::changed, this, [this] {
        if (m_connection.service() != nullptr)
            refresh();
    });
    connect(&m_catalog, &RoutineCatalog::routineChanged, this, [this](const QString &name) {
        if (name == m_routine)
            rebuild();
    });
    connect(&m_connection, &Connection::reachabilityChanged, this, [this] {
        if (m_connection.isReachable() && !m_refreshing)
            refresh();
    });
    connect(&m_archive, &Archive::versionsChanged, this, [this](const RoutineKey &key) {
        if (key.accountId == m_connection.account().id)
            readArchive(key.routine);
    });
    connect(&m_archive, &Archive::restored, this, [this] {
        if (!m_routine.isEmpty())
            readArchive(m_routine);
        refresh();
    });
    connect(&m_codes, &VersionCodes::awaitedChanged, this, &VersionHistory::awaitedChanged);
    for (const auto signal : {&VersionHistory::refreshStarted, &VersionHistory::refreshed})
        connect(this, signal, this, &VersionHistory::awaitedChanged);
    connect(this, &VersionHistory::refreshFailed, this, &VersionHistory::awaitedChanged);
}

RoutineKey VersionHistory::keyOf(const QString &routine) const
{
    return {.accountId = m_connection.account().id, .routine = routine};
}

void VersionHistory::setRoutine(const QString &name)
{
    if (name != m_routine) {
        m_routine = name;
        m_base.clear();
        m_wayBack.clear();
        rebuild();
    }
    if (!name.isEmpty() && !m_book.isArchiveRead(name))
        readArchive(name);
    refresh();
}

void VersionHistory::readArchive(const QString &routine)
{
    const quint64 number = ++m_lastNumber;
    m_newestArchived.insert(routine, number);
    m_archive.versions(keyOf(routine))
        ->then(this, [this, routine, number](const Result<QList<ArchivedVersion>> &versions) {
            if (m_newestArchived.value(routine) != number)
                return;
            // Without the archive the service's own list stands.
            if (versions)
                recall(routine, *versions);
            emit versionsKnown(routine);
        });
}

void VersionHistory::recall(const QString &routine, const QList<ArchivedVersion> &versions)
{
    QHash<QString, int> ordinals;
    for (const ArchivedVersion &version : versions)
        ordinals.insert(version.version.id, version.ordinal);
    m_names.recall(m_connection.account().id, routine, ordinals);
    const bool isFirst = !m_book.isArchiveRead(routine);
    m_book.setArchived(routine, versions);
    if (isFirst)
        m_catalog.renameVersions(routine);
    if (routine == m_routine)
        rebuild();
}

void VersionHistory::setBase(const QString &versionId)
{
    if (m_base == versionId)
        return;
    m_base = versionId;
    rebuild();
}

void VersionHistory::setWayBack(const QString &versionId)
{
    if (m_wayBack == versionId)
        return;
    m_wayBack = versionId;
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
            m_connection.noteReading(failureOf(list));
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
    m_book.setListed(routine, list);
    if (m_quota != nullptr)
        m_quota->note(static_cast<int>(
            std::ranges::count(list.versions, false, &CodeVersion::isUnstable)));
    const Result<> learnt = m_names.learn(m_connection.account().id, routine, list.versions);
    if (!learnt)
        qCWarning(lcWorkspace).noquote() << forLog(learnt.error().detail);
    recordList(routine, list);
    m_catalog.renameVersions(routine);
    if (routine == m_routine)
        rebuild();
}

void VersionHistory::recordList(const QString &routine, const VersionList &list)
{
    VersionListing listing{.list = list, .ordinals = {}, .at = QDateTime::currentDateTimeUtc()};
    // The staging slot changes with every upload; it is no version.
    listing.list.versions.removeIf([](const CodeVersion &version) { return version.isUnstable; });
    for (const CodeVersion &version : std::as_const(listing.list.versions))
        listing.ordinals.insert(version.id,
                                m_names.ordinal(m_connection.account().id, routine, version.id));
    const RoutineKey key = keyOf(routine);
    m_archive.recordListing(key, listing)->then(this, [this, key](const Result<> &recorded) {
        if (!recorded)
            qCWarning(lcWorkspace).noquote() << forLog(recorded.error().detail);
        if (key.accountId == m_connection.account().id)
            readArchive(key.routine);
    });
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

std::optional<CodeVersion> VersionHistory::version(const QString &versionId) const
{
    const int row = m_model.rowOf(versionId);
    if (row < 0)
        return {};
    return m_model.items().at(row).version;
}

QString VersionHistory::newestVersionId(const QString &routine) const
{
    QString newestGone;
    const QList<KnownVersion> versions = m_book.versions(routine);
    for (const KnownVersion &known : versions) {
        if (known.version.isUnstable)
            continue;
        if (known.onService)
            return known.version.id;
        if (newestGone.isEmpty() && known.isHeld)
            newestGone = known.version.id;
    }
    return newestGone;
}

QString VersionHistory::nameOf(const QString &versionId) const
{
    return m_codes.nameOf(m_routine, versionId);
}

int VersionHistory::used() const
{
    return static_cast<int>(
        std::ranges::count_if(m_model.items(), [](const VersionListModel::Item &item) {
            return !item.version.isUnstable && item.onService;
        }));
}

int VersionHistory::quota() const
{
    if (m_quota != nullptr)
        return m_quota->value();
    const RoutineService *service = m_connection.service();
    return service != nullptr ? service->capabilities().defaultVersionQuota
                              : Capabilities().defaultVersionQuota;
}

Reply<VersionCode> *VersionHistory::fetchCode(const QString &routine, const QString &versionId)
{
    return m_codes.fetch(routine, versionId);
}

std::optional<VersionCode> VersionHistory::knownCode(const QString &routine,
                                                     const QString &versionId) const
{
    return m_codes.known(routine, versionId);
}

Reply<> *VersionHistory::readList(const QString &routine)
{
    auto *reply = new Reply<>(this);
    RoutineService *service = m_connection.service();
    if (service == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    Reply<VersionList> *call = service->listVersions(routine);
    bindFate(reply, call);
    call->then(this, [this, routine, number = ++m_lastNumber,
                      reply = QPointer(reply)](const Result<VersionList> &list) {
        m_connection.noteReading(failureOf(list));
        if (list)
            applyList(routine, number, *list);
        if (reply != nullptr)
            reply->resolve(list ? Result<>() : Result<>(list.error()));
    });
    return reply;
}

Reply<> *VersionHistory::mark(const QString &routine, const QString &versionId,
                              const VersionMark &mark)
{
    return m_archive.mark(keyOf(routine), versionId, mark);
}

void VersionHistory::clear()
{
    ++m_request;
    m_book.clear();
    m_newest.clear();
    m_newestArchived.clear();
    m_codes.clear();
    m_routine.clear();
    m_base.clear();
    m_wayBack.clear();
    rebuild();
    finishRefresh(accountLeft());
}

void VersionHistory::rebuild()
{
    const Routine routine = m_catalog.routine(m_routine).value_or(Routine());
    QList<VersionListModel::Item> items;
    const QList<KnownVersion> versions = m_book.versions(m_routine);
    for (const KnownVersion &known : versions)
        items.append(itemOf(known, routine));
    m_model.setItems(std::move(items));
}

VersionListModel::Item VersionHistory::itemOf(const KnownVersion &known,
                                              const Routine &routine) const
{
    const CodeVersion &version = known.version;
    return {.version = version,
            .name = version.isUnstable ? u"unstable"_s : nameOf(version.id),
            .production = shareOf(routine.deploymentIn(kProduction), version.id),
            .staging = shareOf(routine.deploymentIn(kStaging), version.id),
            .isBase = !m_base.isEmpty() && version.id == m_base,
            .isWayBack = !m_wayBack.isEmpty() && version.id == m_wayBack,
            .onService = known.onService,
            .isHeld = known.isHeld,
            .isLost = known.isLost,
            .mark = known.mark};
}

} // namespace edgewright
