// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/apierror.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

HttpAnswer envelope(int status, const QByteArray &code, const QByteArray &message)
{
    return {.status = status,
            .body = R"({"RequestId":"EDBD3EB3-97DA-5465-AEF5-8DCA5DC5E395","HostId":"h","Code":")"
                    + code + R"(","Message":")" + message + R"("})"};
}

} // namespace

class ApiErrorTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyDocumentedCodeHasACauseAndANextStep_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("meaning");
        QTest::addColumn<int>("cause");
        using enum ErrorCode;
        constexpr FailureCause busy = FailureCause::Throttled;
        constexpr FailureCause unsure = FailureCause::Uncertain;
        const auto row = [](const char *code, int status, ErrorCode meaning,
                            FailureCause cause = FailureCause::Refused) {
            QTest::addRow("%s %d", code, status)
                << QByteArray(code) << status << meaning << static_cast<int>(cause);
        };
        row("InternalException", 400, ServiceFailure, unsure);
        row("InternalOperationError", 400, ServiceFailure, unsure);
        row("InvalidParameter", 400, InvalidRequest);
        row("InvalidParameterName", 400, InvalidRequest);
        row("InvalidNameValue", 400, InvalidRequest);
        row("MissingParameter", 400, InvalidRequest);
        row("MissingName", 400, InvalidRequest);
        row("ParameterNotExist", 400, NotFound);
        row("RoutineNotExist", 400, NotFound);
        row("RoutineAlreadyExist", 400, AlreadyExists);
        row("RoutineNameAlreadyExist", 400, AlreadyExists);
        row("RoutineNameAlreadyExists", 400, AlreadyExists);
        row("CodeVersionNumberExceedQuotaLimit", 400, QuotaExceeded);
        row("RoutineNumberExceedQuotaLimit", 400, QuotaExceeded);
        row("SomethingElseExceedQuotaLimit", 400, QuotaExceeded);
        row("RoutineUserServiceStatusHalt", 400, PaymentOverdue);
        row("ServiceNotOpen", 400, ServiceNotOpen);
        row("DependedByOthers", 400, InUse);
        row("SiteParameterNotMatch", 400, InvalidRequest);
        row("ErService.HasOpened", 400, AlreadyExists);
        row("Site.ServiceBusy", 400, Throttled, busy);
        row("LockFailed", 400, Throttled, busy);
        row("TooManyRequests", 429, Throttled, busy);
        row("Throttling", 400, Throttled, busy);
        row("Throttling.User", 400, Throttled, busy);
        row("Throttling.Api", 503, Throttled, busy);
        row("Rejected.Throttling", 400, Throttled, busy);
        row("InvalidAccessKeyId.NotFound", 404, BadCredentials);
        row("InvalidAccessKeyId.NotFound", 400, BadCredentials);
        row("InvalidAccessKeyId.Inactive", 400, BadCredentials);
        row("SignatureDoesNotMatch", 403, BadCredentials);
        row("IncompleteSignature", 400, BadCredentials);
        row("InvalidSignatureMethod", 400, BadCredentials);
        row("InvalidTimeStamp.Format", 400, ClockSkew);
        row("InvalidTimeStamp.Expired", 400, ClockSkew);
        row("SignatureNonceUsed", 400, ServiceFailure, FailureCause::Replayed);
        row("Forbidden", 403, Forbidden);
        row("Forbidden.RAM", 403, Forbidden);
        row("NoPermission", 403, Forbidden);
        row("InvalidApi.NotFound", 404, InvalidRequest);
        row("InvalidAction", 403, InvalidRequest);
        row("InvalidAction.NotFound", 404, InvalidRequest);
        row("UnsupportedHTTPMethod", 405, InvalidRequest);
        row("InvalidSecurityToken.Expired", 400, TokenExpired);
        row("InvalidSecurityToken.Malformed", 400, TokenExpired);
        row("InternalError", 500, ServiceFailure, unsure);
        row("ServiceUnavailable", 503, ServiceFailure, unsure);
        row("servicenotopen", 400, ServiceNotOpen);
    }

    void everyDocumentedCodeHasACauseAndANextStep()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const int, status);
        const ApiFailure failure = apiFailure("GetRoutine", envelope(status, code, "some words"));
        QTEST(failure.error.code, "meaning");
        QTEST(static_cast<int>(failure.cause), "cause");
        QCOMPARE(failure.error.serviceCode, QString::fromLatin1(code));
        QCOMPARE(failure.error.requestId, u"EDBD3EB3-97DA-5465-AEF5-8DCA5DC5E395"_s);
        QVERIFY(!failure.error.message.isEmpty());
        QVERIFY2(!failure.error.message.contains(u"some words"_s), "ours, not the service's words");
        QVERIFY(!failure.error.advice.isEmpty() || code == "ErService.HasOpened");
        QVERIFY(failure.error.detail.contains(u"some words"_s));
        QVERIFY(failure.error.detail.contains(u"GetRoutine"_s));
    }

    void knowsATakenNameByTheMessageToo()
    {
        const ApiFailure failure = apiFailure(
            "CreateRoutine", envelope(400, "InvalidName", "The routine name already exists."));
        QCOMPARE(failure.error.code, ErrorCode::AlreadyExists);
    }

    void readsTheOlderGenerationsCauseFromItsText()
    {
        const auto code = [](const char *text) {
            return apiFailure("X", envelope(400, "EdgeRoutine.GeneralError", text)).error.code;
        };
        QCOMPARE(code("A server error occurred: you got upper limit of code revisions"),
                 ErrorCode::QuotaExceeded);
        QCOMPARE(code("A server error occurred: something else"), ErrorCode::InvalidRequest);
    }

    void understandsEveryFormOfEnvelope_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("requestId");
        QTest::newRow("minimal") << QByteArray(R"({"Code":"A","Message":"m"})") << u"A"_s
                                 << QString();
        QTest::newRow("lower case")
            << QByteArray(R"({"code":"A","message":"m","requestId":"R"})") << u"A"_s << u"R"_s;
        QTest::newRow("with details")
            << QByteArray(R"({"Code":"A","AccessDeniedDetail":{"x":1},"Recommend":"u"})") << u"A"_s
            << QString();
        QTest::newRow("XML") << QByteArray("<?xml version='1.0'?><Error><Code>A</Code><Message>m"
                                           "</Message><RequestId>R</RequestId></Error>")
                             << u"A"_s << u"R"_s;
        QTest::newRow("XML with more")
            << QByteArray("\n<Error><HostId><x>1</x></HostId><Code>A</Code></Error>") << u"A"_s
            << QString();
        QTest::newRow("cut XML") << QByteArray("<Error><Code>A</Code><Mess") << u"A"_s << QString();
        QTest::newRow("other XML")
            << QByteArray("<html><Code>A</Code></html>") << QString() << QString();
        QTest::newRow("no code") << QByteArray(R"({"Message":"m"})") << QString() << QString();
        QTest::newRow("page") << QByteArray("<html><body>502</body>") << QString() << QString();
        QTest::newRow("nothing") << QByteArray() << QString() << QString();
        QTest::newRow("array") << QByteArray("[1]") << QString() << QString();
    }

    void understandsEveryFormOfEnvelope()
    {
        QFETCH(const QByteArray, body);
        const auto envelope = parseErrorEnvelope({.status = 400, .body = body});
        QTEST(envelope ? envelope->code : QString(), "code");
        QTEST(envelope ? envelope->requestId : QString(), "requestId");
    }

    void showsUnknownCodesInTheServicesWords()
    {
        const ApiFailure failure = apiFailure(
            "GetRoutine", envelope(400, "BrandNew", "<img src='file:///x'> and\\u001b[31m more"));
        QCOMPARE(failure.error.code, ErrorCode::InvalidRequest);
        QCOMPARE(failure.cause, FailureCause::Refused);
        QVERIFY(failure.error.message.contains(u"<img src='file:///x'>"_s));
        QVERIFY(!failure.error.message.contains(QChar(0x1b)));
    }

    void judgesByTheStatusWhenThereIsNoEnvelope_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("meaning");
        QTest::addColumn<int>("cause");
        using enum FailureCause;
        const auto row = [](int status, ErrorCode meaning, FailureCause cause) {
            QTest::addRow("%d", status) << status << meaning << static_cast<int>(cause);
        };
        row(200, ErrorCode::InvalidResponse, Unreadable);
        row(204, ErrorCode::InvalidResponse, Unreadable);
        row(302, ErrorCode::InvalidResponse, Refused);
        row(307, ErrorCode::InvalidResponse, Refused);
        row(404, ErrorCode::InvalidResponse, Refused);
        row(429, ErrorCode::Throttled, FailureCause::Throttled);
        row(500, ErrorCode::ServiceFailure, Uncertain);
        row(502, ErrorCode::ServiceFailure, Uncertain);
        row(503, ErrorCode::ServiceFailure, Uncertain);
    }

    void judgesByTheStatusWhenThereIsNoEnvelope()
    {
        QFETCH(const int, status);
        const ApiFailure failure =
            apiFailure("X", {.status = status,
                             .headers = {{"X-Acs-Request-Id", "R1"}, {"x-acs-retry-after", "1500"}},
                             .body = "<html>Bad Gateway</html>"});
        QTEST(failure.error.code, "meaning");
        QTEST(static_cast<int>(failure.cause), "cause");
        QCOMPARE(failure.error.requestId, u"R1"_s);
        QCOMPARE(failure.serverDelay, std::optional(std::chrono::milliseconds(1500)));
        QVERIFY(!failure.error.message.isEmpty());
        QVERIFY(!failure.error.advice.isEmpty());
    }

    void keepsSecretsOutOfTheDetail()
    {
        const ApiFailure failure = apiFailure(
            "X", {.status = 403,
                  .body = R"({"Code":"SignatureDoesNotMatch","Message":"Authorization: canary-a",)"
                          R"("x-acs-security-token":"canary-b"})"});
        QVERIFY(!failure.error.detail.contains(u"canary"_s));
    }

    void keepsTheUploadFormOutOfTheDetail()
    {
        const ApiFailure failure =
            objectStoreFailure({.status = 403, .body = R"(<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>SignatureDoesNotMatch</Code>
  <Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message>
  <RequestId>6569C2B6B2B5D73839E5CF1C</RequestId>
  <HostId>bucket.oss-cn-hangzhou.aliyuncs.com</HostId>
  <OSSAccessKeyId>LTAI5tCanarycanarycanary</OSSAccessKeyId>
  <SignatureProvided>canary4sJ/VQyzk2Yw=</SignatureProvided>
  <StringToSign>canarycGlyYXRpb24iOiIyMDI0In0=</StringToSign>
  <StringToSignBytes>63 61 6E 61 72 79 99</StringToSignBytes>
  <SecurityToken>canaryCAIS2wJ1q6Ft</SecurityToken>
  <EC>0002-00000226</EC>
</Error>)"});
        QCOMPARE(failure.error.serviceCode, u"SignatureDoesNotMatch"_s);
        QCOMPARE(failure.error.requestId, u"6569C2B6B2B5D73839E5CF1C"_s);
        QVERIFY(failure.error.detail.contains(u"0002-00000226"_s));
        QVERIFY2(!failure.error.detail.contains(u"canary"_s, Qt::CaseInsensitive),
                 qPrintable(failure.error.detail));
        QVERIFY(!failure.error.detail.contains(u"63 61"_s));
    }

    void anUnknownOutcomeKeepsItsFacts()
    {
        const Error error =
            outcomeUnknown(apiFailure("Commit", envelope(500, "InternalError", "m")).error);
        QCOMPARE(error.code, ErrorCode::OutcomeUnknown);
        QCOMPARE(error.serviceCode, u"InternalError"_s);
        QVERIFY(!error.requestId.isEmpty());
        QVERIFY(error.detail.contains(u"Commit"_s));
        QCOMPARE(outcomeUnknown(error).detail, error.detail);
    }
};

QTEST_GUILESS_MAIN(ApiErrorTest)
#include "tst_apierror.moc"
