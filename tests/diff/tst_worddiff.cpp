// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/rows.h"
#include "diff/statements.h"
#include "diff/tokens.h"
#include "randomtexts.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace edgewright::diff;
using namespace Qt::StringLiterals;

namespace {

/// The text with its spans in brackets.
QByteArray marked(const std::string &text, const std::vector<Span> &spans)
{
    QByteArray result;
    std::uint32_t at = 0;
    for (const Span &span : spans) {
        result += QByteArray::fromStdString(text.substr(at, span.begin - at)) + '['
                  + QByteArray::fromStdString(text.substr(span.begin, span.end - span.begin)) + ']';
        at = span.end;
    }
    return result + QByteArray::fromStdString(text.substr(at));
}

bool cutsACharacter(const std::string &text, std::uint32_t at)
{
    for (std::uint32_t back = 1; back <= 3 && back <= at; ++back) {
        if (characterSize(text, at - back) > back)
            return true;
    }
    return false;
}

bool areGood(const std::string &text, const std::vector<Span> &spans)
{
    std::uint32_t last = 0;
    for (const Span &span : spans) {
        if (span.begin < last || span.begin >= span.end || span.end > text.size()
            || cutsACharacter(text, span.begin) || cutsACharacter(text, span.end))
            return false;
        last = span.end;
    }
    return true;
}

std::string minified(int statements, int editedEvery)
{
    std::string result;
    for (int i = 0; i < statements; ++i)
        result += "var a" + std::to_string(i) + "=function(){return b" + std::to_string(i)
                  + (editedEvery > 0 && i % editedEvery == 7 ? "+1" : "") + "};";
    return result;
}

} // namespace

class WordDiffTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void marksTheWordsThatDiffer_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("leftMarked");
        QTest::addColumn<QByteArray>("rightMarked");
        QTest::newRow("a word") << QByteArray("return one;\n") << QByteArray("return two;\n")
                                << QByteArray("return [one];\n") << QByteArray("return [two];\n");
        QTest::newRow("an argument more") << QByteArray("f(a);\n") << QByteArray("f(a, b);\n")
                                          << QByteArray("f(a);\n") << QByteArray("f(a[, b]);\n");
        QTest::newRow("part of a name")
            << QByteArray("x = getValue();\n") << QByteArray("x = getCachedValue();\n")
            << QByteArray("x = getValue();\n") << QByteArray("x = get[Cached]Value();\n");
        QTest::newRow("names that only begin alike")
            << QByteArray("x = format;\n") << QByteArray("x = forward;\n")
            << QByteArray("x = [format];\n") << QByteArray("x = [forward];\n");
        QTest::newRow("operator") << QByteArray("a == b\n") << QByteArray("a === b\n")
                                  << QByteArray("a [==] b\n") << QByteArray("a [===] b\n");
        QTest::newRow("one Chinese character")
            << QByteArray("说 = \"缓存\";\n") << QByteArray("说 = \"缓冲\";\n")
            << QByteArray("说 = \"缓[存]\";\n") << QByteArray("说 = \"缓[冲]\";\n");
        QTest::newRow("no confetti")
            << QByteArray("a = one, two;\n") << QByteArray("a = three, four;\n")
            << QByteArray("a = [one, two];\n") << QByteArray("a = [three, four];\n");
        QTest::newRow("words that happen to be equal in another statement")
            << QByteArray("const url = new URL(request.url);\n")
            << QByteArray("const answer = await respond(new Headers(), url, fallback, timeout);\n")
            << QByteArray("const [url = new URL(request.url]);\n")
            << QByteArray(
                   "const [answer = await respond(new Headers(), url, fallback, timeout]);\n");
        QTest::newRow("several words of one statement")
            << QByteArray("const answer = await fetch(request, { cache: 1, retry: 2 });\n")
            << QByteArray("const reply = await fetch(request, { cache: 3, retry: 4 });\n")
            << QByteArray("const [answer] = await fetch(request, { cache: [1], retry: [2] });\n")
            << QByteArray("const [reply] = await fetch(request, { cache: [3], retry: [4] });\n");
        QTest::newRow("carriage return") << QByteArray("abc;\r\n") << QByteArray("abc;\n")
                                         << QByteArray("abc;[\r\n]") << QByteArray("abc;[\n]");
    }
    void marksTheWordsThatDiffer()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        const std::string l = left.toStdString();
        const std::string r = right.toStdString();
        const Comparison comparison = compareTexts(l, r);
        QCOMPARE(comparison.refinements.size(), std::size_t(1));
        QTEST(marked(l, comparison.refinements[0].leftSpans), "leftMarked");
        QTEST(marked(r, comparison.refinements[0].rightSpans), "rightMarked");
    }

    void pairsLinesThatAreAlike()
    {
        const std::string left = "const one = alpha(1);\nconst two = beta(2);\n";
        const std::string right =
            "import x from 'y';\nconst one = alpha(11);\nlet z;\nconst two = beta(22);\n";
        const Comparison comparison = compareTexts(left, right);
        QCOMPARE(comparison.refinements.size(), std::size_t(1));
        const std::vector<LinePair> expected{{-1, 0}, {0, 1}, {-1, 2}, {1, 3}};
        QVERIFY(comparison.refinements[0].pairs == expected);
    }

    void linesHardlyAlikeStandAlone()
    {
        const std::string left = "const body = await request.text();\n"
                                 "if (body.length > limit) return tooLarge(request);\n"
                                 "const name = body.slice(0, 20);\n";
        const std::string right = "for (const header of request.headers) {\n"
                                  "const name = body.slice(0, 32);\n"
                                  "console.log(header, limit);\n";
        const Comparison comparison = compareTexts(left, right);
        QCOMPARE(comparison.refinements.size(), std::size_t(1));
        const std::vector<LinePair> expected{{0, -1}, {1, -1}, {-1, 0}, {2, 1}, {-1, 2}};
        QVERIFY(comparison.refinements[0].pairs == expected);
    }

    void everyLineIsPairedOnceAndSpansKeepCharactersWhole()
    {
        test::RandomTexts texts(5);
        for (int round = 0; round < 2000; ++round) {
            const std::string left = texts.text(texts.below(20), 2 + texts.below(12));
            const std::string right = texts.pairOf(left);
            const Comparison comparison = compareTexts(left, right);
            for (std::size_t i = 0; i < comparison.refinements.size(); ++i) {
                const Refinement &refinement = comparison.refinements[i];
                const Change &change = comparison.lines.changes[i];
                std::int64_t l = change.leftStart;
                std::int64_t r = change.rightStart;
                for (const LinePair &pair : refinement.pairs) {
                    QVERIFY(pair.left == -1 || pair.left == l++);
                    QVERIFY(pair.right == -1 || pair.right == r++);
                }
                QCOMPARE(l, std::int64_t(change.leftStart + change.leftCount));
                QCOMPARE(r, std::int64_t(change.rightStart + change.rightCount));
                QVERIFY(areGood(left, refinement.leftSpans));
                QVERIFY(areGood(right, refinement.rightSpans));
            }
        }
    }

    void aMinifiedLineIsMarkedByStatement()
    {
        const std::string left = minified(20000, 0);
        const std::string right = minified(20000, 1000);
        const Comparison comparison = compareTexts(left, right);
        QCOMPARE(comparison.refinements.size(), std::size_t(1));
        const Refinement &refinement = comparison.refinements[0];
        QVERIFY(refinement.refined);
        QCOMPARE(refinement.rightSpans.size(), std::size_t(20));
        for (const Span &span : refinement.rightSpans)
            QCOMPARE(QByteArray::fromStdString(right.substr(span.begin, span.end - span.begin)),
                     QByteArray("+1"));
    }

    void oneGiantLineIsBounded()
    {
        std::mt19937 random(9);
        std::string left;
        std::string right;
        for (int i = 0; i < 300000; ++i) {
            left += "abc;,{} "[random() % 8];
            right += "abc;,{} "[random() % 8];
        }
        const Comparison comparison = compareTexts(left, right);
        QVERIFY(areGood(left, comparison.refinements[0].leftSpans));
        QVERIFY(areGood(right, comparison.refinements[0].rightSpans));
    }

    void aPastDeadlineStillPairsEveryLine()
    {
        const std::string left = "one two three\nfour five six\n";
        const std::string right = "one two 3\nfour 5 six\nseven\n";
        const Limits limits{.deadline = std::chrono::steady_clock::time_point::min()};
        const std::vector<std::uint32_t> l = lineStarts(left);
        const std::vector<std::uint32_t> r = lineStarts(right);
        const Refinement refinement = refineChange({left, l}, {right, r}, {0, 2, 0, 3}, limits);
        QVERIFY(!refinement.refined);
        QCOMPARE(refinement.pairs.size(), std::size_t(5));
    }

    void statementsCoverTheText()
    {
        const std::string text = "a;b={c:1,d:[2,3]};\nif(x){y()}else{z()}";
        const std::vector<std::uint32_t> starts =
            statementStarts(text, 0, std::uint32_t(text.size()));
        QCOMPARE(starts.front(), 0U);
        QCOMPARE(starts.back(), std::uint32_t(text.size()));
        QVERIFY(std::is_sorted(starts.begin(), starts.end()));
        QCOMPARE(QByteArray::fromStdString(text.substr(starts[1], starts[2] - starts[1])),
                 QByteArray("b={"));
        QVERIFY(!isMinified(text));
        QVERIFY(isMinified(minified(1000, 0)));
    }

    void statementsTakeThePlaceOfLines()
    {
        const std::string left = minified(300, 0);
        const std::string right = minified(300, 100);
        const Comparison comparison = compareStatements(left, right);
        QCOMPARE(comparison.lines.changes.size(), std::size_t(3));
        QCOMPARE(comparison.leftStarts.size(), std::size_t(comparison.lines.leftLines) + 1);
        QVERIFY(comparison.lines.leftLines > 300);
    }
};

QTEST_GUILESS_MAIN(WordDiffTest)
#include "tst_worddiff.moc"
