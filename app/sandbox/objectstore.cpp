// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/objectstore.h"

#include "sandbox/dcdnrecords.h"
#include "sandbox/records.h"
#include "sandbox/zipcode.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr qsizetype kLargestFields = 8 * 1024 * 1024;
constexpr qsizetype kLargestFile = 30 * 1024 * 1024;

/// x:codeDescription is base64 by convention; whoever sends plain text means plain text.
QString descriptionFrom(const QByteArray &field)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(field, QByteArray::AbortOnBase64DecodingErrors);
    const QString text = QString::fromUtf8(*decoded);
    return decoded && text.toUtf8() == *decoded ? text : QString::fromUtf8(field);
}

Outcome keepUnstable(Database &database, const RoutineRow &routine, const VersionRow &row,
                     const QByteArray &file)
{
    insertVersion(database, routine.key, row, file);
    return QJsonObject();
}

/// The first upload of a revision is its code; a repeated one changes nothing.
Outcome keepRevision(Database &database, const UploadTarget &target, const VersionRow &upload,
                     const QByteArray &file)
{
    const auto routine = findErRoutine(database, target.routine);
    if (!routine)
        return Failure{.code = u"NoSuchRoutine"_s};
    const bool staging = target.version == kUnstable;
    const auto known = findErRevision(database, routine->key, target.version);
    if (!staging && !known)
        return Failure{.code = u"NoSuchRoutine"_s};
    if (!staging && known->hasCode)
        return QJsonObject();
    ErRevision row = known.value_or(ErRevision{.id = target.version});
    if (staging) {
        row.description = upload.description;
        row.createdMs = upload.createdMs;
    }
    insertErRevision(database, routine->key, row, file);
    if (staging)
        database.run(u"UPDATE er_environments SET revision = 'unstable' WHERE routine = ? AND "
                     "name = 'staging'"_s,
                     {routine->key});
    return QJsonObject();
}

Outcome keepZip(Database &database, const RoutineRow &routine, const QString &id,
                const QByteArray &file)
{
    auto version = findVersion(database, routine.key, id);
    // A version is what it is; a repeated upload of it changes nothing.
    if (!version || version->status == kAvailable)
        return QJsonObject();
    const auto code = readZip(file);
    version->status = code ? kAvailable : kFailed;
    version->hasAssets = code && code->hasAssets;
    QVariant body;
    if (code)
        body = code->script.value_or(QByteArray(""));
    insertVersion(database, routine.key, *version, body);
    if (version->hasAssets)
        database.run(u"UPDATE routines SET assets = 1 WHERE id = ?"_s, {routine.key});
    return QJsonObject();
}

} // namespace

ObjectStore::ObjectStore(Store &store, const Settings &settings)
    : m_store(store)
    , m_settings(settings)
{
}

HttpAnswer ObjectStore::post(const HttpRequest &request, const QDateTime &now, bool callbackFails)
{
    const auto form = parseMultipart(request.header("content-type"), request.body);
    if (!form)
        return refusal(
            {400, u"MalformedPOSTRequest"_s,
             u"The body of your POST request is not well-formed multipart/form-data."_s});
    if (const auto failure = check(*form, now))
        return refusal(*failure);
    const QByteArray callback = form->value("callback");
    const QString name = QString::fromUtf8(form->value("key"));
    const auto target = UploadTarget::fromObjectName(m_settings.accountId, name);
    const bool told = isOwnCallback(m_settings, callback, name);
    const bool registers = target && (target->isZip() || told) && !callbackFails;
    if (registers) {
        if (const auto failure = keep(*form, *target, now))
            return refusal(*failure);
    }
    if (callbackFails || (!callback.isEmpty() && !told)) {
        HttpAnswer answer = refusal({203, u"CallbackFailed"_s, u"Error status : 502."_s});
        return answer;
    }
    return success(*form);
}

std::optional<StoreFailure> ObjectStore::check(const MultipartForm &form,
                                               const QDateTime &now) const
{
    if (form.fieldBytes > kLargestFields)
        return StoreFailure{
            400, u"MaxPOSTPreDataLengthExceeded"_s,
            u"Your POST request fields preceding the upload file were too large."_s};
    if (!form.hasFile)
        return StoreFailure{400, u"IncorrectNumberOfFilesInPOSTRequest"_s,
                            u"POST requires exactly one file upload per request."_s};
    if (form.value("key").isEmpty())
        return StoreFailure{400, u"InvalidArgument"_s,
                            u"Bucket POST must contain a field named 'key'."_s};
    if (auto failure = checkPolicy(form, {m_settings.formKeyId, m_settings.formSecret}, now))
        return failure;
    if (form.file.size() > kLargestFile)
        return StoreFailure{400, u"EntityTooLarge"_s,
                            u"Your proposed upload exceeds the maximum allowed size"_s};
    const auto callback = QByteArray::fromBase64Encoding(form.value("callback"),
                                                         QByteArray::AbortOnBase64DecodingErrors);
    if (!callback)
        return StoreFailure{400, u"InvalidArgument"_s,
                            u"The callback configuration is not base64 encoded."_s};
    return std::nullopt;
}

std::optional<StoreFailure> ObjectStore::keep(const MultipartForm &form, const UploadTarget &target,
                                              const QDateTime &now)
{
    const VersionRow unstable{.id = kUnstable,
                              .description = descriptionFrom(form.value("x:codedescription")),
                              .createdMs = now.toMSecsSinceEpoch(),
                              .status = kAvailable};
    const Outcome outcome = m_store.transact([&](Database &database) -> Outcome {
        if (target.isFirstGeneration)
            return keepRevision(database, target, unstable, form.file);
        const auto routine = findRoutine(database, target.routine);
        if (!routine)
            return Failure{.code = u"NoSuchRoutine"_s};
        if (target.isZip())
            return keepZip(database, *routine, target.version, form.file);
        return keepUnstable(database, *routine, unstable, form.file);
    });
    const auto *failure = std::get_if<Failure>(&outcome);
    if (failure == nullptr)
        return std::nullopt;
    // A form outlives its routine: the store has the object, the service does not want it.
    if (failure->code == "NoSuchRoutine"_L1)
        return StoreFailure{203, u"CallbackFailed"_s, u"Error status : 404."_s};
    return StoreFailure{500, u"InternalError"_s, u"Please contact the server administrator."_s};
}

HttpAnswer ObjectStore::success(const MultipartForm &form) const
{
    if (!form.value("callback").isEmpty())
        return {.contentType = "application/json", .body = R"({"code":200,"message":"success"})"};
    const QByteArray wanted = form.value("success_action_status");
    if (wanted == "200")
        return {.status = 200};
    if (wanted != "201")
        return {.status = 204};
    const QString text =
        u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse>\n  <Bucket>sandbox</Bucket>\n"
        "  <Location>http://%1/%2</Location>\n  <Key>%2</Key>\n  <ETag>%3</ETag>\n"
        "</PostResponse>\n"_s.arg(m_settings.endpoint,
                                  QString::fromUtf8(form.value("key")).toHtmlEscaped(),
                                  QString::fromLatin1(acs3::sha256Hex(form.file).left(32)));
    return {.status = 201, .contentType = "application/xml", .body = text.toUtf8()};
}

HttpAnswer ObjectStore::refusal(const StoreFailure &failure) const
{
    const QString text =
        u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>%1</Code>\n"
        "  <Message>%2</Message>\n  <RequestId>%3</RequestId>\n  <HostId>%4</HostId>\n</Error>\n"_s
            .arg(failure.code, failure.message.toHtmlEscaped(),
                 QUuid::createUuid().toString(QUuid::Id128).left(24).toUpper(),
                 m_settings.endpoint);
    return {.status = failure.httpStatus, .contentType = "application/xml", .body = text.toUtf8()};
}

} // namespace edgewright::sandbox
