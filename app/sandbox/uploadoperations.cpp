// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/operations.h"
#include "sandbox/records.h"
#include "sandbox/uploadform.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr qsizetype kLongestDescription = 1000;

std::optional<Failure> checkRoom(const Call &call, const RoutineRow &routine)
{
    if (call.parameters.text(u"CodeDescription"_s).size() > kLongestDescription)
        return invalidParameter(u"CodeDescription"_s, u"too long."_s);
    const QString environment = call.parameters.text(u"DeployEnv"_s);
    if (!environment.isEmpty() && !isEnvironment(environment))
        return invalidParameter(u"DeployEnv"_s, u"staging or production."_s);
    if (versionCount(call.database, routine.key) >= call.settings.versionQuota)
        return Failure{.code = u"CodeVersionNumberExceedQuotaLimit"_s};
    return std::nullopt;
}

QString formUrl(const Settings &settings)
{
    return u"http://"_s + settings.endpoint + u"/oss"_s;
}

Outcome getRoutineStagingCodeUploadInfo(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const RoutineRow &routine = std::get<RoutineRow>(found);
    if (auto failure = checkRoom(call, routine))
        return *failure;
    const UploadTarget target{.routine = routine.name, .version = kUnstable};
    const QByteArray policy = uploadPolicy(call.settings, target, call.now);
    const QByteArray description = call.parameters.text(u"CodeDescription"_s).toUtf8().toBase64();
    const QJsonObject form{
        {u"Url"_s, formUrl(call.settings)},
        {u"OSSAccessKeyId"_s, call.settings.formKeyId},
        {u"Signature"_s,
         QString::fromLatin1(objectStoreSignature(policy, call.settings.formSecret))},
        {u"policy"_s, QString::fromLatin1(policy)},
        {u"key"_s, target.objectName(call.settings.accountId)},
        {u"callback"_s, QString::fromLatin1(uploadCallback(call.settings, target))},
        {u"x:codeDescription"_s, QString::fromLatin1(description)},
        {u"XOssSecurityToken"_s, u""_s}};
    return QJsonObject{{u"CodeVersion"_s, nextVersionId(call.database, call.now)},
                       {u"OssPostConfig"_s, form}};
}

Outcome commitRoutineStagingCode(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const RoutineRow &routine = std::get<RoutineRow>(found);
    if (auto failure = checkRoom(call, routine))
        return *failure;
    const auto unstable = findVersion(call.database, routine.key, kUnstable);
    if (!unstable)
        return Failure{.code = u"ParameterNotExist"_s,
                       .message = u"No code has been uploaded for this routine yet."_s};
    VersionRow version = *unstable;
    version.id = nextVersionId(call.database, call.now);
    version.createdMs = call.now.toMSecsSinceEpoch();
    version.deployEnv = call.parameters.text(u"DeployEnv"_s);
    version.hasVariables = hasVariables(call.database, routine.key, version.deployEnv);
    if (call.parameters.has(u"CodeDescription"_s))
        version.description = call.parameters.text(u"CodeDescription"_s);
    const QVariant body = call.database.value(
        u"SELECT body FROM versions WHERE routine = ? AND id = 'unstable'"_s, {routine.key});
    insertVersion(call.database, routine.key, version, body);
    return QJsonObject{{u"CodeVersion"_s, version.id}};
}

Outcome createRoutineWithAssetsCodeVersion(Call &call)
{
    const auto found = routineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const RoutineRow &routine = std::get<RoutineRow>(found);
    if (auto failure = checkRoom(call, routine))
        return *failure;
    const auto build = call.parameters.number(u"BuildId"_s, 0);
    if (!build)
        return invalidParameter(u"BuildId"_s, u"a number."_s);
    const QString options = call.parameters.text(u"ConfOptions"_s);
    if (!options.isEmpty() && !QJsonDocument::fromJson(options.toUtf8()).isObject())
        return invalidParameter(u"ConfOptions"_s, u"a JSON object."_s);
    const QString environment = call.parameters.text(u"DeployEnv"_s);
    const VersionRow version{.id = nextVersionId(call.database, call.now),
                             .description = call.parameters.text(u"CodeDescription"_s),
                             .createdMs = call.now.toMSecsSinceEpoch(),
                             .status = kInit,
                             .extraInfo = call.parameters.text(u"ExtraInfo"_s),
                             .options = options,
                             .buildId = *build,
                             .deployEnv = environment,
                             .hasVariables = hasVariables(call.database, routine.key, environment)};
    insertVersion(call.database, routine.key, version, QVariant());
    const UploadTarget target{.routine = routine.name, .version = version.id};
    const QByteArray policy = uploadPolicy(call.settings, target, call.now);
    const QJsonObject form{{u"Url"_s, formUrl(call.settings)},
                           {u"OSSAccessKeyId"_s, call.settings.formKeyId},
                           {u"Policy"_s, QString::fromLatin1(policy)},
                           {u"Signature"_s, QString::fromLatin1(objectStoreSignature(
                                                policy, call.settings.formSecret))},
                           {u"Key"_s, target.objectName(call.settings.accountId)},
                           {u"XOssSecurityToken"_s, u""_s}};
    return QJsonObject{
        {u"CodeVersion"_s, version.id}, {u"Status"_s, version.status}, {u"OssPostConfig"_s, form}};
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"GetRoutineStagingCodeUploadInfo"_L1, getRoutineStagingCodeUploadInfo},
    {"CommitRoutineStagingCode"_L1, commitRoutineStagingCode},
    {"CreateRoutineWithAssetsCodeVersion"_L1, createRoutineWithAssetsCodeVersion},
});

} // namespace

std::span<const OperationEntry> uploadOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
