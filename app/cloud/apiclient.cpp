// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/apiclient.h"

#include "base/log.h"
#include "cloud/jsonreader.h"
#include "cloud/retryingcall.h"
#include "cloud/rpcsignature.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QUrl>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kHttpDateLength = 29;

QByteArray freshNonce()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex();
}

QByteArray encoded(const acs3::Pairs &pairs)
{
    QByteArray text;
    for (const auto &[name, value] : pairs) {
        if (!text.isEmpty())
            text += '&';
        text += acs3::percentEncode(name) + '=' + acs3::percentEncode(value);
    }
    return text;
}

/// A gateway may wrap a refusal into a 200.
bool isRefusal(const HttpAnswer &answer)
{
    const std::optional<ErrorEnvelope> envelope = parseErrorEnvelope(answer);
    return envelope && !envelope->message.isEmpty() && envelope->code != "200"_L1
           && envelope->code.compare("OK"_L1, Qt::CaseInsensitive) != 0
           && envelope->code.compare("Success"_L1, Qt::CaseInsensitive) != 0;
}

/// Only 200 with a readable object is a success (API.md §1.2).
std::optional<ApiFailure> judge(const QByteArray &action, const HttpAnswer &answer)
{
    if (answer.status != 200)
        return apiFailure(action, answer);
    const Result<QJsonObject> object = json::parseObject(answer.body);
    if (object)
        return isRefusal(answer) ? std::optional(apiFailure(action, answer)) : std::nullopt;
    ApiFailure failure = apiFailure(action, answer);
    failure.error.detail += u" ("_s + object.error().detail + u')';
    return failure;
}

/// In the answer (API.md §1.2), else in its header.
QString requestIdOf(const HttpAnswer &answer, const Result<QJsonObject> &object)
{
    const QString id = object ? json::text(*object, "RequestId"_L1).trimmed() : QString();
    return forLog(id.isEmpty() ? QString::fromUtf8(answer.header("x-acs-request-id")) : id, 100);
}

} // namespace

ApiClient::ApiClient(QNetworkAccessManager &network, Endpoint endpoint, Credentials credentials,
                     const ClientSettings &settings)
    : m_endpoint(std::move(endpoint))
    , m_credentials(std::move(credentials))
    , m_transport(network, settings.transport)
    , m_policy(
          settings.retry, settings.random
                              ? settings.random
                              : [] { return QRandomGenerator::system()->generateDouble(); })
    , m_localTime(settings.now ? settings.now : [] { return QDateTime::currentDateTimeUtc(); })
    , m_signature(settings.signature)
{
}

Reply<QJsonObject> *ApiClient::call(const ApiCall &call, QObject *owner)
{
    auto *reply = new Reply<QJsonObject>(owner);
    CallPlan plan{
        .kind = call.kind,
        .request = [this, call] { return signedRequest(call); },
        .judge = [action = call.action](const HttpAnswer &answer) { return judge(action, answer); },
        .repair = [this](const HttpAnswer &answer,
                         const ApiFailure &failure) { return correctClock(answer, failure); }};
    Reply<HttpAnswer> *exchange =
        RetryingCall::start(m_transport, m_policy, std::move(plan), reply);
    QObject::connect(reply, &ReplyBase::cancelRequested, exchange, &ReplyBase::cancel);
    exchange->then(reply, [reply](const Result<HttpAnswer> &answer) {
        const Result<QJsonObject> object =
            answer ? json::parseObject(answer->body) : Result<QJsonObject>(answer.error());
        reply->setRequestId(answer ? requestIdOf(*answer, object) : answer.error().requestId);
        reply->resolve(object);
    });
    return reply;
}

QDateTime ApiClient::now() const
{
    return m_localTime().addMSecs(m_clockOffset.count());
}

HttpRequest ApiClient::signedRequest(const ApiCall &call) const
{
    if (m_signature == SignatureScheme::Rpc)
        return signedByParameters(call);
    HttpRequest request{.label = call.action, .url = m_endpoint.url()};
    if (!call.query.isEmpty())
        request.url.setQuery(QString::fromLatin1(encoded(call.query)), QUrl::StrictMode);
    if (call.post)
        request.body = encoded(call.form);

    const acs3::Request toSign{.method = call.post ? "POST" : "GET",
                               .query = call.query,
                               .headers = headers(call, acs3::sha256Hex(encoded(call.form))),
                               .payloadHash = acs3::sha256Hex(encoded(call.form))};
    request.headers = toSign.headers;
    request.headers.emplaceBack("Accept", "application/json");
    request.headers.emplaceBack("Authorization", acs3::authorization(toSign, m_credentials));
    return request;
}

HttpRequest ApiClient::signedByParameters(const ApiCall &call) const
{
    const QByteArray method = call.post ? "POST" : "GET";
    acs3::Pairs query =
        rpc::commonParameters(
            {.action = call.action, .version = call.version, .nonce = freshNonce(), .time = now()},
            m_credentials)
        + call.query;
    query.emplaceBack("Signature", rpc::signature(rpc::stringToSign(method, query + call.form),
                                                  m_credentials.accessKeySecret));
    HttpRequest request{.label = call.action, .url = m_endpoint.url()};
    request.url.setQuery(QString::fromLatin1(encoded(query)), QUrl::StrictMode);
    request.headers = {{"Host", m_endpoint.hostHeader().toLatin1()},
                       {"Accept", "application/json"}};
    if (call.post) {
        request.body = encoded(call.form);
        request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    }
    return request;
}

acs3::Pairs ApiClient::headers(const ApiCall &call, const QByteArray &payloadHash) const
{
    acs3::Pairs headers{{"Host", m_endpoint.hostHeader().toLatin1()},
                        {"x-acs-action", call.action},
                        {"x-acs-version", call.version},
                        {"x-acs-date", acs3::formatDate(now())},
                        {"x-acs-signature-nonce", freshNonce()},
                        {"x-acs-content-sha256", payloadHash}};
    // A POST of Qt's without one gets this very type, unsigned.
    if (call.post)
        headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    if (!m_credentials.securityToken.isEmpty()) {
        headers.emplaceBack("x-acs-accesskey-id", m_credentials.accessKeyId.toUtf8());
        headers.emplaceBack("x-acs-security-token", m_credentials.securityToken.reveal());
    }
    return headers;
}

bool ApiClient::correctClock(const HttpAnswer &answer, const ApiFailure &failure)
{
    if (failure.error.code != ErrorCode::ClockSkew)
        return false;
    const QDateTime serviceTime = parseHttpDate(answer.header("Date"));
    if (!serviceTime.isValid())
        return false;
    m_clockOffset = std::chrono::milliseconds(m_localTime().msecsTo(serviceTime));
    qCInfo(lcCloud) << "this computer's clock is off by" << m_clockOffset.count() / 1000
                    << "s; signing with the service's time";
    return true;
}

QDateTime parseHttpDate(const QByteArray &text)
{
    const QString date = QString::fromLatin1(text.trimmed());
    if (date.size() != kHttpDateLength || !date.endsWith(" GMT"_L1))
        return {};
    QDateTime time = QLocale::c().toDateTime(date.chopped(4), u"ddd, dd MMM yyyy HH:mm:ss"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace edgewright
