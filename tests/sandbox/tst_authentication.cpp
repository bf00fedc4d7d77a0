// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/authentication.h"
#include "vectors.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace edgewright;
using edgewright::sandbox::Authentication;
using edgewright::sandbox::Failure;
using edgewright::sandbox::HttpRequest;
using edgewright::sandbox::QuerySignature;

namespace {

QDateTime dateOf(const HttpRequest &request)
{
    return QDateTime::fromString(QString::fromLatin1(request.header("x-acs-date")), Qt::ISODate);
}

QString codeOf(const std::optional<Failure> &failure);

/// The verdict on a vector of the older signature, at the time it was made.
QString olderVerdict(const QJsonObject &vector)
{
    const HttpRequest request = test::requestFrom(vector);
    const auto claim = QuerySignature::from(request);
    const QString time = QString::fromLatin1(claim ? claim->timestamp : QByteArray());
    Authentication authentication(test::credentialsFrom(vector));
    return codeOf(authentication.verify(request, QDateTime::fromString(time, Qt::ISODate)));
}

QString codeOf(const std::optional<Failure> &failure)
{
    return failure ? failure->code : u"accepted"_s;
}

void addRows(const QString &list, const QString &kind)
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray all = test::vectors(list);
    for (const QJsonValue &vector : all) {
        if (kind.isEmpty() || vector["kind"_L1].toString() == kind)
            QTest::newRow(qPrintable(vector["id"_L1].toString())) << vector.toObject();
    }
}

/// A signed request of our own, to be bent by a test.
struct Signed {
    Credentials credentials{.accessKeyId = u"LTAItest"_s, .accessKeySecret = Secret("sekret")};
    QDateTime now = QDateTime::fromString(u"2026-01-31T12:00:00Z"_s, Qt::ISODate);
    HttpRequest request{.method = "POST",
                        .path = "/",
                        .rawQuery = "PageNumber=1",
                        .headers = {{"host", "127.0.0.1:1"},
                                    {"x-acs-action", "GetRoutine"},
                                    {"x-acs-version", "2024-09-10"},
                                    {"x-acs-date", "2026-01-31T12:00:00Z"},
                                    {"x-acs-signature-nonce", "0123456789abcdef"},
                                    {"content-type", "application/x-www-form-urlencoded"}},
                        .body = "Name=hello"};

    void sign()
    {
        request.headers.append({"x-acs-content-sha256", acs3::sha256Hex(request.body)});
        request.headers.append({"authorization", acs3::authorization(toSign(), credentials)});
    }

    [[nodiscard]] acs3::Request toSign() const
    {
        return {.method = request.method,
                .path = request.path,
                .query = {{"PageNumber", "1"}},
                .headers = request.headers,
                .payloadHash = acs3::sha256Hex(request.body)};
    }

    [[nodiscard]] QString verdict() const
    {
        Authentication authentication(credentials);
        return codeOf(authentication.verify(request, now));
    }

    void setHeader(const QByteArray &name, const QByteArray &value)
    {
        for (auto &header : request.headers) {
            if (header.first == name)
                header.second = value;
        }
    }
};

} // namespace

class TestAuthentication : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void officialRequestsAreAccepted_data() { addRows(u"acs3"_s, {}); }
    void officialRequestsAreAccepted()
    {
        QFETCH(const QJsonObject, vector);
        const HttpRequest request = test::requestFrom(vector);

        Authentication authentication(test::credentialsFrom(vector));
        const auto failure = authentication.verify(request, dateOf(request));

        QCOMPARE(codeOf(failure), u"accepted"_s);
    }

    void equivalentSpellingsAreAccepted_data() { addRows(u"equivalent"_s, u"acs3"_s); }
    void equivalentSpellingsAreAccepted() { officialRequestsAreAccepted(); }

    void tamperedRequestsAreRefused_data() { addRows(u"negative"_s, u"acs3"_s); }
    void tamperedRequestsAreRefused()
    {
        QFETCH(const QJsonObject, vector);
        const HttpRequest request = test::requestFrom(vector);

        Authentication authentication(test::credentialsFrom(vector));
        const auto failure = authentication.verify(request, dateOf(request));

        QCOMPARE(codeOf(failure), vector["expect"_L1]["errorCode"_L1].toString());
    }

    void olderOfficialRequestsAreAccepted_data()
    {
        addRows(u"rpc"_s, {});
        addRows(u"equivalent"_s, u"rpc"_s);
    }
    void olderOfficialRequestsAreAccepted()
    {
        QFETCH(const QJsonObject, vector);

        QCOMPARE(olderVerdict(vector), u"accepted"_s);
    }

    void tamperedOlderRequestsAreRefused_data() { addRows(u"negative"_s, u"rpc"_s); }
    void tamperedOlderRequestsAreRefused()
    {
        QFETCH(const QJsonObject, vector);

        QCOMPARE(olderVerdict(vector), vector["expect"_L1]["errorCode"_L1].toString());
    }

    void anOlderRequestIsBoundToItsTimeNonceAndAlgorithm()
    {
        const QJsonObject vector = test::vectors(u"rpc"_s)[0].toObject();
        HttpRequest request = test::requestFrom(vector);
        const QDateTime time = QDateTime::fromString(
            QString::fromLatin1(QuerySignature::from(request)->timestamp), Qt::ISODate);
        Authentication authentication(test::credentialsFrom(vector));

        QCOMPARE(codeOf(authentication.verify(request, time.addSecs(16 * 60))),
                 u"InvalidTimeStamp.Expired"_s);
        QCOMPARE(codeOf(authentication.verify(request, time)), u"accepted"_s);
        QCOMPARE(codeOf(authentication.verify(request, time)), u"SignatureNonceUsed"_s);
        request.rawQuery.replace("HMAC-SHA1", "HMAC-MD5");
        QCOMPARE(codeOf(authentication.verify(request, time)), u"InvalidSignatureMethod"_s);
    }

    void flippingAnyByteIsRefused()
    {
        Signed good;
        good.sign();
        QCOMPARE(good.verdict(), u"accepted"_s);
        int flips = 0;
        const auto refusedWith = [&](QByteArray HttpRequest::*part) {
            for (qsizetype i = 0; i < (good.request.*part).size(); ++i) {
                Signed bad = good;
                (bad.request.*part)[i] = static_cast<char>((bad.request.*part)[i] ^ 1);
                QVERIFY2(bad.verdict() != "accepted"_L1, (bad.request.*part).constData());
                ++flips;
            }
        };
        refusedWith(&HttpRequest::method);
        refusedWith(&HttpRequest::path);
        refusedWith(&HttpRequest::rawQuery);
        refusedWith(&HttpRequest::body);
        for (qsizetype h = 0; h < good.request.headers.size(); ++h) {
            for (qsizetype i = 0; i < good.request.headers[h].second.size(); ++i) {
                Signed bad = good;
                QByteArray &value = bad.request.headers[h].second;
                value[i] = static_cast<char>(value[i] ^ 1);
                QVERIFY2(bad.verdict() != "accepted"_L1, value.constData());
                ++flips;
            }
        }
        QVERIFY(flips > 400);
    }

    void aNonceServesOnce()
    {
        Signed good;
        good.sign();
        Authentication authentication(good.credentials);

        QCOMPARE(codeOf(authentication.verify(good.request, good.now)), u"accepted"_s);
        QCOMPARE(codeOf(authentication.verify(good.request, good.now)), u"SignatureNonceUsed"_s);
    }

    void aNonceOfAnEarlierRunIsUsedUp()
    {
        Signed good;
        good.sign();
        Authentication authentication(good.credentials);
        authentication.rememberNonce("0123456789abcdef", good.now);

        QCOMPARE(codeOf(authentication.verify(good.request, good.now)), u"SignatureNonceUsed"_s);
    }

    void aRefusedRequestDoesNotUseUpItsNonce()
    {
        Signed good;
        good.sign();
        Signed bad = good;
        bad.request.body = "Name=other";
        Authentication authentication(good.credentials);

        QCOMPARE(codeOf(authentication.verify(bad.request, good.now)), u"SignatureDoesNotMatch"_s);
        QCOMPARE(codeOf(authentication.verify(good.request, good.now)), u"accepted"_s);
    }

    void datesOutsideTheWindowAreRefused_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("fifteen minutes ago") << -900 << u"accepted"_s;
        QTest::newRow("fifteen minutes ahead") << 900 << u"accepted"_s;
        QTest::newRow("a second too old") << -901 << u"InvalidTimeStamp.Expired"_s;
        QTest::newRow("a second too early") << 901 << u"InvalidTimeStamp.Expired"_s;
    }
    void datesOutsideTheWindowAreRefused()
    {
        QFETCH(const int, offset);
        Signed request;
        request.setHeader("x-acs-date", acs3::formatDate(request.now.addSecs(offset)));
        request.sign();

        QTEST(request.verdict(), "verdict");
    }

    void malformedRequestsSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("date of another format")
            << QByteArray("x-acs-date") << QByteArray("Sat, 31 Jan 2026 12:00:00 GMT")
            << u"InvalidTimeStamp.Format"_s;
        QTest::newRow("date with an offset")
            << QByteArray("x-acs-date") << QByteArray("2026-01-31T12:00:00+00:00")
            << u"InvalidTimeStamp.Format"_s;
        QTest::newRow("no Authorization")
            << QByteArray("authorization") << QByteArray() << u"IncompleteSignature"_s;
        QTest::newRow("another scheme")
            << QByteArray("authorization") << QByteArray("Bearer x") << u"IncompleteSignature"_s;
        QTest::newRow("no signature")
            << QByteArray("authorization")
            << QByteArray("ACS3-HMAC-SHA256 Credential=LTAItest,SignedHeaders=host")
            << u"IncompleteSignature"_s;
        QTest::newRow("an unknown key")
            << QByteArray("authorization")
            << QByteArray("ACS3-HMAC-SHA256 Credential=nobody,SignedHeaders=host,Signature=00")
            << u"InvalidAccessKeyId.NotFound"_s;
    }
    void malformedRequestsSayWhatIsWrong()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, value);
        Signed request;
        request.sign();
        request.setHeader(header, value);

        QTEST(request.verdict(), "verdict");
    }

    void anUnsignedServiceHeaderIsRefused()
    {
        Signed request;
        request.sign();
        request.request.headers.append({QByteArray("x-acs-extra"), "smuggled"});

        QCOMPARE(request.verdict(), u"SignatureDoesNotMatch"_s);
    }

    void theMessageHoldsWhatTheServerSigned()
    {
        Signed request;
        request.sign();
        request.request.rawQuery = "PageNumber=2";
        Authentication authentication(request.credentials);

        const auto failure = authentication.verify(request.request, request.now);

        QVERIFY(failure
                && failure->message.contains("server string to sign is:ACS3-HMAC-SHA256"_L1));
    }

    void temporaryKeysNeedTheirToken_data()
    {
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("lifetime");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("right") << QByteArray("token") << QByteArray("token") << 60 << u"accepted"_s;
        QTest::newRow("expired") << QByteArray("token") << QByteArray("token") << 0
                                 << u"InvalidSecurityToken.Expired"_s;
        QTest::newRow("another") << QByteArray("token") << QByteArray("other") << 60
                                 << u"InvalidSecurityToken.Malformed"_s;
        QTest::newRow("none") << QByteArray("token") << QByteArray() << 60
                              << u"MissingSecurityToken"_s;
        QTest::newRow("for a permanent key")
            << QByteArray() << QByteArray("token") << 60 << u"InvalidSecurityToken.Malformed"_s;
    }
    void temporaryKeysNeedTheirToken()
    {
        QFETCH(const QByteArray, expected);
        QFETCH(const QByteArray, sent);
        QFETCH(const int, lifetime);
        Signed request;
        request.credentials.securityToken = Secret(expected);
        if (!expected.isEmpty())
            request.credentials.expiresAt = request.now.addSecs(lifetime);
        if (!sent.isEmpty())
            request.request.headers.append({"x-acs-security-token", sent});
        request.sign();

        QTEST(request.verdict(), "verdict");
    }
};

QTEST_GUILESS_MAIN(TestAuthentication)
#include "tst_authentication.moc"
