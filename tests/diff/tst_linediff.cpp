// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/linediff.h"
#include "randomtexts.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace edgewright;
using namespace edgewright::diff;
using namespace Qt::StringLiterals;

namespace {

std::string line(const std::string &text, const std::vector<std::uint32_t> &starts, std::size_t n)
{
    return text.substr(starts[n], starts[n + 1] - starts[n]);
}

std::string applied(const std::string &left, const std::string &right, const LineDiff &diff)
{
    const auto l = lineStarts(left);
    const auto r = lineStarts(right);
    std::string result;
    std::uint32_t at = 0;
    for (const Change &c : diff.changes) {
        result += left.substr(l[at], l[c.leftStart] - l[at]);
        result += right.substr(r[c.rightStart], r[c.rightStart + c.rightCount] - r[c.rightStart]);
        at = c.leftStart + c.leftCount;
    }
    return result + left.substr(l[at]);
}

/// Nothing is out of order, empty or touching, and equal stretches are as long on both sides.
bool isWellFormed(const LineDiff &diff)
{
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    bool isFirst = true;
    for (const Change &c : diff.changes) {
        if (c.leftCount == 0 && c.rightCount == 0)
            return false;
        if (c.leftStart < left || c.rightStart < right || c.leftStart - left != c.rightStart - right
            || (!isFirst && c.leftStart == left))
            return false;
        left = c.leftStart + c.leftCount;
        right = c.rightStart + c.rightCount;
        isFirst = false;
    }
    return diff.leftLines - left == diff.rightLines - right;
}

std::uint64_t fewestEdits(const std::string &left, const std::string &right)
{
    const auto l = lineStarts(left);
    const auto r = lineStarts(right);
    const std::size_t rows = l.size() - 1;
    const std::size_t columns = r.size() - 1;
    std::vector<std::vector<std::uint64_t>> best(rows + 1,
                                                 std::vector<std::uint64_t>(columns + 1, 0));
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;)
            best[i][j] = line(left, l, i) == line(right, r, j)
                             ? best[i + 1][j + 1] + 1
                             : std::max(best[i + 1][j], best[i][j + 1]);
    }
    return rows + columns - 2 * best[0][0];
}

std::string numbered(int from, int to, const char *prefix = "line ")
{
    std::string result;
    for (int i = from; i < to; ++i)
        result += prefix + std::to_string(i) + '\n';
    return result;
}

std::string repeated(int count, int period)
{
    std::string result;
    for (int i = 0; i < count; ++i)
        result += "x" + std::to_string(i % period) + '\n';
    return result;
}

} // namespace

class LineDiffTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void countsLinesAsEditorsDo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("lines");
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("one newline") << QByteArray("\n") << 1;
        QTest::newRow("unfinished line") << QByteArray("a") << 1;
        QTest::newRow("finished line") << QByteArray("a\n") << 1;
        QTest::newRow("two") << QByteArray("a\nb") << 2;
        QTest::newRow("carriage returns stay inside") << QByteArray("a\rb\r\nc") << 2;
        QTest::newRow("past a vector block")
            << (QByteArray(63, 'x') + '\n' + QByteArray(64, 'y')) << 2;
    }
    void countsLinesAsEditorsDo()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, lines);
        const std::vector<std::uint32_t> starts = lineStarts(text.toStdString());
        QCOMPARE(int(starts.size()) - 1, lines);
        QCOMPARE(starts.front(), 0U);
        QCOMPARE(starts.back(), std::uint32_t(text.size()));
    }

    void findsTheChange_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<Change>("change");
        QTest::newRow("changed line")
            << QByteArray("a\nb\nc\n") << QByteArray("a\nB\nc\n") << Change{1, 1, 1, 1};
        QTest::newRow("from nothing") << QByteArray() << QByteArray("a\nb") << Change{0, 0, 0, 2};
        QTest::newRow("to nothing") << QByteArray("a\nb") << QByteArray() << Change{0, 2, 0, 0};
        QTest::newRow("final newline")
            << QByteArray("a\nb") << QByteArray("a\nb\n") << Change{1, 1, 1, 1};
        QTest::newRow("last line is a beginning")
            << QByteArray("a\nb") << QByteArray("a\nbc\nd\n") << Change{1, 1, 1, 2};
        QTest::newRow("a whole function, not its brace")
            << QByteArray("a() {\n  one\n}\n\nc() {\n  one\n}\n")
            << QByteArray("a() {\n  one\n}\n\nb() {\n  one\n}\n\nc() {\n  one\n}\n")
            << Change{4, 0, 4, 4};
        QTest::newRow("an element, not half of two")
            << QByteArray("x {\n  a: {\n    k,\n  },\n}\n")
            << QByteArray("x {\n  a: {\n    k,\n  },\n  b: {\n    k,\n  },\n}\n")
            << Change{4, 0, 4, 3};
    }
    void findsTheChange()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(Change, change);
        const LineDiff diff = diffLines(left.toStdString(), right.toStdString());
        QCOMPARE(diff.changes.size(), std::size_t(1));
        QCOMPARE(diff.changes[0].leftStart, change.leftStart);
        QCOMPARE(diff.changes[0].leftCount, change.leftCount);
        QCOMPARE(diff.changes[0].rightStart, change.rightStart);
        QCOMPARE(diff.changes[0].rightCount, change.rightCount);
        QVERIFY(diff.refined);
    }

    void equalTextsHaveNoChanges()
    {
        for (const std::string text : {"", "\n", "a", "a\nb\n"})
            QVERIFY(diffLines(text, text).changes.empty());
    }

    void changesTurnLeftIntoRightAndAreFewest()
    {
        test::RandomTexts texts(7);
        for (int round = 0; round < 3000; ++round) {
            const std::string left = texts.text(texts.below(14), 2 + texts.below(12));
            const std::string right = texts.pairOf(left);
            const LineDiff diff = diffLines(left, right);
            QVERIFY(isWellFormed(diff));
            QCOMPARE(applied(left, right, diff), right);
            QCOMPARE(diff.removed() + diff.added(), fewestEdits(left, right));
        }
    }

    void longerTextsComeBackToo()
    {
        test::RandomTexts texts(11);
        for (int round = 0; round < 200; ++round) {
            const std::string left = texts.text(texts.below(3000), 3 + texts.below(900));
            const std::string right = texts.edited(left);
            const LineDiff diff = diffLines(left, right);
            QVERIFY(isWellFormed(diff));
            QCOMPARE(applied(left, right, diff), right);
        }
    }

    void findsEveryLineHoweverShort()
    {
        for (std::size_t size = 0; size < 1000; ++size) {
            for (const std::size_t every : {1U, 2U, 3U, 64U, 65U}) {
                std::string text(size, 'x');
                std::vector<std::uint32_t> expected{0};
                for (std::size_t at = every - 1; at < size; at += every) {
                    text[at] = '\n';
                    expected.push_back(std::uint32_t(at + 1));
                }
                if (expected.back() != size)
                    expected.push_back(std::uint32_t(size));
                QVERIFY2(lineStarts(text) == expected, qPrintable(QString::number(size)));
            }
        }
    }

    void ignoresWhatItIsTold_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("changes");
        QTest::newRow("trailing") << QByteArray("a  \nb\n") << QByteArray("a\nb\t\n") << 0 << 0;
        QTest::newRow("trailing keeps indentation")
            << QByteArray("a\n") << QByteArray(" a\n") << 0 << 1;
        QTest::newRow("all") << QByteArray("if (a)\n") << QByteArray("\tif(a )\n") << 1 << 0;
        QTest::newRow("all keeps letters") << QByteArray("a b\n") << QByteArray("a c\n") << 1 << 1;
        QTest::newRow("blank lines")
            << QByteArray("a\n\nb\n") << QByteArray("a\nb\n\n\n") << 2 << 0;
        QTest::newRow("blank lines keep others")
            << QByteArray("a\n\nb\n") << QByteArray("a\nx\n\nb\n") << 2 << 1;
        QTest::newRow("line ends") << QByteArray("a\r\nb\r\n") << QByteArray("a\nb\n") << 3 << 0;
        QTest::newRow("line ends keep the rest")
            << QByteArray("a \r\n") << QByteArray("a\n") << 3 << 1;
    }
    void ignoresWhatItIsTold()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(int, mode);
        QFETCH(int, changes);
        const Ignore ignore{.trailingSpace = mode == 0,
                            .allSpace = mode == 1,
                            .blankLines = mode == 2,
                            .lineEnds = mode == 3};
        QCOMPARE(int(diffLines(left.toStdString(), right.toStdString(), ignore).changes.size()),
                 changes);
        QVERIFY(!diffLines(left.toStdString(), right.toStdString()).changes.empty());
    }

    void aPastDeadlineKeepsWhatIsKnownToBeEqual()
    {
        const std::string left = numbered(0, 5000) + repeated(20000, 7) + numbered(0, 5000);
        const std::string right = numbered(0, 5000) + repeated(20000, 5) + numbered(0, 5000);
        const Limits limits{.deadline = std::chrono::steady_clock::time_point::min()};
        const LineDiff diff = diffLines(left, right, {}, limits);
        QVERIFY(!diff.refined);
        QVERIFY(isWellFormed(diff));
        QCOMPARE(applied(left, right, diff), right);
        QVERIFY(diff.removed() <= 20000);
        QVERIFY(diff.changes.front().leftStart >= 5000);
    }

    void cancellingEndsTheSearch()
    {
        const std::atomic<bool> cancelled = true;
        const std::string left = repeated(50000, 7);
        const std::string right = repeated(50000, 5);
        const LineDiff diff = diffLines(left, right, {}, {.cancelled = &cancelled});
        QVERIFY(!diff.refined);
        QCOMPARE(applied(left, right, diff), right);
    }

    void aMovedBlockCostsItsOwnLines()
    {
        // Few lines of code are alone in their text, and edits everywhere keep equal stretches
        // short.
        std::string parts[4];
        for (int i = 0; i < 12000; ++i)
            parts[i / 3000] += i % 3 == 0 ? "}\n" : "call(" + std::to_string(i) + ");\n";
        const std::string left = parts[0] + parts[1].substr(0, 20000) + parts[2] + parts[3];
        const std::string right = parts[0] + parts[2] + parts[1].substr(0, 20000) + parts[3];
        const LineDiff diff = diffLines(left, right);
        QVERIFY(applied(left, right, diff) == right);
        const std::uint64_t block = lineStarts(parts[1].substr(0, 20000)).size() - 1;
        QVERIFY2(diff.removed() <= block && diff.added() <= block,
                 qPrintable(QString::number(diff.removed() + diff.added())));
    }

    void hardTextsAreDone_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<int>("mostChanged");
        const auto add = [](const char *name, const std::string &left, const std::string &right,
                            int most) {
            QTest::newRow(name) << QByteArray::fromStdString(left)
                                << QByteArray::fromStdString(right) << most;
        };
        std::string scattered;
        for (int i = 0; i < 50000; ++i)
            scattered += "line " + std::to_string(i) + (i % 10 == 0 ? " edited\n" : "\n");
        add("scattered", numbered(0, 50000), scattered, 10000);
        add("all different", numbered(0, 50000), numbered(0, 50000, "other "), 100000);
        add("moved", numbered(0, 50000),
            numbered(0, 10000) + numbered(30000, 40000) + numbered(10000, 30000)
                + numbered(40000, 50000),
            20000);
        add("halves swapped", numbered(0, 50000), numbered(25000, 50000) + numbered(0, 25000),
            50000);
        add("few distinct lines", repeated(50000, 7), repeated(50000, 5), 60000);
        add("blank lines", std::string(100000, '\n'),
            std::string(50000, '\n') + "x\n" + std::string(40000, '\n'), 10001);
        std::mt19937 random(3);
        std::string left;
        std::string right;
        for (int i = 0; i < 50000; ++i) {
            left += std::to_string(random() % 50000) + '\n';
            right += std::to_string(random() % 50000) + '\n';
        }
        add("random lines", left, right, 100000);
        std::string backwards;
        for (int i = 50000; i-- > 0;)
            backwards += "line " + std::to_string(i) + '\n';
        add("backwards", numbered(0, 50000), backwards, 99998);
    }
    void hardTextsAreDone()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(int, mostChanged);
        const LineDiff diff = diffLines(left.toStdString(), right.toStdString());
        QVERIFY(isWellFormed(diff));
        QVERIFY(applied(left.toStdString(), right.toStdString(), diff) == right.toStdString());
        QVERIFY2(int(diff.removed() + diff.added()) <= mostChanged,
                 qPrintable(QString::number(diff.removed() + diff.added())));
        QVERIFY(diff.refined);
    }
};

QTEST_GUILESS_MAIN(LineDiffTest)
#include "tst_linediff.moc"
