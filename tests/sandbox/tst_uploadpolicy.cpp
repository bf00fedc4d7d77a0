// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/requestsigner.h"
#include "sandbox/uploadpolicy.h"
#include "vectors.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace edgewright;
using edgewright::sandbox::checkPolicy;
using edgewright::sandbox::FormKey;
using edgewright::sandbox::MultipartForm;
using edgewright::sandbox::StoreFailure;

namespace {

const QDateTime kNow = QDateTime::fromString(u"2024-05-20T06:30:00Z"_s, Qt::ISODate);

FormKey keyFrom(const QJsonObject &vector)
{
    const Credentials credentials = test::credentialsFrom(vector);
    return {credentials.accessKeyId, credentials.accessKeySecret};
}

QString codeOf(const std::optional<StoreFailure> &failure)
{
    return failure ? failure->code : u"accepted"_s;
}

/// A form signed over \p policy.
MultipartForm signedForm(const QByteArray &policy, const FormKey &key)
{
    MultipartForm form;
    form.hasFile = true;
    form.fields = {{"ossaccesskeyid", key.id.toUtf8()},
                   {"policy", policy.toBase64()},
                   {"signature", objectStoreSignature(policy.toBase64(), key.secret)},
                   {"key", "a/b.js"}};
    return form;
}

} // namespace

class TestUploadPolicy : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void officialSignaturesAreReproduced_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray all = test::vectors(u"ossPost"_s);
        for (const QJsonValue &vector : all)
            QTest::newRow(qPrintable(vector["id"_L1].toString())) << vector.toObject();
    }
    void officialSignaturesAreReproduced()
    {
        QFETCH(const QJsonObject, vector);
        const QByteArray policy = vector["policyText"_L1].toString().toUtf8().toBase64();

        QCOMPARE(QString::fromLatin1(policy), vector["expected"_L1]["policyBase64"_L1].toString());
        QCOMPARE(QString::fromLatin1(objectStoreSignature(policy, keyFrom(vector).secret)),
                 vector["expected"_L1]["signature"_L1].toString());
    }

    void tamperedFormsAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray all = test::vectors(u"negative"_s);
        for (const QJsonValue &vector : all) {
            if (vector["kind"_L1].toString() == "ossPost"_L1)
                QTest::newRow(qPrintable(vector["id"_L1].toString())) << vector.toObject();
        }
    }
    void tamperedFormsAreRefused()
    {
        QFETCH(const QJsonObject, vector);
        MultipartForm form{.hasFile = true, .file = "code"};
        const QJsonValue fields = vector["fields"_L1];
        if (fields.isArray()) {
            const QJsonArray pairs = fields.toArray();
            for (const QJsonValue &pair : pairs)
                form.fields.insert(pair[0].toString().toLower().toUtf8(),
                                   pair[1].toString().toUtf8());
        } else {
            const QJsonObject object = fields.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                form.fields.insert(it.key().toLower().toUtf8(), it.value().toString().toUtf8());
        }
        QVERIFY(form.fields.size() >= 3);

        const auto failure = checkPolicy(form, keyFrom(vector), kNow);

        QCOMPARE(codeOf(failure), vector["expect"_L1]["errorCode"_L1].toString());
        QCOMPARE(failure->httpStatus, vector["expect"_L1]["httpStatus"_L1].toInt());
    }

    void conditionsDecide_data()
    {
        QTest::addColumn<QByteArray>("conditions");
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const char *conditions, const char *verdict,
                            int size = 10) {
            QTest::newRow(name) << QByteArray(conditions) << size << QString::fromLatin1(verdict);
        };
        row("none", "[]", "accepted");
        row("eq holds", R"([["eq","$key","a/b.js"]])", "accepted");
        row("eq fails", R"([["eq","$key","a/c.js"]])", "AccessDenied");
        row("eq of a missing field", R"([["eq","$callback","x"]])", "AccessDenied");
        row("object holds", R"([{"key":"a/b.js"}])", "accepted");
        row("object fails", R"([{"key":"other"}])", "AccessDenied");
        row("names in any case", R"([["eq","$KEY","a/b.js"]])", "accepted");
        row("starts-with holds", R"([["starts-with","$key","a/"]])", "accepted");
        row("starts-with fails", R"([["starts-with","$key","b/"]])", "AccessDenied");
        row("in holds", R"([["in","$key",["x","a/b.js"]]])", "accepted");
        row("in fails", R"([["in","$key",["x"]]])", "AccessDenied");
        row("not-in holds", R"([["not-in","$key",["x"]]])", "accepted");
        row("not-in fails", R"([["not-in","$key",["a/b.js"]]])", "AccessDenied");
        row("the bucket is known", R"([{"bucket":"sandbox"}])", "accepted");
        row("largest size", R"([["content-length-range",0,10]])", "accepted");
        row("too large", R"([["content-length-range",0,9]])", "EntityTooLarge");
        row("too small", R"([["content-length-range",11,20]])", "EntityTooSmall");
        row("unknown operation", R"([["like","$key","a"]])", "InvalidPolicyDocument");
        row("not a condition", R"(["key"])", "InvalidPolicyDocument");
        row("range without numbers", R"([["content-length-range","0","9"]])",
            "InvalidPolicyDocument");
    }
    void conditionsDecide()
    {
        QFETCH(const QByteArray, conditions);
        QFETCH(const int, size);
        const FormKey key{u"id"_s, Secret("secret")};
        MultipartForm form = signedForm(
            R"({"expiration":"2030-01-01T12:00:00.000Z","conditions":)" + conditions + "}", key);
        form.file = QByteArray(size, 'x');

        QTEST(codeOf(checkPolicy(form, key, kNow)), "verdict");
    }

    void brokenPoliciesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::newRow("not JSON") << QByteArray("nonsense");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("no expiration") << QByteArray(R"({"conditions":[]})");
        QTest::newRow("no conditions") << QByteArray(R"({"expiration":"2030-01-01T12:00:00Z"})");
    }
    void brokenPoliciesAreRefused()
    {
        QFETCH(const QByteArray, policy);
        const FormKey key{u"id"_s, Secret("secret")};

        QCOMPARE(codeOf(checkPolicy(signedForm(policy, key), key, kNow)),
                 u"InvalidPolicyDocument"_s);
    }

    void anotherKeyIsUnknown()
    {
        const FormKey key{u"id"_s, Secret("secret")};
        MultipartForm form =
            signedForm(R"({"expiration":"2030-01-01T12:00:00Z","conditions":[]})", key);
        form.fields.insert("ossaccesskeyid", "other");

        QCOMPARE(codeOf(checkPolicy(form, key, kNow)), u"InvalidAccessKeyId"_s);
    }
};

QTEST_GUILESS_MAIN(TestUploadPolicy)
#include "tst_uploadpolicy.moc"
