// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/requesttext.h"
#include "support/testing.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;

class RequestTextTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aRequestSaysWhatItHasTo()
    {
        const Result<QByteArray> text =
            requestText({.url = QUrl(u"https://www.acme.com/old?a=b c#part"_s),
                         .headers = {{"X-Try", "1"}, {"accept", "text/html"}}});

        QVERIFY_RESULT(text);
        QCOMPARE(*text, QByteArray("GET /old?a=b%20c HTTP/1.1\r\nHost: www.acme.com\r\nX-Try: "
                                   "1\r\naccept: text/html\r\nUser-Agent: Edgewright\r\n"
                                   "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n"));
    }

    void aBodyIsCounted()
    {
        const Result<QByteArray> text =
            requestText({.url = QUrl(u"http://a.example:8080"_s), .method = "POST", .body = "a=1"});

        QVERIFY_RESULT(text);
        QVERIFY(text->startsWith("POST / HTTP/1.1\r\nHost: a.example:8080\r\n"));
        QVERIFY(text->contains("\r\nContent-Length: 3\r\n"));
        QVERIFY(text->endsWith("\r\n\r\na=1"));
    }

    void hostsAreSpelledAsTheWireWantsThem_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("host");
        QTest::addRow("usual port") << u"https://a.example:443/"_s << QByteArray("a.example");
        QTest::addRow("other port") << u"https://a.example:80/"_s << QByteArray("a.example:80");
        QTest::addRow("IPv6") << u"http://[::1]:81/"_s << QByteArray("[::1]:81");
        QTest::addRow("international")
            << u"https://例え.example/"_s << QByteArray("xn--r8jz45g.example");
    }

    void hostsAreSpelledAsTheWireWantsThem()
    {
        QFETCH(QString, url);
        QTEST(hostHeader(QUrl(url)), "host");
    }

    void whatCouldBecomeAnotherRequestIsRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const QString url = u"https://a.example/"_s;
        const auto header = [&url](const char *row, const QByteArray &name,
                                   const QByteArray &value) {
            QTest::addRow("%s", row) << url << QByteArray("GET") << name << value;
        };
        header("line break in a value", "A", "b\r\nHost: evil");
        header("line feed in a value", "A", "b\nc");
        header("NUL in a value", "A", QByteArray("b\0c", 3));
        header("line break in a name", "A\r\nB", "c");
        header("blank in a name", "A B", "c");
        header("empty name", "", "c");
        header("host", "HOST", "evil");
        header("length", "Content-Length", "0");
        header("coding", "transfer-encoding", "chunked");
        header("connection", "Connection", "keep-alive");
        header("proxy", "Proxy-Authorization", "x");
        const auto target = [](const char *row, const QString &where, const QByteArray &method) {
            QTest::addRow("%s", row) << where << method << QByteArray("A") << QByteArray("b");
        };
        target("method with a blank", url, "GET /x");
        target("no method", url, "");
        target("tunnel", url, "CONNECT");
        target("file", u"file:///etc/passwd"_s, "GET");
        target("ftp", u"ftp://a.example/"_s, "GET");
        target("no scheme", u"www.acme.com/x"_s, "GET");
        target("no host", u"https:///x"_s, "GET");
        target("user name", u"https://me:secret@a.example/"_s, "GET");
        target("endless", url + QString(20'000, u'a'), "GET");
    }

    void whatCouldBecomeAnotherRequestIsRefused()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);

        const Result<QByteArray> text =
            requestText({.url = QUrl(url), .method = method, .headers = {{name, value}}});

        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::InvalidRequest);
        QVERIFY(!text.error().message.isEmpty());
        QVERIFY(!text.error().message.contains(u"secret"_s));
    }

    void headersAreReadOneALine()
    {
        const Result<ProbeHeaders> headers =
            parseHeaders(u"Accept: text/html\n\n  X-Empty:\r\nX-Time: 12:30"_s);

        QVERIFY_RESULT(headers);
        QCOMPARE(*headers,
                 (ProbeHeaders{{"Accept", "text/html"}, {"X-Empty", ""}, {"X-Time", "12:30"}}));
        QVERIFY(!parseHeaders(u"Accept"_s));
        QVERIFY(!parseHeaders(u": x"_s));
        QVERIFY(!parseHeaders(u"Host: x"_s));
    }

    void onlyPlainAddressesAreAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("sound");
        QTest::addRow("v4") << u"203.0.113.7"_s << true;
        QTest::addRow("v6") << u"2001:db8::7"_s << true;
        QTest::addRow("loopback") << u"127.0.0.1"_s << true;
        QTest::addRow("name") << u"evil.example"_s << false;
        QTest::addRow("empty") << QString() << false;
        QTest::addRow("short") << u"127.1"_s << false;
        QTest::addRow("number") << u"2130706433"_s << false;
        QTest::addRow("octal") << u"0177.0.0.1"_s << false;
        QTest::addRow("port") << u"1.2.3.4:80"_s << false;
        QTest::addRow("zone") << u"fe80::1%eth0"_s << false;
        QTest::addRow("blank") << u" 1.2.3.4"_s << false;
        QTest::addRow("line break") << u"1.2.3.4\n"_s << false;
        QTest::addRow("any") << u"0.0.0.0"_s << false;
        QTest::addRow("everybody") << u"255.255.255.255"_s << false;
        QTest::addRow("multicast") << u"224.0.0.1"_s << false;
    }

    void onlyPlainAddressesAreAddresses()
    {
        QFETCH(QString, text);
        QTEST(ipAddress(text).has_value(), "sound");
    }

    void onlyHostNamesAreHostNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("sound");
        QTest::addRow("usual") << u"a-1.154edaf6.er.aliyun-esa.net"_s << true;
        QTest::addRow("one label") << u"localhost"_s << false;
        QTest::addRow("path") << u"a.example/x"_s << false;
        QTest::addRow("user") << u"a.example@evil.example"_s << false;
        QTest::addRow("port") << u"a.example:80"_s << false;
        QTest::addRow("backslash") << u"a.example\\x"_s << false;
        QTest::addRow("blank") << u"a .example"_s << false;
        QTest::addRow("dash first") << u"-a.example"_s << false;
        QTest::addRow("two dots") << u"a..example"_s << false;
        QTest::addRow("address") << u"127.0.0.1"_s << false;
        QTest::addRow("line break") << u"a.example\n"_s << false;
        QTest::addRow("too long") << u"a."_s.repeated(130) + u"example"_s << false;
    }

    void onlyHostNamesAreHostNames()
    {
        QFETCH(QString, text);
        QTEST(isHostName(text), "sound");
    }

    void secretsAreKnownByTheNameOfTheirHeader()
    {
        for (const char *name : {"Authorization", "COOKIE", "X-Api-Key", "x-acs-security-token",
                                 "X-Auth-User", "X-Client-Secret"})
            QVERIFY2(isSecretHeader(name), name);
        for (const char *name : {"Accept", "X-Forwarded-For", "User-Agent", "Referer"})
            QVERIFY2(!isSecretHeader(name), name);
    }
};

QTEST_GUILESS_MAIN(RequestTextTest)
#include "tst_requesttext.moc"
