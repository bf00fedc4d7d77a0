// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/objectupload.h"

#include "base/log.h"
#include "cloud/jsonreader.h"
#include "cloud/retryingcall.h"
#include "cloud/uploadhost.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kLongestKey = 1023;

class UploadText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ObjectUpload)
};

Error unusable(const QString &detail)
{
    return {.code = ErrorCode::UploadRefused,
            .message = UploadText::tr("The service's upload permission cannot be used."),
            .advice = UploadText::tr("Save the version again; a new upload permission is "
                                     "requested then."),
            .detail = detail};
}

QByteArray valueOf(const UploadForm &form, const QByteArray &lowerCaseName)
{
    const auto found = std::ranges::find_if(
        form.fields, [&](const auto &field) { return field.first.toLower() == lowerCaseName; });
    return found == form.fields.end() ? QByteArray() : found->second;
}

/// A key that climbs out of its folder, or none, is not one the service made for a routine.
bool isPlausibleKey(const QByteArray &key)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*\\z"_s);
    const QString text = QString::fromUtf8(key);
    return key.size() <= kLongestKey && form.match(text).hasMatch()
           && !text.split(u'/').contains(u".."_s) && !text.split(u'/').contains(u"."_s);
}

QByteArray postedName(const QByteArray &name)
{
    return name.compare("XOssSecurityToken", Qt::CaseInsensitive) == 0
               ? QByteArray("x-oss-security-token")
               : name;
}

bool isSkipped(const QByteArray &name, const QByteArray &value)
{
    return name.compare("Url", Qt::CaseInsensitive) == 0
           || (value.isEmpty() && postedName(name).toLower() == "x-oss-security-token");
}

QByteArray freshBoundary()
{
    std::array<quint32, 6> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    return "edgewright-"
           + QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex();
}

/// As the form wants it; members that are neither text nor number have no place in one.
std::optional<QByteArray> fieldValue(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    if (value.isDouble() || value.isBool())
        return value.toVariant().toString().toUtf8();
    return std::nullopt;
}

/// What the callback's own server said, relayed by the object store.
std::optional<ApiFailure> judgeCallback(const UploadForm &form, const HttpAnswer &answer)
{
    const bool hasCallback = !valueOf(form, "callback").isEmpty();
    if (answer.body.trimmed().isEmpty() && !hasCallback)
        return std::nullopt;
    const Result<QJsonObject> object = json::parseObject(answer.body);
    if (object && json::member(*object, "code"_L1).isUndefined() && !form.codeExpected)
        return std::nullopt;
    if (object && json::integer(*object, "code"_L1) == 200)
        return std::nullopt;
    ApiFailure failure = objectStoreFailure(answer);
    failure.cause = object ? FailureCause::Refused : FailureCause::Unreadable;
    return failure;
}

} // namespace

MultipartForm buildUploadForm(const UploadForm &form, const QByteArray &code,
                              const QByteArray &boundary)
{
    MultipartForm built{.contentType = "multipart/form-data; boundary=" + boundary};
    built.body.reserve(code.size() + 16 * 1024);
    for (const auto &[name, value] : form.fields) {
        if (isSkipped(name, value))
            continue;
        built.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                      + postedName(name) + "\"\r\n\r\n" + value + "\r\n";
    }
    built.body += "--" + boundary
                  + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"index.js\"\r\n"
                    "Content-Type: application/octet-stream\r\n\r\n"
                  + code + "\r\n--" + boundary + "--\r\n";
    return built;
}

Result<UploadForm> readUploadForm(const QJsonObject &config)
{
    UploadForm form;
    for (auto it = config.constBegin(); it != config.constEnd(); ++it) {
        if (it.key().compare("Url"_L1, Qt::CaseInsensitive) == 0) {
            form.url = QUrl(it->toString().trimmed(), QUrl::StrictMode);
            continue;
        }
        if (it->isNull())
            continue;
        const std::optional<QByteArray> value = fieldValue(*it);
        if (!value)
            return invalidAnswer(u"OssPostConfig holds a member that is no text: "_s
                                 + forLog(it.key(), 100));
        form.fields.emplaceBack(it.key().toUtf8(), *value);
        if (it.key().compare("policy"_L1, Qt::CaseInsensitive) == 0)
            form.expiresAt = policyExpiration(*value);
    }
    if (form.url.isEmpty() || form.fields.isEmpty())
        return invalidAnswer(u"OssPostConfig is missing or holds no usable Url"_s);
    return form;
}

Result<> checkUploadForm(const UploadForm &form, const QDateTime &now)
{
    static const QRegularExpression fieldName(u"\\A[A-Za-z0-9:_.-]{1,100}\\z"_s);
    for (const auto &field : form.fields) {
        if (!fieldName.match(QString::fromUtf8(field.first)).hasMatch())
            return unusable(u"form field with an odd name: "_s
                            + forLog(QString::fromUtf8(field.first), 100));
        if (field.first.toLower() == "file")
            return unusable(u"the form brings a file of its own"_s);
    }
    if (!isPlausibleKey(valueOf(form, "key")))
        return unusable(u"object key: "_s + forLog(QString::fromUtf8(valueOf(form, "key")), 300));
    if (form.expiresAt.isValid() && form.expiresAt <= now)
        return Error{.code = ErrorCode::UploadRefused,
                     .message = UploadText::tr("The upload permission has expired; nothing was "
                                               "sent."),
                     .advice = UploadText::tr("Save the version again; a new upload permission is "
                                              "requested then."),
                     .detail = u"policy expired at "_s + form.expiresAt.toString(Qt::ISODate)};
    return {};
}

QDateTime policyExpiration(const QByteArray &policyBase64)
{
    const Result<QByteArray> policy = decodeServiceBase64(QString::fromLatin1(policyBase64));
    const Result<QJsonObject> object =
        policy ? json::parseObject(*policy) : Result<QJsonObject>(policy.error());
    return object ? json::time(*object, "expiration"_L1) : QDateTime();
}

std::optional<ApiFailure> judgeUpload(const UploadForm &form, const HttpAnswer &answer)
{
    if (answer.status == 200)
        return judgeCallback(form, answer);
    // With a callback 204 means that nobody made it.
    if (answer.status == 204 && valueOf(form, "callback").isEmpty())
        return std::nullopt;
    return objectStoreFailure(answer);
}

Reply<> *startUpload(const ApiClient &client, const UploadForm &form, const QByteArray &code,
                     QObject *owner)
{
    auto *reply = new Reply<>(owner);
    const Result<QUrl> url = checkedUploadUrl(form.url, client.endpoint());
    const Result<> checked = checkUploadForm(form, client.now());
    if (!url || !checked) {
        reply->resolve(url ? checked.error() : url.error());
        return reply;
    }
    const MultipartForm built = buildUploadForm(form, code, freshBoundary());
    CallPlan plan{.kind = CallKind::Write,
                  .request =
                      [url = *url, built] {
                          return HttpRequest{.label = "upload",
                                             .url = url,
                                             .headers = {{"Content-Type", built.contentType}},
                                             .body = built.body};
                      },
                  .judge = [form](const HttpAnswer &answer) { return judgeUpload(form, answer); }};
    Reply<HttpAnswer> *exchange =
        RetryingCall::start(client.transport(), client.retryPolicy(), std::move(plan), reply);
    QObject::connect(reply, &ReplyBase::cancelRequested, exchange, &ReplyBase::cancel);
    QObject::connect(exchange, &ReplyBase::progressed, reply, &ReplyBase::progressed);
    exchange->then(reply, [reply](const Result<HttpAnswer> &answer) {
        reply->setRequestId(answer
                                ? forLog(QString::fromUtf8(answer->header("x-oss-request-id")), 100)
                                : answer.error().requestId);
        reply->resolve(answer ? Result<>() : Result<>(answer.error()));
    });
    return reply;
}

} // namespace edgewright
