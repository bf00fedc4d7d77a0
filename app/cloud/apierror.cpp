// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/apierror.h"

#include "base/log.h"
#include "cloud/apierrortable.h"
#include "cloud/jsonreader.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// The service's words in a sentence of ours; longer texts are in the detail.
constexpr qsizetype kShownText = 300;
constexpr qsizetype kRawDetail = 2000;

class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ApiError)
};

std::optional<ErrorEnvelope> parseXml(const QByteArray &body)
{
    QXmlStreamReader xml(body);
    if (!xml.readNextStartElement() || xml.name() != "Error"_L1)
        return std::nullopt;
    ErrorEnvelope envelope;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        if (name == "Code"_L1)
            envelope.code = text;
        else if (name == "Message"_L1)
            envelope.message = text;
        else if (name == "RequestId"_L1)
            envelope.requestId = text;
    }
    return envelope.code.isEmpty() ? std::nullopt : std::optional(envelope);
}

std::optional<ErrorEnvelope> parseJson(const QByteArray &body)
{
    const Result<QJsonObject> answer = json::parseObject(body);
    if (!answer)
        return std::nullopt;
    ErrorEnvelope envelope{.code = json::text(*answer, "Code"_L1).trimmed(),
                           .message = json::text(*answer, "Message"_L1).trimmed(),
                           .requestId = json::text(*answer, "RequestId"_L1).trimmed()};
    if (envelope.message.isEmpty())
        envelope.message = json::text(*answer, "Description"_L1).trimmed();
    return envelope.code.isEmpty() ? std::nullopt : std::optional(envelope);
}

std::optional<std::chrono::milliseconds> serverDelay(const HttpAnswer &answer)
{
    bool ok = false;
    const qlonglong ms = answer.header("x-acs-retry-after").trimmed().toLongLong(&ok);
    return ok && ms >= 0 ? std::optional(std::chrono::milliseconds(ms)) : std::nullopt;
}

FailureCause causeOfStatus(int status)
{
    if (status == 429)
        return FailureCause::Throttled;
    if (status >= 500)
        return FailureCause::Uncertain;
    return status >= 200 && status < 300 ? FailureCause::Unreadable : FailureCause::Refused;
}

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::BadCredentials;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 429:
        return ErrorCode::Throttled;
    default:
        return status >= 500 ? ErrorCode::ServiceFailure : ErrorCode::InvalidRequest;
    }
}

/// A proxy, a portal, a page of the gateway: no envelope, so only the status tells.
Error withoutEnvelope(int status)
{
    if (status == 429)
        return {.code = ErrorCode::Throttled,
                .message =
                    ErrorText::tr("The service is turning calls away because there were too many."),
                .advice = ErrorText::tr("Wait a moment, then try again.")};
    if (status >= 500)
        return {.code = ErrorCode::ServiceFailure,
                .message = ErrorText::tr("The service is not available at the moment."),
                .advice = ErrorText::tr("Wait a moment, then try again.")};
    if (status >= 300 && status < 400)
        return {.code = ErrorCode::InvalidResponse,
                .message = ErrorText::tr("The server wants to send the request elsewhere, which "
                                         "is never followed."),
                .advice = ErrorText::tr("Check the endpoint and whether this network asks you to "
                                        "log in first.")};
    return {.code = ErrorCode::InvalidResponse,
            .message = ErrorText::tr("The server answered, but not as the service does."),
            .advice = ErrorText::tr("Check the endpoint and whether this network asks you to log "
                                    "in first.")};
}

void addEnvelope(Error &error, const ErrorEnvelope &envelope)
{
    error.serviceCode = forLog(envelope.code, 200);
    error.requestId = forLog(envelope.requestId, 100);
    if (error.message.isEmpty()) {
        error.message =
            ErrorText::tr("The service refused the request: %1")
                .arg(forLog(envelope.message.isEmpty() ? envelope.code : envelope.message,
                            kShownText));
        if (error.advice.isEmpty())
            error.advice = ErrorText::tr("See Details for the service's own words.");
    }
}

} // namespace

std::optional<ErrorEnvelope> parseErrorEnvelope(const HttpAnswer &answer)
{
    const QByteArray body = answer.body.trimmed();
    return body.startsWith('<') ? parseXml(body) : parseJson(body);
}

QString rawDetail(const QByteArray &label, const HttpAnswer &answer)
{
    return u"%1: HTTP status %2, %3"_s.arg(
        QString::fromLatin1(label), QString::number(answer.status),
        answer.body.isEmpty() ? u"no body"_s : forLog(QString::fromUtf8(answer.body), kRawDetail));
}

ApiFailure apiFailure(const QByteArray &label, const HttpAnswer &answer)
{
    ApiFailure failure{.cause = causeOfStatus(answer.status), .serverDelay = serverDelay(answer)};
    const std::optional<ErrorEnvelope> envelope = parseErrorEnvelope(answer);
    if (!envelope) {
        failure.error = withoutEnvelope(answer.status);
        failure.error.requestId = forLog(QString::fromUtf8(answer.header("x-acs-request-id")), 100);
    } else {
        const ErrorMeaning meaning = meaningOfServiceCode(envelope->code, envelope->message);
        if (meaning.known)
            failure.cause = meaning.cause;
        failure.error = {.code = meaning.known ? meaning.code : codeOfStatus(answer.status),
                         .message = meaning.message,
                         .advice = meaning.advice};
        addEnvelope(failure.error, *envelope);
    }
    failure.error.detail = rawDetail(label, answer);
    return failure;
}

ApiFailure objectStoreFailure(const HttpAnswer &answer)
{
    ApiFailure failure{.error = {.code = ErrorCode::UploadRefused},
                       .cause = causeOfStatus(answer.status)};
    const std::optional<ErrorEnvelope> envelope = parseErrorEnvelope(answer);
    const ErrorMeaning meaning =
        envelope ? meaningOfObjectStoreCode(envelope->code) : ErrorMeaning();
    if (meaning.known)
        failure.cause = meaning.cause;
    failure.error.message = meaning.message;
    failure.error.advice = meaning.advice;
    if (answer.status == 203) {
        // Stored, but not registered: whatever the body says, the version is not there.
        failure.cause = FailureCause::Refused;
        const ErrorMeaning callback = meaningOfObjectStoreCode(u"CallbackFailed"_s);
        failure.error.message = callback.message;
        failure.error.advice = callback.advice;
    }
    if (envelope)
        addEnvelope(failure.error, *envelope);
    if (failure.error.message.isEmpty())
        failure.error.message = ErrorText::tr("The object store did not take the code.");
    failure.error.detail = rawDetail("upload", answer);
    return failure;
}

Error outcomeUnknown(Error error)
{
    if (error.code == ErrorCode::OutcomeUnknown)
        return error;
    error.detail = u"outcome unknown; "_s + error.detail;
    error.code = ErrorCode::OutcomeUnknown;
    error.message = ErrorText::tr("The answer was lost: the change may or may not have happened.");
    error.advice = ErrorText::tr("Look at what is on the service now before repeating it.");
    return error;
}

} // namespace edgewright
