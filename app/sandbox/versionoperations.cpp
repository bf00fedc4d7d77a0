// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/missingobject.h"
#include "sandbox/operations.h"
#include "sandbox/records.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr PageLimits kVersionPages{.highestNumber = 2, .largestSize = 50};

struct Found {
    RoutineRow routine;
    VersionRow version;
};

/// The version that Name and CodeVersion point at, or why there is none.
std::variant<Found, Failure> versionOf(Call &call)
{
    if (!call.parameters.has(u"Name"_s))
        return missingParameter(u"Name"_s);
    if (!call.parameters.has(u"CodeVersion"_s))
        return missingParameter(u"CodeVersion"_s);
    const auto routine = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&routine))
        return *failure;
    const RoutineRow &row = std::get<RoutineRow>(routine);
    const auto version =
        findVersion(call.database, row.key, call.parameters.text(u"CodeVersion"_s));
    if (!version)
        return Failure{.code = u"ParameterNotExist"_s};
    return Found{row, *version};
}

QJsonObject optionsJson(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonObject versionJson(const VersionRow &row)
{
    return {{u"CodeVersion"_s, row.id},
            {u"CodeDescription"_s, row.description},
            {u"CreateTime"_s, timeText(row.createdMs)},
            {u"Status"_s, row.status},
            {u"ExtraInfo"_s, row.extraInfo},
            {u"BuildId"_s, row.buildId},
            {u"ConfOptions"_s, optionsJson(row.options)}};
}

Outcome listRoutineCodeVersions(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const auto page = pageOf(call, kVersionPages);
    if (const auto *failure = std::get_if<Failure>(&page))
        return *failure;
    const Page &wanted = std::get<Page>(page);
    const QString keyword = call.parameters.text(u"SearchKeyWord"_s);
    QList<VersionRow> rows = allVersions(call.database, std::get<RoutineRow>(found).key);
    rows.removeIf([&](const VersionRow &row) {
        return !row.description.contains(keyword, Qt::CaseInsensitive);
    });
    QJsonArray versions;
    const QList<VersionRow> shown = wanted.of(rows);
    for (const VersionRow &row : shown) {
        QJsonObject item = versionJson(row);
        item.insert(u"DeployEnv"_s, row.deployEnv);
        item.insert(u"HasEnvVars"_s, row.hasVariables);
        versions.append(item);
    }
    return QJsonObject{{u"CodeVersions"_s, versions},
                       {u"TotalCount"_s, rows.size()},
                       {u"PageNumber"_s, wanted.number},
                       {u"PageSize"_s, wanted.size}};
}

Outcome getRoutineCodeVersion(Call &call)
{
    const auto looked = versionOf(call);
    if (const auto *failure = std::get_if<Failure>(&looked))
        return *failure;
    const Found &found = std::get<Found>(looked);
    const QVariant stored =
        call.database.value(u"SELECT body FROM versions WHERE routine = ? AND id = ?"_s,
                            {found.routine.key, found.version.id});
    const QByteArray body = stored.isNull()
                                ? missingObjectDocument(found.routine.name, found.version.id)
                                : stored.toByteArray();
    return QJsonObject{
        {u"CodeDescription"_s, found.version.description},
        {u"CreateTime"_s, timeText(found.version.createdMs)},
        {u"RoutineCode"_s, QString::fromLatin1(body.toBase64(QByteArray::OmitTrailingEquals))}};
}

Outcome getRoutineCodeVersionInfo(Call &call)
{
    const auto looked = versionOf(call);
    if (const auto *failure = std::get_if<Failure>(&looked))
        return *failure;
    const VersionRow &row = std::get<Found>(looked).version;
    QJsonObject answer = versionJson(row);
    answer.insert(u"HasAssets"_s, row.hasAssets);
    return answer;
}

Outcome deleteRoutineCodeVersion(Call &call)
{
    const auto looked = versionOf(call);
    if (const auto *failure = std::get_if<Failure>(&looked))
        return *failure;
    const Found &found = std::get<Found>(looked);
    if (found.version.isUnstable())
        return invalidParameter(u"CodeVersion"_s, u"unstable cannot be deleted."_s);
    if (isDeployed(call.database, found.routine.key, found.version.id))
        return Failure{.code = u"DependedByOthers"_s};
    call.database.run(u"DELETE FROM versions WHERE routine = ? AND id = ?"_s,
                      {found.routine.key, found.version.id});
    return QJsonObject{{u"Status"_s, u"OK"_s}};
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"ListRoutineCodeVersions"_L1, listRoutineCodeVersions},
    {"GetRoutineCodeVersion"_L1, getRoutineCodeVersion},
    {"GetRoutineCodeVersionInfo"_L1, getRoutineCodeVersionInfo},
    {"DeleteRoutineCodeVersion"_L1, deleteRoutineCodeVersion},
});

} // namespace

std::span<const OperationEntry> versionOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
