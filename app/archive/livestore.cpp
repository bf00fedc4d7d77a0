// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/livestore.h"

#include "archive/ledgerstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

QDateTime timeAt(const Rows &rows, int column)
{
    return rows.isNull(column) ? QDateTime()
                               : QDateTime::fromMSecsSinceEpoch(rows.number(column), Qt::UTC);
}

QVariant stored(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

/// The same versions can be published anew; only the service's time for it tells.
bool wasPublishedAgain(const QDateTime &before, const QDateTime &now)
{
    return before.isValid() && now.isValid() && before != now;
}

} // namespace

LiveStore::LiveStore(Database &database)
    : m_database(database)
{
}

Result<bool> LiveStore::observe(const Observation &observation)
{
    const RoutineKey key{.accountId = observation.accountId, .routine = observation.routine.name};
    Result<QStringList> known = environments(key);
    if (!known)
        return known.error();
    // An environment that was never used is as good to know as what another one runs.
    QStringList names{kProduction, kStaging};
    for (const Deployment &deployment : observation.routine.deployments)
        names.append(deployment.environment);
    names += *known;
    names.removeDuplicates();
    bool entered = false;
    for (const QString &name : std::as_const(names)) {
        const Result<bool> one =
            observeOne(key, observation.routine.deploymentIn(name), observation.at);
        if (!one)
            return one;
        entered = entered || *one;
    }
    return entered;
}

Result<bool> LiveStore::observeOne(const RoutineKey &key, const Deployment &deployment,
                                   const QDateTime &at)
{
    const Result<QList<Span>> newest = spans(key, deployment.environment, true);
    if (!newest)
        return newest.error();
    Span span{.shares = LedgerStore::sharesText(deployment.shares),
              .deployed = deployment.createdAt,
              .firstSeen = at,
              .lastSeen = at};
    if (newest->isEmpty()) {
        const Result<> added = addSpan(key, deployment.environment, span);
        return added ? Result<bool>(false) : Result<bool>(added.error());
    }
    const Span &before = newest->constFirst();
    if (before.shares == span.shares && !wasPublishedAgain(before.deployed, span.deployed)) {
        const Result<> extended = extend(before, deployment, at);
        return extended ? Result<bool>(false) : Result<bool>(extended.error());
    }
    Result<qint64> own = explanation(key, deployment, before);
    if (!own)
        return own.error();
    const bool elsewhere = *own == 0;
    if (elsewhere)
        own = LedgerStore(m_database)
                  .insert({.key = key,
                           .kind = ActKind::ChangedElsewhere,
                           .environment = deployment.environment,
                           .from = LedgerStore::sharesOf(before.shares),
                           .to = deployment.shares,
                           .startedAt = before.lastSeen,
                           .endedAt = at,
                           .outcome = ActOutcome::Done,
                           .isOpen = false});
    if (!own)
        return own.error();
    span.entry = *own;
    const Result<> added = addSpan(key, deployment.environment, span);
    return added ? Result<bool>(elsewhere) : Result<bool>(added.error());
}

Result<> LiveStore::notePublication(const LedgerEntry &publication)
{
    const Result<QList<Span>> newest = spans(publication.key, publication.environment, true);
    if (!newest)
        return newest.error();
    // A reading may have seen it already.
    if (!newest->isEmpty() && newest->constFirst().entry == publication.id)
        return {};
    return addSpan(publication.key, publication.environment,
                   {.shares = LedgerStore::sharesText(publication.to),
                    .firstSeen = publication.endedAt,
                    .lastSeen = publication.endedAt,
                    .entry = publication.id});
}

Result<QStringList> LiveStore::environments(const RoutineKey &key)
{
    Result<Rows> rows =
        m_database.run(u"SELECT DISTINCT environment FROM live WHERE account = ? AND routine = ? "
                       "ORDER BY environment"_s,
                       {key.accountId, key.routine});
    if (!rows)
        return rows.error();
    Rows taken = *std::move(rows);
    QStringList names;
    while (taken.next())
        names.append(taken.text(0));
    if (const Result<> state = taken.state(); !state)
        return state.error();
    return names;
}

Result<QList<LiveStore::Span>> LiveStore::spans(const RoutineKey &key, const QString &environment,
                                                bool newestOnly)
{
    const QString sql =
        u"SELECT id, shares, deployed, first_seen, last_seen, coalesce(entry, 0), mark FROM live "
        "WHERE account = ? AND routine = ? AND environment = ? ORDER BY id "_s;
    Result<Rows> rows = m_database.run(sql + (newestOnly ? u"DESC LIMIT 1"_s : u"ASC"_s),
                                       {key.accountId, key.routine, environment});
    if (!rows)
        return rows.error();
    Rows taken = *std::move(rows);
    QList<Span> found;
    while (taken.next())
        found.append({.id = taken.number(0),
                      .shares = taken.text(1),
                      .deployed = timeAt(taken, 2),
                      .firstSeen = timeAt(taken, 3),
                      .lastSeen = timeAt(taken, 4),
                      .entry = taken.number(5),
                      .mark = taken.number(6)});
    if (const Result<> state = taken.state(); !state)
        return state.error();
    return found;
}

Result<> LiveStore::extend(const Span &span, const Deployment &deployment, const QDateTime &at)
{
    return m_database.execute(
        u"UPDATE live SET last_seen = ?, deployed = coalesce(deployed, ?) WHERE id = ?"_s,
        {stored(at), stored(deployment.createdAt), span.id});
}

Result<> LiveStore::addSpan(const RoutineKey &key, const QString &environment, const Span &span)
{
    return m_database.execute(
        u"INSERT INTO live (account, routine, environment, shares, deployed, first_seen, "
        "last_seen, entry, mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
        "(SELECT coalesce(max(id), 0) FROM ledger))"_s,
        {key.accountId, key.routine, environment, span.shares, stored(span.deployed),
         stored(span.firstSeen), stored(span.lastSeen),
         span.entry > 0 ? QVariant(span.entry) : QVariant()});
}

Result<qint64> LiveStore::explanation(const RoutineKey &key, const Deployment &deployment,
                                      const Span &before)
{
    const Result<QVariant> id = m_database.value(
        u"SELECT id FROM ledger WHERE account = ? AND routine = ? AND id > ? AND outcome <> ? "
        "AND ((kind = ? AND environment = ? AND after = ?) OR (kind = ? AND ?)) "
        "ORDER BY id DESC LIMIT 1"_s,
        {key.accountId, key.routine, before.mark, static_cast<int>(ActOutcome::NothingHappened),
         static_cast<int>(ActKind::Publish), deployment.environment,
         LedgerStore::sharesText(deployment.shares), static_cast<int>(ActKind::DeleteRoutine),
         deployment.shares.isEmpty()});
    if (!id)
        return id.error();
    return id->toLongLong();
}

Result<LiveMoment> LiveStore::liveAt(const RoutineKey &key, const QDateTime &moment)
{
    Result<QStringList> known = environments(key);
    if (!known)
        return known.error();
    QStringList names{kProduction, kStaging};
    names += *known;
    names.removeDuplicates();
    LiveMoment answer{.at = moment};
    for (const QString &name : std::as_const(names)) {
        const Result<QList<Span>> found = spans(key, name, false);
        if (!found)
            return found.error();
        answer.states.append(stateAt(*found, name, moment));
    }
    return answer;
}

LiveState LiveStore::stateAt(const QList<Span> &spans, const QString &environment,
                             const QDateTime &moment)
{
    LiveState state{.environment = environment};
    const auto beginOf = [&spans](qsizetype i) {
        const Span &span = spans.at(i);
        // The service's clock and this one differ; its time counts only between two readings.
        const bool fits = span.deployed.isValid() && span.deployed <= span.firstSeen
                          && (i == 0 || span.deployed >= spans.at(i - 1).lastSeen);
        return fits ? span.deployed : span.firstSeen;
    };
    qsizetype last = -1;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        if (beginOf(i) <= moment)
            last = i;
    }
    if (last < 0) {
        if (!spans.isEmpty()) {
            state.until = beginOf(0);
            state.next = LedgerStore::sharesOf(spans.constFirst().shares);
        }
        return state;
    }
    const Span &span = spans.at(last);
    state.shares = LedgerStore::sharesOf(span.shares);
    state.isExact = span.deployed.isValid() && span.deployed <= moment;
    state.since = state.isExact ? span.deployed : span.firstSeen;
    state.lastSeen = span.lastSeen;
    state.knowledge =
        moment <= span.lastSeen ? LiveState::Knowledge::Seen : LiveState::Knowledge::Last;
    if (last + 1 < spans.size()) {
        const Span &after = spans.at(last + 1);
        state.until = beginOf(last + 1);
        state.next = LedgerStore::sharesOf(after.shares);
        state.nextEntry = after.entry;
        if (state.knowledge == LiveState::Knowledge::Last)
            state.knowledge = LiveState::Knowledge::Between;
    }
    state.clockWentBack =
        std::any_of(spans.cbegin(), spans.cbegin() + last,
                    [&moment](const Span &earlier) { return earlier.lastSeen > moment; })
        || (state.until.isValid() && state.until < span.lastSeen);
    return state;
}

} // namespace edgewright
