// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/esa/esadecoder.h"

#include "cloud/adapter.h"
#include "cloud/jsonreader.h"
#include "cloud/objectupload.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright::esa {

namespace {

constexpr QLatin1StringView kUnstable{"unstable"};

QString lowerText(const QJsonObject &object, QLatin1StringView name)
{
    return json::text(object, name).trimmed().toLower();
}

VersionState versionState(const QString &lowerCaseStatus)
{
    if (lowerCaseStatus.isEmpty() || lowerCaseStatus == "available"_L1)
        return VersionState::Ready;
    return lowerCaseStatus == "init"_L1 ? VersionState::Preparing : VersionState::Failed;
}

CodeVersion listedVersion(const QString &id, const QJsonObject &item)
{
    return {.id = id,
            .description = json::description(item, "CodeDescription"_L1).trimmed(),
            .createdAt = json::time(item, "CreateTime"_L1),
            .state = versionState(lowerText(item, "Status"_L1)),
            .isUnstable = id.compare(kUnstable, Qt::CaseInsensitive) == 0,
            .hasAssets = json::flag(item, "HasAssets"_L1),
            .variablesOf = lowerText(item, "DeployEnv"_L1),
            .hasVariables = json::flag(item, "HasEnvVars"_L1)};
}

Routine routineFields(const QString &name, const QJsonObject &item)
{
    return {.name = name,
            .description = json::description(item, "Description"_L1).trimmed(),
            .createdAt = json::time(item, "CreateTime"_L1),
            .defaultHost = json::text(item, "DefaultRelatedRecord"_L1).trimmed(),
            .hasAssets = json::flag(item, "HasAssets"_L1)};
}

Result<QList<VersionShare>> shares(const QJsonArray &versions)
{
    QList<VersionShare> shares;
    for (const QJsonValue &value : versions) {
        const QJsonObject item = value.toObject();
        const Result<QString> id = json::identifier(item, "CodeVersion"_L1);
        if (!id)
            return id.error();
        const int percentage = static_cast<int>(std::clamp<qint64>(
            json::integer(item, "Percentage"_L1).value_or(versions.size() == 1 ? 100 : 0), 0, 100));
        if (!id->isEmpty() && percentage > 0)
            shares.append({.versionId = *id, .percentage = percentage});
    }
    return shares;
}

/// One environment, and the canary areas that answers before autumn 2025 list inside it.
Result<QList<Deployment>> deployments(const QJsonObject &environment)
{
    Deployment main{.environment = lowerText(environment, "Env"_L1)};
    const QJsonObject deploy = json::object(environment, "CodeDeploy"_L1);
    const Result<QString> deploymentId = json::identifier(deploy, "DeployId"_L1);
    const Result<QList<VersionShare>> current = shares(json::array(deploy, "CodeVersions"_L1));
    const Result<QString> olderVersion = json::identifier(environment, "CodeVersion"_L1);
    const Result<QString> canaryVersion = json::identifier(environment, "CanaryCodeVersion"_L1);
    for (const Result<QString> *id : {&deploymentId, &olderVersion, &canaryVersion}) {
        if (!*id)
            return id->error();
    }
    if (!current)
        return current.error();

    main.deploymentId = *deploymentId;
    main.createdAt = json::time(deploy, "CreationTime"_L1);
    main.shares = *current;
    if (main.shares.isEmpty() && !olderVersion->isEmpty())
        main.shares.append({.versionId = *olderVersion});

    QList<Deployment> all{main};
    for (const QJsonValue &area : json::array(environment, "CanaryAreaList"_L1)) {
        if (!canaryVersion->isEmpty() && !area.toString().isEmpty())
            all.append({.environment = area.toString(), .shares = {{.versionId = *canaryVersion}}});
    }
    return all;
}

int count(const QJsonObject &object, QLatin1StringView name)
{
    constexpr qint64 most = 1'000'000;
    return static_cast<int>(std::clamp<qint64>(json::integer(object, name).value_or(0), 0, most));
}

} // namespace

ServiceState serviceState(const QJsonObject &answer)
{
    const QString status = lowerText(answer, "Status"_L1);
    if (status == "running"_L1 || status == "online"_L1)
        return ServiceState::Running;
    if (status == "creating"_L1)
        return ServiceState::Creating;
    return status == "notopened"_L1 ? ServiceState::NotOpened : ServiceState::Unknown;
}

Result<RoutineList> routineList(const QList<QJsonObject> &pages)
{
    RoutineList list;
    int total = 0;
    for (const QJsonObject &page : pages) {
        total = std::max(total, count(page, "TotalCount"_L1));
        list.used = std::max(list.used, count(page, "UsedRoutineNumber"_L1));
        list.quota = std::max(list.quota, count(page, "QuotaRoutineNumber"_L1));
        for (const QJsonValue &value : json::array(page, "Routines"_L1)) {
            const QString name = json::text(value.toObject(), "RoutineName"_L1).trimmed();
            // A routine made between two pages pushes the last one of a page onto the next.
            const bool listed =
                std::ranges::find(list.routines, name, &Routine::name) != list.routines.end();
            if (!name.isEmpty() && !listed)
                list.routines.append(routineFields(name, value.toObject()));
        }
    }
    list.used = std::max(list.used, static_cast<int>(list.routines.size()));
    list.complete = list.routines.size() >= total;
    return list;
}

Result<Routine> routine(const QString &name, const QJsonObject &answer)
{
    Routine routine = routineFields(name, answer);
    for (const QJsonValue &value : json::array(answer, "Envs"_L1)) {
        const Result<QList<Deployment>> found = deployments(value.toObject());
        if (!found)
            return found.error();
        routine.deployments += *found;
    }
    return routine;
}

Result<VersionList> versionList(const QList<QJsonObject> &pages)
{
    VersionList list;
    int total = 0;
    for (const QJsonObject &page : pages) {
        total = std::max(total, count(page, "TotalCount"_L1));
        for (const QJsonValue &value : json::array(page, "CodeVersions"_L1)) {
            const Result<QString> id = json::identifier(value.toObject(), "CodeVersion"_L1);
            if (!id)
                return id.error();
            const bool listed =
                std::ranges::find(list.versions, *id, &CodeVersion::id) != list.versions.end();
            if (!id->isEmpty() && !listed)
                list.versions.append(listedVersion(*id, value.toObject()));
        }
    }
    sortNewestFirst(list.versions);
    list.complete = list.versions.size() >= total;
    return list;
}

Result<CodeVersion> version(const QString &versionId, const QJsonObject &answer)
{
    const Result<QString> id = json::identifier(answer, "CodeVersion"_L1);
    if (!id)
        return id.error();
    return listedVersion(id->isEmpty() ? versionId : *id, answer);
}

Result<VersionBody> body(const QString &versionId, const QJsonObject &answer)
{
    const QJsonValue code = json::member(answer, "RoutineCode"_L1);
    if (!code.isString())
        return invalidAnswer(u"RoutineCode is missing"_s);
    const Result<QByteArray> bytes = decodeServiceBase64(code.toString());
    if (!bytes)
        return bytes.error();
    return VersionBody{.versionId = versionId,
                       .description = json::description(answer, "CodeDescription"_L1).trimmed(),
                       .createdAt = json::time(answer, "CreateTime"_L1),
                       .bytes = *bytes};
}

Result<UploadForm> uploadForm(const QJsonObject &answer)
{
    return readUploadForm(json::object(answer, "OssPostConfig"_L1));
}

Result<QString> committedVersion(const QJsonObject &answer)
{
    const Result<QString> id = json::identifier(answer, "CodeVersion"_L1);
    if (id && id->isEmpty())
        return invalidAnswer(u"CodeVersion is missing"_s);
    return id;
}

Result<Quota> quota(const QJsonObject &answer)
{
    // An account has one plan; should there be several, the service applies the best of them.
    Quota quota;
    for (const QJsonValue &value : json::array(answer, "PlanInfo"_L1)) {
        const QJsonObject plan = value.toObject();
        quota.versionsPerRoutine =
            std::max(quota.versionsPerRoutine, count(plan, "ErRoutineCodeVersionQuota"_L1));
        quota.routines = std::max(quota.routines, count(plan, "ErRoutineQuota"_L1));
    }
    return quota;
}

Result<AccessToken> accessToken(const QJsonObject &answer)
{
    const AccessToken token{.token = json::text(answer, "Token"_L1).trimmed().toUtf8(),
                            .defaultHost = json::text(answer, "DefaultRelatedRecord"_L1).trimmed()};
    if (token.token.isEmpty())
        return invalidAnswer(u"Token is missing"_s);
    return token;
}

QStringList stagingAddresses(const QJsonObject &answer)
{
    QStringList addresses;
    for (const QJsonValue &value : json::array(answer, "IPV4"_L1)) {
        if (value.isString() && !value.toString().isEmpty())
            addresses.append(value.toString());
    }
    return addresses;
}

Result<> acknowledgement(const QJsonObject &answer)
{
    return acknowledged(answer, answer);
}

} // namespace edgewright::esa
