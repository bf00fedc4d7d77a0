// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/dcdn/dcdndecoder.h"

#include "cloud/adapter.h"
#include "cloud/jsonreader.h"
#include "cloud/objectupload.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright::dcdn {

namespace {

constexpr QLatin1StringView kUnstable{"unstable"};

QJsonObject contentOf(const QJsonObject &answer)
{
    return json::object(answer, "Content"_L1);
}

/// The help pages and the one public client spell it differently (API.md §9.6).
QDateTime creationTime(const QJsonObject &item)
{
    const QDateTime time = json::time(item, "CreationTime"_L1);
    return time.isValid() ? time : json::time(item, "CreateTime"_L1);
}

/// Of CodeRevision, CodeRev or SelectCodeRevision, the same thing under three names.
Result<QString> revisionId(const QJsonObject &item)
{
    for (const QLatin1StringView name : {"CodeRevision"_L1, "CodeRev"_L1, "SelectCodeRevision"_L1})
    {
        const Result<QString> id = json::identifier(item, name);
        if (!id || !id->isEmpty())
            return id;
    }
    return QString();
}

/// The texts of an array, or the member \p inner of its objects.
QStringList texts(const QJsonArray &array, QLatin1StringView inner)
{
    QStringList list;
    for (const QJsonValue &value : array) {
        const QString text =
            value.isObject() ? json::text(value.toObject(), inner) : value.toString();
        if (!text.trimmed().isEmpty() && !list.contains(text.trimmed()))
            list.append(text.trimmed());
    }
    return list;
}

/// Member \p name, else the first array there is: some members are undocumented.
QJsonArray arrayOf(const QJsonObject &answer, QLatin1StringView name)
{
    const QJsonValue content = json::member(answer, "Content"_L1);
    if (content.isArray())
        return content.toArray();
    const QJsonObject object = content.toObject();
    if (const QJsonArray named = json::array(object, name); !named.isEmpty())
        return named;
    const auto first =
        std::find_if(object.begin(), object.end(), [](const auto &item) { return item.isArray(); });
    return first == object.end() ? QJsonArray() : first->toArray();
}

Routine routineFields(const QString &name, const QJsonObject &item)
{
    return {.name = name,
            .description = json::description(item, "Description"_L1).trimmed(),
            .createdAt = creationTime(item),
            .defaultHost = {}};
}

Result<Deployment> deployment(const QString &environment, const QJsonObject &settings)
{
    const Result<QString> id = revisionId(settings);
    if (!id)
        return id.error();
    Deployment deployment{.environment = environment,
                          .processorTier = json::text(settings, "SpecName"_L1).trimmed(),
                          .domains = texts(json::array(settings, "AllowedHosts"_L1), {})};
    if (!id->isEmpty())
        deployment.shares.append({.versionId = *id});
    return deployment;
}

Error missing(const QString &what)
{
    return invalidAnswer(what + u" is missing"_s);
}

} // namespace

ServiceState serviceState(const QJsonObject &answer)
{
    if (json::flag(answer, "Enabled"_L1) || json::flag(answer, "OnService"_L1))
        return ServiceState::Running;
    const bool says = !json::member(answer, "Enabled"_L1).isUndefined()
                      || !json::member(answer, "OnService"_L1).isUndefined();
    return says ? ServiceState::NotOpened : ServiceState::Unknown;
}

Result<RoutineList> routineList(const QJsonObject &answer)
{
    // An answer that says nothing is not one that says "none".
    if (json::member(contentOf(answer), "Routines"_L1).isUndefined())
        return missing(u"Content.Routines"_s);
    RoutineList list;
    for (const QJsonValue &value : json::array(contentOf(answer), "Routines"_L1)) {
        const QJsonObject item = value.toObject();
        QString name = value.isString() ? value.toString() : json::text(item, "RoutineName"_L1);
        if (name.isEmpty())
            name = json::text(item, "Name"_L1);
        name = name.trimmed();
        const bool listed =
            std::ranges::find(list.routines, name, &Routine::name) != list.routines.end();
        if (name.isEmpty())
            list.complete = false;
        else if (!listed)
            list.routines.append(routineFields(name, item));
    }
    list.used = static_cast<int>(list.routines.size());
    return list;
}

Result<Routine> routine(const QString &name, const QJsonObject &answer)
{
    const QJsonObject content = contentOf(answer);
    if (content.isEmpty())
        return missing(u"Content"_s);
    Routine routine = routineFields(name, content);
    const QJsonObject settings = json::object(content, "EnvConf"_L1);
    QStringList environments = texts(json::array(content, "Envs"_L1), "Env"_L1);
    for (auto it = settings.constBegin(); it != settings.constEnd(); ++it) {
        if (!environments.contains(it.key()))
            environments.append(it.key());
    }
    for (const QString &environment : std::as_const(environments)) {
        const Result<Deployment> found =
            deployment(environment, settings.value(environment).toObject());
        if (!found)
            return found.error();
        routine.deployments.append(*found);
    }
    return routine;
}

Result<VersionList> versionList(const QJsonObject &answer)
{
    const QJsonObject content = contentOf(answer);
    if (json::member(content, "CodeRevs"_L1).isUndefined())
        return missing(u"Content.CodeRevs"_s);
    VersionList list;
    for (const QJsonValue &value : json::array(content, "CodeRevs"_L1)) {
        const QJsonObject item = value.toObject();
        const Result<QString> id = revisionId(item);
        if (!id)
            return id.error();
        const bool listed =
            std::ranges::find(list.versions, *id, &CodeVersion::id) != list.versions.end();
        if (id->isEmpty())
            list.complete = false;
        else if (!listed)
            list.versions.append(
                {.id = *id,
                 .description = json::description(item, "CodeDescription"_L1).trimmed(),
                 .createdAt = creationTime(item),
                 .isUnstable = id->compare(kUnstable, Qt::CaseInsensitive) == 0});
    }
    sortNewestFirst(list.versions);
    return list;
}

Result<VersionBody> body(const QString &versionId, const QJsonObject &answer)
{
    const QJsonObject content = contentOf(answer);
    const QJsonValue code = json::member(content, "ErCode"_L1);
    if (!code.isString())
        return missing(u"Content.ErCode"_s);
    const Result<QByteArray> bytes = decodeServiceBase64(code.toString());
    if (!bytes)
        return bytes.error();
    return VersionBody{.versionId = versionId,
                       .description = json::description(content, "CodeDescription"_L1).trimmed(),
                       .createdAt = creationTime(content),
                       .bytes = *bytes};
}

Result<UploadForm> uploadForm(const QJsonObject &answer)
{
    const QJsonObject content = contentOf(answer);
    Result<UploadForm> form = readUploadForm(json::object(content, "OssPostConfig"_L1));
    if (!form)
        return form;
    const Result<QString> id = revisionId(content);
    if (!id)
        return id.error();
    UploadForm filled = *form;
    if (id->compare(kUnstable, Qt::CaseInsensitive) != 0)
        filled.versionId = *id;
    filled.codeExpected = true;
    return filled;
}

Result<QString> revision(const QJsonObject &answer)
{
    const QJsonValue content = json::member(answer, "Content"_L1);
    if (content.isDouble())
        return invalidAnswer(u"Content is a number, which cannot hold all digits of an id"_s);
    const Result<QString> id =
        content.isString() ? json::identifier(content) : revisionId(content.toObject());
    if (id && id->isEmpty())
        return missing(u"Content.CodeRevision"_s);
    return id;
}

QStringList canaryEnvironments(const QJsonObject &answer)
{
    return texts(arrayOf(answer, "CanaryEnvs"_L1), "Env"_L1);
}

QStringList processorTiers(const QJsonObject &answer)
{
    return texts(arrayOf(answer, "Specs"_L1), "SpecName"_L1);
}

QStringList domains(const QJsonObject &answer)
{
    return texts(arrayOf(answer, "Domains"_L1), "DomainName"_L1);
}

Result<> acknowledgement(const QJsonObject &answer)
{
    return acknowledged(contentOf(answer), answer);
}

} // namespace edgewright::dcdn
