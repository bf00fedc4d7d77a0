// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/archiver.h"

#include "archive/archive.h"
#include "base/log.h"

#include <algorithm>

namespace edgewright {

Archiver::Archiver(const Around &around, QObject *parent)
    : QObject(parent)
    , m_around(around)
{
    const RoutineCatalog *catalog = &m_around.catalog;
    const VersionHistory *history = &m_around.history;
    connect(&m_around.connection, &Connection::aboutToChange, this, &Archiver::clear);
    connect(&m_around.connection, &Connection::reachabilityChanged, this, &Archiver::next);
    connect(&m_around.archive, &Archive::conditionChanged, this, &Archiver::next);
    connect(catalog, &RoutineCatalog::listed, this, &Archiver::begin);
    connect(catalog, &RoutineCatalog::refreshed, this, &Archiver::next);
    connect(catalog, &RoutineCatalog::refreshFailed, this, &Archiver::next);
    connect(history, &VersionHistory::awaitedChanged, this, &Archiver::next);
    connect(history, &VersionHistory::versionsKnown, this, &Archiver::enqueue);
    connect(history, &VersionHistory::refreshStarted, this, [this] {
        m_tried.removeIf([this, shown = m_around.history.routine()](const Wanted &wanted) {
            return wanted.routine == shown && !m_fetching.contains(wanted);
        });
    });
}

void Archiver::setPaused(bool paused)
{
    m_paused = paused;
    tell();
    next();
}

void Archiver::clear()
{
    ++m_visit;
    m_unlisted.clear();
    m_wanted.clear();
    m_tried.clear();
    m_fetching.clear();
    m_settled.clear();
    m_running = 0;
    m_done = 0;
    m_total = 0;
    tell();
}

void Archiver::begin()
{
    // What is wanted or under way already stays so.
    m_tried = QSet<Wanted>(m_wanted.cbegin(), m_wanted.cend()) + m_fetching;
    m_unlisted.clear();
    for (const RoutineListModel::Item &item : m_around.catalog.model().items())
        m_unlisted.append(item.routine.name);
    // The history reads the list of the routine on screen by itself.
    m_unlisted.removeOne(m_around.history.routine());
    next();
}

void Archiver::enqueue(const QString &routine)
{
    if (!m_around.history.book().isListed(routine))
        return;
    const QList<KnownVersion> versions = m_around.history.book().versions(routine);
    for (const KnownVersion &known : versions) {
        const Wanted wanted{.routine = routine, .versionId = known.version.id};
        const bool isMissing = known.onService && !known.isHeld && !known.version.isUnstable;
        if (!isMissing || m_tried.contains(wanted) || m_settled.contains(wanted))
            continue;
        m_tried.insert(wanted);
        m_wanted.append(wanted);
        ++m_total;
    }
    tell();
    next();
}

bool Archiver::mayGoOn() const
{
    using Kind = ArchiveCondition::Kind;
    const Kind archive = m_around.archive.condition().kind;
    const bool canKeep = archive == Kind::Usable || archive == Kind::Unusable;
    return !m_paused && canKeep && m_around.connection.isReachable()
           && !m_around.catalog.isRefreshing() && !m_around.history.isAwaited();
}

bool Archiver::hasWantedOfShown() const
{
    return std::ranges::any_of(m_wanted, [this](const Wanted &wanted) {
        return wanted.routine == m_around.history.routine();
    });
}

void Archiver::next()
{
    while (m_running < kAtOnce && mayGoOn()) {
        if (!m_unlisted.isEmpty() && !hasWantedOfShown()) {
            list(m_unlisted.takeFirst());
            continue;
        }
        const std::optional<Wanted> wanted = takeWanted();
        if (!wanted)
            break;
        fetch(*wanted);
    }
    tell();
}

std::optional<Archiver::Wanted> Archiver::takeWanted()
{
    while (!m_wanted.isEmpty()) {
        const auto shown =
            std::ranges::find(m_wanted, m_around.history.routine(), &Wanted::routine);
        const auto chosen = shown != m_wanted.end() ? shown : m_wanted.begin();
        const Wanted wanted = *chosen;
        m_wanted.erase(chosen);
        const std::optional<KnownVersion> known =
            m_around.history.book().find(wanted.routine, wanted.versionId);
        const bool isRead =
            m_around.history.knownCode(wanted.routine, wanted.versionId).has_value();
        if (known && known->onService && !known->isHeld && !isRead)
            return wanted;
        ++m_done; // somebody has read it meanwhile, or it is gone
    }
    return {};
}

void Archiver::list(const QString &routine)
{
    ++m_running;
    m_around.history.readList(routine)->then(this, [this, visit = m_visit](const Result<> &) {
        if (visit == m_visit)
            finishOne();
    });
}

void Archiver::fetch(const Wanted &wanted)
{
    ++m_running;
    m_fetching.insert(wanted);
    m_around.history.codes()
        .archive(wanted.routine, wanted.versionId)
        ->then(this, [this, wanted, visit = m_visit](const Result<> &archived) {
            if (visit != m_visit)
                return;
            if (archived || archived.error().code == ErrorCode::NotCode)
                m_settled.insert(wanted);
            else
                qCInfo(lcWorkspace).noquote() << forLog(archived.error().detail);
            m_fetching.remove(wanted);
            ++m_done;
            finishOne();
        });
}

void Archiver::finishOne()
{
    --m_running;
    next();
}

void Archiver::tell()
{
    if (m_running == 0 && m_wanted.isEmpty()) {
        m_done = 0;
        m_total = 0;
    }
    const Progress progress{.done = m_done, .total = m_total, .isPaused = m_paused};
    if (progress == m_told)
        return;
    m_told = progress;
    emit progressChanged();
}

} // namespace edgewright
