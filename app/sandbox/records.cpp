// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/records.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr QLatin1StringView kVersionColumns{
    "id, description, created, status, assets, extra, options, build, deployenv, hasvars"};

VersionRow versionFrom(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
            .description = query.value(1).toString(),
            .createdMs = query.value(2).toLongLong(),
            .status = query.value(3).toString(),
            .hasAssets = query.value(4).toBool(),
            .extraInfo = query.value(5).toString(),
            .options = query.value(6).toString(),
            .buildId = query.value(7).toLongLong(),
            .deployEnv = query.value(8).toString(),
            .hasVariables = query.value(9).toBool()};
}

/// Qt binds a null string as NULL, which the tables refuse.
QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

std::optional<RoutineRow> findRoutine(Database &database, const QString &name)
{
    QSqlQuery query = database.run(
        u"SELECT id, name, description, created, assets FROM routines WHERE name = ?"_s, {name});
    if (!query.next())
        return std::nullopt;
    return RoutineRow{.key = query.value(0).toLongLong(),
                      .name = query.value(1).toString(),
                      .description = query.value(2).toString(),
                      .createdMs = query.value(3).toLongLong(),
                      .hasAssets = query.value(4).toBool()};
}

std::variant<RoutineRow, Failure> routineOf(Call &call, const QString &parameter)
{
    if (!call.parameters.has(parameter))
        return missingParameter(parameter);
    if (const auto row = findRoutine(call.database, call.parameters.text(parameter)))
        return *row;
    return Failure{.code = u"RoutineNotExist"_s};
}

std::optional<VersionRow> findVersion(Database &database, qint64 routine, const QString &id)
{
    QSqlQuery query = database.run(u"SELECT "_s + kVersionColumns
                                       + u" FROM versions WHERE routine = ? AND id = ?"_s,
                                   {routine, id});
    if (!query.next())
        return std::nullopt;
    return versionFrom(query);
}

QList<VersionRow> allVersions(Database &database, qint64 routine)
{
    QSqlQuery query = database.run(u"SELECT "_s + kVersionColumns
                                       + u" FROM versions WHERE routine = ? "
                                         "ORDER BY id = 'unstable', id DESC"_s,
                                   {routine});
    QList<VersionRow> rows;
    while (query.next())
        rows.append(versionFrom(query));
    return rows;
}

void insertVersion(Database &database, qint64 routine, const VersionRow &row, const QVariant &body)
{
    database.run(u"INSERT OR REPLACE INTO versions (routine, "_s + kVersionColumns
                     + u", body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                 {routine, row.id, stored(row.description), row.createdMs, stored(row.status),
                  row.hasAssets ? 1 : 0, stored(row.extraInfo), stored(row.options), row.buildId,
                  stored(row.deployEnv), row.hasVariables ? 1 : 0, body});
}

bool hasVariables(Database &database, qint64 routine, const QString &environment)
{
    return database
               .value(u"SELECT count(*) FROM variables WHERE routine = ? AND env = ?"_s,
                      {routine, stored(environment)})
               .toInt()
           > 0;
}

int versionCount(Database &database, qint64 routine)
{
    return database
        .value(u"SELECT count(*) FROM versions WHERE routine = ? AND id <> 'unstable'"_s, {routine})
        .toInt();
}

QString nextVersionId(Database &database, const QDateTime &now)
{
    const qint64 last =
        database.value(u"SELECT value FROM meta WHERE key = 'lastVersion'"_s).toLongLong();
    const qint64 next = std::max(now.toMSecsSinceEpoch() * 1'000'000 + 1, last + 1);
    database.run(u"INSERT OR REPLACE INTO meta (key, value) VALUES ('lastVersion', ?)"_s,
                 {QString::number(next)});
    return QString::number(next);
}

std::optional<DeploymentRow> currentDeployment(Database &database, qint64 routine,
                                               const QString &environment)
{
    QSqlQuery query = database.run(
        u"SELECT id, created FROM deployments WHERE routine = ? AND env = ? ORDER BY id DESC "
        "LIMIT 1"_s,
        {routine, environment});
    if (!query.next())
        return std::nullopt;
    DeploymentRow row{.id = query.value(0).toLongLong(), .createdMs = query.value(1).toLongLong()};
    QSqlQuery shares = database.run(
        u"SELECT version, percentage FROM shares WHERE deployment = ? ORDER BY position"_s,
        {row.id});
    while (shares.next())
        row.shares.append({shares.value(0).toString(), shares.value(1).toInt()});
    return row;
}

qint64 insertDeployment(Database &database, qint64 routine, const QString &environment,
                        const DeploymentRow &row)
{
    const QSqlQuery inserted =
        database.run(u"INSERT INTO deployments (routine, env, created) VALUES (?, ?, ?)"_s,
                     {routine, environment, row.createdMs});
    const qint64 id = inserted.lastInsertId().toLongLong();
    for (qsizetype i = 0; i < row.shares.size(); ++i)
        database.run(u"INSERT INTO shares VALUES (?, ?, ?, ?)"_s,
                     {id, i, row.shares[i].version, row.shares[i].percentage});
    return id;
}

bool isDeployed(Database &database, qint64 routine, const QString &version)
{
    for (const QString &environment : {u"staging"_s, u"production"_s}) {
        const auto current = currentDeployment(database, routine, environment);
        const QList<ShareRow> shares = current ? current->shares : QList<ShareRow>();
        for (const ShareRow &share : shares) {
            if (share.version == version)
                return true;
        }
    }
    return false;
}

bool isEnvironment(const QString &name)
{
    return name == "staging"_L1 || name == "production"_L1;
}

QString timeText(qint64 milliseconds)
{
    return QString::fromLatin1(
        acs3::formatDate(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)));
}

QString defaultHost(const Settings &settings, const QString &routine)
{
    const QByteArray digest = acs3::sha256Hex(settings.accountId.toUtf8()).left(8);
    return routine + u"."_s + QString::fromLatin1(digest) + u".er.aliyun-esa.net"_s;
}

std::variant<Page, Failure> pageOf(const Call &call, const PageLimits &limits)
{
    const auto number = call.parameters.number(u"PageNumber"_s, 1);
    if (!number || *number < 1 || *number > limits.highestNumber)
        return invalidParameter(u"PageNumber"_s, u"1 to %1"_s.arg(limits.highestNumber));
    const auto size = call.parameters.number(u"PageSize"_s, limits.usualSize);
    if (!size || *size < 1 || *size > limits.largestSize)
        return invalidParameter(u"PageSize"_s, u"1 to %1"_s.arg(limits.largestSize));
    return Page{*number, *size};
}

} // namespace edgewright::sandbox
