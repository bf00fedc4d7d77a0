// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probeclient.h"
#include "support/testing.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::wait;

namespace {

QByteArray testFile(const QString &name)
{
    QFile file(QStringLiteral(EDGEWRIGHT_TEST_DATA) + u"/tls/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Answers every request over TLS with the certificate of that name.
class TlsServer final {
public:
    TlsServer(const QString &certificate, const QString &key,
              QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(testFile(certificate + u".pem"_s)));
        configuration.setPrivateKey(QSslKey(testFile(key + u".key"_s), QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(protocol);
        m_server.setSslConfiguration(configuration);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_received += socket->readAll();
                if (m_received.contains("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const QByteArray &received() const { return m_received; }

private:
    QSslServer m_server;
    QByteArray m_received;
};

ProbeSettings trusting(const QString &authority = u"authority.pem"_s)
{
    return {.connectTime = 20s, .totalTime = 20s, .authority = testFile(authority)};
}

ProbeRequest pinned(const TlsServer &server, const QString &host)
{
    return {.url = QUrl(u"https://%1:%2/x"_s.arg(host).arg(server.port())),
            .headers = {{"Authorization", "canary"}},
            .address = QHostAddress(QHostAddress::LocalHost)};
}

} // namespace

class ProbeTlsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(QSslSocket::supportsSsl()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void thePinnedAddressProvesTheHostOfTheAddressLine_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("host");
        QTest::addRow("the host") << u"site"_s << u"www.probe.example"_s;
        QTest::addRow("upper case") << u"site"_s << u"WWW.Probe.Example"_s;
        QTest::addRow("wildcard") << u"site"_s << u"any.wild.example"_s;
        QTest::addRow("address") << u"address"_s << u"127.0.0.1"_s;
    }

    void thePinnedAddressProvesTheHostOfTheAddressLine()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, host);
        TlsServer server(certificate, certificate);
        ProbeClient client(trusting());

        const Result<ProbeAnswer> answer = wait(client.send(pinned(server, host)));

        QVERIFY_RESULT(answer);
        QCOMPARE(answer->body, QByteArray("secret"));
        QCOMPARE(answer->address, QHostAddress(QHostAddress::LocalHost));
        QVERIFY(answer->certificate.protocol.startsWith(u"TLS 1."_s));
        QCOMPARE(answer->certificate.issuer, u"Edgewright test authority"_s);
        const QByteArray header = "Host: " + host.toLower().toLatin1();
        QVERIFY(server.received().contains(header));
    }

    void whoDoesNotProveTheHostGetsNothing_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("words");
        QTest::addRow("other host") << u"site"_s << u"site"_s << u"www.acme.example"_s
                                    << u"its certificate is for *.wild.example, www.probe."_s;
        QTest::addRow("wildcard two levels deep")
            << u"site"_s << u"site"_s << u"a.b.wild.example"_s << u"its certificate is for "_s;
        QTest::addRow("name of the address instead of the host")
            << u"address"_s << u"address"_s << u"www.probe.example"_s
            << u"its certificate is for "_s;
        QTest::addRow("unknown root") << u"unknown"_s << u"unknown"_s << u"www.probe.example"_s
                                      << u"nobody this computer trusts"_s;
        QTest::addRow("expired") << u"expired"_s << u"site"_s << u"www.probe.example"_s
                                 << u"has expired"_s;
    }

    void whoDoesNotProveTheHostGetsNothing()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, host);
        QFETCH(QString, words);
        TlsServer server(certificate, key);
        ProbeClient client(trusting());

        const Result<ProbeAnswer> answer = wait(client.send(pinned(server, host)));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
        QVERIFY2(answer.error().message.contains(words), qPrintable(answer.error().message));
        QVERIFY2(answer.error().message.contains(host), qPrintable(answer.error().message));
        QVERIFY(server.received().isEmpty());
    }

    void withoutARootOfOnesOwnTheSystemDecides()
    {
        TlsServer server(u"site"_s, u"site"_s);
        ProbeClient client({.connectTime = 20s});

        const Result<ProbeAnswer> answer =
            wait(client.send(pinned(server, u"www.probe.example"_s)));

        QVERIFY(!answer);
        QVERIFY(server.received().isEmpty());
    }

    void aPlainServerIsNoSecureOne()
    {
        QTcpServer server;
        connect(&server, &QTcpServer::newConnection, &server,
                [&server] { server.nextPendingConnection()->write("HTTP/1.1 200 OK\r\n\r\n"); });
        server.listen(QHostAddress::LocalHost);
        ProbeClient client(trusting());

        const Result<ProbeAnswer> answer = wait(
            client.send({.url = QUrl(u"https://www.probe.example:%1/"_s.arg(server.serverPort())),
                         .address = QHostAddress(QHostAddress::LocalHost)}));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
        QVERIFY(answer.error().message.contains(u"No secure connection"_s));
    }

    void aServerThatNeverShakesHandsIsGivenUp()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        ProbeClient client({.connectTime = 200ms});

        const Result<ProbeAnswer> answer = wait(
            client.send({.url = QUrl(u"https://www.probe.example:%1/"_s.arg(server.serverPort())),
                         .address = QHostAddress(QHostAddress::LocalHost)}));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
    }
};

QTEST_GUILESS_MAIN(ProbeTlsTest)
#include "tst_probetls.moc"
