// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/operations.h"
#include "sandbox/records.h"
#include "sandbox/sites.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr PageLimits kRoutePages{.largestSize = 500, .usualSize = 500};

struct RouteRow {
    qint64 id = 0;
    SiteRow site;
    qint64 routine = 0;
    QString routineName;
    QString name;
    QString enable = u"on"_s;
    QString rule;
    QString bypass = u"off"_s;
    QString fallback = u"off"_s;
    QString mode = u"custom"_s;
    qint64 sequence = 0;
    QString timeout = u""_s;
};

QList<RouteRow> routes(Database &database, const QString &condition, const QVariant &value)
{
    QSqlQuery query = database.run(
        u"SELECT routes.id, sites.id, sites.name, routines.id, routines.name, routes.name, enable, "
        "rule, bypass, fallback, mode, sequence, timeout FROM routes JOIN sites ON sites.id = "
        "routes.site JOIN routines ON routines.id = routes.routine WHERE "_s
            + condition + u" ORDER BY sequence, routes.id"_s,
        {value});
    QList<RouteRow> rows;
    while (query.next())
        rows.append({.id = query.value(0).toLongLong(),
                     .site = {.id = query.value(1).toLongLong(), .name = query.value(2).toString()},
                     .routine = query.value(3).toLongLong(),
                     .routineName = query.value(4).toString(),
                     .name = query.value(5).toString(),
                     .enable = query.value(6).toString(),
                     .rule = query.value(7).toString(),
                     .bypass = query.value(8).toString(),
                     .fallback = query.value(9).toString(),
                     .mode = query.value(10).toString(),
                     .sequence = query.value(11).toLongLong(),
                     .timeout = query.value(12).toString()});
    return rows;
}

QJsonObject routeJson(const RouteRow &row)
{
    return {{u"ConfigId"_s, row.id},    {u"ConfigType"_s, u"rule"_s},
            {u"RouteName"_s, row.name}, {u"RoutineName"_s, row.routineName},
            {u"Rule"_s, row.rule},      {u"RouteEnable"_s, row.enable},
            {u"Bypass"_s, row.bypass},  {u"Fallback"_s, row.fallback},
            {u"Mode"_s, row.mode},      {u"Sequence"_s, row.sequence},
            {u"SiteVersion"_s, 0},      {u"Timeout"_s, row.timeout}};
}

Outcome routePage(const Call &call, const QList<RouteRow> &rows, bool withSite)
{
    const auto page = pageOf(call, kRoutePages);
    if (const auto *failure = std::get_if<Failure>(&page))
        return *failure;
    const Page &wanted = std::get<Page>(page);
    QJsonArray items;
    const QList<RouteRow> shown = wanted.of(rows);
    for (const RouteRow &row : shown) {
        QJsonObject item = routeJson(row);
        if (withSite) {
            item.insert(u"SiteId"_s, row.site.id);
            item.insert(u"SiteName"_s, row.site.name);
        }
        items.append(item);
    }
    return QJsonObject{{u"Configs"_s, items},
                       {u"TotalCount"_s, rows.size()},
                       {u"TotalPage"_s, (rows.size() + wanted.size - 1) / wanted.size},
                       {u"PageNumber"_s, wanted.number},
                       {u"PageSize"_s, wanted.size}};
}

Outcome listRoutineRoutes(Call &call)
{
    const auto found = routineOf(call, u"RoutineName"_s);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    return routePage(
        call, routes(call.database, u"routes.routine = ?"_s, std::get<RoutineRow>(found).key),
        true);
}

Outcome listSiteRoutes(Call &call)
{
    const auto site = siteOf(call);
    if (const auto *failure = std::get_if<Failure>(&site))
        return *failure;
    QList<RouteRow> rows = routes(call.database, u"routes.site = ?"_s, std::get<SiteRow>(site).id);
    const QString id = call.parameters.text(u"ConfigId"_s);
    const QString name = call.parameters.text(u"RouteName"_s);
    rows.removeIf([&](const RouteRow &row) {
        return (!id.isEmpty() && QString::number(row.id) != id)
               || (!name.isEmpty() && row.name != name);
    });
    return routePage(call, rows, false);
}

/// Takes over what the call names; empty when all of it is allowed.
std::optional<Failure> apply(Call &call, RouteRow &row)
{
    const auto take = [&](const QString &parameter, QString &target) {
        if (call.parameters.has(parameter))
            target = call.parameters.text(parameter);
    };
    take(u"RouteName"_s, row.name);
    take(u"RouteEnable"_s, row.enable);
    take(u"Rule"_s, row.rule);
    take(u"Bypass"_s, row.bypass);
    take(u"Fallback"_s, row.fallback);
    take(u"Mode"_s, row.mode);
    take(u"Timeout"_s, row.timeout);
    for (const QString &onOff : {row.enable, row.bypass, row.fallback}) {
        if (onOff != "on"_L1 && onOff != "off"_L1)
            return invalidParameter(u"RouteEnable, Bypass, Fallback"_s, u"on or off."_s);
    }
    const auto sequence = call.parameters.number(u"Sequence"_s, row.sequence);
    if (!sequence || *sequence < 0)
        return invalidParameter(u"Sequence"_s, u"a number."_s);
    row.sequence = *sequence;
    const auto timeout = call.parameters.number(u"Timeout"_s, 5);
    if (!timeout || *timeout < 5 || *timeout > 60)
        return invalidParameter(u"Timeout"_s, u"5 to 60."_s);
    return std::nullopt;
}

void storeRoute(Database &database, const RouteRow &row, const QVariant &id)
{
    database.run(u"INSERT OR REPLACE INTO routes (id, site, routine, name, enable, rule, bypass, "
                 "fallback, mode, sequence, timeout) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                 {id, row.site.id, row.routine, row.name, row.enable, row.rule, row.bypass,
                  row.fallback, row.mode, row.sequence, row.timeout});
}

Outcome createRoutineRoute(Call &call)
{
    for (const QString &name :
         {u"SiteId"_s, u"RoutineName"_s, u"RouteName"_s, u"RouteEnable"_s, u"Rule"_s})
    {
        if (!call.parameters.has(name))
            return missingParameter(name);
    }
    const auto site = siteOf(call);
    if (const auto *failure = std::get_if<Failure>(&site))
        return *failure;
    const auto found = routineOf(call, u"RoutineName"_s);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    RouteRow row{.site = std::get<SiteRow>(site), .routine = std::get<RoutineRow>(found).key};
    if (auto failure = apply(call, row))
        return *failure;
    storeRoute(call.database, row, QVariant());
    return QJsonObject{
        {u"ConfigId"_s, call.database.value(u"SELECT last_insert_rowid()"_s).toLongLong()}};
}

/// The route that SiteId and ConfigId name.
std::variant<RouteRow, Failure> routeOf(Call &call)
{
    const auto site = siteOf(call);
    if (const auto *failure = std::get_if<Failure>(&site))
        return *failure;
    if (!call.parameters.has(u"ConfigId"_s))
        return missingParameter(u"ConfigId"_s);
    const QList<RouteRow> rows =
        routes(call.database, u"routes.site = ?"_s, std::get<SiteRow>(site).id);
    for (const RouteRow &row : rows) {
        if (QString::number(row.id) == call.parameters.text(u"ConfigId"_s))
            return row;
    }
    return Failure{.code = u"ParameterNotExist"_s};
}

Outcome updateRoutineRoute(Call &call)
{
    auto found = routeOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    RouteRow row = std::get<RouteRow>(found);
    if (auto failure = apply(call, row))
        return *failure;
    if (call.parameters.has(u"RoutineName"_s)) {
        const auto routine = routineOf(call, u"RoutineName"_s);
        if (const auto *failure = std::get_if<Failure>(&routine))
            return *failure;
        row.routine = std::get<RoutineRow>(routine).key;
    }
    storeRoute(call.database, row, row.id);
    return QJsonObject();
}

Outcome getRoutineRoute(Call &call)
{
    const auto found = routeOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    return routeJson(std::get<RouteRow>(found));
}

Outcome deleteRoutineRoute(Call &call)
{
    const auto found = routeOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    call.database.run(u"DELETE FROM routes WHERE id = ?"_s, {std::get<RouteRow>(found).id});
    return QJsonObject();
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"ListRoutineRoutes"_L1, listRoutineRoutes},
    {"ListSiteRoutes"_L1, listSiteRoutes},
    {"CreateRoutineRoute"_L1, createRoutineRoute},
    {"UpdateRoutineRoute"_L1, updateRoutineRoute},
    {"GetRoutineRoute"_L1, getRoutineRoute},
    {"DeleteRoutineRoute"_L1, deleteRoutineRoute},
});

} // namespace

std::span<const OperationEntry> routeOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
