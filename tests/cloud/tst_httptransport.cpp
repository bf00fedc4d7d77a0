// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/httpexchange.h"
#include "cloud/httptransport.h"
#include "cloud/oneshotupload.h"
#include "rawserver.h"
#include "support/fakenetworkaccessmanager.h"
#include "support/patience.h"

#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::RawServer;

namespace {

/// Time enough on any machine: only what is about silence takes less.
TransportSettings patient()
{
    return {.stall = 20s,
            .deadline = 25s,
            .answerLimit = 100'000,
            .errorLimit = 1'000,
            .headerLimit = 10'000};
}

} // namespace

class HttpTransportTest : public QObject {
    Q_OBJECT

private:
    QNetworkAccessManager m_network;

    HttpOutcome exchange(const HttpRequest &request, const TransportSettings &settings = patient())
    {
        QObject owner;
        HttpExchange *exchange = HttpTransport(m_network, settings).send(request, &owner);
        HttpOutcome outcome;
        bool done = false;
        connect(exchange, &HttpExchange::finished, &owner, [&](const HttpOutcome &result) {
            outcome = result;
            done = true;
        });
        if (!QTest::qWaitFor([&done] { return done; }, test::kPatienceMs))
            QTest::qFail("the exchange hangs", __FILE__, __LINE__);
        return outcome;
    }

    static HttpRequest post(const RawServer &server, const QByteArray &body = "Name=x")
    {
        return {.label = "Test",
                .url = server.url(),
                .headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                            {"Authorization", "canary-secret"},
                            {"x-acs-security-token", "canary-token"}},
                .body = body};
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_network.clearConnectionCache();
    }

    void sendsExactlyTheRequestAndReadsTheAnswer()
    {
        RawServer server;
        server.script({{RawServer::answer(200, "{}", "X-Acs-Request-Id: R\r\n")}});
        const HttpOutcome outcome = exchange(post(server));

        QCOMPARE(outcome.delivery, Delivery::Answered);
        QCOMPARE(outcome.answer.status, 200);
        QCOMPARE(outcome.answer.body, "{}");
        QCOMPARE(outcome.answer.header("x-acs-request-id"), "R");
        QCOMPARE(server.requests().size(), 1);
        const QByteArray sent = server.requests().first();
        QVERIFY(sent.startsWith("POST / HTTP/1.1\r\n"));
        const QByteArray host = "Host: " + server.endpoint().hostHeader().toLatin1() + "\r\n";
        QVERIFY(sent.contains(host));
        QVERIFY(sent.contains("Content-Length: 6\r\n"));
        QVERIFY(sent.contains("Accept-Encoding: identity\r\n"));
        QVERIFY(!sent.contains("Transfer-Encoding"));
        QVERIFY(sent.endsWith("\r\n\r\nName=x"));
    }

    void aPostIsSentOnceWhateverTheServerDoes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("then");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *bytes, RawServer::Then then,
                            const QByteArray &body) {
            QTest::newRow(name) << QByteArray(bytes) << static_cast<int>(then) << body;
        };
        const char cutBody[] = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"a\":";
        const char cutChunk[] = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a";
        const char statusLine[] = "HTTP/1.1 200 OK\r\n";
        using enum RawServer::Then;
        row("closed without an answer", "", Close, "Name=x");
        row("closed, empty body", "", Close, "");
        row("closed, large body", "", Close, QByteArray(300'000, 'x'));
        row("reset without an answer", "", Reset, "Name=x");
        row("reset, empty body", "", Reset, "");
        row("server gone", "", GoAway, "Name=x");
        row("server gone, empty body", "", GoAway, "");
        row("server gone, large body", "", GoAway, QByteArray(300'000, 'x'));
        row("closed after the status line", statusLine, Close, "Name=x");
        row("closed inside the body", cutBody, Close, "Name=x");
        row("closed inside a chunk", cutChunk, Close, "Name=x");
        row("silent", "", KeepOpen, "Name=x");
        row("silent after the status line", statusLine, KeepOpen, "Name=x");
        row("silent inside the body", cutBody, KeepOpen, "Name=x");
        row("not HTTP", "SSH-2.0-x\r\n", Close, "Name=x");
    }

    void aPostIsSentOnceWhateverTheServerDoes()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, then);
        QFETCH(const QByteArray, body);
        TransportSettings settings = patient();
        if (static_cast<RawServer::Then>(then) == RawServer::Then::KeepOpen)
            settings.stall = 150ms;
        for (;; settings.stall *= 5) {
            RawServer server;
            server.script({{bytes, static_cast<RawServer::Then>(then)}});
            const HttpOutcome outcome = exchange(post(server, body), settings);
            // A slow machine takes longer than that until the request has arrived.
            if (server.requests().isEmpty() && settings.stall < patient().stall)
                continue;

            QCOMPARE(outcome.delivery, Delivery::Unknown);
            QVERIFY(!outcome.error.message.isEmpty());
            QVERIFY(!QTest::qWaitFor([&server] { return server.requests().size() > 1; }, 100));
            QCOMPARE(server.requests().size(), 1);
            return;
        }
    }

    void aPostOnAKeptConnectionIsSentOnceToo()
    {
        RawServer server;
        server.script({{RawServer::answer(200, "{}"), RawServer::Then::KeepOpen},
                       {QByteArray(), RawServer::Then::Close}});
        QCOMPARE(exchange(post(server)).delivery, Delivery::Answered);
        QCOMPARE(exchange(post(server)).delivery, Delivery::Unknown);

        QCOMPARE(server.connections(), 1);
        QVERIFY(!QTest::qWaitFor([&server] { return server.requests().size() > 2; }, 100));
        QCOMPARE(server.requests().size(), 2);
    }

    void redirectionsAreNotFollowed_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }

    void redirectionsAreNotFollowed()
    {
        QFETCH(const int, status);
        RawServer other;
        other.script({{RawServer::answer(200, "{}")}});
        RawServer server;
        server.script(
            {{RawServer::answer(status, "", "Location: " + other.url().toEncoded() + "\r\n")}});
        const HttpOutcome posted = exchange(post(server));
        HttpRequest get = post(server);
        get.body.reset();
        const HttpOutcome got = exchange(get);

        QCOMPARE(posted.delivery, Delivery::Answered);
        QCOMPARE(posted.answer.status, status);
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(got.answer.status, status);
        QVERIFY(!QTest::qWaitFor([&other] { return other.connections() > 0; }, 100));
        QCOMPARE(other.connections(), 0);
    }

    void endlessAnswersAreCapped_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("endless 200") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
        QTest::newRow("endless 500") << QByteArray("HTTP/1.1 500 No\r\n\r\n");
        QTest::newRow("large header")
            << QByteArray("HTTP/1.1 200 OK\r\nX-Large: " + QByteArray(20'000, 'x') + "\r\n\r\n");
    }

    void endlessAnswersAreCapped()
    {
        QFETCH(const QByteArray, head);
        RawServer server;
        server.script({{head + QByteArray(50'000, 'x'), RawServer::Then::KeepOpen, true}});
        const HttpOutcome outcome = exchange(post(server));

        QCOMPARE(outcome.delivery, Delivery::Unknown);
        QCOMPARE(outcome.error.code, ErrorCode::InvalidResponse);
        QVERIFY(!outcome.worthRepeating);
        QVERIFY(outcome.answer.body.size() <= patient().answerLimit + 1);
    }

    void capsAreExact_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("whole");
        QTest::newRow("200 at its limit") << 200 << 100'000 << true;
        QTest::newRow("200 past it") << 200 << 100'001 << false;
        QTest::newRow("400 at its limit") << 400 << 1'000 << true;
        QTest::newRow("400 past it") << 400 << 1'001 << false;
    }

    void capsAreExact()
    {
        QFETCH(const int, status);
        QFETCH(const int, size);
        RawServer server;
        server.script({{RawServer::answer(status, QByteArray(size, 'x'))}});
        const HttpOutcome outcome = exchange(post(server));
        QTEST(outcome.delivery == Delivery::Answered, "whole");
    }

    void errorAnswersArriveWhole_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 405, 406, 409, 418, 429, 500, 502, 503, 599})
            QTest::addRow("%d", status) << status;
    }

    void errorAnswersArriveWhole()
    {
        QFETCH(const int, status);
        RawServer server;
        server.script({{RawServer::answer(status, "{\"Code\":\"x\"}")}});
        const HttpOutcome outcome = exchange(post(server));
        QCOMPARE(outcome.delivery, Delivery::Answered);
        QCOMPARE(outcome.answer.status, status);
        QCOMPARE(outcome.answer.body, "{\"Code\":\"x\"}");
    }

    void aTricklingServerMeetsTheDeadline()
    {
        TransportSettings settings = patient();
        settings.stall = 60s;
        for (settings.deadline = 200ms;; settings.deadline *= 5) {
            RawServer server;
            server.script({{"HTTP/1.1 200 OK\r\n\r\n", RawServer::Then::KeepOpen}});
            const HttpOutcome outcome = exchange(post(server), settings);
            // A slow machine takes longer than that until the request has arrived.
            if (server.requests().isEmpty() && settings.deadline < 20s)
                continue;
            QCOMPARE(outcome.delivery, Delivery::Unknown);
            QCOMPARE(outcome.error.code, ErrorCode::Timeout);
            QCOMPARE(outcome.error.message,
                     QString(server.endpoint().hostHeader() + u" did not answer in time."_s));
            QVERIFY(outcome.worthRepeating);
            return;
        }
    }

    void aRefusedConnectionWasCertainlyNotUsed()
    {
        RawServer server;
        const HttpRequest request = post(server);
        server.close();
        const HttpOutcome outcome = exchange(request);
        QCOMPARE(outcome.delivery, Delivery::NotSent);
        QCOMPARE(outcome.error.code, ErrorCode::Network);
        QVERIFY(outcome.worthRepeating);
    }

    void aRefusedSecondConnectionProvesNothing()
    {
        test::FakeNetworkAccessManager network; // reads the body, as a first connection does
        network.enqueueError(QNetworkReply::ConnectionRefusedError);
        QObject owner;
        HttpOutcome outcome;
        connect(HttpTransport(network, patient()).send(post(RawServer()), &owner),
                &HttpExchange::finished, &owner, [&](const HttpOutcome &o) { outcome = o; });
        QTRY_COMPARE(outcome.error.code, ErrorCode::Network);
        QCOMPARE(outcome.delivery, Delivery::Unknown);
    }

    void theServerIsNamedAndNothingElseOfTheAddress()
    {
        HttpRequest request = post(RawServer());
        request.url = QUrl(u"http://canary-user:canary-pass@127.0.0.1:1/canary?Signature=canary"_s);
        const HttpOutcome outcome = exchange(request);
        QCOMPARE(outcome.error.message, u"127.0.0.1:1 could not be reached: connection refused."_s);
        QVERIFY(!outcome.error.advice.contains(u"canary"_s));
        QVERIFY(!outcome.error.detail.contains(u"canary"_s));
    }

    void anUnknownHostWasCertainlyNotReached()
    {
        HttpRequest request = post(RawServer());
        request.url = QUrl(u"http://no-such-host.invalid/"_s);
        const HttpOutcome outcome = exchange(request);
        QCOMPARE(outcome.delivery, Delivery::NotSent);
        QCOMPARE(outcome.error.code, ErrorCode::Network);
        QCOMPARE(outcome.error.message,
                 u"no-such-host.invalid could not be reached: no server of that name was found."_s);
    }

    void aServerThatIsNoTlsServerWasNotTrusted()
    {
        RawServer server;
        server.script({{"HTTP/1.1 400 No\r\n\r\n"}});
        HttpRequest request = post(server);
        request.url.setScheme(u"https"_s);
        const HttpOutcome outcome = exchange(request, {.stall = 300ms});
        QVERIFY(outcome.delivery != Delivery::Answered);
        QCOMPARE(server.requests().size(), 0);
    }

    void cancellingSaysWhetherTheRequestWasSent()
    {
        RawServer server;
        server.script({{QByteArray(), RawServer::Then::KeepOpen}});
        QObject owner;
        const HttpTransport transport(m_network, patient());
        QList<HttpOutcome> outcomes;
        const auto collect = [&outcomes](const HttpOutcome &outcome) { outcomes.append(outcome); };

        HttpExchange *early = transport.send(post(server), &owner);
        connect(early, &HttpExchange::finished, &owner, collect);
        QThread::msleep(30); // lets Qt's network thread come as far as it can without us
        early->cancel();
        QCOMPARE(outcomes.size(), 1);
        QCOMPARE(outcomes[0].error.code, ErrorCode::Cancelled);
        QCOMPARE(outcomes[0].delivery, Delivery::NotSent);
        QVERIFY(!QTest::qWaitFor([&server] { return !server.requests().isEmpty(); }, 100));

        HttpExchange *late = transport.send(post(server), &owner);
        connect(late, &HttpExchange::finished, &owner, collect);
        QTRY_COMPARE(server.requests().size(), 1);
        late->cancel();
        late->cancel();
        QCOMPARE(outcomes.size(), 2);
        QCOMPARE(outcomes[1].error.code, ErrorCode::Cancelled);
        QCOMPARE(outcomes[1].delivery, Delivery::Unknown);
    }

    void goesQuietlyWithItsOwner()
    {
        RawServer server;
        server.script({{QByteArray(), RawServer::Then::KeepOpen}});
        {
            QObject owner;
            static_cast<void>(HttpTransport(m_network, patient()).send(post(server), &owner));
            QTRY_COMPARE(server.requests().size(), 1);
        }
        QTRY_VERIFY(m_network.findChildren<QNetworkReply *>().isEmpty());
    }

    void cookiesAreNeitherKeptNorSent()
    {
        RawServer server;
        server.script({{RawServer::answer(200, "{}", "Set-Cookie: a=canary\r\n")}});
        exchange(post(server));
        exchange(post(server));
        QVERIFY(!server.requests().last().contains("canary\r\nCookie"));
        QVERIFY(!server.requests().last().contains("Cookie"));
        QVERIFY(m_network.cookieJar()->cookiesForUrl(server.url()).isEmpty());
    }

    void secretsStayOutOfErrors()
    {
        RawServer server;
        server.script({{QByteArray(), RawServer::Then::Close}});
        const HttpOutcome outcome = exchange(post(server, "body-canary"));
        QVERIFY(!outcome.error.detail.contains(u"canary"_s));
        QVERIFY(!outcome.error.text().contains(u"canary"_s));
    }

    void theUploadCannotBeRewound()
    {
        OneShotUpload upload("abc");
        QVERIFY(!upload.wasRead());
        QCOMPARE(upload.read(2), "ab");
        QVERIFY(upload.wasRead());
        QVERIFY(!upload.reset());
        upload.withhold();
        QVERIFY(upload.readAll().isEmpty());
        QVERIFY(upload.atEnd());
        QVERIFY(upload.wasRead());
    }
};

QTEST_GUILESS_MAIN(HttpTransportTest)
#include "tst_httptransport.moc"
