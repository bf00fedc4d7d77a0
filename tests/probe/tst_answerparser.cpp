// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/answerparser.h"
#include "probe/inflate.h"

#include <QRegularExpression>
#include <QTest>

#include <zlib.h>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray gzip(const QByteArray &text)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray input = text;
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray withLength(const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
           + "\r\n\r\n" + body;
}

} // namespace

class AnswerParserTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyFramingIsReadWholeAndByteByByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("needsTheEnd");

        const QByteArray chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=1\r\n "
            "world\r\n0\r\nX-Late: 1\r\n\r\n";
        QTest::addRow("length") << withLength("hello") << QByteArray("GET") << 200
                                << QByteArray("hello") << false;
        QTest::addRow("empty") << withLength("") << QByteArray("GET") << 200 << QByteArray("")
                               << false;
        QTest::addRow("chunked") << chunked << QByteArray("GET") << 200 << QByteArray("hello world")
                                 << false;
        QTest::addRow("until closed") << QByteArray("HTTP/1.0 404 Not Found\r\nA: b\r\n\r\nhello")
                                      << QByteArray("GET") << 404 << QByteArray("hello") << true;
        QTest::addRow("no reason") << QByteArray("HTTP/1.1 500\r\nContent-Length: 0\r\n\r\n")
                                   << QByteArray("GET") << 500 << QByteArray("") << false;
        QTest::addRow("head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")
                              << QByteArray("HEAD") << 200 << QByteArray("") << false;
        QTest::addRow("204") << QByteArray("HTTP/1.1 204 X\r\n\r\n") << QByteArray("GET") << 204
                             << QByteArray("") << false;
        QTest::addRow("304") << QByteArray("HTTP/1.1 304 X\r\nContent-Length: 5\r\n\r\n")
                             << QByteArray("GET") << 304 << QByteArray("") << false;
        QTest::addRow("interim answers first")
            << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n")
                   + withLength("hello")
            << QByteArray("GET") << 200 << QByteArray("hello") << false;
        QTest::addRow("same length twice")
            << withLength("hello", "Content-Length: 5\r\n") << QByteArray("GET") << 200
            << QByteArray("hello") << false;
        QTest::addRow("gzip") << withLength(gzip("hello"), "Content-Encoding: gzip\r\n")
                              << QByteArray("GET") << 200 << QByteArray("hello") << false;
    }

    void everyFramingIsReadWholeAndByteByByte()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, method);
        QFETCH(bool, needsTheEnd);

        for (const qsizetype step : {bytes.size(), qsizetype(1), qsizetype(3)}) {
            AnswerParser parser({}, method);
            for (qsizetype at = 0; at < bytes.size(); at += step)
                parser.add(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
            QCOMPARE(parser.state() == AnswerParser::State::Reading, needsTheEnd);
            parser.end();

            QCOMPARE(parser.state(), AnswerParser::State::Done);
            const ProbeAnswer answer = parser.takeAnswer();
            QTEST(answer.status, "status");
            QTEST(answer.body, "body");
            QCOMPARE(answer.bodyState, ProbeAnswer::Body::Whole);
        }
    }

    void whatIsNotOneClearAnswerIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray head = "HTTP/1.1 200 OK\r\n";
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("garbage") << QByteArray("\x01\xff\xfegarbage\r\n\r\n");
        QTest::addRow("ftp greeting") << QByteArray("220 ready\r\n\r\n");
        QTest::addRow("HTTP/2") << QByteArray("HTTP/2 200 OK\r\n\r\n");
        QTest::addRow("two digits") << QByteArray("HTTP/1.1 20 OK\r\n\r\n");
        QTest::addRow("status 0") << QByteArray("HTTP/1.1 000 OK\r\n\r\n");
        QTest::addRow("letters behind the status") << QByteArray("HTTP/1.1 200x OK\r\n\r\n");
        QTest::addRow("cut in the head") << head + "Content-Le";
        QTest::addRow("cut body") << head + "Content-Length: 9\r\n\r\nhello";
        QTest::addRow("negative length") << head + "Content-Length: -1\r\n\r\n";
        QTest::addRow("plus length") << head + "Content-Length: +1\r\n\r\na";
        QTest::addRow("20 digits") << head + "Content-Length: 11111111111111111111\r\n\r\n";
        QTest::addRow("two lengths") << head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab";
        QTest::addRow("length and chunks")
            << head + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        QTest::addRow("unknown coding") << head + "Transfer-Encoding: gzip, chunked\r\n\r\n";
        QTest::addRow("coding twice")
            << head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n";
        QTest::addRow("chunk without size") << head + "Transfer-Encoding: chunked\r\n\r\n\r\n";
        QTest::addRow("negative chunk") << head + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello";
        QTest::addRow("0x chunk") << head + "Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n";
        QTest::addRow("huge chunk")
            << head + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhello";
        QTest::addRow("chunk too long")
            << head + "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n";
        QTest::addRow("cut chunk") << head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel";
        QTest::addRow("no last chunk") << head + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n";
        QTest::addRow("folded header") << head + "A: b\r\n c\r\n\r\n";
        QTest::addRow("blank before the colon") << head + "A : b\r\n\r\n";
        QTest::addRow("no colon") << head + "hello\r\n\r\n";
        QTest::addRow("NUL") << head + QByteArray("A: b\0c\r\n\r\n", 10);
        QTest::addRow("bare line feeds") << QByteArray("HTTP/1.1 200 OK\nContent-Length: 0\n\n");
    }

    void whatIsNotOneClearAnswerIsRefused()
    {
        QFETCH(QByteArray, bytes);
        AnswerParser parser({}, "GET");

        parser.add(bytes);
        parser.end();

        QCOMPARE(parser.state(), AnswerParser::State::Failed);
        QVERIFY(!parser.problem().isEmpty());
    }

    void theHeadIsLimited_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addRow("one endless line") << QByteArray("HTTP/1.1 200 OK\r\nA: ");
        QTest::addRow("trailers") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: ");
        QTest::addRow("chunk extension")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;");
    }

    void theHeadIsLimited()
    {
        QFETCH(QByteArray, beginning);
        AnswerParser parser({.headLimit = 4'000}, "GET");
        parser.add(beginning);

        parser.add(QByteArray(5'000, 'a'));

        QCOMPARE(parser.state(), AnswerParser::State::Failed);
    }

    void manyHeadersAreTooManyAsWell()
    {
        AnswerParser parser({.headLimit = 4'000}, "GET");
        parser.add("HTTP/1.1 200 OK\r\n");
        int lines = 0;
        while (parser.state() == AnswerParser::State::Reading && lines++ < 10'000)
            parser.add("A: b\r\n");

        QCOMPARE(parser.state(), AnswerParser::State::Failed);
        QCOMPARE_LT(lines, 1'000);
    }

    void aBodyPastTheLimitIsCutThere_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addRow("length") << QByteArray("Content-Length: 5000\r\n\r\n");
        QTest::addRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n\r\n1388\r\n");
        QTest::addRow("until closed") << QByteArray("\r\n");
    }

    void aBodyPastTheLimitIsCutThere()
    {
        QFETCH(QByteArray, head);
        AnswerParser parser({.bodyLimit = 1'000}, "GET");

        parser.add("HTTP/1.1 200 OK\r\n");
        parser.add(head);
        parser.add(QByteArray(5'000, 'a'));

        QCOMPARE(parser.state(), AnswerParser::State::Done);
        const ProbeAnswer answer = parser.takeAnswer();
        QCOMPARE(answer.body, QByteArray(1'000, 'a'));
        QCOMPARE(answer.bodyState, ProbeAnswer::Body::Cut);
    }

    void aBodyAsLongAsTheLimitIsWhole()
    {
        AnswerParser parser({.bodyLimit = 1'000}, "GET");
        parser.add(withLength(QByteArray(1'000, 'a')));

        QCOMPARE(parser.state(), AnswerParser::State::Done);
        QCOMPARE(parser.takeAnswer().bodyState, ProbeAnswer::Body::Whole);
    }

    void aBombUnpacksNoFurtherThanTheLimit()
    {
        const QByteArray bomb = gzip(QByteArray(50'000'000, '\0'));
        QCOMPARE_LT(bomb.size(), 100'000);
        AnswerParser parser({.bodyLimit = 100'000}, "GET");

        parser.add(withLength(bomb, "Content-Encoding: gzip\r\n"));

        const ProbeAnswer answer = parser.takeAnswer();
        QCOMPARE(answer.body, QByteArray(100'000, '\0'));
        QCOMPARE(answer.bodyState, ProbeAnswer::Body::Cut);
    }

    void whatCannotBeUnpackedStaysAsItCame_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("coding");
        QTest::addRow("not gzip") << QByteArray("hello") << QByteArray("gzip");
        QTest::addRow("cut gzip") << gzip("hello hello hello").chopped(9) << QByteArray("gzip");
        QTest::addRow("brotli") << QByteArray("hello") << QByteArray("br");
        QTest::addRow("two codings") << gzip("hello") << QByteArray("gzip, gzip");
    }

    void whatCannotBeUnpackedStaysAsItCame()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, coding);
        AnswerParser parser({}, "GET");

        parser.add(withLength(body, "Content-Encoding: " + coding + "\r\n"));

        const ProbeAnswer answer = parser.takeAnswer();
        QCOMPARE(answer.body, body);
        QCOMPARE(answer.bodyState, ProbeAnswer::Body::Undecodable);
    }

    void deflateMeansBothThings()
    {
        const QByteArray text(1'000, 'x');
        const QByteArray zlibFormat = qCompress(text).mid(4);
        const QByteArray bare = zlibFormat.sliced(2).chopped(4);

        QCOMPARE(inflate(zlibFormat, 10'000).bytes, text);
        QCOMPARE(inflate(bare, 10'000).bytes, text);
    }
};

QTEST_GUILESS_MAIN(AnswerParserTest)
#include "tst_answerparser.moc"
