// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/answertext.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

class AnswerTextTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void jsonKeepsItsOrderAndItsNumbers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("lines");
        QTest::addRow("object") << QByteArray("{\"b\":1.50,\"a\":[1,{\"c\":\"x:{,}\"}]}")
                                << QByteArray("{\n  \"b\": 1.50,\n  \"a\": [\n    1,\n    {\n      "
                                              "\"c\": \"x:{,}\"\n    }\n  ]\n}\n");
        QTest::addRow("empty") << QByteArray("{ \"a\" : { }, \"b\":[] }")
                               << QByteArray("{\n  \"a\": {},\n  \"b\": []\n}\n");
        QTest::addRow("escapes") << QByteArray("[\"a\\\"b\\\\\"]")
                                 << QByteArray("[\n  \"a\\\"b\\\\\"\n]\n");
        QTest::addRow("no JSON") << QByteArray("{hello") << QByteArray("{hello");
    }

    void jsonKeepsItsOrderAndItsNumbers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, lines);

        QCOMPARE(indentedJson(json), lines);
        QCOMPARE(QJsonDocument::fromJson(indentedJson(json)), QJsonDocument::fromJson(json));
    }

    void bodiesAreReadAsTheirCharsetSays()
    {
        const auto text = [](const QByteArray &type, const QByteArray &body) {
            return bodyText({.headers = {{"Content-Type", type}}, .body = body});
        };
        QCOMPARE(text("text/html", "h\xc3\xa9"), u"hé"_s);
        QCOMPARE(text("text/html; charset=ISO-8859-1", "h\xe9"), u"hé"_s);
        QCOMPARE(text("image/png", QByteArray("\x89PNG\0\0", 6)), u"6 bytes that are not text."_s);
        QCOMPARE(text("application/json", "[1]"), u"[\n  1\n]\n"_s);
    }

    void whatChangesByItselfIsNotCompared()
    {
        const QByteArray text = comparableText({.status = 200,
                                                .headers = {{"Date", "x"},
                                                            {"X-Acs-Request-Id", "x"},
                                                            {"Via", "x"},
                                                            {"X-Cache", "HIT"},
                                                            {"Set-Thing", "b"},
                                                            {"Cache-Control", "a"}},
                                                .body = "hello"});

        QCOMPARE(text, QByteArray("200\ncache-control: a\nset-thing: b\n\nhello"));
    }

    void aStatusIsSaidInWords()
    {
        QCOMPARE(statusWords(404), u"404 Not Found"_s);
        QCOMPARE(statusWords(200, "Fine"), u"200 Fine"_s);
        QCOMPARE(statusWords(299), u"299"_s);
    }
};

QTEST_GUILESS_MAIN(AnswerTextTest)
#include "tst_answertext.moc"
