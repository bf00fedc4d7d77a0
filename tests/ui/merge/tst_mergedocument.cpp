// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge/mergedocument.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

MergeDocument documentOf(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    return {MergeSources{.base = base,
                         .mine = mine,
                         .theirs = theirs,
                         .baseName = u"v15"_s,
                         .theirsName = u"v19"_s},
            diff::mergeTexts({.base = view(base), .mine = view(mine), .theirs = view(theirs)})};
}

/// \p text with every conflict decided by \p choice, the last one first.
QByteArray decided(const MergeDocument &document, MergeChoice choice)
{
    QByteArray text = document.start();
    for (int i = document.conflicts() - 1; i >= 0; --i)
        text.replace(document.begin(i), document.length(i), document.replacement(i, choice));
    return text;
}

const QByteArray kBase = "a\nb\nc\nd\ne\nf\ng\n";

} // namespace

class MergeDocumentTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aCleanMergeNeedsNothing()
    {
        const MergeDocument document =
            documentOf(kBase, "a\nB\nc\nd\ne\nf\ng\n", "a\nb\nc\nd\ne\nF\ng\nh\n");

        QCOMPARE(document.start(), QByteArray("a\nB\nc\nd\ne\nF\ng\nh\n"));
        QCOMPARE(document.conflicts(), 0);
        QCOMPARE(document.undecided(), 0);
        QCOMPARE(document.taken(diff::MergeKind::Mine), 1);
        QCOMPARE(document.taken(diff::MergeKind::Theirs), 2);
        const QList<MergeMark> marks = document.marks(document.start());
        QCOMPARE(marks.size(), 3);
        QCOMPARE(marks.at(0).part, MergePart::Mine);
        QCOMPARE(marks.at(1).words, u"v19"_s);
        QCOMPARE(document.start().mid(marks.at(1).begin, marks.at(1).length), QByteArray("F\n"));
    }

    void aConflictStandsInAFrameWithTheBase()
    {
        const MergeDocument document =
            documentOf(kBase, "a\nb\nc\nmine\ne\nf\ng\n", "a\nb\nc\ntheirs\ne\nf\ng\n");

        QCOMPARE(document.start(),
                 QByteArray("a\nb\nc\n<<<<<<< Mine\nmine\n||||||| Base v15\nd\n=======\n"
                            "theirs\n>>>>>>> Theirs v19\ne\nf\ng\n"));
        QCOMPARE(document.undecided(), 1);
        QCOMPARE(document.begin(0), 6);
        QList<MergePart> parts;
        for (const MergeMark &mark : document.marks(document.start()))
            parts.append(mark.part);
        using enum MergePart;
        QCOMPARE(parts, (QList<MergePart>{FrameLine, FrameMine, FrameLine, FrameBase, FrameLine,
                                          FrameTheirs, FrameLine}));
    }

    void choicesGiveTheBytesOfTheTexts_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::newRow("lines") << kBase << QByteArray("a\nM\nc\nd\ne\nf\ng\n")
                               << QByteArray("a\nT\nc\nd\ne\nf\ng\n");
        QTest::newRow("CR LF") << QByteArray("a\r\nb\r\nc\r\n") << QByteArray("a\r\nM\r\nc\r\n")
                               << QByteArray("a\r\nT\r\nc\r\n");
        QTest::newRow("no final line end")
            << QByteArray("a\nb") << QByteArray("a\nM") << QByteArray("a\nT");
        QTest::newRow("NUL and invalid UTF-8")
            << QByteArray("a\nb\nc\n") << QByteArray("a\n\0\xff\nc\n", 7)
            << QByteArray("a\n\xfe\0\nc\n", 7);
        QTest::newRow("everything removed here")
            << kBase << QByteArray() << QByteArray("a\nT\nc\nd\ne\nf\ng\n");
        QTest::newRow("no base") << QByteArray() << QByteArray("M\n") << QByteArray("T");
    }

    void choicesGiveTheBytesOfTheTexts()
    {
        QFETCH(const QByteArray, base);
        QFETCH(const QByteArray, mine);
        QFETCH(const QByteArray, theirs);

        const MergeDocument document = documentOf(base, mine, theirs);

        QVERIFY(document.conflicts() > 0);
        QCOMPARE(decided(document, MergeChoice::Mine), mine);
        QCOMPARE(decided(document, MergeChoice::Theirs), theirs);
        QCOMPARE(decided(document, MergeChoice::Base), base);
    }

    void bothIsMineThenTheirs()
    {
        const MergeDocument document = documentOf("a\nb", "a\nM", "a\nT");

        QCOMPARE(decided(document, MergeChoice::Both), QByteArray("a\nM\nT"));
    }

    void aFrameIsToldFromCodeThatLooksLikeOne()
    {
        const QByteArray odd = "<<<<<<< Mine\n========\nx\n";

        const MergeDocument document = documentOf(odd, odd + "M\n", odd + "T\n");

        QVERIFY(document.start().contains("\n<<<<<<<<< Mine\n"));
        QCOMPARE(document.strayFrame(document.start()), -1);
        QCOMPARE(decided(document, MergeChoice::Mine), odd + "M\n");
    }

    void whatIsLeftOfAFrameIsFound()
    {
        MergeDocument document = documentOf("a\n", "M\n", "T\n");
        document.setDecided(0, true);

        QCOMPARE(document.strayFrame(document.start()), 0);
        QCOMPARE(document.strayFrame("M\n=======\n"), 2);
        QCOMPARE(document.strayFrame("M\n"), -1);
        QCOMPARE(document.withoutFrame(document.start()), QByteArray("M\na\nT\n"));
    }

    void theWayGoesAroundTheEnds()
    {
        MergeDocument document =
            documentOf("a\nb\nc\nd\ne\nf\ng\nh\ni\n", "A\nb\nc\nd\ne\nf\ng\nh\nI\n",
                       "1\nb\nc\nd\ne\nf\ng\nh\n9\n");
        QCOMPARE(document.conflicts(), 2);

        QCOMPARE(document.nextUndecided(-1, true), 0);
        QCOMPARE(document.nextUndecided(document.begin(0), true), 1);
        QCOMPARE(document.nextUndecided(document.begin(1), true), 0);
        QCOMPARE(document.nextUndecided(document.begin(1), false), 0);
        QCOMPARE(document.nextUndecided(0, false), 1);
        document.setDecided(0, true);
        QCOMPARE(document.nextUndecided(document.begin(1), true), 1);
        document.setDecided(1, true);
        QCOMPARE(document.nextUndecided(0, true), -1);
    }

    void placesFollowWhatIsTyped()
    {
        MergeDocument document =
            documentOf(kBase, "a\nb\nM\nd\ne\nf\ng\n", "a\nb\nT\nd\ne\nf\ng\n");
        const qsizetype begin = document.begin(0);
        const qsizetype length = document.length(0);

        document.follow(0, 0, 10, false);
        QCOMPARE(document.begin(0), begin + 10);
        document.follow(begin + 12, 0, 3, false);
        QCOMPARE(document.length(0), length + 3);
        document.follow(begin + 10, 0, 5, false); // in front of it
        QCOMPARE(document.begin(0), begin + 15);
        QCOMPARE(document.length(0), length + 3);
        document.follow(begin + 15 + length + 3, 0, 7, false); // behind it
        QCOMPARE(document.length(0), length + 3);
        document.follow(begin, 20, 0, false); // over its first bytes
        QCOMPARE(document.begin(0), begin);
        QCOMPARE(document.length(0), length + 3 - 5);
    }

    void undoBringsBackPlacesThatWereRunOver()
    {
        MergeDocument document =
            documentOf(kBase, "a\nb\nM\nd\ne\nf\ng\n", "a\nb\nT\nd\ne\nf\ng\n");
        const qsizetype begin = document.begin(0);
        const qsizetype length = document.length(0);
        document.follow(0, begin + length, 0, false);
        QCOMPARE(document.length(0), 0);
        document.setDecided(0, true);

        document.follow(0, 0, begin + length, true);

        QCOMPARE(document.begin(0), begin);
        QCOMPARE(document.length(0), length);
        QVERIFY(!document.isDecided(0));
        document.follow(0, begin + length, 0, true);
        QVERIFY(document.isDecided(0));
        QCOMPARE(document.length(0), 0);
    }
};

QTEST_GUILESS_MAIN(MergeDocumentTest)

#include "tst_mergedocument.moc"
