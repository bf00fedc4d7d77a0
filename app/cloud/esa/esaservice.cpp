// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/esa/esaservice.h"

#include "cloud/adapter.h"
#include "cloud/esa/esadecoder.h"
#include "cloud/esa/esareach.h"
#include "cloud/jsonreader.h"
#include "cloud/objectupload.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr char kVersion[] = "2024-09-10";

ApiCall readCall(const QByteArray &action, const acs3::Pairs &form = {})
{
    return {.action = action, .version = kVersion, .form = form};
}

ApiCall writeCall(const QByteArray &action, const acs3::Pairs &form)
{
    return {.action = action, .version = kVersion, .kind = CallKind::Write, .form = form};
}

ApiCall getCall(const QByteArray &action)
{
    return {.action = action, .version = kVersion, .post = false};
}

/// [{"CodeVersion":"…","Percentage":90},…] as one text (API.md §1.1).
QByteArray sharesText(const QList<VersionShare> &shares)
{
    QJsonArray array;
    for (const VersionShare &share : shares)
        array.append(
            QJsonObject{{u"CodeVersion"_s, share.versionId}, {u"Percentage"_s, share.percentage}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

Result<UploadForm> checkedForm(const QJsonObject &answer, const Endpoint &endpoint)
{
    return withCheckedAddress(esa::uploadForm(answer), json::object(answer, "OssPostConfig"_L1),
                              endpoint);
}

} // namespace

EsaService::EsaService(QNetworkAccessManager &network, const ServiceConfig &config,
                       const ClientSettings &settings, QObject *parent)
    : RoutineService(parent)
    , m_client(network, config.endpoint, config.credentials, signedAs(config, settings))
    , m_capabilities{.sharesPerEnvironment = 2,
                     .stagingAddresses = true,
                     .accessTokens = true,
                     .editableDescription = true,
                     .environmentVariables = true}
{
}

template <typename T, typename Decode>
Reply<T> *EsaService::ask(const ApiCall &call, Decode decode)
{
    return edgewright::ask<T>(m_client, call, this, std::move(decode));
}

template <typename T, typename Decode>
Reply<T> *EsaService::askPages(const ApiCall &call, const esa::Paging &paging, Decode decode)
{
    auto *reply = new Reply<T>(this);
    auto *pages = esa::PagedRead::start(m_client, call, paging, reply);
    connect(reply, &ReplyBase::cancelRequested, pages, &ReplyBase::cancel);
    pages->then(reply, [reply, decode](const Result<QList<QJsonObject>> &result) {
        reply->resolve(result.andThen(decode));
    });
    return reply;
}

Reply<ServiceState> *EsaService::fetchServiceState()
{
    return ask<ServiceState>(getCall("GetErService"), esa::serviceState);
}

Reply<RoutineList> *EsaService::listRoutines()
{
    return askPages<RoutineList>(readCall("ListUserRoutines"),
                                 {.items = "Routines"_L1, .inQuery = true, .mostPages = 10},
                                 esa::routineList);
}

Reply<Routine> *EsaService::fetchRoutine(const QString &name)
{
    return ask<Routine>(readCall("GetRoutine", {{"Name", name.toUtf8()}}),
                        [name](const QJsonObject &answer) { return esa::routine(name, answer); });
}

Reply<> *EsaService::createRoutine(const QString &name, const QString &description)
{
    return ask<void>(writeCall("CreateRoutine",
                               {{"Description", description.toUtf8()}, {"Name", name.toUtf8()}}),
                     esa::acknowledgement);
}

Reply<> *EsaService::deleteRoutine(const QString &name)
{
    return ask<void>(writeCall("DeleteRoutine", {{"Name", name.toUtf8()}}), esa::acknowledgement);
}

Reply<> *EsaService::changeDescription(const QString &name, const QString &description)
{
    return ask<void>(writeCall("UpdateRoutineConfigDescription",
                               {{"Description", description.toUtf8()}, {"Name", name.toUtf8()}}),
                     esa::acknowledgement);
}

Reply<VersionList> *EsaService::listVersions(const QString &routine)
{
    return askPages<VersionList>(readCall("ListRoutineCodeVersions", {{"Name", routine.toUtf8()}}),
                                 {.items = "CodeVersions"_L1, .mostPages = 2}, esa::versionList);
}

Reply<CodeVersion> *EsaService::fetchVersion(const QString &routine, const QString &versionId)
{
    return ask<CodeVersion>(
        readCall("GetRoutineCodeVersionInfo",
                 {{"CodeVersion", versionId.toUtf8()}, {"Name", routine.toUtf8()}}),
        [versionId](const QJsonObject &answer) { return esa::version(versionId, answer); });
}

Reply<VersionBody> *EsaService::fetchBody(const QString &routine, const QString &versionId)
{
    return ask<VersionBody>(
        readCall("GetRoutineCodeVersion",
                 {{"CodeVersion", versionId.toUtf8()}, {"Name", routine.toUtf8()}}),
        [versionId](const QJsonObject &answer) { return esa::body(versionId, answer); });
}

Reply<> *EsaService::deleteVersion(const QString &routine, const QString &versionId)
{
    return ask<void>(writeCall("DeleteRoutineCodeVersion",
                               {{"CodeVersion", versionId.toUtf8()}, {"Name", routine.toUtf8()}}),
                     esa::acknowledgement);
}

Reply<UploadForm> *EsaService::requestUpload(const QString &routine, const QString &description)
{
    // Only hands out a permission; a second one does no harm, so this repeats itself like a read.
    return ask<UploadForm>(
        readCall("GetRoutineStagingCodeUploadInfo",
                 {{"CodeDescription", description.toUtf8()}, {"Name", routine.toUtf8()}}),
        [endpoint = m_client.endpoint()](const QJsonObject &answer) {
            return checkedForm(answer, endpoint);
        });
}

Reply<> *EsaService::upload(const UploadForm &form, const QByteArray &code)
{
    return startUpload(m_client, form, code, this);
}

Reply<QString> *EsaService::commitUpload(const QString &routine, const QString &description,
                                         const QString &variablesOf)
{
    ApiCall call = writeCall("CommitRoutineStagingCode", {{"CodeDescription", description.toUtf8()},
                                                          {"Name", routine.toUtf8()}});
    if (!variablesOf.isEmpty())
        call.form.append({"DeployEnv", variablesOf.toUtf8()});
    return ask<QString>(call, [](const QJsonObject &answer) {
        return doneButUnreadable(esa::committedVersion(answer));
    });
}

Reply<> *EsaService::publish(const QString &routine, const QString &environment,
                             const QList<VersionShare> &shares)
{
    const auto done = [](const QJsonObject &) { return Result<>(); };
    if (shares.size() == 1 && shares.first().percentage == 100)
        return ask<void>(writeCall("PublishRoutineCodeVersion",
                                   {{"CodeVersion", shares.first().versionId.toUtf8()},
                                    {"Env", environment.toUtf8()},
                                    {"Name", routine.toUtf8()}}),
                         done);
    return ask<void>(writeCall("CreateRoutineCodeDeployment", {{"CodeVersions", sharesText(shares)},
                                                               {"Env", environment.toUtf8()},
                                                               {"Name", routine.toUtf8()},
                                                               {"Strategy", "percentage"}}),
                     done);
}

Reply<Quota> *EsaService::fetchQuota()
{
    return ask<Quota>(getCall("ListEdgeRoutinePlans"), esa::quota);
}

Reply<QStringList> *EsaService::fetchStagingAddresses()
{
    return ask<QStringList>(readCall("GetRoutineStagingEnvIp"), esa::stagingAddresses);
}

Reply<AccessToken> *EsaService::fetchAccessToken(const QString &routine)
{
    return ask<AccessToken>(readCall("GetRoutineAccessToken", {{"Name", routine.toUtf8()}}),
                            esa::accessToken);
}

Reply<QStringList> *EsaService::fetchReach(const QString &routine)
{
    auto *reply = new Reply<QStringList>(this);
    ApiCall call = readCall("ListRoutineRoutes");
    call.query = {{"RoutineName", routine.toUtf8()}};
    auto *routes = askPages<QStringList>(
        call, {.items = "Configs"_L1, .inQuery = true, .size = 500, .mostPages = 2}, esa::routes);
    connect(reply, &ReplyBase::cancelRequested, routes, &ReplyBase::cancel);
    routes->then(reply, [this, reply, routine](const Result<QStringList> &found) {
        if (found)
            addHosts(routine, *found, reply);
        else
            reply->resolve(found.error());
    });
    return reply;
}

void EsaService::addHosts(const QString &routine, const QStringList &routes,
                          Reply<QStringList> *reply)
{
    auto *hosts =
        askPages<QStringList>(readCall("ListRoutineRelatedRecords", {{"Name", routine.toUtf8()}}),
                              {.items = "RelatedRecords"_L1, .mostPages = 10}, esa::relatedHosts);
    connect(reply, &ReplyBase::cancelRequested, hosts, &ReplyBase::cancel);
    hosts->then(reply, [reply, routes](const Result<QStringList> &found) {
        reply->resolve(found ? Result<QStringList>(routes + *found) : found);
    });
}

Reply<QList<EnvironmentVariable>> *EsaService::fetchVariables(const QString &routine,
                                                              const QString &environment)
{
    return askPages<QList<EnvironmentVariable>>(
        readCall("ListRoutineEnvironmentVariables",
                 {{"Env", environment.toUtf8()}, {"Name", routine.toUtf8()}}),
        {.items = "EnvironmentVariables"_L1, .mostPages = 10}, esa::variables);
}

} // namespace edgewright
