// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/gateway.h"

#include "sandbox/operations.h"

#include <QJsonDocument>
#include <QLocale>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr QLatin1StringView kEsaVersion{"2024-09-10"};
constexpr QLatin1StringView kDcdnVersion{"2018-01-15"};
constexpr QLatin1StringView kPostObject{"PostObject"};

QString newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toUpper();
}

bool isUpload(const HttpRequest &request)
{
    const bool isForm = request.header("content-type").toLower().startsWith("multipart/form-data");
    return request.method == "POST"
           && (isForm || request.path == "/oss" || request.path.startsWith("/oss/"));
}

/// A page in a browser must not be able to use the service behind its user's back.
bool comesFromWebPage(const HttpRequest &request)
{
    return request.hasHeader("origin") || request.hasHeader("sec-fetch-site");
}

QString fromHeaderOr(const HttpRequest &request, const QByteArray &header,
                     const Parameters &parameters, const QString &parameter)
{
    const QByteArray value = request.header(header);
    return value.isEmpty() ? parameters.text(parameter) : QString::fromUtf8(value);
}

} // namespace

Gateway::Gateway(const Parts &parts)
    : m_parts(parts)
    , m_objectStore(parts.store, parts.settings)
{
    for (const auto operations :
         {accountOperations(), routineOperations(), versionOperations(), uploadOperations(),
          deploymentOperations(), variableOperations(), siteOperations(), routeOperations()})
    {
        for (const OperationEntry &entry : operations)
            m_operations.insert(kEsaVersion + u" "_s + entry.action, entry);
    }
    for (const auto operations : {dcdnRoutineOperations(), dcdnVersionOperations()}) {
        for (const OperationEntry &entry : operations)
            m_operations.insert(kDcdnVersion + u" "_s + entry.action, entry);
    }
}

QDateTime Gateway::now() const
{
    return QDateTime::currentDateTimeUtc().addSecs(m_parts.faults.skewSeconds());
}

HttpAnswer Gateway::handle(const HttpRequest &request)
{
    if (comesFromWebPage(request))
        return envelope(Failure{.code = u"Forbidden"_s}, request);
    return isUpload(request) ? handleUpload(request) : handleCall(request);
}

HttpAnswer Gateway::handleUpload(const HttpRequest &request)
{
    m_parts.log.add(kPostObject);
    const std::optional<Fault> fault = m_parts.faults.meet(kPostObject);
    if (fault && fault->replacesExecution())
        return instead(*fault, request);
    const bool callbackFails = fault && fault->kind == Fault::Kind::CallbackFails;
    HttpAnswer answer = m_objectStore.post(request, now(), callbackFails);
    addCommonHeaders(answer, newRequestId());
    if (fault)
        bend(*fault, answer);
    return answer;
}

HttpAnswer Gateway::handleCall(const HttpRequest &request)
{
    const std::optional<Parameters> parameters = Parameters::parse(request);
    if (!parameters)
        return envelope(invalidParameter(u"body"_s, u"not a JSON object."_s), request);
    const auto understood = understand(request, *parameters);
    if (const auto *failure = std::get_if<Failure>(&understood))
        return envelope(*failure, request);
    const QString &key = std::get<QString>(understood);
    const QString action = m_operations.value(key).action;
    m_parts.log.add(action);
    if (const auto failure = admit(request))
        return envelope(*failure, request);
    const std::optional<Fault> fault = m_parts.faults.meet(action);
    if (fault && fault->replacesExecution())
        return instead(*fault, request);
    HttpAnswer answer =
        envelope(execute(key, *parameters, Authentication::nonceOf(request)), request);
    if (fault)
        bend(*fault, answer);
    return answer;
}

std::variant<QString, Failure> Gateway::understand(const HttpRequest &request,
                                                   const Parameters &parameters) const
{
    if (request.method != "GET" && request.method != "POST")
        return Failure{.code = u"UnsupportedHTTPMethod"_s};
    const QString action = fromHeaderOr(request, "x-acs-action", parameters, u"Action"_s);
    const QString version = fromHeaderOr(request, "x-acs-version", parameters, u"Version"_s);
    if (action.isEmpty())
        return missingParameter(u"Action"_s);
    if (version.isEmpty())
        return missingParameter(u"Version"_s);
    const QString key = version + u" "_s + action;
    if (request.path != "/" || !m_operations.contains(key))
        return Failure{.code = u"InvalidApi.NotFound"_s};
    return key;
}

std::optional<Failure> Gateway::admit(const HttpRequest &request)
{
    if (auto failure = m_parts.authentication.verify(request, now()))
        return failure;
    const auto wait = m_parts.throttle.take();
    if (wait.count() == 0)
        return std::nullopt;
    return Failure{.code = u"Throttling.User"_s, .retryAfterMs = static_cast<int>(wait.count())};
}

Outcome Gateway::execute(const QString &action, const Parameters &parameters,
                         const QByteArray &nonce)
{
    const Operation operation = m_operations.value(action).run;
    const QDateTime time = now();
    return m_parts.store.transact([&](Database &database) -> Outcome {
        const QString changes = u"SELECT total_changes()"_s;
        const qint64 before = database.value(changes).toLongLong();
        Call call{.database = database,
                  .parameters = parameters,
                  .settings = m_parts.settings,
                  .now = time};
        Outcome outcome = operation(call);
        // A request that changed something must not run again, even after a restart.
        if (database.value(changes).toLongLong() != before)
            database.run(u"INSERT OR IGNORE INTO nonces (nonce, used) VALUES (?, ?)"_s,
                         {QString::fromLatin1(nonce), time.toSecsSinceEpoch()});
        return outcome;
    });
}

HttpAnswer Gateway::instead(const Fault &fault, const HttpRequest &request) const
{
    HttpAnswer answer{.contentType = "text/html; charset=utf-8"};
    switch (fault.kind) {
    case Fault::Kind::Status:
        return envelope(Failure{.code = u"InternalError"_s, .httpStatus = fault.number}, request);
    case Fault::Kind::Code:
        return envelope(Failure{.code = fault.code, .httpStatus = fault.number}, request);
    case Fault::Kind::Throttle:
        return envelope(Failure{.code = u"Throttling.User"_s, .retryAfterMs = fault.number},
                        request);
    case Fault::Kind::HtmlPage:
        answer.body = "<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>\n";
        break;
    case Fault::Kind::Garbage:
        answer.contentType = "application/json;charset=utf-8";
        answer.body = "{\"RequestId\": \"\x01\xff";
        break;
    default:
        bend(fault, answer);
        break;
    }
    addCommonHeaders(answer, newRequestId());
    return answer;
}

HttpAnswer Gateway::envelope(const Outcome &outcome, const HttpRequest &request) const
{
    const QString requestId = newRequestId();
    HttpAnswer answer{.contentType = "application/json;charset=utf-8"};
    QJsonObject object;
    if (const auto *failure = std::get_if<Failure>(&outcome)) {
        const Failure full = completed(*failure);
        answer.status = full.httpStatus;
        object = {{u"HostId"_s, QString::fromUtf8(request.header("host"))},
                  {u"Code"_s, full.code},
                  {u"Message"_s, full.message},
                  {u"Recommend"_s,
                   u"https://api.alibabacloud.com/troubleshoot?q=%1&product=ESA&requestId=%2"_s.arg(
                       full.code, requestId)}};
        if (full.retryAfterMs > 0)
            answer.headers.append({"x-acs-retry-after", QByteArray::number(full.retryAfterMs)});
    } else {
        object = std::get<QJsonObject>(outcome);
    }
    object.insert(u"RequestId"_s, requestId);
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    addCommonHeaders(answer, requestId);
    return answer;
}

void Gateway::addCommonHeaders(HttpAnswer &answer, const QString &requestId) const
{
    const QString date = QLocale::c().toString(now(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    answer.headers.append({"Date", date.toLatin1()});
    answer.headers.append({"x-acs-request-id", requestId.toLatin1()});
    answer.headers.append(
        {"x-acs-trace-id", QUuid::createUuid().toString(QUuid::Id128).toLatin1()});
}

} // namespace edgewright::sandbox
