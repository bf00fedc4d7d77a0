// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/endpoint.h"
#include "support/testing.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

class EndpointTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void understandsHostsAndPorts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("hostHeader");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("loopback");
        const auto row = [](const char *typed, const char *header, const char *url, bool loopback) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(header)
                                 << QString::fromLatin1(url) << loopback;
        };
        row("esa.cn-hangzhou.aliyuncs.com", "esa.cn-hangzhou.aliyuncs.com",
            "https://esa.cn-hangzhou.aliyuncs.com/", false);
        row("ESA.CN-Hangzhou.aliyuncs.com", "esa.cn-hangzhou.aliyuncs.com",
            "https://esa.cn-hangzhou.aliyuncs.com/", false);
        row("example.com:8443", "example.com:8443", "https://example.com:8443/", false);
        row("example.com:443", "example.com", "https://example.com/", false);
        row("127.0.0.1:8080", "127.0.0.1:8080", "http://127.0.0.1:8080/", true);
        row("127.0.0.1:80", "127.0.0.1", "http://127.0.0.1/", true);
        row("127.255.0.9", "127.255.0.9", "http://127.255.0.9/", true);
        row("localhost:1", "localhost:1", "http://localhost:1/", true);
        row("LOCALHOST", "localhost", "http://localhost/", true);
        row("[::1]:9000", "[::1]:9000", "http://[::1]:9000/", true);
        row("::1", "[::1]", "http://[::1]/", true);
        row("[2001:DB8::2]:444", "[2001:db8::2]:444", "https://[2001:db8::2]:444/", false);
        row("192.168.1.4", "192.168.1.4", "https://192.168.1.4/", false);
        row("localhost.example.com", "localhost.example.com", "https://localhost.example.com/",
            false);
        row("127.0.0.1.example.com", "127.0.0.1.example.com", "https://127.0.0.1.example.com/",
            false);
        row("a", "a", "https://a/", false);
    }

    void understandsHostsAndPorts()
    {
        QFETCH(const QString, typed);
        const Result<Endpoint> endpoint = Endpoint::parse(typed);
        QVERIFY_RESULT(endpoint);
        QVERIFY(endpoint->isValid());
        QTEST(endpoint->hostHeader(), "hostHeader");
        QTEST(endpoint->url().toString(), "url");
        QTEST(endpoint->isLoopback(), "loopback");
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("typed");
        const char *const bad[] = {"",
                                   " ",
                                   "https://example.com",
                                   "http://127.0.0.1",
                                   "example.com/",
                                   "example.com/path",
                                   "user@example.com",
                                   "user:pw@example.com",
                                   "example.com:",
                                   "example.com:0",
                                   "example.com:65536",
                                   "example.com:99999",
                                   "example.com:-1",
                                   "example.com:80x",
                                   "example.com:80:90",
                                   "exam ple.com",
                                   " example.com",
                                   "example.com ",
                                   "example.com\n",
                                   "127.0.0.1\n",
                                   "example..com",
                                   ".example.com",
                                   "example.com.",
                                   "-a.com",
                                   "a-.com",
                                   "127.1",
                                   "2130706433",
                                   "0x7f000001",
                                   "0x7f.0.0.1",
                                   "127.0.0.0x1",
                                   "0177.0.0.1",
                                   "127.0.0.256",
                                   "127.0.0.1.",
                                   "1.2.3.4.5",
                                   "[::1",
                                   "::1]",
                                   "[::1]x",
                                   "[127.0.0.1]",
                                   "[fe80::1%eth0]",
                                   "fe80::1%eth0",
                                   "[]",
                                   "a_b.com",
                                   "ex\\ample.com",
                                   "example.com?x",
                                   "example.com#x",
                                   "%31%32%37.0.0.1",
                                   "l\xc3\xb6"
                                   "calhost",
                                   "\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1"};
        for (const char *typed : bad)
            QTest::addRow("\"%s\"", typed) << QString::fromUtf8(typed);
        QTest::newRow("too long") << QString(254, u'a');
        QTest::newRow("NUL") << u"a.com"_s + QChar(0);
    }

    void refusesEverythingElse()
    {
        QFETCH(const QString, typed);
        const Result<Endpoint> endpoint = Endpoint::parse(typed);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().code, ErrorCode::InvalidRequest);
        QVERIFY(!endpoint.error().message.isEmpty());
        QVERIFY(!endpoint.error().advice.isEmpty());
    }

    void namesTheSites()
    {
        QCOMPARE(Endpoint::hangzhou().displayName(), u"Hangzhou"_s);
        QCOMPARE(Endpoint::singapore().displayName(), u"Singapore"_s);
        QCOMPARE(*Endpoint::parse(u"esa.ap-southeast-1.aliyuncs.com:443"_s), Endpoint::singapore());
        QCOMPARE(Endpoint::parse(u"127.0.0.1:9"_s)->displayName(), u"127.0.0.1:9"_s);
        QVERIFY(!Endpoint().isValid());
    }
};

QTEST_GUILESS_MAIN(EndpointTest)
#include "tst_endpoint.moc"
