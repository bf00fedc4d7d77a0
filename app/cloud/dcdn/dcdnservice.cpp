// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/dcdn/dcdnservice.h"

#include "cloud/adapter.h"
#include "cloud/dcdn/dcdndecoder.h"
#include "cloud/jsonreader.h"
#include "cloud/objectupload.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr char kVersion[] = "2018-01-15";
constexpr QLatin1StringView kUsualTier{
    "50ms"}; ///< Of the contract's samples; every account has it.

ApiCall readCall(const QByteArray &action, const acs3::Pairs &form = {})
{
    return {.action = action, .version = kVersion, .form = form};
}

ApiCall writeCall(const QByteArray &action, const acs3::Pairs &form)
{
    return {.action = action, .version = kVersion, .kind = CallKind::Write, .form = form};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray compact(const QStringList &list)
{
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

/// {"staging":{"SpecName":"50ms"},…} (API.md §1.1).
QByteArray tiersText(const QStringList &environments, const QString &tier)
{
    QJsonObject all;
    for (const QString &environment : environments)
        all.insert(environment, QJsonObject{{u"SpecName"_s, tier}});
    return compact(all);
}

/// A version without one is refused (API.md §2.1, §2.3).
QByteArray mandatory(const QString &description)
{
    return description.trimmed().isEmpty() ? QByteArray("-") : description.toUtf8();
}

Result<UploadForm> checkedForm(const QJsonObject &answer, const Endpoint &endpoint)
{
    return withCheckedAddress(dcdn::uploadForm(answer),
                              json::object(json::object(answer, "Content"_L1), "OssPostConfig"_L1),
                              endpoint);
}

} // namespace

DcdnService::DcdnService(QNetworkAccessManager &network, const ServiceConfig &config,
                         const ClientSettings &settings, QObject *parent)
    : RoutineService(parent)
    , m_client(network, config.endpoint, config.credentials, signedAs(config, settings))
    , m_capabilities{.editableDescription = true,
                     .canaryEnvironments = true,
                     .processorTiers = true,
                     .uploadMakesVersion = true,
                     .stagingUploads = true}
{
}

template <typename T, typename Decode>
Reply<T> *DcdnService::ask(const ApiCall &call, Decode decode)
{
    return edgewright::ask<T>(m_client, call, this, std::move(decode));
}

template <typename T>
Reply<T> *DcdnService::refuse(const QString &message)
{
    auto *reply = new Reply<T>(this);
    reply->resolve(Error{.code = ErrorCode::InvalidRequest, .message = message});
    return reply;
}

Reply<ServiceState> *DcdnService::fetchServiceState()
{
    return ask<ServiceState>(readCall("DescribeUserErStatus"), dcdn::serviceState);
}

Reply<RoutineList> *DcdnService::listRoutines()
{
    return ask<RoutineList>(readCall("DescribeRoutineUserInfo"), dcdn::routineList);
}

Reply<Routine> *DcdnService::fetchRoutine(const QString &name)
{
    return ask<Routine>(readCall("DescribeRoutine", {{"Name", name.toUtf8()}}),
                        [name](const QJsonObject &answer) { return dcdn::routine(name, answer); });
}

Reply<> *DcdnService::createRoutine(const QString &name, const QString &description)
{
    if (description.size() > kLongestRoutineDescription)
        return refuse<void>(tr("A routine's description may have at most %1 characters here.")
                                .arg(kLongestRoutineDescription));
    return ask<void>(
        writeCall("CreateRoutine", {{"Description", description.toUtf8()},
                                    {"EnvConf", tiersText({kProduction, kStaging}, kUsualTier)},
                                    {"Name", name.toUtf8()}}),
        dcdn::acknowledgement);
}

Reply<> *DcdnService::deleteRoutine(const QString &name)
{
    return ask<void>(writeCall("DeleteRoutine", {{"Name", name.toUtf8()}}), dcdn::acknowledgement);
}

Reply<> *DcdnService::changeDescription(const QString &name, const QString &description)
{
    if (description.size() > kLongestRoutineDescription)
        return refuse<void>(tr("A routine's description may have at most %1 characters here.")
                                .arg(kLongestRoutineDescription));
    return ask<void>(writeCall("EditRoutineConf",
                               {{"Description", description.toUtf8()}, {"Name", name.toUtf8()}}),
                     dcdn::acknowledgement);
}

Reply<VersionList> *DcdnService::listVersions(const QString &routine)
{
    return ask<VersionList>(readCall("DescribeRoutine", {{"Name", routine.toUtf8()}}),
                            dcdn::versionList);
}

Reply<CodeVersion> *DcdnService::fetchVersion(const QString &routine, const QString &versionId)
{
    const auto pick = [versionId](const QJsonObject &answer) -> Result<CodeVersion> {
        const Result<VersionList> list = dcdn::versionList(answer);
        if (!list)
            return list.error();
        const auto found = std::ranges::find(list->versions, versionId, &CodeVersion::id);
        if (found == list->versions.end())
            return Error{.code = ErrorCode::NotFound,
                         .message = tr("The service does not have this version any more.")};
        return *found;
    };
    return ask<CodeVersion>(readCall("DescribeRoutine", {{"Name", routine.toUtf8()}}), pick);
}

Reply<VersionBody> *DcdnService::fetchBody(const QString &routine, const QString &versionId)
{
    return ask<VersionBody>(
        readCall("DescribeRoutineCodeRevision",
                 {{"Name", routine.toUtf8()}, {"SelectCodeRevision", versionId.toUtf8()}}),
        [versionId](const QJsonObject &answer) { return dcdn::body(versionId, answer); });
}

Reply<> *DcdnService::deleteVersion(const QString &routine, const QString &versionId)
{
    return ask<void>(
        writeCall("DeleteRoutineCodeRevision",
                  {{"Name", routine.toUtf8()}, {"SelectCodeRevision", versionId.toUtf8()}}),
        dcdn::acknowledgement);
}

Reply<UploadForm> *DcdnService::askForUpload(const ApiCall &call, Makes makes)
{
    const auto decode = [endpoint = m_client.endpoint(),
                         makes](const QJsonObject &answer) -> Result<UploadForm> {
        const Result<UploadForm> form = checkedForm(answer, endpoint);
        // Without its id nobody can tell what was made; committing would make something else.
        if (form && makes == Makes::Version && form->versionId.isEmpty())
            return outcomeUnknown(invalidAnswer(u"Content.CodeRevision is missing"_s));
        return doneButUnreadable(form);
    };
    return ask<UploadForm>(call, decode);
}

Reply<UploadForm> *DcdnService::requestUpload(const QString &routine, const QString &description)
{
    // A repeat would use up a second of the ten versions.
    return askForUpload(writeCall("UploadRoutineCode", {{"CodeDescription", mandatory(description)},
                                                        {"Name", routine.toUtf8()}}),
                        Makes::Version);
}

Reply<UploadForm> *DcdnService::requestStagingUpload(const QString &routine,
                                                     const QString &description)
{
    return askForUpload(
        writeCall("UploadStagingRoutineCode",
                  {{"CodeDescription", description.toUtf8()}, {"Name", routine.toUtf8()}}),
        Makes::StagingSlot);
}

Reply<> *DcdnService::upload(const UploadForm &form, const QByteArray &code)
{
    return startUpload(m_client, form, code, this);
}

Reply<QString> *DcdnService::commitUpload(const QString &routine, const QString &description,
                                          const QString & /*variablesOf*/)
{
    return ask<QString>(
        writeCall("CommitStagingRoutineCode",
                  {{"CodeDescription", mandatory(description)}, {"Name", routine.toUtf8()}}),
        [](const QJsonObject &answer) { return doneButUnreadable(dcdn::revision(answer)); });
}

Reply<> *DcdnService::publish(const QString &routine, const QString &environment,
                              const QList<VersionShare> &shares)
{
    if (shares.size() != 1 || shares.first().percentage != 100)
        return refuse<void>(tr("Traffic cannot be split between versions here."));
    return publishEverywhere(routine, {environment}, shares.first().versionId);
}

Reply<> *DcdnService::publishEverywhere(const QString &routine, const QStringList &environments,
                                        const QString &versionId)
{
    return ask<void>(
        writeCall("PublishRoutineCodeRevision", {{"Envs", compact(environments)},
                                                 {"Name", routine.toUtf8()},
                                                 {"SelectCodeRevision", versionId.toUtf8()}}),
        [](const QJsonObject &) { return Result<>(); });
}

Reply<Quota> *DcdnService::fetchQuota()
{
    auto *reply = new Reply<Quota>(this);
    reply->resolve(Quota()); // documented only, see Capabilities::defaultVersionQuota
    return reply;
}

Reply<QStringList> *DcdnService::fetchStagingAddresses()
{
    return refuse<QStringList>(tr("This service does not tell its staging addresses."));
}

Reply<AccessToken> *DcdnService::fetchAccessToken(const QString &)
{
    return refuse<AccessToken>(tr("This service has no links for trying a routine out."));
}

Reply<QStringList> *DcdnService::fetchCanaryEnvironments()
{
    return ask<QStringList>(readCall("DescribeRoutineCanaryEnvs"),
                            [](const QJsonObject &answer) -> Result<QStringList> {
                                return dcdn::canaryEnvironments(answer);
                            });
}

Reply<> *DcdnService::addEnvironments(const QString &routine, const QStringList &environments)
{
    return ask<void>(writeCall("EditRoutineConf", {{"EnvConf", tiersText(environments, kUsualTier)},
                                                   {"Name", routine.toUtf8()}}),
                     dcdn::acknowledgement);
}

Reply<> *DcdnService::removeEnvironments(const QString &routine, const QStringList &environments)
{
    return ask<void>(writeCall("DeleteRoutineConfEnvs",
                               {{"Envs", compact(environments)}, {"Name", routine.toUtf8()}}),
                     dcdn::acknowledgement);
}

Reply<QStringList> *DcdnService::fetchProcessorTiers()
{
    return ask<QStringList>(readCall("DescribeRoutineSpec"),
                            [](const QJsonObject &answer) -> Result<QStringList> {
                                return dcdn::processorTiers(answer);
                            });
}

Reply<> *DcdnService::setProcessorTier(const QString &routine, const QString &environment,
                                       const QString &tier)
{
    return ask<void>(writeCall("EditRoutineConf", {{"EnvConf", tiersText({environment}, tier)},
                                                   {"Name", routine.toUtf8()}}),
                     dcdn::acknowledgement);
}

Reply<QStringList> *DcdnService::fetchReach(const QString &routine)
{
    return ask<QStringList>(
        readCall("DescribeRoutineRelatedDomains", {{"Name", routine.toUtf8()}}),
        [](const QJsonObject &answer) -> Result<QStringList> { return dcdn::domains(answer); });
}

} // namespace edgewright
