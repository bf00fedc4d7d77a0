// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/rawserver.h"
#include "probe/probeclient.h"
#include "support/testing.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QRegularExpression>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::RawServer;
using test::wait;

namespace {

/// Time enough on any machine: only what is about silence takes less.
ProbeSettings patient()
{
    return {.connectTime = 20s, .totalTime = 25s, .headLimit = 10'000, .bodyLimit = 100'000};
}

ProbeRequest pinned(const RawServer &server, const QString &path = u"/old?x=1"_s)
{
    return {.url = QUrl(u"http://www.acme.example:%1%2"_s.arg(server.port()).arg(path)),
            .address = QHostAddress(QHostAddress::LocalHost)};
}

} // namespace

class ProbeClientTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPinnedRequestGoesToTheAddressUnderTheNameOfTheHost()
    {
        RawServer server;
        server.script({{RawServer::answer(200, "hello", "X-One: 1\r\n")}});
        ProbeClient client(patient());

        const Result<ProbeAnswer> answer = wait(client.send(pinned(server)));

        QVERIFY_RESULT(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("hello"));
        QCOMPARE(answer->header("x-one"), QByteArray("1"));
        QCOMPARE(answer->address, QHostAddress(QHostAddress::LocalHost));
        QVERIFY(answer->certificate.protocol.isEmpty());
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().constFirst().startsWith("GET /old?x=1 HTTP/1.1\r\n"));
        const QByteArray host =
            "\r\nHost: www.acme.example:" + QByteArray::number(server.port()) + "\r\n";
        QVERIFY(server.requests().constFirst().contains(host));
    }

    void aRedirectionIsAnAnswer()
    {
        RawServer other;
        RawServer server;
        server.script({{RawServer::answer(
            302, "", "Location: " + other.url().toEncoded() + "\r\nSet-Cookie: a=b\r\n")}});
        ProbeClient client(patient());

        const Result<ProbeAnswer> answer = wait(client.send(pinned(server)));
        QVERIFY_RESULT(wait(client.send(pinned(server))));

        QVERIFY_RESULT(answer);
        QCOMPARE(answer->status, 302);
        QCOMPARE(answer->header("Location"), other.url().toEncoded());
        QCOMPARE(other.connections(), 0);
        QVERIFY(!server.requests().constLast().toLower().contains("cookie"));
    }

    void whatGoesWrongIsToldAndNothingIsSentTwice_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("then");
        QTest::addColumn<bool>("endless");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const QByteArray &bytes, RawServer::Then then,
                            bool endless, ErrorCode code) {
            QTest::addRow("%s", name) << bytes << static_cast<int>(then) << endless << code;
        };
        const QByteArray head = "HTTP/1.1 200 OK\r\n";
        using enum RawServer::Then;
        row("closed at once", "", Close, false, ErrorCode::InvalidResponse);
        row("reset", "", Reset, false, ErrorCode::InvalidResponse);
        row("closed in the head", head + "A: b", Close, false, ErrorCode::InvalidResponse);
        row("closed in the body", head + "Content-Length: 9\r\n\r\nhel", Close, false,
            ErrorCode::InvalidResponse);
        row("garbage", "\x01\x02\r\n\r\n", KeepOpen, false, ErrorCode::InvalidResponse);
        row("endless headers", "A: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n", KeepOpen, true,
            ErrorCode::InvalidResponse);
        row("stalled before the head", "", KeepOpen, false, ErrorCode::Timeout);
        row("stalled in the head", head, KeepOpen, false, ErrorCode::Timeout);
        row("stalled in the body", head + "Content-Length: 9\r\n\r\nhel", KeepOpen, false,
            ErrorCode::Timeout);
        row("open end that stays open", head + "\r\nhello", KeepOpen, false, ErrorCode::Timeout);
    }

    void whatGoesWrongIsToldAndNothingIsSentTwice()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, then);
        QFETCH(bool, endless);
        QFETCH(ErrorCode, code);
        ProbeSettings settings = patient();
        if (code == ErrorCode::Timeout)
            settings.totalTime = 200ms;
        for (;; settings.totalTime *= 5) {
            RawServer server;
            server.script({{bytes, static_cast<RawServer::Then>(then), endless}});
            ProbeClient client(settings);
            ProbeRequest request = pinned(server);
            request.method = "POST";
            request.body = "a=1";

            const Result<ProbeAnswer> answer = wait(client.send(request));
            // A slow machine takes longer than that until the request has arrived.
            if (server.requests().isEmpty() && settings.totalTime < 20s)
                continue;

            QVERIFY(!answer);
            QCOMPARE(answer.error().code, code);
            QVERIFY(answer.error().message.contains(u"www.acme.example at 127.0.0.1"_s));
            QVERIFY(!answer.error().detail.isEmpty());
            QCOMPARE(server.requests().size(), 1);
            QCOMPARE(server.connections(), 1);
            return;
        }
    }

    void anEndlessBodyIsCut()
    {
        RawServer server;
        server.script({{"HTTP/1.1 200 OK\r\n\r\n" + QByteArray(50'000, 'a'),
                        RawServer::Then::KeepOpen, true}});
        ProbeClient client(patient());

        const Result<ProbeAnswer> answer = wait(client.send(pinned(server)));

        QVERIFY_RESULT(answer);
        QCOMPARE(answer->bodyState, ProbeAnswer::Body::Cut);
        QCOMPARE(answer->body.size(), 100'000);
    }

    void aClosedPortIsNotReached()
    {
        RawServer server;
        const ProbeRequest request = pinned(server);
        server.close();
        ProbeClient client(patient());

        const Result<ProbeAnswer> answer = wait(client.send(request));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
    }

    void aNameWithoutAServerIsNotReached()
    {
        ProbeClient client({.connectTime = 20s});
        const Result<ProbeAnswer> answer =
            wait(client.send({.url = QUrl(u"http://nobody.invalid/"_s)}));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
        QVERIFY(answer.error().message.contains(u"nobody.invalid"_s));
    }

    void theProxyOfTheApplicationIsPassedBy()
    {
        RawServer server;
        server.script({{RawServer::answer(200, "direct")}});
        RawServer proxy;
        QNetworkProxy::setApplicationProxy(
            {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port()});
        ProbeClient client(patient());

        const Result<ProbeAnswer> answer = wait(client.send(pinned(server)));
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);

        QVERIFY_RESULT(answer);
        QCOMPARE(answer->body, QByteArray("direct"));
        QCOMPARE(proxy.connections(), 0);
    }

    void cancellingEndsIt()
    {
        RawServer server;
        ProbeClient client(patient());
        Reply<ProbeAnswer> *reply = client.send(pinned(server));

        reply->cancel();
        const Result<ProbeAnswer> answer = wait(reply);

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    }

    void aClientThatGoesTakesItsRequestsAlong()
    {
        RawServer server;
        auto client = std::make_unique<ProbeClient>(patient());
        const QPointer<ReplyBase> reply = client->send(pinned(server));
        QTRY_COMPARE(server.requests().size(), 1);

        client.reset();

        QVERIFY(!reply);
    }

    void whatCannotBeSentIsNotSent()
    {
        RawServer server;
        ProbeClient client(patient());
        ProbeRequest request = pinned(server);
        request.headers = {{"A", "b\r\nC: d"}};

        const Result<ProbeAnswer> answer = wait(client.send(request));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::InvalidRequest);
        QCOMPARE(server.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(ProbeClientTest)
#include "tst_probeclient.moc"
