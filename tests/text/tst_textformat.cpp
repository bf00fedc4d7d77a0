// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/textformat.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

class TestTextFormat final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void lineEndsAreRecognised_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<LineEnd>("lineEnd");
        QTest::addColumn<bool>("finalNewline");

        QTest::newRow("empty") << QByteArray() << LineEnd::None << false;
        QTest::newRow("one line") << QByteArray("a") << LineEnd::None << false;
        QTest::newRow("LF") << QByteArray("a\nb\n") << LineEnd::Lf << true;
        QTest::newRow("LF, none at the end") << QByteArray("a\nb") << LineEnd::Lf << false;
        QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << LineEnd::CrLf << true;
        QTest::newRow("CR") << QByteArray("a\rb\r") << LineEnd::Cr << true;
        QTest::newRow("LF and CRLF") << QByteArray("a\nb\r\n") << LineEnd::Mixed << true;
        QTest::newRow("CR before CRLF") << QByteArray("a\r\r\n") << LineEnd::Mixed << true;
        QTest::newRow("LF then CR") << QByteArray("a\n\rb") << LineEnd::Mixed << false;
    }
    void lineEndsAreRecognised()
    {
        QFETCH(QByteArray, text);

        const TextFormat format = detectFormat(text);

        QTEST(format.lineEnd, "lineEnd");
        QTEST(format.finalNewline, "finalNewline");
        QVERIFY(!format.byteOrderMark);
    }

    void theByteOrderMarkIsSeen()
    {
        QVERIFY(detectFormat("\xEF\xBB\xBFlet a;").byteOrderMark);
        QVERIFY(!detectFormat("let a = '\xEF\xBB\xBF';").byteOrderMark);
    }

    void indentationIsGuessed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("tabs");
        QTest::addColumn<int>("width");

        QTest::newRow("none: two") << QByteArray("a\nb\n") << false << 2;
        QTest::newRow("two") << QByteArray("a {\n  b {\n    c\n  }\n}\n") << false << 2;
        QTest::newRow("four") << QByteArray("a {\n    b {\n        c\n    }\n}\n") << false << 4;
        QTest::newRow("three") << QByteArray("a {\n   b {\n      c\n   }\n}\n") << false << 3;
        QTest::newRow("tabs") << QByteArray("a {\n\tb {\n\t\tc\n\t}\n}\n") << true << 4;
        QTest::newRow("comment stars")
            << QByteArray("/**\n * x\n * y\n */\na {\n    b\n}\n") << false << 4;
        QTest::newRow("CRLF and blank lines")
            << QByteArray("a {\r\n    b\r\n\r\n    c\r\n}\r\n") << false << 4;
        QTest::newRow("mostly tabs") << QByteArray("a\n\tb\n\tc\n  d\n") << true << 4;
    }
    void indentationIsGuessed()
    {
        QFETCH(QByteArray, text);

        const Indentation indentation = detectFormat(text).indentation;

        QTEST(indentation.tabs, "tabs");
        QTEST(indentation.width, "width");
    }

    void theGuessReadsOnlyTheFirstLines()
    {
        QByteArray text;
        while (text.size() < 300 * 1024)
            text += "a {\n  b\n}\n";
        text += QByteArray("x {\n\ty\n}\n").repeated(100'000);

        QVERIFY(!detectFormat(text).indentation.tabs);
    }

    void utf8IsStrict_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("valid");

        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("ASCII past a word") << QByteArray("0123456789abcdef!") << true;
        QTest::newRow("Chinese") << u"重定向"_s.toUtf8() << true;
        QTest::newRow("last code point") << QByteArray("\xF4\x8F\xBF\xBF") << true;
        QTest::newRow("lone continuation") << QByteArray("abcdefgh\x80") << false;
        QTest::newRow("overlong three") << QByteArray("\xE0\x80\xAF") << false;
        QTest::newRow("overlong four") << QByteArray("\xF0\x80\x80\xAF") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xBF\xBF") << false;
        QTest::newRow("FF") << QByteArray("\xFF") << false;
        QTest::newRow("cut") << QByteArray("\xE4\xB8") << false;
    }
    void utf8IsStrict()
    {
        QFETCH(QByteArray, bytes);

        QTEST(isUtf8(bytes), "valid");
    }

    void namesOfLineEndsDiffer()
    {
        QSet<QString> names;
        for (const LineEnd end :
             {LineEnd::None, LineEnd::Lf, LineEnd::CrLf, LineEnd::Cr, LineEnd::Mixed})
            names.insert(displayName(end));

        QCOMPARE(names.size(), 5);
        QVERIFY(names.contains(u"CRLF"_s));
    }
};

QTEST_GUILESS_MAIN(TestTextFormat)
#include "tst_textformat.moc"
