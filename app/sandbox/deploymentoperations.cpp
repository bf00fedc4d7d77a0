// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/operations.h"
#include "sandbox/records.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

std::optional<Failure> checkEnvironment(const Call &call)
{
    if (!call.parameters.has(u"Env"_s))
        return missingParameter(u"Env"_s);
    if (!isEnvironment(call.parameters.text(u"Env"_s)))
        return invalidParameter(u"Env"_s, u"staging or production."_s);
    return std::nullopt;
}

std::optional<Failure> checkDeployable(Call &call, const RoutineRow &routine, const QString &id)
{
    const auto version = findVersion(call.database, routine.key, id);
    if (!version)
        return Failure{.code = u"ParameterNotExist"_s};
    if (version->status != kAvailable)
        return invalidParameter(u"CodeVersion"_s, u"the version is not available."_s);
    return std::nullopt;
}

Outcome publishRoutineCodeVersion(Call &call)
{
    if (!call.parameters.has(u"Name"_s))
        return missingParameter(u"Name"_s);
    if (auto failure = checkEnvironment(call))
        return *failure;
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const RoutineRow &routine = std::get<RoutineRow>(found);
    const QString environment = call.parameters.text(u"Env"_s);
    QString version = call.parameters.text(u"CodeVersion"_s);
    if (version.isEmpty() && environment == "staging"_L1)
        version = kUnstable;
    if (version.isEmpty())
        return missingParameter(u"CodeVersion"_s);
    if (version == kUnstable && environment != "staging"_L1)
        return invalidParameter(u"CodeVersion"_s, u"unstable runs on staging only."_s);
    if (auto failure = checkDeployable(call, routine, version))
        return *failure;
    (void)insertDeployment(call.database, routine.key, environment,
                           {.createdMs = call.now.toMSecsSinceEpoch(), .shares = {{version, 100}}});
    return QJsonObject{{u"CodeVersion"_s, version}};
}

/// The whole number 1–100 in \p value, sent as a number or as text; 0 when it is not one.
int percentageFrom(const QJsonValue &value)
{
    bool sound = false;
    const qint64 number =
        value.isString() ? value.toString().toLongLong(&sound) : value.toInteger();
    return number >= 1 && number <= 100 ? static_cast<int>(number) : 0;
}

std::variant<QList<ShareRow>, Failure> sharesFrom(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonArray items = document.array();
    if (!document.isArray() || items.isEmpty() || items.size() > 2)
        return invalidParameter(u"CodeVersions"_s, u"a JSON array of one or two versions."_s);
    QList<ShareRow> shares;
    int sum = 0;
    for (const QJsonValue &item : items) {
        const QJsonValue id = item[u"CodeVersion"_s];
        const ShareRow share{id.isString() ? id.toString() : QString::number(id.toInteger()),
                             percentageFrom(item[u"Percentage"_s])};
        if (share.percentage == 0)
            return invalidParameter(u"CodeVersions"_s, u"Percentage is 1 to 100."_s);
        sum += share.percentage;
        shares.append(share);
    }
    if (sum != 100)
        return invalidParameter(u"CodeVersions"_s, u"percentages add up to 100."_s);
    if (shares.size() == 2 && shares[0].version == shares[1].version)
        return invalidParameter(u"CodeVersions"_s, u"the versions are the same."_s);
    return shares;
}

std::optional<Failure> checkDeploymentParameters(const Call &call)
{
    for (const QString &name : {u"Name"_s, u"Env"_s, u"Strategy"_s, u"CodeVersions"_s}) {
        if (!call.parameters.has(name))
            return missingParameter(name);
    }
    if (call.parameters.text(u"Strategy"_s) != "percentage"_L1)
        return invalidParameter(u"Strategy"_s, u"percentage."_s);
    return checkEnvironment(call);
}

Outcome createRoutineCodeDeployment(Call &call)
{
    if (auto failure = checkDeploymentParameters(call))
        return *failure;
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const RoutineRow &routine = std::get<RoutineRow>(found);
    const auto parsed = sharesFrom(call.parameters.text(u"CodeVersions"_s));
    if (const auto *failure = std::get_if<Failure>(&parsed))
        return *failure;
    const QList<ShareRow> &shares = std::get<QList<ShareRow>>(parsed);
    QJsonArray versions;
    for (const ShareRow &share : shares) {
        if (share.version == kUnstable)
            return invalidParameter(u"CodeVersions"_s, u"unstable cannot be deployed."_s);
        if (auto failure = checkDeployable(call, routine, share.version))
            return *failure;
        versions.append(
            QJsonObject{{u"CodeVersion"_s, share.version}, {u"Percentage"_s, share.percentage}});
    }
    const qint64 id =
        insertDeployment(call.database, routine.key, call.parameters.text(u"Env"_s),
                         {.createdMs = call.now.toMSecsSinceEpoch(), .shares = shares});
    return QJsonObject{{u"DeploymentId"_s, QString::number(id)},
                       {u"Strategy"_s, u"percentage"_s},
                       {u"CodeVersions"_s, versions}};
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"PublishRoutineCodeVersion"_L1, publishRoutineCodeVersion},
    {"CreateRoutineCodeDeployment"_L1, createRoutineCodeDeployment},
});

} // namespace

std::span<const OperationEntry> deploymentOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
