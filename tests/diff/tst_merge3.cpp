// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/merge3.h"
#include "mergejudge.h"
#include "randomtexts.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace edgewright;
using namespace edgewright::diff;
using namespace Qt::StringLiterals;

namespace {

std::string merged(const MergeTexts &texts, const std::vector<Choice> &choices = {},
                   const MergeLabels &labels = {})
{
    return mergedText(texts, mergeTexts(texts), choices, labels);
}

/// "U1 M1 T1 B1 C1/1/1": the kinds with the lines of mine, of a conflict base, mine and theirs.
QString regions(const Merge &merge)
{
    QStringList list;
    for (const MergeRegion &region : merge.regions) {
        if (region.kind == MergeKind::Conflict)
            list.append(u"C%1/%2/%3"_s.arg(region.base.count)
                            .arg(region.mine.count)
                            .arg(region.theirs.count));
        else
            list.append(u"UMTB"_s.at(int(region.kind))
                        + QString::number(region.kind == MergeKind::Theirs ? region.theirs.count
                                                                           : region.mine.count));
    }
    return list.join(u' ');
}

/// Every line of each text in exactly one region.
bool isWhole(const Merge &merge)
{
    LineSpan base;
    LineSpan mine;
    LineSpan theirs;
    for (const MergeRegion &region : merge.regions) {
        if (region.base.start != base.end() || region.mine.start != mine.end()
            || region.theirs.start != theirs.end())
            return false;
        base = region.base;
        mine = region.mine;
        theirs = region.theirs;
    }
    return base.end() + 1 == merge.baseStarts.size() && mine.end() + 1 == merge.mineStarts.size()
           && theirs.end() + 1 == merge.theirsStarts.size();
}

void row(const char *name, const char *base, const char *mine, const char *theirs,
         const char *expected)
{
    QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs)
                        << QString::fromLatin1(expected);
}

} // namespace

class Merge3Test : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsWhoChangedWhat_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QString>("expected");
        row("nothing", "a\nb\n", "a\nb\n", "a\nb\n", "U2");
        row("all empty", "", "", "", "");
        row("mine only", "a\nb\nc\n", "a\nB\nc\n", "a\nb\nc\n", "U1 M1 U1");
        row("theirs only", "a\nb\nc\n", "a\nb\nc\n", "a\nb\nC\n", "U2 T1");
        row("both, apart", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "M1 U1 T1");
        row("both the same", "a\nb\nc\n", "a\nB\nc\n", "a\nB\nc\n", "U1 B1 U1");
        row("a conflict", "a\nb\nc\n", "a\nB\nc\n", "a\nX\nc\n", "U1 C1/1/1 U1");
        row("changes that touch", "a\nb\nc\n", "A\nb\nc\n", "a\nB\nc\n", "C2/2/2 U1");
        row("removed and changed", "a\nb\nc\n", "a\nc\n", "a\nB\nc\n", "U1 C1/0/1 U1");
        row("both from nothing", "", "a\n", "b\n", "C0/1/1");
        row("the same from nothing", "", "a\n", "a\n", "B1");
        row("common lines at the ends of a conflict", "a\nb\nc\n", "a\np\nq\nr\nc\n",
            "a\np\nx\nr\nc\n", "U1 B1 C1/1/1 B1 U1");
        row("a newline at the end", "a\nb\nc\n", "a\nb\nc", "A\nb\nc\n", "T1 U1 M1");
        row("line ends", "a\nb\nc\nd\n", "a\r\nb\nc\nd\n", "a\nb\nc\nD\n", "M1 U2 T1");
        row("conflicts near each other are one", "a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n",
            "1\nb\nc\nd\n5\n", "C5/5/5");
        row("conflicts far from each other are two", "a\nb\nc\nd\ne\nf\n", "A\nb\nc\nd\ne\nF\n",
            "1\nb\nc\nd\ne\n6\n", "C1/1/1 U4 C1/1/1");
    }
    void findsWhoChangedWhat()
    {
        const QFETCH(QByteArray, base);
        const QFETCH(QByteArray, mine);
        const QFETCH(QByteArray, theirs);
        const std::string b = base.toStdString();
        const std::string m = mine.toStdString();
        const std::string t = theirs.toStdString();

        const Merge merge = mergeTexts({b, m, t});

        QTEST(regions(merge), "expected");
        QVERIFY(isWhole(merge));
        QCOMPARE(merge.conflicts, std::uint32_t(regions(merge).count(u'C')));
    }

    void anotherPlacementIsTriedBeforeAConflict()
    {
        // A person sees the first x added, behind the empty line that theirs changed.
        const MergeTexts texts{"0\n\nx\ny\n", "0\n\nx\nx\ny\n", "0\nB\nx\ny\n"};
        const LineDiff mine = diffLines(texts.base, texts.mine);
        QCOMPARE(mine.changes, std::vector<Change>({{2, 0, 2, 1}}));
        QCOMPARE(mergeTexts(texts).conflicts, 0U);
        QCOMPARE(merged(texts), std::string("0\nB\nx\nx\ny\n"));
    }

    void aDecisionPutsOneSideThere()
    {
        QCOMPARE(merged({"a\nb\nc\n", "a\nm\nc\n", "a\nt\nc\n"}, {Choice::Mine}),
                 std::string("a\nm\nc\n"));
        QCOMPARE(merged({"a\nb\nc\n", "a\nm\nc\n", "a\nt\nc\n"}, {Choice::Theirs}),
                 std::string("a\nt\nc\n"));
        QCOMPARE(merged({"a\nb\nc\n", "a\nm\nc\n", "a\nt\nc\n"}, {Choice::Base}),
                 std::string("a\nb\nc\n"));
        QCOMPARE(merged({"a\nb\nc\n", "a\nm\nc\n", "a\nt\nc\n"}, {Choice::MineThenTheirs}),
                 std::string("a\nm\nt\nc\n"));
        QCOMPARE(merged({"a\r\nb", "a\r\nm", "a\r\nt"}, {Choice::TheirsThenMine}),
                 std::string("a\r\nt\r\nm"));
    }

    void whatIsUndecidedIsFramed()
    {
        QCOMPARE(
            merged({"a\nb\nc\n", "a\nm\nc\n", "a\nt\nc\n"}, {}, {"mine", "base", "theirs"}),
            std::string("a\n<<<<<<< mine\nm\n||||||| base\nb\n=======\nt\n>>>>>>> theirs\nc\n"));
        QCOMPARE(merged({"a\r\nb", "a\r\nm", "a\r\nt"}),
                 std::string("a\r\n<<<<<<< mine\r\nm\r\n=======\r\nt\r\n>>>>>>> theirs\r\n"));
    }

    void aConflictBesideADecidedOneIsCountedRight()
    {
        const MergeTexts texts{"a\nb\nc\nd\ne\nf\n", "A\nb\nc\nd\ne\nF\n", "1\nb\nc\nd\ne\n6\n"};

        QCOMPARE(merged(texts, {Choice::Theirs, Choice::Mine}), std::string("1\nb\nc\nd\ne\nF\n"));
    }

    void withoutTimeNothingIsLost()
    {
        const std::atomic<bool> cancelled = true;
        const MergeTexts texts{"a\nb\nc\nd\n", "a\nB\nc\nd\n", "a\nb\nc\nD\n"};

        const Merge merge = mergeTexts(texts, {.cancelled = &cancelled});

        QVERIFY(isWhole(merge));
    }

    void sidesAreExchangeable()
    {
        test::RandomTexts texts(41);
        for (int round = 0; round < 2000; ++round) {
            const test::TextTriple triple = test::tripleOf(texts);
            const Merge there = mergeTexts({triple.base, triple.mine, triple.theirs});
            const Merge back = mergeTexts({triple.base, triple.theirs, triple.mine});
            QVERIFY(isWhole(there));
            if (there.conflicts == 0)
                QCOMPARE(mergedText({triple.base, triple.mine, triple.theirs}, there),
                         mergedText({triple.base, triple.theirs, triple.mine}, back));
            const Merge alone = mergeTexts({triple.base, triple.mine, triple.base});
            QCOMPARE(alone.conflicts, 0U);
            QCOMPARE(mergedText({triple.base, triple.mine, triple.base}, alone), triple.mine);
        }
    }

    void choosingOneSideEverywhereKeepsItsLines()
    {
        test::RandomTexts texts(43);
        for (int round = 0; round < 1000; ++round) {
            const test::TextTriple triple = test::tripleOf(texts);
            const MergeTexts all{triple.base, triple.mine, triple.theirs};
            const Merge merge = mergeTexts(all);
            std::string mine;
            for (const MergeRegion &region : merge.regions)
                mine += linesOf(all.mine, merge.mineStarts, region.mine);
            QCOMPARE(mine, triple.mine);
            for (const MergeRegion &region : merge.regions) {
                const std::string_view b = linesOf(all.base, merge.baseStarts, region.base);
                const std::string_view m = linesOf(all.mine, merge.mineStarts, region.mine);
                const std::string_view t = linesOf(all.theirs, merge.theirsStarts, region.theirs);
                QCOMPARE(region.kind == MergeKind::Unchanged, b == m && b == t);
                QVERIFY(region.kind != MergeKind::Both || m == t);
                QVERIFY(region.kind != MergeKind::Conflict || m != t);
                QVERIFY(region.kind != MergeKind::Mine || b == t);
                QVERIFY(region.kind != MergeKind::Theirs || b == m);
            }
        }
    }

    void gitMergesTheSame()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("not installed");
        const int wanted = qEnvironmentVariableIntValue("EDGEWRIGHT_JUDGE");
        const test::MergeVerdict verdict =
            test::MergeJudge(47).judge(wanted > 0 ? wanted / 2 : 150);

        QVERIFY2(verdict.wrong.isEmpty(), qPrintable(verdict.wrong));
        QCOMPARE_LE(verdict.larger, verdict.triples / 50);
        QCOMPARE_LE(verdict.cleanForGitOnly, verdict.triples / 200);
        if (wanted > 0)
            qInfo(
                "%d triples: %d merged to the same text, %d with the same conflicts; of the others "
                "%d leave less to decide (%d nothing), %d more (%d where git leaves nothing), %d "
                "as much",
                verdict.triples, verdict.sameMerge, verdict.sameConflicts, verdict.smaller,
                verdict.cleanForUsOnly, verdict.larger, verdict.cleanForGitOnly, verdict.elsewhere);
    }
};

QTEST_GUILESS_MAIN(Merge3Test)
#include "tst_merge3.moc"
