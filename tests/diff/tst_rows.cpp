// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/rows.h"
#include "randomtexts.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace edgewright::diff;
using namespace Qt::StringLiterals;

namespace {

/// "=" equal, "~" changed, "-" removed, "+" added, "(n)" folded.
QByteArray drawn(const std::vector<Row> &rows)
{
    QByteArray result;
    for (const Row &row : rows) {
        if (row.kind == RowKind::Fold)
            result += '(' + QByteArray::number(row.foldedLines) + ')';
        else
            result += "=~-+"[int(row.kind)];
    }
    return result;
}

/// True when every line of both sides is there once and in order, folded ones included.
bool isComplete(const std::vector<Row> &rows, const LineDiff &lines)
{
    std::int64_t left = 0;
    std::int64_t right = 0;
    for (const Row &row : rows) {
        const std::int64_t size = row.kind == RowKind::Fold ? row.foldedLines : 1;
        if (row.left >= 0 && std::exchange(left, left + size) != row.left)
            return false;
        if (row.right >= 0 && std::exchange(right, right + size) != row.right)
            return false;
        const bool isInChange = row.change >= 0;
        const bool looksChanged = row.kind != RowKind::Equal && row.kind != RowKind::Fold;
        if (isInChange != looksChanged || (row.left < 0 && row.right < 0))
            return false;
    }
    return left == lines.leftLines && right == lines.rightLines;
}

std::string numbered(int from, int to)
{
    std::string result;
    for (int i = from; i < to; ++i)
        result += "line " + std::to_string(i) + '\n';
    return result;
}

} // namespace

class RowsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void showsEveryLineOnce()
    {
        test::RandomTexts texts(13);
        for (int round = 0; round < 2000; ++round) {
            const std::string left = texts.text(texts.below(40), 2 + texts.below(30));
            const std::string right = texts.pairOf(left);
            const Ignore ignore{.allSpace = texts.below(4) == 0, .blankLines = texts.below(3) == 0};
            const Comparison comparison = compareTexts(left, right, ignore);
            for (const int context : {-1, 0, 1, 3})
                QVERIFY(isComplete(alignRows(comparison, context), comparison.lines));
        }
    }

    void foldsWhatIsFarFromChanges_data()
    {
        QTest::addColumn<int>("context");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("no folding") << -1 << QByteArray("==========~==========");
        QTest::newRow("three around") << 3 << QByteArray("(7)===~===(7)");
        QTest::newRow("none around") << 0 << QByteArray("(10)~(10)");
        QTest::newRow("a band of one line is no band") << 9 << QByteArray("==========~==========");
    }
    void foldsWhatIsFarFromChanges()
    {
        QFETCH(int, context);
        const Comparison comparison =
            compareTexts(numbered(0, 21), numbered(0, 10) + "line ten\n" + numbered(11, 21));
        QTEST(drawn(alignRows(comparison, context)), "rows");
    }

    void equalTextsFoldToOneBand()
    {
        QCOMPARE(drawn(alignRows(compareTexts(numbered(0, 9), numbered(0, 9)), 3)),
                 QByteArray("(9)"));
        QVERIFY(alignRows(compareTexts("", ""), 3).empty());
    }

    void aBlankLineThatDoesNotCountFacesAFiller()
    {
        const Comparison comparison = compareTexts("a\n\nb\n", "a\nb\n", {.blankLines = true});
        const std::vector<Row> rows = alignRows(comparison);
        QCOMPARE(drawn(rows), QByteArray("==="));
        QCOMPARE(rows[1].left, std::int64_t(1));
        QCOMPARE(rows[1].right, std::int64_t(-1));
    }
};

QTEST_GUILESS_MAIN(RowsTest)
#include "tst_rows.moc"
