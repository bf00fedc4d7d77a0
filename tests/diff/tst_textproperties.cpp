// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/textproperties.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright::diff;
using namespace Qt::StringLiterals;

class TextPropertiesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void knowsTheEncoding_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("encoding");
        QTest::newRow("empty") << QByteArray() << int(Encoding::Ascii);
        QTest::newRow("ascii") << QByteArray("abc") << int(Encoding::Ascii);
        QTest::newRow("utf-8") << QByteArray("缓存") << int(Encoding::Utf8);
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbf"
                                            "abc")
                              << int(Encoding::Utf8WithMark);
        QTest::newRow("utf-16 le") << QByteArray("\xff\xfe"
                                                 "a\0",
                                                 4)
                                   << int(Encoding::Utf16LittleEndian);
        QTest::newRow("utf-16 be") << QByteArray("\xfe\xff\0a", 4) << int(Encoding::Utf16BigEndian);
        QTest::newRow("gbk") << QByteArray("\xbb\xba\xb4\xe6") << int(Encoding::Other);
        QTest::newRow("overlong") << QByteArray("\xe0\x80\x80") << int(Encoding::Other);
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << int(Encoding::Other);
        QTest::newRow("beyond unicode") << QByteArray("\xf4\x90\x80\x80") << int(Encoding::Other);
        QTest::newRow("cut off") << QByteArray("a\xe7\xbc") << int(Encoding::Other);
    }
    void knowsTheEncoding()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, encoding);
        QCOMPARE(int(textProperties(text.toStdString()).encoding), encoding);
    }

    void knowsTheLineEnds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("ends");
        QTest::addColumn<bool>("final");
        QTest::newRow("none") << QByteArray("a") << int(LineEnds::None) << false;
        QTest::newRow("lf") << QByteArray("a\nb\n") << int(LineEnds::Lf) << true;
        QTest::newRow("crlf") << QByteArray("a\r\nb") << int(LineEnds::CrLf) << false;
        QTest::newRow("cr") << QByteArray("a\rb\r") << int(LineEnds::Cr) << true;
        QTest::newRow("mixed") << QByteArray("a\r\nb\n") << int(LineEnds::Mixed) << true;
    }
    void knowsTheLineEnds()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, ends);
        QFETCH(bool, final);
        const TextProperties properties = textProperties(text.toStdString());
        QCOMPARE(int(properties.lineEnds), ends);
        QCOMPARE(properties.hasFinalNewline, final);
    }

    void saysWhatDiffersBesideTheLines_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<bool>("encoding");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<bool>("final");
        QTest::newRow("ascii is utf-8")
            << QByteArray("a\n") << QByteArray("缓\n") << false << false << false;
        QTest::newRow("mark") << QByteArray("a\n")
                              << QByteArray("\xef\xbb\xbf"
                                            "a\n")
                              << true << false << false;
        QTest::newRow("line ends")
            << QByteArray("a\n") << QByteArray("a\r\n") << false << true << false;
        QTest::newRow("final newline")
            << QByteArray("a\nb") << QByteArray("a\nb\n") << false << false << true;
        QTest::newRow("nothing to compare with")
            << QByteArray() << QByteArray("a\r\n") << false << false << false;
    }
    void saysWhatDiffersBesideTheLines()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(bool, encoding);
        QFETCH(bool, ends);
        QFETCH(bool, final);
        const PropertyDifferences expected{encoding, ends, final};
        QVERIFY(compareProperties(left.toStdString(), right.toStdString()) == expected);
        QCOMPARE(expected.any(), encoding || ends || final);
    }

    void measuresTheLongestLineAndFindsNul()
    {
        const TextProperties properties = textProperties(std::string_view("ab\n\0cdef\r\ng", 11));
        QCOMPARE(properties.longestLine, 5U);
        QVERIFY(properties.hasNul);
    }
};

QTEST_GUILESS_MAIN(TextPropertiesTest)
#include "tst_textproperties.moc"
