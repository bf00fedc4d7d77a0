// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/moves.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright::diff;
using namespace Qt::StringLiterals;

namespace {

std::string function(const std::string &name)
{
    return "function " + name + "(request) {\n  const url = new URL(request." + name
           + ");\n  return respondWith(url, '" + name + "');\n}\n";
}

std::vector<Move> movesOf(const std::string &left, const std::string &right,
                          const Limits &limits = {})
{
    const std::vector<std::uint32_t> l = lineStarts(left);
    const std::vector<std::uint32_t> r = lineStarts(right);
    return findMoves({left, l}, {right, r}, diffLines(left, right), limits);
}

std::string filler(int lines)
{
    std::string result;
    for (int i = 0; i < lines; ++i)
        result += "const filler" + std::to_string(i) + " = " + std::to_string(i) + ";\n";
    return result;
}

} // namespace

class MovesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsABlockThatMoved()
    {
        const std::vector<Move> moves = movesOf(function("alpha") + filler(10) + "end\n",
                                                filler(10) + function("alpha") + "end\n");
        QCOMPARE(moves.size(), std::size_t(1));
        QVERIFY(moves[0] == (Move{0, 4, 10, 4, {}}));
    }

    void showsEditsInsideAMove()
    {
        std::string edited = function("alpha") + function("beta");
        edited.insert(edited.find("function beta"), "// a line between the two functions\n");
        const std::vector<Move> moves =
            movesOf(function("alpha") + function("beta") + filler(20) + "end\n",
                    filler(20) + edited + "end\n");
        QCOMPARE(moves.size(), std::size_t(1));
        QVERIFY(moves[0] == (Move{0, 8, 20, 9, {{4, 0, 24, 1}}}));
    }

    void isStrict_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::newRow("two lines")
            << QByteArray("const somethingLong = otherThing;\nconst more = evenMore(1);\n");
        QTest::newRow("lines that say nothing") << QByteArray("  }\n  )\n\n}\n");
    }
    void isStrict()
    {
        QFETCH(QByteArray, block);
        QVERIFY(
            movesOf(block.toStdString() + filler(20), filler(20) + block.toStdString()).empty());
    }

    void aBlockThatIsThereTwiceIsNoMove()
    {
        const std::string block = function("alpha");
        QVERIFY(movesOf(block + filler(30),
                        filler(15) + block + filler(30).substr(filler(15).size()) + block)
                    .empty());
    }

    void aPastDeadlineEndsQuietly()
    {
        const Limits limits{.deadline = std::chrono::steady_clock::time_point::min()};
        std::string many;
        for (int i = 0; i < 2000; ++i)
            many += function("f" + std::to_string(i));
        const std::string left = many + filler(9000);
        const std::string right = filler(9000) + many;
        QCOMPARE(movesOf(left, right).size(), std::size_t(1));
        QCOMPARE(movesOf(left, right)[0].leftCount, 8000U);
        QVERIFY(movesOf(left, right, limits).empty());
    }
};

QTEST_GUILESS_MAIN(MovesTest)
#include "tst_moves.moc"
