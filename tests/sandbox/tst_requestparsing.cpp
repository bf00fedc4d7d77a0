// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/parameters.h"
#include "sandbox/requesthead.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using edgewright::sandbox::HttpRequest;
using edgewright::sandbox::Parameters;
using edgewright::sandbox::parseRequestHead;
using edgewright::sandbox::RequestHead;

class TestRequestParsing : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aHeadIsTakenApart()
    {
        const RequestHead head = parseRequestHead(
            "POST /a%20b?x=%2B&y HTTP/1.1\r\nHost: h:1\r\nX-Acs-Date:  v  \r\nTransfer-Encoding: "
            "Chunked\r\n\r\n");

        QCOMPARE(head.refusal, 0);
        QCOMPARE(head.request.method, QByteArray("POST"));
        QCOMPARE(head.request.path, QByteArray("/a%20b"));
        QCOMPARE(head.request.rawQuery, QByteArray("x=%2B&y"));
        QCOMPARE(head.request.header("x-acs-date"), QByteArray("v"));
        QVERIFY(head.chunked);
        QVERIFY(!head.closeAfter);
    }

    void headerValuesAreNotDecoded()
    {
        const RequestHead head =
            parseRequestHead("GET / HTTP/1.1\r\nHost: h\r\nx-acs-security-token: a%2Bb\r\n\r\n");

        QCOMPARE(head.request.header("x-acs-security-token"), QByteArray("a%2Bb"));
    }

    void ambiguousHeadsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *text, int status = 400) {
            QTest::newRow(name) << QByteArray(text) << status;
        };
        row("length and chunks", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: "
                                 "1\r\nTransfer-Encoding: chunked\r\n\r\n");
        row("two lengths",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n");
        row("two hosts", "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n");
        row("two dates", "GET / HTTP/1.1\r\nHost: h\r\nx-acs-date: 1\r\nx-acs-date: 2\r\n\r\n");
        row("no host", "GET / HTTP/1.1\r\n\r\n");
        row("negative length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n");
        row("endless length",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n");
        row("folded header", "GET / HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n");
        row("blank before the colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n");
        row("no colon", "GET / HTTP/1.1\r\nHost\r\n\r\n");
        row("nonsense", "hello\r\n\r\n");
        row("another protocol", "GET / SPDY/1\r\nHost: h\r\n\r\n", 505);
        row("another encoding",
            "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501);
    }
    void ambiguousHeadsAreRefused()
    {
        QFETCH(const QByteArray, text);

        QTEST(parseRequestHead(text).refusal, "status");
    }

    void connectionsAreKeptAsAsked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("closes");
        QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r\n") << false;
        QTest::newRow("1.1 close")
            << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n") << true;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: h\r\n\r\n") << true;
    }
    void connectionsAreKeptAsAsked()
    {
        QFETCH(const QByteArray, text);

        QTEST(parseRequestHead(text).closeAfter, "closes");
    }

    void parametersComeFromAnywhere()
    {
        const auto parameters =
            Parameters::parse({.rawQuery = "Name=query&PageSize=50&RegionId=&Plus=a+b",
                               .headers = {{"content-type", "application/x-www-form-urlencoded"}},
                               .body = "Name=%E5%87%BD%E6%95%B0&Flag"});

        QVERIFY(parameters);
        QCOMPARE(parameters->text(u"Name"_s), u"函数"_s);
        QCOMPARE(parameters->text(u"Plus"_s), u"a b"_s);
        QCOMPARE(parameters->number(u"PageSize"_s, 20), std::optional<qint64>(50));
        QCOMPARE(parameters->number(u"PageNumber"_s, 1), std::optional<qint64>(1));
        QVERIFY(!parameters->has(u"RegionId"_s));
        QVERIFY(parameters->wasSent(u"RegionId"_s));
        QVERIFY(parameters->wasSent(u"Flag"_s));
    }

    void jsonBodiesKeepNestedObjectsAndLongNumbers()
    {
        const auto parameters = Parameters::parse(
            {.headers = {{"content-type", "application/json; charset=utf-8"}},
             .body = R"({"Name":"n","ConfOptions":{"NotFoundStrategy":"x"},)"
                     R"("CodeVersion":1710120201067203242,"HasAssets":true,"No":null,"M":-1})"});

        QVERIFY(parameters);
        QCOMPARE(parameters->text(u"ConfOptions"_s), uR"({"NotFoundStrategy":"x"})"_s);
        QCOMPARE(parameters->text(u"CodeVersion"_s), u"1710120201067203242"_s);
        QCOMPARE(parameters->text(u"M"_s), u"-1"_s);
        QVERIFY(parameters->isTrue(u"HasAssets"_s));
        QVERIFY(!parameters->wasSent(u"No"_s));
    }

    void brokenJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("cut") << QByteArray(R"({"Name":)");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("text") << QByteArray("Name=x");
    }
    void brokenJsonIsRefused()
    {
        QFETCH(const QByteArray, body);

        QVERIFY(
            !Parameters::parse({.headers = {{"content-type", "application/json"}}, .body = body}));
    }

    void notANumberIsNoNumber()
    {
        const auto parameters = Parameters::parse({.rawQuery = "PageSize=ten"});

        QVERIFY(!parameters->number(u"PageSize"_s, 20));
    }
};

QTEST_GUILESS_MAIN(TestRequestParsing)
#include "tst_requestparsing.moc"
