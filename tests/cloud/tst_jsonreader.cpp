// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/jsonreader.h"
#include "support/testing.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const char *text)
{
    const Result<QJsonObject> object = json::parseObject(text);
    return object ? *object : QJsonObject();
}

} // namespace

class JsonReaderTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void refusesWhatIsNoObject_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *bytes : {"", " ", "null", "[]", "1", "\"x\"", "{", "{\"a\":}", "{}{}",
                                  "<html></html>", "{\"a\":1e400}", "{\"a\":\"\x01", "\xff\xfe"})
            QTest::addRow("%s", bytes) << QByteArray(bytes);
        QTest::newRow("too deep") << QByteArray("{\"a\":").repeated(1025) + "1"
                                         + QByteArray("}").repeated(1025);
    }

    void refusesWhatIsNoObject()
    {
        QFETCH(const QByteArray, bytes);
        const Result<QJsonObject> object = json::parseObject(bytes);
        QVERIFY(!object);
        QCOMPARE(object.error().code, ErrorCode::InvalidResponse);
    }

    void findsMembersWhateverTheirCase()
    {
        const QJsonObject answer = object(R"({"policy":"a","Key":"b","KEY":"c","x":null})");
        QCOMPARE(json::text(answer, "Policy"_L1), u"a"_s);
        QCOMPARE(json::text(answer, "KEY"_L1), u"c"_s);
        QCOMPARE(json::text(answer, "Key"_L1), u"b"_s);
        QVERIFY(!json::text(answer, "key"_L1).isEmpty());
        QCOMPARE(json::text(answer, "x"_L1), QString());
        QCOMPARE(json::text(answer, "missing"_L1), QString());
        QVERIFY(json::object(answer, "policy"_L1).isEmpty());
        QVERIFY(json::array(answer, "policy"_L1).isEmpty());
    }

    void keepsIdsExactly_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("id");
        QTest::newRow("string") << QByteArray(R"({"i":"1746583193971399525"})")
                                << u"1746583193971399525"_s;
        QTest::newRow("integer") << QByteArray(R"({"i":1746583193971399525})")
                                 << u"1746583193971399525"_s;
        QTest::newRow("past 2^53")
            << QByteArray(R"({"i":9007199254740993})") << u"9007199254740993"_s;
        QTest::newRow("largest") << QByteArray(R"({"i":9223372036854775807})")
                                 << u"9223372036854775807"_s;
        QTest::newRow("short") << QByteArray(R"({"i":234})") << u"234"_s;
        QTest::newRow("word") << QByteArray(R"({"i":"unstable"})") << u"unstable"_s;
        QTest::newRow("line break") << QByteArray("{\"i\":\"234\\n\"}") << u"234"_s;
        QTest::newRow("null") << QByteArray(R"({"i":null})") << QString();
        QTest::newRow("missing") << QByteArray("{}") << QString();
        QTest::newRow("other case") << QByteArray(R"({"I":1})") << u"1"_s;
    }

    void keepsIdsExactly()
    {
        QFETCH(const QByteArray, json);
        const Result<QString> id = json::identifier(object(json.constData()), "i"_L1);
        QVERIFY_RESULT(id);
        QTEST(*id, "id");
    }

    void refusesInexactIds_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {R"({"i":1.5})", R"({"i":1e19})", R"({"i":9223372036854775808})",
                                 R"({"i":true})", R"({"i":[]})", R"({"i":{}})"})
            QTest::addRow("%s", json) << QByteArray(json);
    }

    void refusesInexactIds()
    {
        QFETCH(const QByteArray, json);
        const Result<QString> id = json::identifier(object(json.constData()), "i"_L1);
        QVERIFY(!id);
        QCOMPARE(id.error().code, ErrorCode::InvalidResponse);
    }

    void readsNumbersAndFlagsFromTextToo()
    {
        const QJsonObject answer =
            object(R"({"a":20,"b":"20","c":" 7 ","d":"x","e":1.5,"t":true,"u":"True","v":"no"})");
        QCOMPARE(json::integer(answer, "a"_L1), std::optional<qint64>(20));
        QCOMPARE(json::integer(answer, "b"_L1), std::optional<qint64>(20));
        QCOMPARE(json::integer(answer, "c"_L1), std::optional<qint64>(7));
        QVERIFY(!json::integer(answer, "d"_L1));
        QVERIFY(!json::integer(answer, "e"_L1));
        QVERIFY(!json::integer(answer, "missing"_L1));
        QVERIFY(json::flag(answer, "t"_L1));
        QVERIFY(json::flag(answer, "u"_L1));
        QVERIFY(!json::flag(answer, "v"_L1));
        QVERIFY(!json::flag(answer, "missing"_L1));
        QCOMPARE(json::text(answer, "a"_L1), u"20"_s);
    }

    void understandsTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char *text, const char *utc) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(utc);
        };
        row("2024-03-11T01:23:21Z", "2024-03-11T01:23:21.000Z");
        row("2024-03-11T01:23:21Z\n", "2024-03-11T01:23:21.000Z");
        row("2024-03-11T01:23:02.883361712Z", "2024-03-11T01:23:02.883Z");
        row("2024-03-11T01:23:02.8Z", "2024-03-11T01:23:02.800Z");
        row("2024-03-11T01:23:02.999999999Z", "2024-03-11T01:23:02.999Z");
        row("2024-03-11T01:23:02+08:00", "2024-03-10T17:23:02.000Z");
        row("2024-03-11T01:23:02-0330", "2024-03-11T04:53:02.000Z");
        row("2024-03-11T01:23:02", "2024-03-11T01:23:02.000Z");
        row("2024-03-11 01:23:02", "2024-03-11T01:23:02.000Z");
        row("  2024-03-11t01:23:02z  ", "2024-03-11T01:23:02.000Z");
        row("", "");
        row("yesterday", "");
        row("2024-13-11T01:23:02Z", "");
        row("2024-02-30T01:23:02Z", "");
        row("2024-03-11T25:23:02Z", "");
        row("2024-03-11", "");
        row("1710120201", "");
        row("2024-03-11T01:23:02ZZ", "");
    }

    void understandsTimes()
    {
        QFETCH(const QString, text);
        const QDateTime time = parseServiceTime(text);
        QTEST(time.toString(Qt::ISODateWithMs), "utc");
        if (time.isValid())
            QCOMPARE(time.timeSpec(), Qt::UTC);
    }

    void decodesBase64InAnySpelling_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray odd("\xfb\xff\xfe?>", 5);
        QTest::newRow("padded") << u"+//+Pz4="_s << odd;
        QTest::newRow("no padding") << u"+//+Pz4"_s << odd;
        QTest::newRow("URL-safe") << u"-__-Pz4"_s << odd;
        QTest::newRow("mixed alphabets") << u"-//-Pz4="_s << odd;
        QTest::newRow("line breaks") << u"+//+\r\nPz4=\n"_s << odd;
        QTest::newRow("empty") << QString() << QByteArray();
        QTest::newRow("two missing") << u"aGVsbG8gdw"_s << QByteArray("hello w");
    }

    void decodesBase64InAnySpelling()
    {
        QFETCH(const QString, text);
        const Result<QByteArray> bytes = decodeServiceBase64(text);
        QVERIFY_RESULT(bytes);
        QTEST(*bytes, "bytes");
    }

    void refusesCutOrForeignBase64_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"a", "aGVsb", "aGVs*G8=", "aG=Vs", "<?xml?>"})
            QTest::addRow("%s", text) << QString::fromLatin1(text);
        QTest::newRow("Chinese") << u"函数"_s;
    }

    void refusesCutOrForeignBase64()
    {
        QFETCH(const QString, text);
        const Result<QByteArray> bytes = decodeServiceBase64(text);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::InvalidResponse);
    }

    void showsDescriptionsAsTheyWereWritten_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("shown");
        const auto encoded = [](const QString &text) {
            return QString::fromLatin1(text.toUtf8().toBase64());
        };
        QTest::newRow("contract sample without padding")
            << u"ZWRpdCByb3V0aW5lIGNvbmZpZyBkZXNjcmlwdGlvbg"_s
            << u"edit routine config description"_s;
        QTest::newRow("padded") << encoded(u"first version"_s) << u"first version"_s;
        QTest::newRow("JSON text inside") << u"IkhlbGxvIFdvcmxkIg=="_s << u"Hello World"_s;
        QTest::newRow("escapes inside") << encoded(u"\"a \\\"b\\\" \\u51fd\""_s) << u"a \"b\" 函"_s;
        QTest::newRow("Chinese encoded") << encoded(u"修复重定向"_s) << u"修复重定向"_s;
        QTest::newRow("Chinese plain") << u"修复重定向"_s << u"修复重定向"_s;
        QTest::newRow("plain") << u"code version 1."_s << u"code version 1."_s;
        QTest::newRow("short word that is base64") << u"test"_s << u"test"_s;
        QTest::newRow("words that are base64") << u"deadbeef"_s << u"deadbeef"_s;
        QTest::newRow("long word that is base64") << u"Deployment12"_s << u"Deployment12"_s;
        QTest::newRow("plain quotes stay") << u"\"quoted\""_s << u"\"quoted\""_s;
        QTest::newRow("control characters inside")
            << encoded(u"abc\u0001defgh"_s) << encoded(u"abc\u0001defgh"_s);
        QTest::newRow("encoded line break stays")
            << encoded(u"line one\nline two"_s) << u"line one\nline two"_s;
        QTest::newRow("another spelling of the same bytes")
            << u"Zmlyc3QgdmVyc2lvbh=="_s << u"Zmlyc3QgdmVyc2lvbh=="_s;
        QTest::newRow("unfinished quote") << encoded(u"\"Hello World"_s) << u"\"Hello World"_s;
        QTest::newRow("empty") << QString() << QString();
    }

    void showsDescriptionsAsTheyWereWritten()
    {
        QFETCH(const QString, received);
        QTEST(decodeDescription(received), "shown");
    }
};

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
