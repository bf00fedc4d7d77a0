// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/apiclient.h"
#include "rawserver.h"
#include "support/fakenetworkaccessmanager.h"
#include "support/testing.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::RawServer;

namespace {

const QDateTime kNow(QDate(2026, 3, 1), QTime(12, 0, 0), Qt::UTC);

/// Time enough on any machine, but no time lost between two tries.
ClientSettings patient()
{
    return {.transport = {.stall = 20s, .deadline = 25s},
            .retry = {.tries = 3, .firstDelay = 1ms, .longestDelay = 5ms},
            .now = [] { return kNow; },
            .random = [] { return 0.5; }};
}

Credentials key()
{
    return {.accessKeyId = u"LTAI5tFakeKeyForTests01"_s,
            .accessKeySecret = Secret("FakeSecretForTestsOnly000000001")};
}

QByteArray refusal(int status, const QByteArray &code, const QByteArray &headers = {})
{
    return RawServer::answer(status, "{\"Code\":\"" + code + "\",\"Message\":\"m\"}", headers);
}

QByteArray header(const QByteArray &request, const QByteArray &name)
{
    const QByteArray start = "\r\n" + name.toLower() + ": ";
    const qsizetype at = request.toLower().indexOf(start);
    const qsizetype from = at + start.size();
    return at < 0 ? QByteArray() : request.mid(from, request.indexOf("\r\n", from) - from);
}

/// Recomputes the signature from what arrived, as the service does.
bool isSignedRight(const QByteArray &wire, const Credentials &credentials)
{
    const qsizetype bodyAt = wire.indexOf("\r\n\r\n") + 4;
    const QList<QByteArray> requestLine = wire.left(wire.indexOf("\r\n")).split(' ');
    acs3::Request request{.method = requestLine[0],
                          .payloadHash = acs3::sha256Hex(wire.mid(bodyAt))};
    const QByteArray query = requestLine[1].mid(requestLine[1].indexOf('?') + 1);
    for (const QByteArray &pair :
         requestLine[1].contains('?') ? query.split('&') : QList<QByteArray>())
        request.query.emplaceBack(QByteArray::fromPercentEncoding(pair.left(pair.indexOf('='))),
                                  QByteArray::fromPercentEncoding(pair.mid(pair.indexOf('=') + 1)));
    for (const QByteArray &line : wire.left(bodyAt - 4).split('\n').mid(1))
        request.headers.emplaceBack(line.left(line.indexOf(':')),
                                    line.mid(line.indexOf(':') + 1).trimmed());
    return header(wire, "x-acs-content-sha256") == request.payloadHash
           && header(wire, "Authorization") == acs3::authorization(request, credentials);
}

} // namespace

class ApiClientTest : public QObject {
    Q_OBJECT

private:
    QNetworkAccessManager m_network;

    Result<QJsonObject> call(RawServer &server, const ApiCall &call,
                             const ClientSettings &settings = patient())
    {
        ApiClient client(m_network, server.endpoint(), key(), settings);
        QObject owner;
        return test::wait(client.call(call, &owner));
    }

    static ApiCall read(CallKind kind = CallKind::Read)
    {
        return {.action = "GetRoutine",
                .version = "2024-09-10",
                .kind = kind,
                .form = {{"Name", "hello"}}};
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_network.clearConnectionCache();
    }

    void signsWhatIsOnTheWire_data()
    {
        QTest::addColumn<bool>("post");
        QTest::addColumn<bool>("temporary");
        QTest::newRow("POST") << true << false;
        QTest::newRow("GET") << false << false;
        QTest::newRow("POST with a token") << true << true;
    }

    void signsWhatIsOnTheWire()
    {
        QFETCH(const bool, post);
        QFETCH(const bool, temporary);
        Credentials credentials = key();
        if (temporary)
            credentials.securityToken = Secret("CAISfake+/=~*with symbols");
        const QByteArray nasty = "h\xc3\xa9llo +~*/\n\xe6\x8d\xa2 a=b&c%d \"q\" 's' (p)!";
        RawServer server;
        server.script({{RawServer::answer(200, "{\"a\":1}")}});
        ApiClient client(m_network, server.endpoint(), credentials, patient());
        ApiCall call{.action = "ListUserRoutines",
                     .version = "2024-09-10",
                     .post = post,
                     .query = {{"SearchKeyWord", nasty}, {"PageNumber", "1"}, {"Empty", ""}}};
        if (post)
            call.form = {{"Name", nasty}};
        const Result<QJsonObject> answer = test::wait(client.call(call, this));

        QVERIFY_RESULT(answer);
        QCOMPARE(server.requests().size(), 1);
        const QByteArray wire = server.requests().first();
        QVERIFY(isSignedRight(wire, credentials));
        QCOMPARE(header(wire, "x-acs-date"), "2026-03-01T12:00:00Z");
        QCOMPARE(header(wire, "x-acs-action"), "ListUserRoutines");
        QCOMPARE(header(wire, "x-acs-version"), "2024-09-10");
        QCOMPARE(header(wire, "x-acs-security-token").isEmpty(), !temporary);
        QCOMPARE(header(wire, "x-acs-accesskey-id").isEmpty(), !temporary);
        QVERIFY(!wire.contains(key().accessKeySecret.reveal()));
    }

    void readsAreRepeatedWithAFreshNonce_data()
    {
        QTest::addColumn<QByteArray>("trouble");
        QTest::newRow("throttled") << refusal(400, "Throttling.User");
        QTest::newRow("busy") << refusal(503, "ServiceUnavailable");
        QTest::newRow("bad gateway") << RawServer::answer(502, "<html>");
        QTest::newRow("nonce seen before") << refusal(400, "SignatureNonceUsed");
        QTest::newRow("closed without an answer") << QByteArray();
    }

    void readsAreRepeatedWithAFreshNonce()
    {
        QFETCH(const QByteArray, trouble);
        RawServer server;
        server.script({{trouble}, {trouble}, {RawServer::answer(200, "{\"ok\":true}")}});
        const Result<QJsonObject> answer = call(server, read());

        QVERIFY_RESULT(answer);
        QCOMPARE(server.requests().size(), 3);
        QSet<QByteArray> nonces;
        for (const QByteArray &wire : server.requests()) {
            nonces.insert(header(wire, "x-acs-signature-nonce"));
            QVERIFY(isSignedRight(wire, key()));
        }
        QCOMPARE(nonces.size(), 3);
    }

    void readsGiveUpAfterThreeTries()
    {
        RawServer server;
        server.script({{refusal(400, "Throttling")}});
        const Result<QJsonObject> answer = call(server, read());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Throttled);
        QCOMPARE(server.requests().size(), 3);
    }

    void writesAreSentOnceUnlessTheyWereNotExecuted_data()
    {
        QTest::addColumn<QByteArray>("trouble");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<int>("sends");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const QByteArray &trouble, bool closes, int sends,
                            ErrorCode code) {
            QTest::newRow(name) << trouble << closes << sends << code;
        };
        using enum ErrorCode;
        row("closed without an answer", "", true, 1, OutcomeUnknown);
        row("never answered", "", false, 1, OutcomeUnknown);
        row("cut answer", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", true, 1, OutcomeUnknown);
        row("internal error", refusal(500, "InternalError"), true, 1, OutcomeUnknown);
        row("failed inside", refusal(400, "InternalException"), true, 1, OutcomeUnknown);
        row("unavailable", refusal(503, "ServiceUnavailable"), true, 1, OutcomeUnknown);
        row("bad gateway", RawServer::answer(502, "<html>"), true, 1, OutcomeUnknown);
        row("no JSON", RawServer::answer(200, "<html>"), true, 1, OutcomeUnknown);
        row("repeated on the way", refusal(400, "SignatureNonceUsed"), true, 1, OutcomeUnknown);
        row("refused", refusal(400, "RoutineNotExist"), true, 1, NotFound);
        row("redirected", RawServer::answer(302, "", "Location: http://x/\r\n"), true, 1,
            InvalidResponse);
        row("throttled", refusal(400, "Throttling.Api"), true, 3, Throttled);
        row("busy", refusal(400, "Site.ServiceBusy"), true, 3, Throttled);
        row("locked", refusal(400, "LockFailed"), true, 3, Throttled);
        row("too many", refusal(429, "TooManyRequests"), true, 3, Throttled);
    }

    void writesAreSentOnceUnlessTheyWereNotExecuted()
    {
        QFETCH(const QByteArray, trouble);
        QFETCH(const bool, closes);
        QFETCH(const int, sends);
        ClientSettings settings = patient();
        if (!closes)
            settings.transport.stall = 150ms;
        for (;; settings.transport.stall *= 5) {
            RawServer server;
            server.script({{trouble, closes ? RawServer::Then::Close : RawServer::Then::KeepOpen}});
            const Result<QJsonObject> answer = call(server, read(CallKind::Write), settings);
            // A slow machine takes longer than that until the request has arrived.
            if (server.requests().isEmpty() && settings.transport.stall < 20s)
                continue;

            QVERIFY(!answer);
            QTEST(answer.error().code, "code");
            QVERIFY(!answer.error().message.isEmpty());
            QCOMPARE(server.requests().size(), sends);
            return;
        }
    }

    void aRefusedConnectionIsTriedAgainAndIsNoRiddle()
    {
        RawServer server;
        ApiClient client(m_network, server.endpoint(), key(), patient());
        server.close();
        const Result<QJsonObject> answer = test::wait(client.call(read(CallKind::Write), this));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
    }

    void aServerThatGoesAwayMayHaveExecutedTheWrite()
    {
        RawServer server;
        server.script({{QByteArray(), RawServer::Then::GoAway}});
        const Result<QJsonObject> answer = call(server, read(CallKind::Write));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(server.requests().size(), 1);
    }

    void aRefusalAfterTheBodyWasReadIsARiddle_data()
    {
        QTest::addColumn<QNetworkReply::NetworkError>("trouble");
        QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError;
        QTest::newRow("host not found") << QNetworkReply::HostNotFoundError;
        QTest::newRow("not trusted") << QNetworkReply::SslHandshakeFailedError;
        QTest::newRow("no proxy") << QNetworkReply::ProxyConnectionRefusedError;
    }

    void aRefusalAfterTheBodyWasReadIsARiddle()
    {
        QFETCH(const QNetworkReply::NetworkError, trouble);
        test::FakeNetworkAccessManager network; // reads the body, as a first connection does
        network.enqueueError(trouble);
        ApiClient client(network, RawServer().endpoint(), key(), patient());

        const Result<QJsonObject> answer = test::wait(client.call(read(CallKind::Write), this));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(network.requests().size(), 1);
    }

    void theServersWaitIsHonoured()
    {
        RawServer server;
        server.script({{refusal(400, "Throttling", "x-acs-retry-after: 250\r\n")},
                       {RawServer::answer(200, "{}")}});
        QElapsedTimer clock;
        clock.start();
        QVERIFY(call(server, read(CallKind::Write)));
        QVERIFY(clock.elapsed() >= 240);
        QCOMPARE(server.requests().size(), 2);
    }

    void aWrongClockIsCorrectedByTheServersDate()
    {
        RawServer server;
        server.script(
            {{refusal(400, "InvalidTimeStamp.Expired", "Date: Sun, 01 Mar 2026 13:30:05 GMT\r\n")},
             {RawServer::answer(200, "{}")}});
        ApiClient client(m_network, server.endpoint(), key(), patient());

        QVERIFY(test::wait(client.call(read(CallKind::Write), this)));
        QVERIFY(test::wait(client.call(read(), this)));

        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(header(server.requests()[0], "x-acs-date"), "2026-03-01T12:00:00Z");
        QCOMPARE(header(server.requests()[1], "x-acs-date"), "2026-03-01T13:30:05Z");
        QCOMPARE(header(server.requests()[2], "x-acs-date"), "2026-03-01T13:30:05Z");
        QVERIFY(isSignedRight(server.requests()[1], key()));
        QCOMPARE(client.now(), kNow.addSecs(5405));
    }

    void aClockThatCannotBeCorrectedIsSaidSo_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("sends");
        QTest::newRow("no date") << QByteArray() << 1;
        QTest::newRow("nonsense") << QByteArray("Date: tomorrow\r\n") << 1;
        QTest::newRow("still refused")
            << QByteArray("Date: Sun, 01 Mar 2026 13:30:05 GMT\r\n") << 2;
    }

    void aClockThatCannotBeCorrectedIsSaidSo()
    {
        QFETCH(const QByteArray, date);
        RawServer server;
        server.script({{refusal(400, "InvalidTimeStamp.Expired", date)}});
        const Result<QJsonObject> answer = call(server, read(CallKind::Write));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::ClockSkew);
        QTEST(static_cast<int>(server.requests().size()), "sends");
    }

    void cancellingTellsTheTruth_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a read") << static_cast<int>(CallKind::Read) << ErrorCode::Cancelled;
        QTest::newRow("a write on its way")
            << static_cast<int>(CallKind::Write) << ErrorCode::OutcomeUnknown;
    }

    void cancellingTellsTheTruth()
    {
        QFETCH(const int, kind);
        RawServer server;
        server.script({{QByteArray(), RawServer::Then::KeepOpen}});
        ApiClient client(m_network, server.endpoint(), key(), patient());
        Reply<QJsonObject> *reply = client.call(read(static_cast<CallKind>(kind)), this);
        QTRY_COMPARE(server.requests().size(), 1);
        reply->cancel();
        const Result<QJsonObject> answer = test::wait(reply);
        QVERIFY(!answer);
        QTEST(answer.error().code, "code");
        QCOMPARE(server.requests().size(), 1);
    }

    void cancellingBetweenTwoTriesLeavesNothingOpen()
    {
        RawServer server;
        server.script({{refusal(400, "Throttling")}});
        ClientSettings settings = patient();
        settings.retry.firstDelay = settings.retry.longestDelay = 60s;
        bool isPausing = false; // asked for how long between two tries, and only then
        settings.random = [&isPausing] {
            isPausing = true;
            return 1.0;
        };
        ApiClient client(m_network, server.endpoint(), key(), settings);
        Reply<QJsonObject> *reply = client.call(read(CallKind::Write), this);
        QTRY_VERIFY(isPausing);
        reply->cancel();
        const Result<QJsonObject> answer = test::wait(reply);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
        QCOMPARE(server.requests().size(), 1);
    }

    void readsHttpDates()
    {
        QCOMPARE(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT"),
                 QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));
        for (const char *bad : {"", "06 Nov 1994", "Sun, 06 Nov 1994 08:49:37 CET",
                                "Sun, 99 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT"})
            QVERIFY(!parseHttpDate(bad).isValid());
    }
};

QTEST_GUILESS_MAIN(ApiClientTest)
#include "tst_apiclient.moc"
