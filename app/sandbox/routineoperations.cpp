// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/operations.h"
#include "sandbox/records.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr PageLimits kRoutinePages{.highestNumber = 10, .largestSize = 500};
constexpr qsizetype kLongestDescription = 1000;

QJsonObject ok()
{
    return {{u"Status"_s, u"OK"_s}};
}

bool isRoutineName(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[a-z][a-z0-9-]{0,39}[a-z0-9]\\z"_s);
    return pattern.match(name).hasMatch();
}

QList<RoutineRow> allRoutines(Database &database)
{
    QSqlQuery query = database.run(
        u"SELECT id, name, description, created, assets FROM routines ORDER BY created DESC, id "
        "DESC"_s);
    QList<RoutineRow> rows;
    while (query.next())
        rows.append({.key = query.value(0).toLongLong(),
                     .name = query.value(1).toString(),
                     .description = query.value(2).toString(),
                     .createdMs = query.value(3).toLongLong(),
                     .hasAssets = query.value(4).toBool()});
    return rows;
}

int routineCount(Database &database)
{
    return database.value(u"SELECT count(*) FROM routines"_s).toInt();
}

QJsonObject listItem(const Settings &settings, const RoutineRow &row)
{
    return {{u"RoutineName"_s, row.name},
            {u"Description"_s, row.description},
            {u"CreateTime"_s, timeText(row.createdMs)},
            {u"DefaultRelatedRecord"_s, defaultHost(settings, row.name)},
            {u"HasAssets"_s, row.hasAssets}};
}

Outcome listUserRoutines(Call &call)
{
    const auto page = pageOf(call, kRoutinePages);
    if (const auto *failure = std::get_if<Failure>(&page))
        return *failure;
    const Page &wanted = std::get<Page>(page);
    const QString keyword = call.parameters.text(u"SearchKeyWord"_s);
    QList<RoutineRow> rows = allRoutines(call.database);
    rows.removeIf([&](const RoutineRow &row) { return !row.name.contains(keyword); });
    QJsonArray routines;
    const QList<RoutineRow> shown = wanted.of(rows);
    for (const RoutineRow &row : shown)
        routines.append(listItem(call.settings, row));
    return QJsonObject{{u"Routines"_s, routines},
                       {u"TotalCount"_s, rows.size()},
                       {u"PageNumber"_s, wanted.number},
                       {u"PageSize"_s, wanted.size},
                       {u"UsedRoutineNumber"_s, routineCount(call.database)},
                       {u"QuotaRoutineNumber"_s, call.settings.routineQuota}};
}

Outcome getRoutineUserInfo(Call &call)
{
    QJsonArray routines;
    const QList<RoutineRow> rows = allRoutines(call.database);
    for (const RoutineRow &row : rows)
        routines.append(QJsonObject{{u"RoutineName"_s, row.name},
                                    {u"Description"_s, row.description},
                                    {u"CreateTime"_s, timeText(row.createdMs)}});
    return QJsonObject{{u"Routines"_s, routines}, {u"Subdomains"_s, QJsonArray()}};
}

Outcome createRoutine(Call &call)
{
    if (!call.parameters.has(u"Name"_s))
        return missingParameter(u"Name"_s);
    const QString name = call.parameters.text(u"Name"_s);
    const QString description = call.parameters.text(u"Description"_s);
    if (!isRoutineName(name))
        return invalidParameter(
            u"Name"_s, u"2 to 41 lower-case letters, digits and hyphens, starting with a letter "
                       "and not ending with a hyphen."_s);
    if (description.size() > kLongestDescription)
        return invalidParameter(u"Description"_s, u"too long."_s);
    if (call.database.value(u"SELECT value FROM meta WHERE key = 'service'"_s).toString()
        == "closed"_L1)
        return Failure{.code = u"ServiceNotOpen"_s};
    if (findRoutine(call.database, name))
        return Failure{.code = u"RoutineAlreadyExist"_s};
    if (routineCount(call.database) >= call.settings.routineQuota)
        return Failure{.code = u"RoutineNumberExceedQuotaLimit"_s};
    call.database.run(
        u"INSERT INTO routines (name, description, created, assets) VALUES (?, ?, ?, ?)"_s,
        {name, description.isNull() ? u""_s : description, call.now.toMSecsSinceEpoch(),
         call.parameters.isTrue(u"HasAssets"_s) ? 1 : 0});
    return ok();
}

Outcome deleteRoutine(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    call.database.run(u"DELETE FROM routines WHERE id = ?"_s, {std::get<RoutineRow>(found).key});
    return ok();
}

Outcome updateRoutineConfigDescription(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    if (!call.parameters.wasSent(u"Description"_s))
        return missingParameter(u"Description"_s);
    const QString description = call.parameters.text(u"Description"_s);
    if (description.size() > kLongestDescription)
        return invalidParameter(u"Description"_s, u"too long."_s);
    call.database.run(
        u"UPDATE routines SET description = ? WHERE id = ?"_s,
        {description.isNull() ? u""_s : description, std::get<RoutineRow>(found).key});
    return ok();
}

QJsonObject deploymentJson(Database &database, qint64 routine, const DeploymentRow &row)
{
    QJsonArray versions;
    for (const ShareRow &share : row.shares) {
        const auto version = findVersion(database, routine, share.version);
        versions.append(
            QJsonObject{{u"CodeVersion"_s, share.version},
                        {u"Percentage"_s, share.percentage},
                        {u"Description"_s, version ? version->description : u""_s},
                        {u"CreateTime"_s, version ? timeText(version->createdMs) : u""_s}});
    }
    return {{u"DeployId"_s, QString::number(row.id)},
            {u"CreationTime"_s, timeText(row.createdMs)},
            {u"Strategy"_s, u"percentage"_s},
            {u"CodeVersions"_s, versions}};
}

Outcome getRoutine(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const RoutineRow &row = std::get<RoutineRow>(found);
    QJsonArray environments;
    for (const QString &name : {u"staging"_s, u"production"_s}) {
        QJsonObject environment{{u"Env"_s, name}};
        if (const auto current = currentDeployment(call.database, row.key, name))
            environment.insert(u"CodeDeploy"_s, deploymentJson(call.database, row.key, *current));
        environments.append(environment);
    }
    return QJsonObject{{u"Description"_s, row.description},
                       {u"CreateTime"_s, timeText(row.createdMs)},
                       {u"DefaultRelatedRecord"_s, defaultHost(call.settings, row.name)},
                       {u"HasAssets"_s, row.hasAssets},
                       {u"Envs"_s, environments}};
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"ListUserRoutines"_L1, listUserRoutines},
    {"GetRoutineUserInfo"_L1, getRoutineUserInfo},
    {"GetRoutine"_L1, getRoutine},
    {"CreateRoutine"_L1, createRoutine},
    {"DeleteRoutine"_L1, deleteRoutine},
    {"UpdateRoutineConfigDescription"_L1, updateRoutineConfigDescription},
});

} // namespace

std::span<const OperationEntry> routineOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
