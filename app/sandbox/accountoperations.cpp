// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/accesstoken.h"
#include "sandbox/operations.h"
#include "sandbox/records.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

bool isOpen(Database &database)
{
    return database.value(u"SELECT value FROM meta WHERE key = 'service'"_s).toString()
           != "closed"_L1;
}

Outcome getErService(Call &call)
{
    const bool open = isOpen(call.database);
    return QJsonObject{{u"Status"_s, open ? u"Running"_s : u"NotOpened"_s},
                       {u"PlanName"_s, open ? u"er_freemode"_s : u""_s}};
}

Outcome openErService(Call &call)
{
    if (isOpen(call.database))
        return Failure{.code = u"ErService.HasOpened"_s};
    call.database.run(u"INSERT OR REPLACE INTO meta (key, value) VALUES ('service', 'open')"_s);
    return QJsonObject();
}

Outcome listEdgeRoutinePlans(Call &call)
{
    const QJsonObject plan{
        {u"PlanName"_s, u"er_freemode"_s},
        {u"PaymentMethod"_s, u"er_free"_s},
        {u"BillingMode"_s, u"POSTPAY"_s},
        {u"ErRoutineQuota"_s, QString::number(call.settings.routineQuota)},
        {u"ErRoutineCodeVersionQuota"_s, QString::number(call.settings.versionQuota)},
        {u"ErRoutineRouteSiteCountQuota"_s, u"100"_s}};
    return QJsonObject{{u"PlanInfo"_s, QJsonArray{plan}}};
}

Outcome getRoutineStagingEnvIp(Call &call)
{
    QJsonArray addresses;
    if (!call.settings.stagingAddress.isEmpty())
        addresses.append(call.settings.stagingAddress);
    return QJsonObject{{u"IPV4"_s, addresses}};
}

Outcome listRoutineCanaryAreas(Call &)
{
    return QJsonObject{
        {u"CanaryAreas"_s, QJsonArray{u"Beijing"_s, u"Shanghai"_s, u"Zhejiang"_s, u"Guangdong"_s,
                                      u"HongKong"_s, u"Overseas"_s}}};
}

Outcome getRoutineAccessToken(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const QString name = std::get<RoutineRow>(found).name;
    const QByteArray token = accessToken(call.settings, name, call.now);
    return QJsonObject{{u"Token"_s, QString::fromLatin1(token)},
                       {u"DefaultRelatedRecord"_s, defaultHost(call.settings, name)}};
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"GetErService"_L1, getErService},
    {"OpenErService"_L1, openErService},
    {"ListEdgeRoutinePlans"_L1, listEdgeRoutinePlans},
    {"GetRoutineStagingEnvIp"_L1, getRoutineStagingEnvIp},
    {"ListRoutineCanaryAreas"_L1, listRoutineCanaryAreas},
    {"GetRoutineAccessToken"_L1, getRoutineAccessToken},
});

} // namespace

std::span<const OperationEntry> accountOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
