// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/versionstore.h"

#include "archive/bodystore.h"
#include "archive/routinerecord.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct VersionStoreText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Archive)
};

Error notHeld()
{
    return Error{.code = ErrorCode::NotFound,
                 .message = VersionStoreText::tr("The archive does not hold this code.")};
}

/// A body worth keeping: whatever else the service sends in its place may be gone tomorrow.
bool isContent(BodyKind kind)
{
    return kind == BodyKind::Code || kind == BodyKind::Zip || kind == BodyKind::NotUtf8;
}

ArchivedRoutine routineFrom(const Rows &rows)
{
    return {.routine = {.name = rows.text(0),
                        .description = rows.text(1),
                        .createdAt = timeFrom(rows.value(2)),
                        .defaultHost = rows.text(3),
                        .hasAssets = rows.number(4) != 0,
                        .deployments = deploymentsFrom(rows.text(5))},
            .onService = rows.number(6) != 0,
            .seenAt = timeFrom(rows.value(7))};
}

ArchivedVersion versionFrom(const Rows &rows)
{
    ArchivedVersion held;
    held.version = {.id = rows.text(0),
                    .description = rows.text(1),
                    .createdAt = timeFrom(rows.value(2)),
                    .state = static_cast<VersionState>(rows.number(3)),
                    .isUnstable = rows.number(4) != 0,
                    .hasAssets = rows.number(5) != 0};
    held.ordinal = static_cast<int>(rows.number(6));
    held.isLostOnService = rows.number(7) != 0;
    held.firstSeenAt = timeFrom(rows.value(8));
    held.onService = rows.isNull(9);
    held.lastSeenAt = timeFrom(rows.value(held.onService ? 10 : 9));
    if (!rows.isNull(11)) {
        held.digest = rows.bytes(11);
        held.size = rows.number(12);
        held.judged = static_cast<BodyKind>(rows.number(13));
    }
    held.mark = {.label = rows.text(14), .note = rows.text(15), .isStarred = rows.number(16) != 0};
    held.hasOtherBody = rows.number(17) != 0;
    return held;
}

constexpr auto kVersions =
    "SELECT v.id, v.description, v.created, v.state, v.unstable, v.assets, v.ordinal, v.lost, "
    "v.first_seen, v.gone, r.listed, b.digest, b.size, b.judged, m.label, m.note, m.starred, "
    "EXISTS (SELECT 1 FROM set_aside a WHERE a.routine = v.routine AND a.version = v.id) "
    "FROM versions v JOIN routines r ON r.id = v.routine LEFT JOIN bodies b ON b.id = v.body "
    "LEFT JOIN marks m ON m.routine = v.routine AND m.version = v.id "
    "WHERE r.account = ? AND r.name = ? "
    "ORDER BY v.unstable, v.created DESC, v.ordinal DESC, v.id DESC"_L1;

} // namespace

VersionStore::VersionStore(Database &database)
    : m_database(database)
{
}

Result<> VersionStore::writeRoutine(const QString &accountId, const Routine &routine,
                                    const QDateTime &at)
{
    return m_database.execute(
        u"INSERT INTO routines (account, name, description, created, host, assets, seen) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account, name) DO UPDATE SET "
        "description = excluded.description, created = coalesce(excluded.created, created), "
        "host = iif(excluded.host = '', host, excluded.host), assets = excluded.assets, "
        "seen = excluded.seen, on_service = 1"_s,
        {accountId, routine.name, routine.description, storedTime(routine.createdAt),
         routine.defaultHost, routine.hasAssets, storedTime(at)});
}

Result<> VersionStore::recordRoutines(const QString &accountId, const RoutineList &list,
                                      const QDateTime &at)
{
    return m_database.transaction([&]() -> Result<> {
        if (list.complete) {
            Result<> done = m_database.execute(
                u"UPDATE routines SET on_service = 0 WHERE account = ?"_s, {accountId});
            if (!done)
                return done;
        }
        for (const Routine &routine : list.routines) {
            if (Result<> done = writeRoutine(accountId, routine, at); !done)
                return done;
        }
        return {};
    });
}

Result<> VersionStore::recordRoutine(const QString &accountId, const Routine &routine,
                                     const QDateTime &at)
{
    return m_database.transaction([&]() -> Result<> {
        if (Result<> done = writeRoutine(accountId, routine, at); !done)
            return done;
        return m_database.execute(
            u"UPDATE routines SET deployments = ? WHERE account = ? AND name = ?"_s,
            {storedDeployments(routine.deployments), accountId, routine.name});
    });
}

Result<QList<ArchivedRoutine>> VersionStore::routines(const QString &accountId)
{
    Result<Rows> found =
        m_database.run(u"SELECT name, description, created, host, assets, deployments, on_service, "
                       "seen FROM routines WHERE account = ? ORDER BY name"_s,
                       {accountId});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    QList<ArchivedRoutine> routines;
    while (rows.next())
        routines.append(routineFrom(rows));
    if (const Result<> state = rows.state(); !state)
        return state.error();
    return routines;
}

Result<qint64> VersionStore::routineId(const RoutineKey &key)
{
    return m_database
        .value(u"SELECT id FROM routines WHERE account = ? AND name = ?"_s,
               {key.accountId, key.routine})
        .andThen([](const QVariant &id) { return Result<qint64>(id.toLongLong()); });
}

Result<qint64> VersionStore::ensureRoutine(const RoutineKey &key)
{
    Result<qint64> known = routineId(key);
    if (!known || *known != 0)
        return known;
    const Result<> added = m_database.execute(
        u"INSERT INTO routines (account, name, seen) VALUES (?, ?, ?)"_s,
        {key.accountId, key.routine, storedTime(QDateTime::currentDateTimeUtc())});
    if (!added)
        return added.error();
    return routineId(key);
}

Result<> VersionStore::writeVersion(qint64 routine, const CodeVersion &version, int ordinal,
                                    const QDateTime &at)
{
    // Most listings change nothing, and then nothing is written.
    return m_database.execute(
        u"INSERT INTO versions (routine, id, description, created, state, unstable, assets, "
        "ordinal, first_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (routine, id) DO UPDATE SET description = excluded.description, "
        "created = coalesce(excluded.created, created), state = excluded.state, "
        "unstable = excluded.unstable, assets = excluded.assets, gone = NULL, "
        "ordinal = iif(excluded.ordinal = 0, ordinal, excluded.ordinal) "
        "WHERE gone IS NOT NULL OR (description, state, unstable, assets) IS NOT "
        "(excluded.description, excluded.state, excluded.unstable, excluded.assets) "
        "OR excluded.ordinal NOT IN (0, ordinal) "
        "OR coalesce(excluded.created, created) IS NOT created"_s,
        {routine, version.id, version.description, storedTime(version.createdAt),
         static_cast<int>(version.state), version.isUnstable, version.hasAssets, ordinal,
         storedTime(at)});
}

Result<> VersionStore::writeAbsent(qint64 routine, const VersionListing &listing)
{
    QSet<QString> listed;
    for (const CodeVersion &version : listing.list.versions)
        listed.insert(version.id);
    Result<Rows> found =
        m_database.run(u"SELECT id FROM versions WHERE routine = ? AND gone IS NULL"_s, {routine});
    if (!found)
        return found.error();
    QStringList gone;
    {
        Rows rows = *std::move(found);
        while (rows.next()) {
            if (!listed.contains(rows.text(0)))
                gone.append(rows.text(0));
        }
    }
    for (const QString &id : std::as_const(gone)) {
        Result<> done = m_database.execute(u"UPDATE versions SET gone = (SELECT coalesce(listed, "
                                           u"seen) FROM routines WHERE id = ?) "
                                           "WHERE routine = ? AND id = ?"_s,
                                           {routine, routine, id});
        if (!done)
            return done;
    }
    return {};
}

Result<> VersionStore::recordListing(const RoutineKey &key, const VersionListing &listing)
{
    return m_database.transaction([&]() -> Result<> {
        const Result<qint64> routine = ensureRoutine(key);
        if (!routine)
            return routine.error();
        for (const CodeVersion &version : listing.list.versions) {
            Result<> done =
                writeVersion(*routine, version, listing.ordinals.value(version.id), listing.at);
            if (!done)
                return done;
        }
        if (listing.list.complete) {
            if (Result<> done = writeAbsent(*routine, listing); !done)
                return done;
        }
        return m_database.execute(u"UPDATE routines SET listed = ? WHERE id = ?"_s,
                                  {storedTime(listing.at), *routine});
    });
}

Result<qint64> VersionStore::neighbour(qint64 routine, const QString &versionId)
{
    // Later versions have larger numbers; where that is not so, only the size suffers.
    Result<QVariant> older = m_database.value(
        u"SELECT body FROM versions WHERE routine = ? AND id < ? AND body IS NOT NULL "
        "ORDER BY id DESC LIMIT 1"_s,
        {routine, versionId});
    if (!older)
        return older.error();
    if (older->isValid())
        return older->toLongLong();
    return m_database
        .value(u"SELECT body FROM versions WHERE routine = ? AND id > ? AND body IS NOT NULL "
               "ORDER BY id LIMIT 1"_s,
               {routine, versionId})
        .andThen([](const QVariant &body) { return Result<qint64>(body.toLongLong()); });
}

Result<> VersionStore::writeBody(qint64 routine, const QString &versionId, const QByteArray &bytes)
{
    const Result<qint64> relative = neighbour(routine, versionId);
    if (!relative)
        return relative.error();
    const Result<qint64> body = BodyStore(m_database).add(bytes, *relative);
    if (!body)
        return body.error();
    const QVariantList where{routine, versionId};
    Result<Rows> found = m_database.run(
        u"SELECT body, unstable FROM versions WHERE routine = ? AND id = ?"_s, where);
    if (!found)
        return found.error();
    {
        Rows rows = *std::move(found);
        const bool isOther = rows.next() && !rows.isNull(0) && rows.number(0) != *body;
        if (isOther && rows.number(1) == 0)
            return m_database.execute(
                u"INSERT INTO set_aside (routine, version, body, seen) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING"_s,
                where + QVariantList{*body, storedTime(QDateTime::currentDateTimeUtc())});
    }
    return m_database.execute(
        u"UPDATE versions SET body = ?, lost = 0 WHERE routine = ? AND id = ?"_s,
        QVariantList{*body} + where);
}

Result<> VersionStore::recordBody(const RoutineKey &key, const QString &versionId,
                                  const QByteArray &bytes)
{
    const BodyVerdict verdict = judgeBody(bytes);
    Result<> written = m_database.transaction([&]() -> Result<> {
        const Result<qint64> routine = ensureRoutine(key);
        if (!routine)
            return routine.error();
        Result<> known =
            m_database.execute(u"INSERT INTO versions (routine, id, first_seen) VALUES (?, ?, ?) "
                               "ON CONFLICT DO NOTHING"_s,
                               {*routine, versionId, storedTime(QDateTime::currentDateTimeUtc())});
        if (!known)
            return known;
        if (isContent(verdict.kind))
            return writeBody(*routine, versionId, bytes);
        return m_database.execute(u"UPDATE versions SET lost = 1 WHERE routine = ? AND id = ?"_s,
                                  {*routine, versionId});
    });
    if (!written || !isContent(verdict.kind))
        return written;
    const Result<QByteArray> held = body(key, versionId);
    if (!held)
        return held.error();
    if (*held == bytes)
        return {};
    return Error{.code = ErrorCode::Mismatch,
                 .message = VersionStoreText::tr(
                     "The service sent other code for a version that the archive holds."),
                 .advice = VersionStoreText::tr("Both are kept; the one that came first is shown."),
                 .detail = versionId};
}

Result<QList<ArchivedVersion>> VersionStore::versions(const RoutineKey &key)
{
    Result<Rows> found = m_database.run(kVersions, {key.accountId, key.routine});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    QList<ArchivedVersion> versions;
    while (rows.next())
        versions.append(versionFrom(rows));
    if (const Result<> state = rows.state(); !state)
        return state.error();
    return versions;
}

Result<QByteArray> VersionStore::body(const RoutineKey &key, const QString &versionId)
{
    const Result<QVariant> body =
        m_database.value(u"SELECT v.body FROM versions v JOIN routines r ON r.id = v.routine "
                         "WHERE r.account = ? AND r.name = ? AND v.id = ?"_s,
                         {key.accountId, key.routine, versionId});
    if (!body)
        return body.error();
    if (!body->isValid() || body->isNull())
        return notHeld();
    return BodyStore(m_database).read(body->toLongLong());
}

Result<> VersionStore::mark(const RoutineKey &key, const QString &versionId,
                            const VersionMark &mark)
{
    return m_database.transaction([&]() -> Result<> {
        const Result<qint64> routine = ensureRoutine(key);
        if (!routine)
            return routine.error();
        return m_database.execute(
            u"INSERT INTO marks (routine, version, label, note, starred) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (routine, version) DO UPDATE SET label = excluded.label, "
            "note = excluded.note, starred = excluded.starred"_s,
            {*routine, versionId, mark.label, mark.note, mark.isStarred});
    });
}

} // namespace edgewright
