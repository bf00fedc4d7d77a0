// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/displayline.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

namespace edgewright {

using namespace Qt::StringLiterals;

class DisplayLineTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatWouldNotShowIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("boxes");
        QTest::newRow("plain") << QByteArray("const a = 1;") << u"const a = 1;"_s << 0;
        QTest::newRow("tab stays") << QByteArray("\ta") << u"\ta"_s << 0;
        QTest::newRow("Chinese") << QByteArray("值") << u"值"_s << 0;
        QTest::newRow("override") << QByteArray("a\u202Eb") << u"aRLOb"_s << 1;
        QTest::newRow("zero width") << QByteArray("a\u200Bb") << u"aZWSPb"_s << 1;
        QTest::newRow("nul") << QByteArray("a\0b", 3) << u"aNULb"_s << 1;
        QTest::newRow("escape") << QByteArray("\x1B[0m") << u"ESC[0m"_s << 1;
        QTest::newRow("lone return") << QByteArray("a\rb") << u"aCRb"_s << 1;
        QTest::newRow("not UTF-8") << QByteArray("\xFF\xC0\x80") << u"xFFxC0x80"_s << 3;
        QTest::newRow("cut character") << QByteArray("a\xE4\xB8") << u"axE4xB8"_s << 2;
        QTest::newRow("surrogate in UTF-8") << QByteArray("\xED\xA0\x80") << u"xEDxA0x80"_s << 3;
        QTest::newRow("joined emoji") << QByteArray("👩‍💻") << u"👩‍💻"_s << 0;
        QTest::newRow("joiner in a word") << QByteArray("a\u200Db") << u"aZWJb"_s << 1;
        QTest::newRow("markup") << QByteArray("<b>&amp;</b>") << u"<b>&amp;</b>"_s << 0;
    }

    void whatWouldNotShowIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QFETCH(int, boxes);

        const DisplayLine line =
            displayLine({bytes.constData(), static_cast<std::size_t>(bytes.size())});

        QCOMPARE(line.text, shown);
        QCOMPARE(static_cast<int>(line.marks.size()), boxes);
    }

    void everyPlaceKnowsItsByte()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes;
            for (int i = 0; i < 60; ++i)
                bytes += static_cast<char>(random.bounded(256));
            const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));

            const DisplayLine line = displayLine(view);

            QCOMPARE(line.byteOf.size(), static_cast<std::size_t>(line.text.size()) + 1);
            QVERIFY(std::is_sorted(line.byteOf.begin(), line.byteOf.end()));
            QCOMPARE(line.byteOf.back(), 60U);
            for (int unit = 0; unit < line.text.size(); ++unit)
                QCOMPARE_LE(line.unitOf(line.byteAt(unit)), unit);
        }
    }

    void aLongLineShowsItsBeginningAndWhatChanged()
    {
        std::string text(100'000, 'x');
        text.replace(70'000, 6, "needle");

        const DisplayLine line = displayLine(text, {{.begin = 70'000, .end = 70'006}});

        QVERIFY(line.text.size() < 2500);
        QVERIFY(line.text.contains(u"needle"_s));
        QCOMPARE(static_cast<int>(line.marks.size()), 2);
        QCOMPARE(line.byteAt(static_cast<int>(line.text.indexOf(u"needle"_s))), 70'000U);
        QCOMPARE(line.byteOf.back(), 100'000U);
    }

    void aLongLineIsNeverCutInsideACharacter()
    {
        QByteArray text;
        for (int i = 0; i < 5000; ++i)
            text += "值";
        const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));

        const DisplayLine line = displayLine(view, {{.begin = 7001, .end = 7002}});

        for (const DisplayLine::Mark &mark : line.marks)
            QVERIFY(mark.kind == DisplayLine::MarkKind::Elision);
    }
};

} // namespace edgewright

QTEST_GUILESS_MAIN(edgewright::DisplayLineTest)
#include "tst_displayline.moc"
