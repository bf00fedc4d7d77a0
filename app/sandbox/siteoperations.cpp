// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/operations.h"
#include "sandbox/records.h"
#include "sandbox/sites.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr PageLimits kSitePages{.largestSize = 500, .usualSize = 500};
constexpr PageLimits kRecordPages{.largestSize = 500};

Outcome listSites(Call &call)
{
    const auto page = pageOf(call, kSitePages);
    if (const auto *failure = std::get_if<Failure>(&page))
        return *failure;
    const Page &wanted = std::get<Page>(page);
    const QString name = call.parameters.text(u"SiteName"_s);
    const QString status = call.parameters.text(u"Status"_s);
    const bool exact = call.parameters.text(u"SiteSearchType"_s) == "exact"_L1;
    QList<SiteRow> rows = allSites(call.database);
    rows.removeIf([&](const SiteRow &row) {
        const bool named = exact ? row.name == name : row.name.contains(name);
        return (!name.isEmpty() && !named) || (!status.isEmpty() && status != "active"_L1);
    });
    QJsonArray sites;
    const QList<SiteRow> shown = wanted.of(rows);
    for (const SiteRow &row : shown)
        sites.append(QJsonObject{{u"SiteId"_s, row.id},
                                 {u"SiteName"_s, row.name},
                                 {u"Status"_s, u"active"_s},
                                 {u"PlanName"_s, u"basic"_s},
                                 {u"PlanSpecName"_s, u"basic"_s},
                                 {u"Coverage"_s, u"domestic"_s},
                                 {u"AccessType"_s, u"NS"_s},
                                 {u"InstanceId"_s, u"sp-sandbox"_s},
                                 {u"CreateTime"_s, timeText(row.createdMs)}});
    QJsonObject answer{{u"TotalCount"_s, rows.size()},
                       {u"PageNumber"_s, wanted.number},
                       {u"PageSize"_s, wanted.size}};
    // The official command-line client asks for page after page until this member is missing.
    if (wanted.number == 1 || !sites.isEmpty())
        answer.insert(u"Sites"_s, sites);
    return answer;
}

Outcome getMatchSite(Call &call)
{
    if (!call.parameters.has(u"RecordName"_s))
        return missingParameter(u"RecordName"_s);
    const QString host = call.parameters.text(u"RecordName"_s);
    const QList<SiteRow> rows = allSites(call.database);
    for (const SiteRow &row : rows) {
        if (host == row.name || host.endsWith(u"."_s + row.name))
            return QJsonObject{{u"SiteId"_s, row.id}, {u"SiteName"_s, row.name}};
    }
    return Failure{.code = u"SiteParameterNotMatch"_s};
}

struct RecordRow {
    qint64 id = 0;
    SiteRow site;
    QString name;
    qint64 createdMs = 0;
};

QList<RecordRow> records(Database &database, const QString &condition, const QVariant &value)
{
    QSqlQuery query = database.run(
        u"SELECT records.id, sites.id, sites.name, records.name, records.created FROM records JOIN "
        "sites ON sites.id = records.site WHERE "_s
            + condition + u" ORDER BY records.id"_s,
        {value});
    QList<RecordRow> rows;
    while (query.next())
        rows.append({.id = query.value(0).toLongLong(),
                     .site = {.id = query.value(1).toLongLong(), .name = query.value(2).toString()},
                     .name = query.value(3).toString(),
                     .createdMs = query.value(4).toLongLong()});
    return rows;
}

Outcome createRoutineRelatedRecord(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const auto site = siteOf(call);
    if (const auto *failure = std::get_if<Failure>(&site))
        return *failure;
    if (!call.parameters.has(u"RecordName"_s))
        return missingParameter(u"RecordName"_s);
    const SiteRow &row = std::get<SiteRow>(site);
    const QString name = call.parameters.text(u"RecordName"_s);
    if (name != row.name && !name.endsWith(u"."_s + row.name))
        return Failure{.code = u"SiteParameterNotMatch"_s};
    if (!records(call.database, u"records.name = ?"_s, name).isEmpty())
        return invalidParameter(u"RecordName"_s, u"the record exists."_s);
    const QSqlQuery inserted = call.database.run(
        u"INSERT INTO records (site, routine, name, created) VALUES (?, ?, ?, ?)"_s,
        {row.id, std::get<RoutineRow>(found).key, name, call.now.toMSecsSinceEpoch()});
    return QJsonObject{{u"Status"_s, u"OK"_s},
                       {u"RecordId"_s, inserted.lastInsertId().toLongLong()}};
}

Outcome deleteRoutineRelatedRecord(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const QString name = call.parameters.text(u"RecordName"_s);
    const auto id = call.parameters.number(u"RecordId"_s, 0);
    if (!id || (name.isEmpty() && *id == 0))
        return missingParameter(u"RecordName"_s);
    const QList<RecordRow> rows =
        records(call.database, u"records.routine = ?"_s, std::get<RoutineRow>(found).key);
    for (const RecordRow &row : rows) {
        if ((*id != 0 && row.id != *id) || (!name.isEmpty() && row.name != name))
            continue;
        call.database.run(u"DELETE FROM records WHERE id = ?"_s, {row.id});
        return QJsonObject{{u"Status"_s, u"OK"_s}};
    }
    return Failure{.code = u"ParameterNotExist"_s};
}

Outcome listRoutineRelatedRecords(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const auto page = pageOf(call, kRecordPages);
    if (const auto *failure = std::get_if<Failure>(&page))
        return *failure;
    const Page &wanted = std::get<Page>(page);
    const QString keyword = call.parameters.text(u"SearchKeyWord"_s);
    QList<RecordRow> rows =
        records(call.database, u"records.routine = ?"_s, std::get<RoutineRow>(found).key);
    rows.removeIf([&](const RecordRow &row) { return !row.name.contains(keyword); });
    QJsonArray items;
    const QList<RecordRow> shown = wanted.of(rows);
    for (const RecordRow &row : shown)
        items.append(QJsonObject{{u"RecordId"_s, row.id},
                                 {u"RecordName"_s, row.name},
                                 {u"SiteId"_s, row.site.id},
                                 {u"SiteName"_s, row.site.name}});
    return QJsonObject{{u"RelatedRecords"_s, items},
                       {u"TotalCount"_s, rows.size()},
                       {u"PageNumber"_s, wanted.number},
                       {u"PageSize"_s, wanted.size}};
}

bool matches(const QString &name, const QString &wanted, const QString &type)
{
    if (wanted.isEmpty())
        return true;
    if (type == "prefix"_L1)
        return name.startsWith(wanted);
    if (type == "suffix"_L1)
        return name.endsWith(wanted);
    return type == "fuzzy"_L1 ? name.contains(wanted) : name == wanted;
}

Outcome listEdgeRoutineRecords(Call &call)
{
    const auto site = siteOf(call);
    if (const auto *failure = std::get_if<Failure>(&site))
        return *failure;
    const auto page = pageOf(call, kSitePages);
    if (const auto *failure = std::get_if<Failure>(&page))
        return *failure;
    const Page &wanted = std::get<Page>(page);
    QList<RecordRow> rows =
        records(call.database, u"records.site = ?"_s, std::get<SiteRow>(site).id);
    rows.removeIf([&](const RecordRow &row) {
        return !matches(row.name, call.parameters.text(u"RecordName"_s),
                        call.parameters.text(u"RecordMatchType"_s));
    });
    QJsonArray items;
    const QList<RecordRow> shown = wanted.of(rows);
    for (const RecordRow &row : shown)
        items.append(QJsonObject{{u"RecordName"_s, row.name},
                                 {u"RecordCname"_s, QString(row.name + u".sandbox.atrump.com"_s)},
                                 {u"SiteId"_s, row.site.id},
                                 {u"SiteName"_s, row.site.name},
                                 {u"CreateTime"_s, timeText(row.createdMs)},
                                 {u"UpdateTime"_s, timeText(row.createdMs)}});
    return QJsonObject{{u"Records"_s, items},
                       {u"TotalCount"_s, rows.size()},
                       {u"PageNumber"_s, wanted.number},
                       {u"PageSize"_s, wanted.size}};
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"ListSites"_L1, listSites},
    {"GetMatchSite"_L1, getMatchSite},
    {"CreateRoutineRelatedRecord"_L1, createRoutineRelatedRecord},
    {"DeleteRoutineRelatedRecord"_L1, deleteRoutineRelatedRecord},
    {"ListRoutineRelatedRecords"_L1, listRoutineRelatedRecords},
    {"ListEdgeRoutineRecords"_L1, listEdgeRoutineRecords},
});

} // namespace

std::span<const OperationEntry> siteOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
