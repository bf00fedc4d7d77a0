// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/waybackfinder.h"

#include "archive/archive.h"
#include "archive/ledger.h"
#include "workspace/connection.h"
#include "workspace/routinecatalog.h"
#include "workspace/versionhistory.h"

namespace edgewright {

namespace {

/// Publications further back are no way back any more.
constexpr int kMostEntries = 500;

std::optional<QString> variablesOf(const KnownVersion &known)
{
    return known.areVariablesKnown ? std::optional(known.version.variablesOf) : std::nullopt;
}

} // namespace

WayBackFinder::WayBackFinder(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &WayBackFinder::mark);
    connect(&m_sources.ledger, &Ledger::changed, this, [this](const RoutineKey &key) {
        if (key.accountId == m_sources.connection.account().id)
            note(key.routine);
    });
    connect(&m_sources.catalog, &RoutineCatalog::routineChanged, this, &WayBackFinder::note);
    connect(&m_sources.history, &VersionHistory::versionsKnown, this, &WayBackFinder::note);
    const auto noteShown = [this] { note(m_sources.history.routine()); };
    connect(&m_sources.catalog, &RoutineCatalog::restored, this, noteShown);
    connect(&m_sources.history, &VersionHistory::refreshed, this, noteShown);
    connect(&m_sources.history, &VersionHistory::refreshFailed, this, noteShown);
}

Reply<std::optional<WayBack>> *WayBackFinder::find(const QString &routine,
                                                   const QString &environment)
{
    auto *reply = new Reply<std::optional<WayBack>>(this);
    ask({.accountId = m_sources.connection.account().id, .routine = routine}, environment, reply);
    return reply;
}

void WayBackFinder::ask(const RoutineKey &key, const QString &environment, const Answer &reply)
{
    WayBackFacts facts{.environment = environment};
    const RoutineListModel &model = m_sources.catalog.model();
    const int row = model.rowOf(key.routine);
    if (row >= 0 && model.items().at(row).liveKnown)
        facts.live = model.items().at(row).routine.deploymentIn(environment).shares;
    m_sources.ledger
        .entries({.accountId = key.accountId, .routine = key.routine, .most = kMostEntries})
        ->then(this, [this, key, facts, reply](const Result<QList<LedgerEntry>> &entries) {
            if (!reply)
                return;
            if (!entries) {
                reply->resolve(entries.error());
                return;
            }
            WayBackFacts known = facts;
            known.entries = *entries;
            answer(key, known, reply);
        });
}

void WayBackFinder::answer(const RoutineKey &key, WayBackFacts facts, const Answer &reply)
{
    m_sources.archive.versions(key)->then(
        this, [this, key, facts, reply](const Result<QList<ArchivedVersion>> &versions) mutable {
            if (!reply)
                return;
            if (!versions) {
                reply->resolve(versions.error());
                return;
            }
            facts.versions = joined(key.routine, *versions);
            const std::optional<WayBack> way = findWayBack(facts);
            if (way && !way->liveFrom.isValid())
                addBeginning(key, facts.environment, *way, reply);
            else
                reply->resolve(way);
        });
}

void WayBackFinder::addBeginning(const RoutineKey &key, const QString &environment,
                                 const WayBack &way, const Answer &reply)
{
    const QDateTime moment =
        way.liveUntil.isValid() ? way.liveUntil.addMSecs(-1) : m_sources.ledger.now();
    m_sources.ledger.liveAt(key, moment)
        ->then(this, [environment, way, reply](const Result<LiveMoment> &live) {
            if (!reply)
                return;
            WayBack found = way;
            for (const LiveState &state : live ? live->states : QList<LiveState>()) {
                if (state.environment == environment && isSameTraffic(state.shares, way.shares()))
                    found.liveFrom = state.since;
            }
            reply->resolve(std::optional(found));
        });
}

Reply<QHash<QString, WayBackFacts::Version>> *WayBackFinder::versions(const QString &routine)
{
    using Versions = QHash<QString, WayBackFacts::Version>;
    auto *reply = new Reply<Versions>(this);
    m_sources.archive
        .versions({.accountId = m_sources.connection.account().id, .routine = routine})
        ->then(this, [this, routine,
                      reply = QPointer(reply)](const Result<QList<ArchivedVersion>> &archived) {
            if (!reply)
                return;
            reply->resolve(archived ? Result<Versions>(joined(routine, *archived))
                                    : Result<Versions>(archived.error()));
        });
    return reply;
}

QHash<QString, WayBackFacts::Version>
WayBackFinder::joined(const QString &routine, const QList<ArchivedVersion> &archived) const
{
    QHash<QString, WayBackFacts::Version> versions;
    const QList<KnownVersion> listed = m_sources.history.book().versions(routine);
    for (const KnownVersion &known : listed)
        versions.insert(known.version.id, {.ordinal = known.ordinal,
                                           .onService = known.onService && !known.isLost,
                                           .isUnstable = known.version.isUnstable,
                                           .variablesOf = variablesOf(known)});
    for (const ArchivedVersion &version : archived)
        versions.insert(version.version.id, versionOf(routine, version));
    return versions;
}

WayBackFacts::Version WayBackFinder::versionOf(const QString &routine,
                                               const ArchivedVersion &archived) const
{
    const VersionBook &book = m_sources.history.book();
    const std::optional<KnownVersion> known = book.find(routine, archived.version.id);
    // The newest list may not be in the archive yet.
    const bool onService = known && book.isListed(routine) ? known->onService : archived.onService;
    return {.ordinal = archived.ordinal,
            .digest = archived.digest,
            .onService = onService && !archived.isLostOnService,
            .isUnstable = archived.version.isUnstable,
            .variablesOf = known ? variablesOf(*known) : std::nullopt};
}

void WayBackFinder::note(const QString &routine)
{
    if (!routine.isEmpty() && routine == m_sources.history.routine())
        m_soon.start();
    emit changed(routine);
}

void WayBackFinder::mark()
{
    const QString routine = m_sources.history.routine();
    if (routine.isEmpty())
        return;
    find(routine, kProduction)
        ->then(this, [this, routine, account = m_sources.connection.account().id,
                      question = ++m_question](const Result<std::optional<WayBack>> &way) {
            if (question != m_question || routine != m_sources.history.routine()
                || account != m_sources.connection.account().id)
                return;
            const bool isKnown = way && way->has_value();
            m_sources.history.setWayBack(isKnown ? (*way)->versionId : QString());
        });
}

} // namespace edgewright
