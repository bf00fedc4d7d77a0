// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/esa/esareach.h"

#include "cloud/jsonreader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright::esa {

namespace {

/// Whether the pages hold all that the service says there is.
Result<> completeness(const QList<QJsonObject> &pages, qint64 read)
{
    qint64 total = 0;
    for (const QJsonObject &page : pages)
        total = std::max(total, json::integer(page, "TotalCount"_L1).value_or(0));
    if (read < total)
        return invalidAnswer(u"%1 of %2 were listed"_s.arg(read).arg(total));
    return {};
}

bool isOn(const QJsonObject &item, QLatin1StringView name, bool otherwise)
{
    const QString text = json::text(item, name).trimmed();
    return text.isEmpty() ? otherwise : text.compare("on"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

QString routeText(const QString &rule)
{
    static const QRegularExpression pattern(
        uR"re(\A\(?\s*(?:http\.host\s+eq\s+"([^"]+)"|ends_with\(http\.host,\s*"([^"]+)"\)))re"
        uR"re(\s+and\s+(?:http\.request\.uri\.path\s+eq\s+"([^"]+)")re"
        uR"re(|starts_with\(http\.request\.uri\.path,\s*"([^"]+)"\))\s*\)?\z)re"_s);
    const QString trimmed = rule.trimmed();
    const QRegularExpressionMatch match = pattern.match(trimmed);
    if (!match.hasMatch())
        return trimmed;
    const QString host =
        match.captured(2).isEmpty() ? match.captured(1) : QString(u'*' + match.captured(2));
    const QString path =
        match.captured(4).isEmpty() ? match.captured(3) : QString(match.captured(4) + u'*');
    return host + path;
}

Result<QStringList> routes(const QList<QJsonObject> &pages)
{
    QStringList routes;
    qint64 read = 0;
    for (const QJsonObject &page : pages) {
        for (const QJsonValue &value : json::array(page, "Configs"_L1)) {
            const QJsonObject item = value.toObject();
            ++read;
            if (!isOn(item, "RouteEnable"_L1, true) || isOn(item, "Bypass"_L1, false))
                continue;
            QString route = routeText(json::text(item, "Rule"_L1));
            if (route.isEmpty())
                route = json::text(item, "RouteName"_L1).trimmed();
            if (!route.isEmpty() && !routes.contains(route))
                routes.append(route);
        }
    }
    const Result<> complete = completeness(pages, read);
    return complete ? Result<QStringList>(routes) : complete.error();
}

Result<QStringList> relatedHosts(const QList<QJsonObject> &pages)
{
    QStringList hosts;
    qint64 read = 0;
    for (const QJsonObject &page : pages) {
        for (const QJsonValue &value : json::array(page, "RelatedRecords"_L1)) {
            const QString host = json::text(value.toObject(), "RecordName"_L1).trimmed();
            ++read;
            if (!host.isEmpty() && !hosts.contains(host))
                hosts.append(host);
        }
    }
    const Result<> complete = completeness(pages, read);
    return complete ? Result<QStringList>(hosts) : complete.error();
}

Result<QList<EnvironmentVariable>> variables(const QList<QJsonObject> &pages)
{
    QList<EnvironmentVariable> variables;
    qint64 read = 0;
    for (const QJsonObject &page : pages) {
        const QJsonObject map = json::object(page, "EnvironmentVariables"_L1);
        read += map.size();
        for (auto it = map.constBegin(); it != map.constEnd(); ++it)
            variables.append({.name = it.key(),
                              .isSecret = json::text(it.value().toObject(), "Type"_L1).trimmed()
                                          == "secret_text"_L1});
    }
    const Result<> complete = completeness(pages, read);
    if (!complete)
        return complete.error();
    std::ranges::sort(variables, {}, &EnvironmentVariable::name);
    return variables;
}

} // namespace edgewright::esa
