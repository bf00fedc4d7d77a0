// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/patch.h"
#include "diff/rows.h"
#include "diff/statements.h"
#include "randomtexts.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace edgewright::diff;
using namespace Qt::StringLiterals;

namespace {

constexpr Ignore kFormatting{.formatting = true};

QString listed(const std::vector<Change> &changes)
{
    QStringList list;
    for (const Change &change : changes)
        list.append(u"%1+%2 %3+%4"_s.arg(change.leftStart)
                        .arg(change.leftCount)
                        .arg(change.rightStart)
                        .arg(change.rightCount));
    return list.join(u", "_s);
}

void row(const char *name, const char *left, const char *right)
{
    QTest::newRow(name) << QByteArray(left) << QByteArray(right);
}

/// Lexemes with blanks and line ends in between that mean nothing there.
std::string laidOut(test::RandomTexts &texts, const std::vector<std::string> &lexemes)
{
    const std::string gaps[] = {" ", "\n", "\n\n    ", "\t", "  \r\n", " \n\t"};
    std::string text;
    for (const std::string &lexeme : lexemes)
        text += lexeme + gaps[texts.below(std::size(gaps))];
    return text;
}

} // namespace

class FormattingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void layoutIsNoChange_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        row("indentation", "if (a) {\n  b()\n}\n", "if (a) {\n\tb()\n}\n");
        row("spaces around operators", "a=b+c*(d)\n", "a = b + c * ( d )\n");
        row("blank lines", "a()\n\n\nb()\n", "\na()\nb()\n\n");
        row("a call in several lines", "call(one, two, three)\n",
            "call(\n  one,\n  two,\n  three\n)\n");
        row("a brace on its own line", "function a(b) {\n  c()\n}\n",
            "function a(b)\n{\n  c()\n}\n");
        row("a brace after a condition", "if (a) {\n b()\n} else {\n c()\n}\n",
            "if (a)\n{\n b()\n}\nelse\n{\n c()\n}\n");
        row("a class", "class A extends B {\n m() {\n }\n}\n",
            "class A extends B\n{\n m()\n {\n }\n}\n");
        row("a body in the line of its condition", "if (a)\n  b()\n", "if (a) b()\n");
        row("a chain", "a.b().c()\n", "a\n  .b()\n  .c()\n");
        row("operators at the other end of a line", "a = b &&\n  c\n", "a = b\n  && c\n");
        row("all in one line", "const a = {\n  b: 1,\n  c: 2,\n}\n", "const a = { b: 1, c: 2, }\n");
        row("the end of the text", "a()\n", "a()");
        row("CR LF", "a(b)\r\nc()\r\n", "a(b)\nc()\n");
        row("a comment indented otherwise", "/*\n * a\n */\nb()\n", "  /*\n   * a\n   */\n  b()\n");
        row("a comment on a line of its own", "a(); // why\n", "a();\n// why\n");
        row("a block after a block", "{ a() }\n{ b() }\n", "{ a() } { b() }\n");
        row("methods in a line", "class A { a() {} b() {} }\n", "class A {\n a() {}\n b() {}\n}\n");
        row("nothing at all", "", "\n\n");
    }
    void layoutIsNoChange()
    {
        const QFETCH(QByteArray, left);
        const QFETCH(QByteArray, right);
        const std::string l = left.toStdString();
        const std::string r = right.toStdString();

        QCOMPARE(listed(diffLines(l, r, kFormatting).changes), QString());
        QCOMPARE(listed(diffLines(r, l, kFormatting).changes), QString());
    }

    void whatCouldMeanSomethingElseStaysAChange_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        row("a name", "a(b)\n", "a(c)\n");
        row("a space in a string", "a('b c')\n", "a('b  c')\n");
        row("a space in a template", "a(`b c`)\n", "a(`b  c`)\n");
        row("indentation in a template", "a(`\n b`)\n", "a(`\n  b`)\n");
        row("a blank line in a template", "a(`\nb`)\n", "a(`\n\nb`)\n");
        row("a line end in a template", "a(`\r\nb`)\n", "a(`\nb`)\n");
        row("a space in a regular expression", "a = /b c/\n", "a = /b  c/\n");
        row("a space in a regular expression after a condition", "if (a) /b c/.test(d)\n",
            "if (a) /b  c/.test(d)\n");
        row("the text of a comment", "a() // b\n", "a() // c\n");
        row("a comment more", "a()\n", "a() /**/\n");
        row("return", "return a\n", "return\na\n");
        row("return of a call", "return (\na)\n", "return\n(a)\n");
        row("throw", "throw a\n", "throw\na\n");
        row("break", "break a\n", "break\na\n");
        row("continue", "continue a\n", "continue\na\n");
        row("yield", "yield a\n", "yield\na\n");
        row("counting up", "a\n++b\n", "a++\nb\n");
        row("counting down", "a\n--\nb\n", "a --\nb\n");
        row("two statements", "a\nb\n", "a b\n");
        row("a statement after a call", "a()\nb()\n", "a() b()\n");
        row("a block after a call", "a()\n{ b() }\n", "a() { b() }\n");
        row("a statement after a function value", "a = function () {}\nb()\n",
            "a = function () {} b()\n");
        row("a statement after an object", "a = {}\nb()\n", "a = {} b()\n");
        row("async", "async function a() {}\n", "async\nfunction a() {}\n");
        row("an arrow", "a = (b) => c\n", "a = (b)\n=> c\n");
        row("plus and plus", "a = b + +c\n", "a = b ++c\n");
        row("two lines of comment", "// a\nb()\n", "// a b()\n");
        row("a semicolon", "a()\n", "a();\n");
    }
    void whatCouldMeanSomethingElseStaysAChange()
    {
        const QFETCH(QByteArray, left);
        const QFETCH(QByteArray, right);
        const std::string l = left.toStdString();
        const std::string r = right.toStdString();

        QVERIFY(!diffLines(l, r, kFormatting).changes.empty());
        QVERIFY(!diffLines(r, l, kFormatting).changes.empty());
    }

    void tellsTheChangeFromTheLayoutAroundIt()
    {
        const std::string left = "start()\ncall(one, two)\nx = 1\ncall(three, four)\nend()\n";
        const std::string right =
            "start()\ncall(one,\n  two)\nx = 2\ncall(\n  three, four)\nend()\n";

        const LineDiff diff = diffLines(left, right, kFormatting);

        QCOMPARE(listed(diff.changes), u"2+1 3+1"_s);
        QCOMPARE(listed(diff.ignored), u"1+1 1+2, 3+1 4+2"_s);
    }

    void anInsertionIsDrawnWhereAPersonWould()
    {
        const std::string left = "f(a) {\n    one()\n}\n\nf(b) {\n  two()\n}\n";
        const std::string right =
            "f(a) {\n  one()\n}\n\nf(c) {\n  one()\n}\n\nf(b) {\n  two()\n}\n";

        QCOMPARE(listed(diffLines(left, right, kFormatting).changes), u"4+0 4+4"_s);
    }

    void theOtherModesReachIntoLexemes()
    {
        const std::string left = "a('b  c')\nx = `1\r\n2  \n`\n";
        const std::string right = "a( 'bc' )\nx = `1\n2\n`\n";

        QCOMPARE(listed(diffLines(left, right, kFormatting).changes), u"0+3 0+3"_s);
        QCOMPARE(listed(diffLines(left, right, {.allSpace = true, .formatting = true}).changes),
                 QString());
    }

    void rowsAndPatchHoldEverything()
    {
        const std::string left = "a(b, c)\n\nd()\ne = 1\n";
        const std::string right = "a(b,\n  c)\nd()\ne = 2\n";
        const Comparison comparison = compareTexts(left, right, kFormatting);

        const std::vector<Row> rows = alignRows(comparison);

        std::int64_t nextLeft = 0;
        std::int64_t nextRight = 0;
        for (const Row &row : rows) {
            QVERIFY(row.left < 0 || row.left == nextLeft++);
            QVERIFY(row.right < 0 || row.right == nextRight++);
        }
        QCOMPARE(nextLeft, 4);
        QCOMPARE(nextRight, 4);
        QCOMPARE(QByteArray::fromStdString(unifiedPatch(left, right, comparison.lines, {}, 0)),
                 QByteArray("--- a\n+++ b\n@@ -1,2 +1,2 @@\n-a(b, c)\n-\n+a(b,\n+  c)\n@@ -4 +4 "
                            "@@\n-e = 1\n+e = 2\n"));
    }

    void minifiedCodeAgainstItselfWrittenOut()
    {
        const std::string left = "function a(b){if(b){return{c:1}}d(b);e(\"x;y\")}";
        const std::string right =
            "function a(b) {\n if (b) {\n  return { c: 1 }\n }\n d(b);\n e(\"x;y\")\n}\n";

        QVERIFY(diffLines(left, right, kFormatting).changes.empty());
        QVERIFY(compareStatements(left, right, kFormatting).lines.changes.empty());
    }

    void anyLayoutOfTheSameLexemesIsTheSame()
    {
        test::RandomTexts texts(23);
        // After these every line end is layout, whatever follows.
        const std::string words[] = {"a =",     "b +",    "'c d' ,", "( e ,",  ") ,",
                                     "[ 1 ,",   "] ;",    "{ f :",   "} ;",    "`g\n  h` ,",
                                     "/i j/ ,", "// k\n", "/* l */", "m . n ="};
        for (int round = 0; round < 2000; ++round) {
            std::vector<std::string> lexemes;
            for (unsigned i = texts.below(40); i > 0; --i)
                lexemes.push_back(words[texts.below(std::size(words))]);
            const std::string left = laidOut(texts, lexemes);
            const std::string right = laidOut(texts, lexemes);
            const LineDiff diff = diffLines(left, right, kFormatting);
            QVERIFY2(diff.changes.empty(), (left + "\n=====\n" + right).c_str());
            if (lexemes.empty())
                continue;
            lexemes[texts.below(unsigned(lexemes.size()))] = "other +";
            const std::string changed = laidOut(texts, lexemes);
            QVERIFY(!diffLines(left, changed, kFormatting).changes.empty());
        }
    }

    void theAnswerIsWholeForAnyText()
    {
        test::RandomTexts texts(29);
        for (int round = 0; round < 3000; ++round) {
            const std::string left = texts.text(1 + texts.below(20), 2 + texts.below(12));
            const std::string right = texts.pairOf(left);
            const LineDiff diff = diffLines(left, right, kFormatting);
            std::vector<Change> all = diff.changes;
            all.insert(all.end(), diff.ignored.begin(), diff.ignored.end());
            std::sort(all.begin(), all.end(), [](const Change &a, const Change &b) {
                return a.leftStart + a.rightStart < b.leftStart + b.rightStart;
            });
            std::uint32_t l = 0;
            std::uint32_t r = 0;
            for (const Change &change : all) {
                QVERIFY(change.leftStart >= l);
                QCOMPARE(change.leftStart - l, change.rightStart - r);
                l = change.leftStart + change.leftCount;
                r = change.rightStart + change.rightCount;
            }
            QCOMPARE(diff.leftLines - l, diff.rightLines - r);
        }
    }

    void withoutTimeItSaysSo()
    {
        const std::atomic<bool> cancelled = true;

        const LineDiff diff =
            diffLines("a\nb\n", "a\n c\n", kFormatting, {.cancelled = &cancelled});

        QVERIFY(!diff.refined);
        QVERIFY(!diff.changes.empty());
    }
};

QTEST_GUILESS_MAIN(FormattingTest)
#include "tst_formatting.moc"
