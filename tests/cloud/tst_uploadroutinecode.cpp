// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/dcdn/dcdndecoder.h"
#include "cloud/dcdn/dcdnservice.h"
#include "cloud/rpcsignature.h"
#include "cloud/uploadhost.h"
#include "rawserver.h"
#include "support/sandboxfixture.h"
#include "support/testing.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QUrlQuery>

#include <functional>
#include <memory>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::RawServer;
using test::SandboxFixture;

namespace {

constexpr char kCode[] = "addEventListener('fetch', e => e.respondWith(new Response('hello')));\n";
constexpr char kRevision[] = "1622034169188190000"; // the sample's

QByteArray base64(const QByteArray &text)
{
    return text.toBase64();
}

/// The fields of the document's table, as the sample has them; the policy is still good.
QList<std::pair<QByteArray, QByteArray>> sampleFields()
{
    return {{"OSSAccessKeyId", "LTAI4Fsample"},
            {"Signature", "v6mPpuEJFbBBqJnT8B0hYZlZ9Ls="},
            {"callback", base64("{\"callbackUrl\":\"http://er.example.com/callback\"}")},
            {"key", "test.123.69188190343.js"},
            {"policy", base64("{\"expiration\":\"2120-01-01T12:00:00.000Z\",\"conditions\":[]}")},
            {"x:codeDescription", base64("\"Hello World\"")}};
}

QByteArray sampleAnswer(const QString &url)
{
    QJsonObject config{{u"Url"_s, url}};
    for (const auto &[name, value] : sampleFields())
        config.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    return QJsonDocument(QJsonObject{{u"RequestId"_s, u"EEEBE525-F576-1196-8DAF-2D70CA3F4D2F"_s},
                                     {u"Content"_s, QJsonObject{{u"CodeRevision"_s,
                                                                 QString::fromLatin1(kRevision)},
                                                                {u"OssPostConfig"_s, config}}}})
        .toJson(QJsonDocument::Compact);
}

QByteArray generalError(const QByteArray &cause)
{
    return RawServer::answer(400, "{\"Code\":\"EdgeRoutine.GeneralError\",\"Message\":\"A server "
                                  "error occurred: "
                                      + cause + "\",\"RequestId\":\"R-1\"}");
}

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    const QList<QByteArray> lines = request.left(request.indexOf("\r\n\r\n")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(QByteArray(name.toLower() + ':')))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

} // namespace

/// The document of UploadRoutineCode (2018-01-15), sample by sample.
class UploadRoutineCodeTest : public QObject {
    Q_OBJECT

private:
    QNetworkAccessManager m_network;

    std::unique_ptr<RoutineService> connectTo(const Endpoint &endpoint,
                                              SignatureScheme signature = SignatureScheme::Acs3)
    {
        return std::make_unique<DcdnService>(
            m_network,
            ServiceConfig{
                .endpoint = endpoint.speaking(ApiGeneration::First),
                .credentials = {.accessKeyId = u"id"_s, .accessKeySecret = Secret("secret")},
                .signature = signature},
            ClientSettings{.transport = {.stall = 20s, .deadline = 25s},
                           .retry = {.tries = 3, .firstDelay = 1ms, .longestDelay = 5ms}});
    }

    std::unique_ptr<RoutineService> connectTo(const SandboxFixture &sandbox)
    {
        return std::make_unique<DcdnService>(
            m_network, ServiceConfig{.endpoint = sandbox.endpoint().speaking(ApiGeneration::First),
                                     .credentials = sandbox.credentials()});
    }

    static QString ossUrl(const RawServer &server)
    {
        return u"http://127.0.0.1:%1/"_s.arg(server.port());
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_network.clearConnectionCache();
    }

    void theRequestIsTheDocuments_data()
    {
        QTest::addColumn<bool>("older");
        QTest::newRow("signed in the headers") << false;
        QTest::newRow("signed in the parameters") << true;
    }
    void theRequestIsTheDocuments()
    {
        QFETCH(const bool, older);
        RawServer server;
        server.script({{.bytes = RawServer::answer(200, sampleAnswer(ossUrl(server)))}});
        const auto service =
            connectTo(server.endpoint(), older ? SignatureScheme::Rpc : SignatureScheme::Acs3);

        QVERIFY_RESULT(test::wait(service->requestUpload(u"test"_s, u"Hello World"_s)));

        QCOMPARE(server.requests().size(), 1);
        const QByteArray request = server.requests().first();
        QCOMPARE(bodyOf(request), "CodeDescription=Hello%20World&Name=test");
        QCOMPARE(headerOf(request, "content-type"), "application/x-www-form-urlencoded");
        if (!older) {
            QVERIFY(request.startsWith("POST / HTTP/1.1\r\n"));
            QCOMPARE(headerOf(request, "x-acs-action"), "UploadRoutineCode");
            QCOMPARE(headerOf(request, "x-acs-version"), "2018-01-15");
            QVERIFY(
                headerOf(request, "authorization").startsWith("ACS3-HMAC-SHA256 Credential=id,"));
            return;
        }
        const QByteArray target = request.split(' ').at(1);
        QVERIFY(target.startsWith("/?"));
        acs3::Pairs parameters{{"CodeDescription", "Hello World"}, {"Name", "test"}};
        QHash<QByteArray, QByteArray> query;
        for (const QByteArray &pair : target.mid(2).split('&')) {
            const qsizetype equals = pair.indexOf('=');
            const QByteArray name = QByteArray::fromPercentEncoding(pair.left(equals));
            query.insert(name, QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
            parameters.emplaceBack(name, query.value(name));
        }
        QCOMPARE(query.value("Action"), "UploadRoutineCode");
        QCOMPARE(query.value("Version"), "2018-01-15");
        QCOMPARE(query.value("SignatureMethod"), "HMAC-SHA1");
        QCOMPARE(query.value("Signature"),
                 rpc::signature(rpc::stringToSign("POST", parameters), Secret("secret")));
        QVERIFY(headerOf(request, "authorization").isEmpty());
    }

    void everyFieldOfOssPostConfigIsRead()
    {
        const QJsonObject answer =
            QJsonDocument::fromJson(sampleAnswer(u"http://er-code.oss-cn-hangzhou.aliyuncs.com"_s))
                .object();

        const Result<UploadForm> form = dcdn::uploadForm(answer);

        QVERIFY_RESULT(form);
        QCOMPARE(form->versionId, QString::fromLatin1(kRevision));
        QCOMPARE(form->fields, sampleFields());
        QCOMPARE(form->expiresAt, QDateTime({2120, 1, 1}, {12, 0}, Qt::UTC));
        QVERIFY(form->codeExpected);
        // The sample's plain http goes to the same host over https.
        const Result<QUrl> url =
            checkedUploadUrl(form->url, *Endpoint::parse(u"dcdn.aliyuncs.com"_s));
        QVERIFY_RESULT(url);
        QCOMPARE(*url, QUrl(u"https://er-code.oss-cn-hangzhou.aliyuncs.com"_s));
    }

    void theSamplesFillerIsNoAnswer()
    {
        RawServer server;
        server.script({{.bytes = RawServer::answer(
                            200, R"({"Content":{"test":"test","test2":1},"RequestId":"R"})")}});
        const auto service = connectTo(server.endpoint());

        const Result<UploadForm> form = test::wait(service->requestUpload(u"test"_s, u"x"_s));

        // A version may have been made by it all the same.
        QVERIFY(!form);
        QCOMPARE(form.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(server.requests().size(), 1);
    }

    void theFormIsPostedFieldByFieldAndTheFileLast()
    {
        RawServer server;
        server.script({{.bytes = RawServer::answer(200, sampleAnswer(ossUrl(server)))},
                       {.bytes = RawServer::answer(200, R"({"code":200})")}});
        const auto service = connectTo(server.endpoint());
        const Result<UploadForm> form =
            test::wait(service->requestUpload(u"test"_s, u"Hello World"_s));
        QVERIFY_RESULT(form);

        QVERIFY_RESULT(test::wait(service->upload(*form, kCode)));

        QCOMPARE(server.requests().size(), 2);
        const QByteArray post = server.requests().last();
        QVERIFY(post.startsWith("POST / HTTP/1.1\r\n"));
        const QByteArray type = headerOf(post, "content-type");
        QVERIFY(type.startsWith("multipart/form-data; boundary="));
        const QByteArray boundary = type.mid(type.indexOf('=') + 1);
        QByteArray expected;
        for (const auto &[name, value] : sampleFields())
            expected += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"\r\n\r\n" + value + "\r\n";
        expected += "--" + boundary
                    + "\r\nContent-Disposition: form-data; name=\"file\"; "
                      "filename=\"index.js\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                    + QByteArray(kCode) + "\r\n--" + boundary + "--\r\n";
        QCOMPARE(bodyOf(post), expected);
        // The form is a permission of its own: no key of the account goes to the store.
        QVERIFY(headerOf(post, "authorization").isEmpty());
        QVERIFY(headerOf(post, "x-acs-action").isEmpty());
    }

    void aSecurityTokenIsPostedUnderTheStoresName_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("posted");
        QTest::newRow("the store's name")
            << QByteArray("x-oss-security-token") << QByteArray("CAIS==") << true;
        QTest::newRow("the service's name")
            << QByteArray("XOssSecurityToken") << QByteArray("CAIS==") << true;
        QTest::newRow("empty") << QByteArray("XOssSecurityToken") << QByteArray() << false;
    }
    void aSecurityTokenIsPostedUnderTheStoresName()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        QFETCH(const bool, posted);
        RawServer server;
        server.script({{.bytes = RawServer::answer(200, R"({"code":200})")}});
        const auto service = connectTo(server.endpoint());
        UploadForm form{.url = QUrl(ossUrl(server)),
                        .fields = sampleFields(),
                        .versionId = QString::fromLatin1(kRevision),
                        .codeExpected = true};
        form.fields.emplaceBack(name, value);

        QVERIFY_RESULT(test::wait(service->upload(form, kCode)));

        const QByteArray body = bodyOf(server.requests().first());
        QCOMPARE(body.contains("name=\"x-oss-security-token\"\r\n\r\nCAIS==\r\n"), posted);
        QVERIFY(!body.contains("XOssSecurityToken"));
    }

    void theCallbackHasToAnswerCode200_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("code 200") << 200 << QByteArray(R"({"code":200})") << true;
        QTest::newRow("code 200 in a text") << 200 << QByteArray(R"({"code":"200"})") << true;
        QTest::newRow("another code") << 200 << QByteArray(R"({"code":500})") << false;
        QTest::newRow("no code") << 200 << QByteArray(R"({"Status":"OK"})") << false;
        QTest::newRow("no body") << 200 << QByteArray() << false;
        QTest::newRow("no JSON") << 200 << QByteArray("<html>") << false;
        QTest::newRow("the callback failed") << 203 << QByteArray("<Error/>") << false;
        QTest::newRow("nobody called back") << 204 << QByteArray() << false;
        QTest::newRow("refused") << 403 << QByteArray("<Error><Code>AccessDenied</Code></Error>")
                                 << false;
    }
    void theCallbackHasToAnswerCode200()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        RawServer server;
        server.script({{.bytes = RawServer::answer(status, body)}});
        const auto service = connectTo(server.endpoint());
        const UploadForm form{.url = QUrl(ossUrl(server)),
                              .fields = sampleFields(),
                              .versionId = QString::fromLatin1(kRevision),
                              .codeExpected = true};

        const Result<> uploaded = test::wait(service->upload(form, kCode));

        QTEST(uploaded.hasValue(), "succeeds");
        QCOMPARE(server.requests().size(), 1);
    }

    void theLimitOfTenVersionsHasASentenceAndAWayOut_data()
    {
        QTest::addColumn<QByteArray>("cause");
        QTest::newRow("as documented") << QByteArray("you got upper limit of code revisions");
        QTest::newRow("with more around") << QByteArray("Upper limit of code revisions (10).");
    }
    void theLimitOfTenVersionsHasASentenceAndAWayOut()
    {
        QFETCH(const QByteArray, cause);
        RawServer server;
        server.script({{.bytes = generalError(cause)}});
        const auto service = connectTo(server.endpoint());

        const Result<UploadForm> form = test::wait(service->requestUpload(u"test"_s, u"x"_s));

        QVERIFY(!form);
        QCOMPARE(form.error().code, ErrorCode::QuotaExceeded);
        QCOMPARE(form.error().serviceCode, u"EdgeRoutine.GeneralError"_s);
        QCOMPARE(form.error().requestId, u"R-1"_s);
        QVERIFY(!form.error().message.contains("GeneralError"_L1));
        QVERIFY(!form.error().message.isEmpty());
        QVERIFY(!form.error().advice.isEmpty());
        QCOMPARE(service->capabilities().defaultVersionQuota, 10);
        QCOMPARE(server.requests().size(), 1);
    }

    void anotherGeneralErrorIsToldInTheServicesWords()
    {
        RawServer server;
        server.script({{.bytes = generalError("the moon is in the way")}});
        const auto service = connectTo(server.endpoint());

        const Result<UploadForm> form = test::wait(service->requestUpload(u"test"_s, u"x"_s));

        QVERIFY(!form);
        QVERIFY(form.error().code != ErrorCode::QuotaExceeded);
        QVERIFY2(form.error().text().contains("the moon is in the way"_L1),
                 qPrintable(form.error().text()));
        QCOMPARE(server.requests().size(), 1);
    }

    void aThrottledCallIsSentAgainBecauseNothingWasDone()
    {
        const SandboxFixture sandbox({u"--fault"_s, u"UploadRoutineCode:throttle:1*2"_s,
                                      u"--fault"_s, u"DescribeRoutine:throttle:1*2"_s});
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"test"_s, QString())));

        const Result<UploadForm> form = test::wait(service->requestUpload(u"test"_s, u"x"_s));
        const Result<VersionList> versions = test::wait(service->listVersions(u"test"_s));

        QVERIFY_RESULT(form);
        QCOMPARE(sandbox.sends(u"UploadRoutineCode"_s), 3);
        QVERIFY_RESULT(versions);
        QCOMPARE(versions->versions.size(), 1);
        QCOMPARE(sandbox.sends(u"DescribeRoutine"_s), 3);
    }

    void aHundredCallsASecondAreNotExceededForLong()
    {
        const SandboxFixture sandbox({u"--rate"_s, u"100"_s});
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"test"_s, QString())));
        int toAsk = 150;
        int answered = 0;
        int refused = 0;
        // As the window asks: a few at a time.
        std::function<void()> askNext = [&] {
            if (toAsk-- <= 0)
                return;
            service->fetchRoutine(u"test"_s)->then(this, [&](const Result<Routine> &routine) {
                ++(routine ? answered : refused);
                askNext();
            });
        };

        for (int i = 0; i < 4; ++i)
            askNext();

        QTRY_COMPARE_WITH_TIMEOUT(answered + refused, 150, 60'000);
        QVERIFY(sandbox.sends(u"DescribeRoutine"_s) >= 150);
        QCOMPARE(refused, 0);
    }
};

QTEST_GUILESS_MAIN(UploadRoutineCodeTest)
#include "tst_uploadroutinecode.moc"
