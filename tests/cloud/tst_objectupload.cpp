// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/objectupload.h"
#include "support/testing.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

UploadForm sampleForm()
{
    return {.url = QUrl(u"https://bkt.oss-cn-hangzhou.aliyuncs.com/"_s),
            .fields = {{"OSSAccessKeyId", "LTAIxxx"},
                       {"Signature", "abc+/="},
                       {"callback", "eyJ9"},
                       {"key", "sp_esa_rwa/1/hello/unstable/routine/index.js"},
                       {"policy", "eyJ9=="},
                       {"x:codeDescription", "a\r\nb"}}};
}

HttpAnswer answer(int status, const QByteArray &body)
{
    return {.status = status, .body = body};
}

} // namespace

class ObjectUploadTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void postsEveryFieldInOrderAndTheFileLast()
    {
        UploadForm form = sampleForm();
        form.fields.emplaceFront("Url", "http://elsewhere");
        form.fields.emplaceBack("x-oss-credential", "unknown members go along");
        const MultipartForm built = buildUploadForm(form, "export default {}\n", "B");

        QCOMPARE(built.contentType, "multipart/form-data; boundary=B");
        QCOMPARE(built.body,
                 "--B\r\nContent-Disposition: form-data; name=\"OSSAccessKeyId\"\r\n\r\nLTAIxxx\r\n"
                 "--B\r\nContent-Disposition: form-data; name=\"Signature\"\r\n\r\nabc+/=\r\n"
                 "--B\r\nContent-Disposition: form-data; name=\"callback\"\r\n\r\neyJ9\r\n"
                 "--B\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n"
                 "sp_esa_rwa/1/hello/unstable/routine/index.js\r\n"
                 "--B\r\nContent-Disposition: form-data; name=\"policy\"\r\n\r\neyJ9==\r\n"
                 "--B\r\nContent-Disposition: form-data; name=\"x:codeDescription\"\r\n\r\n"
                 "a\r\nb\r\n"
                 "--B\r\nContent-Disposition: form-data; name=\"x-oss-credential\"\r\n\r\n"
                 "unknown members go along\r\n"
                 "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"index.js\"\r\n"
                 "Content-Type: application/octet-stream\r\n\r\n"
                 "export default {}\n\r\n--B--\r\n");
    }

    void namesTheTokenAsTheStoreDoesAndLeavesAnEmptyOneOut()
    {
        UploadForm form{.fields = {{"XOssSecurityToken", ""}}};
        QVERIFY(!buildUploadForm(form, "x", "B").body.contains("oken"));
        form.fields = {{"xosssecuritytoken", "CAIS+/="}};
        const QByteArray body = buildUploadForm(form, "x", "B").body;
        QVERIFY(body.contains("name=\"x-oss-security-token\"\r\n\r\nCAIS+/=\r\n"));
    }

    void keepsTheCodeByteForByte()
    {
        QByteArray code;
        for (int i = 0; i < 256; ++i)
            code += static_cast<char>(i);
        code += "\r\n--B--\r\n";
        const QByteArray body = buildUploadForm({}, code, "OTHER").body;
        const QByteArray part = "octet-stream\r\n\r\n" + code + "\r\n--OTHER--\r\n";
        QVERIFY(body.endsWith(part));
    }

    void refusesFormsThatCannotBeRight_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("usable");
        const auto row = [](const char *title, const QByteArray &name, const QByteArray &value,
                            bool usable) { QTest::newRow(title) << name << value << usable; };
        row("key of today", "key", "sp_esa_rwa/1/hello/unstable/routine/index.js", true);
        row("key of before", "key", "site_er_js/hello.1418586423220543.unstable.js", true);
        row("key in capitals", "Key", "test.123.69188190343.js", true);
        row("no key", "nokey", "x", false);
        row("empty key", "key", "", false);
        row("absolute key", "key", "/etc/passwd", false);
        row("climbing key", "key", "a/../../b.js", false);
        row("dot in key", "key", "a/./b.js", false);
        row("key with line break", "key", "a\r\nb", false);
        row("key with query", "key", "a?acl", false);
        row("long key", "key", QByteArray(1024, 'k'), false);
    }

    void refusesFormsThatCannotBeRight()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        const UploadForm form{.fields = {{name, value}}};
        const Result<> checked = checkUploadForm(form, QDateTime::currentDateTimeUtc());
        QTEST(checked.hasValue(), "usable");
        if (!checked)
            QCOMPARE(checked.error().code, ErrorCode::UploadRefused);
    }

    void refusesFieldNamesThatBreakOut_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name :
             {"", "a\"b", "a\r\nb", "a b", "file", "File", "a;b", "\xe5\x87\xbd"})
            QTest::addRow("%s", name) << QByteArray(name);
    }

    void refusesFieldNamesThatBreakOut()
    {
        QFETCH(const QByteArray, name);
        UploadForm form = sampleForm();
        form.fields.emplaceBack(name, "x");
        QVERIFY(!checkUploadForm(form, QDateTime::currentDateTimeUtc()));
    }

    void looksAtThePermissionsEndBeforeSending()
    {
        const QByteArray policy =
            QByteArray(R"({"expiration":"2030-01-01T12:00:00.000Z","conditions":[]})").toBase64();
        const QDateTime end(QDate(2030, 1, 1), QTime(12, 0), Qt::UTC);
        QCOMPARE(policyExpiration(policy), end);
        QVERIFY(!policyExpiration("!").isValid());
        QVERIFY(!policyExpiration("").isValid());

        UploadForm form = sampleForm();
        form.expiresAt = end;
        QVERIFY(checkUploadForm(form, end.addSecs(-1)));
        const Result<> late = checkUploadForm(form, end);
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::UploadRefused);
    }

    void onlyAWorkingCallbackIsASuccess_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("withCallback");
        QTest::addColumn<bool>("plain");
        const auto row = [](const char *title, int status, const char *body, bool withCallback,
                            bool plain) {
            QTest::newRow(title) << status << QByteArray(body) << withCallback << plain;
        };
        row("200 and code 200", 200, R"({"code":200})", true, true);
        row("200 and code as text", 200, R"({"Code":"200"})", true, true);
        row("200 and any JSON", 200, R"({"Status":"OK"})", true, true);
        row("200 and code 500", 200, R"({"code":500,"msg":"x"})", false, false);
        row("200 and a word as code", 200, R"({"code":"Failed"})", false, false);
        row("200 without a body", 200, "", false, true);
        row("200 and a portal's page", 200, "<html>log in</html>", false, false);
        row("201", 201, "<PostResponse/>", false, false);
        row("203", 203, "<Error><Code>CallbackFailed</Code></Error>", false, false);
        row("203 without a body", 203, "", false, false);
        row("204", 204, "", false, true);
        row("302", 302, "", false, false);
        row("403", 403, "<Error><Code>AccessDenied</Code></Error>", false, false);
        row("500", 500, "", false, false);
    }

    void onlyAWorkingCallbackIsASuccess()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        const UploadForm withCallback = sampleForm();
        UploadForm plain = sampleForm();
        plain.fields.removeIf([](const auto &field) { return field.first == "callback"; });

        const auto judged = judgeUpload(withCallback, answer(status, body));
        QTEST(!judged.has_value(), "withCallback");
        QTEST(!judgeUpload(plain, answer(status, body)).has_value(), "plain");
        if (judged)
            QCOMPARE(judged->error.code, ErrorCode::UploadRefused);
    }

    void explainsTheStoresAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("certain");
        const auto row = [](int status, const char *code, bool certain) {
            QTest::newRow(code) << status << QString::fromLatin1(code) << certain;
        };
        row(203, "CallbackFailed", true);
        row(403, "AccessDenied", true);
        row(403, "SignatureDoesNotMatch", true);
        row(403, "InvalidAccessKeyId", true);
        row(403, "InvalidSecurityToken", true);
        row(403, "SecurityTokenExpired", true);
        row(400, "InvalidPolicyDocument", true);
        row(400, "EntityTooLarge", true);
        row(400, "EntityTooSmall", true);
        row(400, "MalformedPOSTRequest", true);
        row(404, "NoSuchBucket", true);
        row(400, "RequestTimeout", true);
        row(400, "SomethingNew", true);
        row(500, "InternalError", false);
        row(503, "ServiceUnavailable", false);
    }

    void explainsTheStoresAnswers()
    {
        QFETCH(const int, status);
        QFETCH(const QString, code);
        const QByteArray body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>"
                                + code.toLatin1()
                                + "</Code>\n <Message>because</Message><RequestId>5F00</RequestId>"
                                  "<HostId>h</HostId><EC>0002</EC></Error>";
        const ApiFailure failure = objectStoreFailure(answer(status, body));
        QCOMPARE(failure.error.code, ErrorCode::UploadRefused);
        QCOMPARE(failure.error.serviceCode, code);
        QCOMPARE(failure.error.requestId, u"5F00"_s);
        QVERIFY(!failure.error.message.isEmpty());
        QVERIFY(failure.error.detail.contains(code));
        QTEST(!mayHaveBeenExecuted(failure.cause), "certain");
    }
};

QTEST_GUILESS_MAIN(ObjectUploadTest)
#include "tst_objectupload.moc"
