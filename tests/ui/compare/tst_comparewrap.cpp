// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"
#include "compare/displayline.h"
#include "compare/linecharacters.h"
#include "compare/rowplaces.h"
#include "support/patience.h"

#include <QFontDatabase>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QThreadPool>

namespace edgewright {

using namespace Qt::StringLiterals;

/// Rows that need several lines of text.
class CompareWrapTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
    }

    void matchedLinesShareTheirPlaceWhateverHappens()
    {
        QRandomGenerator random(17);
        CompareCanvas canvas;
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        for (int round = 0; round < 40; ++round) {
            canvas.setDocument(document(randomText(random), randomText(random)), false);
            for (int step = 0; step < 4; ++step) {
                disturb(canvas, random);
                checkAlignment(canvas);
                checkNothingOverlaps(canvas);
                checkDrawnIsCounted(canvas);
            }
        }
    }

    void whatStandsOnTopStaysThere()
    {
        CompareCanvas canvas;
        canvas.resize(900, 300);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        QByteArray text;
        for (int i = 0; i < 300; ++i)
            text += "line " + QByteArray::number(i) + QByteArray(i % 7 * 60, 'x') + '\n';
        canvas.setContext(-1);
        canvas.setDocument(document(text, text + "more\n"), false);
        canvas.scrollToRow(150, 0.0);

        canvas.setWrapped(true);
        QCOMPARE(canvas.indexAt(0), 150);
        canvas.resize(700, 300);
        QCOMPARE(canvas.indexAt(0), 150);
        canvas.zoom(3);
        QCOMPARE(canvas.indexAt(0), 150);
        canvas.setWrapped(false);
        QCOMPARE(canvas.indexAt(0), 150);
    }

    void wrappedTextIsSelectedAndCopiedAsItIs()
    {
        CompareCanvas canvas;
        canvas.resize(900, 400);
        canvas.setWrapped(true);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        QByteArray line = "start";
        for (int i = 0; i < 60; ++i)
            line += " word" + QByteArray::number(i);
        canvas.setDocument(document(line + "\nend\n", line + "\nend!\n"), false);
        const QRect place = canvas.lineRect(Side::Right, 0);
        QVERIFY(place.height() > 2 * canvas.scene().rowHeight());

        canvas.selectAll();
        QCOMPARE(canvas.selectedText(), line + "\nend!\n");

        // From the first row down to the second: the bytes between, no break.
        const int x = canvas.scene().column(Side::Right).textLeft;
        const int height = canvas.scene().rowHeight();
        QTest::mousePress(canvas.viewport(), Qt::LeftButton, {},
                          QPoint(x, place.top() + height / 2));
        QTest::mouseMove(canvas.viewport(), QPoint(x, place.top() + height + height / 2));
        QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {},
                            QPoint(x, place.top() + height + height / 2));
        QVERIFY(canvas.selectedText().size() > 10);
        QVERIFY(line.startsWith(canvas.selectedText()));
    }

    void countedRowsAreTheRowsDrawn_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("const alpha = beta(gamma, delta, epsilon);");
        QTest::newRow("one word") << QByteArray(200, 'x');
        QTest::newRow("tabs") << QByteArray("\t\tif (a)\t{\t// b\t\t\t\t\tc");
        QTest::newRow("Chinese") << QByteArray("// 中文注释：缓存四百零四一分钟，然后再试一次");
        QTest::newRow("emoji") << QByteArray(
            "👩‍💻 👩‍💻👩‍💻 x "
            "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻");
        QTest::newRow("marks") << QByteArray("e\xCC\x81").repeated(50);
        QTest::newRow("boxes") << QByteArray("\u202E\u2066\u200B\u00A0").repeated(20);
        QTest::newRow("no text") << QByteArray("\xFF\xFE\x00\x01", 4).repeated(20);
        QTest::newRow("giant") << QByteArray("abc def;").repeated(100'000);
        QTest::newRow("surrogate pairs at the edge")
            << QByteArray("x") + QByteArray("😀").repeated(60);
    }

    void countedRowsAreTheRowsDrawn()
    {
        QFETCH(QByteArray, line);
        const std::string_view bytes(line.constData(), static_cast<std::size_t>(line.size()));
        for (const int columns : {0, 1, 2, 7, 20, 33, 80}) {
            const DisplayLine shown = displayLine(bytes, {}, columns);

            const QStringList rows = shown.text.split(QChar(QChar::LineSeparator));

            QCOMPARE(wrappedRows(bytes, {}, columns), static_cast<int>(rows.size()));
            QCOMPARE(shown.byteOf.size(), static_cast<std::size_t>(shown.text.size() + 1));
            QVERIFY(std::is_sorted(shown.byteOf.begin(), shown.byteOf.end()));
            QCOMPARE(QString(shown.text).remove(QChar(QChar::LineSeparator)),
                     displayLine(bytes).text);
            for (const QString &row : rows)
                QVERIFY(row.isEmpty() || !row.front().isLowSurrogate());
        }
    }

    void aGiantLineStaysBounded()
    {
        CompareCanvas canvas;
        canvas.resize(900, 400);
        canvas.setWrapped(true);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        QByteArray left(1'000'000, 'x');
        QByteArray right = left;
        right.replace(600'000, 5, "other");

        canvas.setDocument(document(left, right), false);

        QVERIFY(canvas.scene().contentHeight() < 200 * canvas.scene().rowHeight());
        QVERIFY(!canvas.grab().isNull());
    }

    void rowsOfALargeTextAreCountedElsewhereAndStayAlignedMeanwhile()
    {
        QByteArray left;
        for (int i = 0; left.size() < 700'000; ++i)
            left +=
                "line " + QByteArray::number(i) + QByteArray(" and more of it").repeated(40) + '\n';
        QByteArray right = left;
        right.replace("line 500 ", "changed 500 ");
        CompareCanvas canvas;
        canvas.resize(900, 400);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        canvas.setDocument(document(left, right), false);
        QVERIFY(canvas.scene().document().isLarge());
        const QRect before = canvas.lineRect(Side::Right, 500);
        const auto check = [&canvas] {
            checkAlignment(canvas);
            checkNothingOverlaps(canvas);
            checkDrawnIsCounted(canvas);
        };

        canvas.setWrapped(true);
        QCOMPARE(canvas.lineRect(Side::Right, 500).height(), before.height());
        check();
        QTRY_VERIFY(canvas.lineRect(Side::Right, 500).height() > 5 * before.height());
        check();
        const int wide = canvas.lineRect(Side::Right, 500).height();
        for (const int width : {860, 820, 700, 600})
            canvas.resize(width, 400);
        check();
        QTRY_VERIFY(canvas.lineRect(Side::Right, 500).height() > wide);
        check();
        // Another text while the rows of this one are still being counted.
        canvas.resize(1000, 400);
        canvas.setDocument(document("a\n", "b\n"), false);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents();
        check();
    }

    void roomBelowARowMovesTheOthersDown()
    {
        RowPlaces places;
        for (const bool isWrapped : {false, true}) {
            places.setUniform(5, 10);
            if (isWrapped)
                places.setWrapped(5, 10, [](int index) { return index + 1; });
            const int top = places.top(3);
            const int total = places.total();
            places.setRoom(2, 25);
            QCOMPARE(places.top(3), top + 25);
            QCOMPARE(places.total(), total + 25);
            QCOMPARE(places.room(2), 25);
            for (int pixel = 0; pixel < places.total(); ++pixel) {
                const int index = places.at(pixel);
                QVERIFY(places.top(index) <= pixel && pixel < places.top(index + 1));
                QCOMPARE(places.pixelOf(places.anchorAt(pixel)), pixel);
            }
        }
        places.setUniform(5, 10);
        QCOMPARE(places.total(), 50);
    }

    void placesAreFoundBackFromTheirPixels()
    {
        RowPlaces places;
        places.setWrapped(5, 10, [](int index) { return index + 1; });
        QCOMPARE(places.total(), 150);
        for (int pixel = 0; pixel < places.total(); ++pixel) {
            const int index = places.at(pixel);
            QVERIFY(places.top(index) <= pixel && pixel < places.top(index + 1));
        }
        QCOMPARE(places.at(150), 5);
        QCOMPARE(places.at(-3), 0);
        places.setUniform(5, 10);
        QCOMPARE(places.at(49), 4);
        QCOMPARE(places.height(4), 10);
    }

private:
    static CompareDocumentPtr document(const QByteArray &left, const QByteArray &right)
    {
        const auto made =
            makeCompareDocument({.left = {.text = left},
                                 .right = {.text = right},
                                 .ignore = {},
                                 .cancelled = std::make_shared<std::atomic<bool>>(false)});
        return made ? *made : nullptr;
    }

    static QByteArray randomText(QRandomGenerator &random)
    {
        static const QList<QByteArray> pieces{"const value = ", "(a, b) ",  "\t",
                                              "中文注释 ",      "\u202E",   "identifier",
                                              "👩‍💻",    "x.y.z[0]", "\"text in quotes\" "};
        QByteArray out;
        const int lines = random.bounded(60);
        for (int i = 0; i < lines; ++i) {
            out += "line " + QByteArray::number(i / 2);
            if (random.bounded(3) == 0) {
                for (int n = random.bounded(40); n > 0; --n)
                    out += pieces.at(random.bounded(static_cast<int>(pieces.size())));
            }
            out += random.bounded(20) == 0 ? "\r\n" : "\n";
        }
        return out;
    }

    static void disturb(CompareCanvas &canvas, QRandomGenerator &random)
    {
        static const QStringList families{u"DejaVu Sans Mono"_s, u"Monospace"_s, u"Sans Serif"_s};
        canvas.resize(300 + random.bounded(1200), 200 + random.bounded(500));
        canvas.setWrapped(random.bounded(3) != 0);
        canvas.setUnified(random.bounded(2) == 0);
        canvas.setContext(random.bounded(5) - 1);
        QFont font(families.at(random.bounded(3)));
        font.setPointSize(7 + random.bounded(14));
        canvas.setCodeFont(font);
        canvas.zoom(random.bounded(7) - 3);
        const int rows = canvas.scene().folds().count();
        if (rows > 0)
            QTest::mouseClick(canvas.viewport(), Qt::LeftButton,
                              random.bounded(4) == 0 ? Qt::ShiftModifier : Qt::NoModifier,
                              canvas.rowRect(random.bounded(rows)).center());
        canvas.verticalScrollBar()->setValue(
            random.bounded(canvas.verticalScrollBar()->maximum() + 1));
    }

    static void checkAlignment(const CompareCanvas &canvas)
    {
        for (const diff::Row &row : canvas.scene().rows()) {
            if (row.left < 0 || row.right < 0)
                continue;
            const QRect left = canvas.lineRect(Side::Left, static_cast<std::uint32_t>(row.left));
            const QRect right = canvas.lineRect(Side::Right, static_cast<std::uint32_t>(row.right));
            QCOMPARE(left.top(), right.top());
            QCOMPARE(left.height(), right.height());
        }
    }

    static void checkNothingOverlaps(const CompareCanvas &canvas)
    {
        int bottom = canvas.rowRect(0).top();
        for (int index = 0; index < canvas.scene().folds().count(); ++index) {
            const QRect place = canvas.rowRect(index);
            QCOMPARE(place.top(), bottom);
            QCOMPARE(canvas.indexAt(place.center().y()), index);
            bottom = place.top() + place.height();
        }
    }

    /// Each row is high enough for the lines drawn in it, and no higher.
    static void checkDrawnIsCounted(const CompareCanvas &canvas)
    {
        const CompareScene &scene = canvas.scene();
        for (int index = 0; index < scene.folds().count(); ++index) {
            const FoldedRows::Entry &entry = scene.folds().at(index);
            int rows = 1;
            for (const Side side : {Side::Left, Side::Right}) {
                const auto line = entry.isBand() ? std::nullopt : scene.lineOf(entry.row, side);
                if (line)
                    rows = std::max(
                        rows, scene.layouts().at(scene.sideOf(entry.row, side), *line).rows());
            }
            QCOMPARE(canvas.rowRect(index).height(), rows * scene.rowHeight());
        }
    }
};

} // namespace edgewright

QTEST_MAIN(edgewright::CompareWrapTest)
#include "tst_comparewrap.moc"
