// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/linehistory.h"
#include "randomtexts.h"

#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright::diff;
using namespace Qt::StringLiterals;

namespace {

using Texts = std::vector<std::string>;
using Numbers = std::vector<std::uint32_t>;

LineHistory historyOf(const Texts &texts, const Limits &limits = {})
{
    LineHistory history(texts.front());
    for (std::size_t i = 1; i < texts.size(); ++i)
        history.add(texts[i - 1], texts[i], limits);
    return history;
}

QList<QByteArray> linesOf(const std::string &text)
{
    QList<QByteArray> lines;
    const std::vector<std::uint32_t> starts = lineStarts(text);
    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        lines.append(QByteArray::fromStdString(text.substr(starts[i], starts[i + 1] - starts[i])));
    return lines;
}

/// Texts in which no two lines were ever equal: there is only one right answer.
Texts distinctTexts(edgewright::test::RandomTexts &random)
{
    unsigned next = 0;
    const auto line = [&next] { return "line " + std::to_string(++next) + "\n"; };
    Texts texts{{}};
    for (unsigned i = 0; i < 30; ++i)
        texts.front() += line();
    while (texts.size() < 12) {
        std::string newer;
        for (const QByteArray &old : linesOf(texts.back())) {
            const unsigned fate = random.below(10);
            if (fate == 0)
                newer += line();
            if (fate == 1)
                newer += line();
            else if (fate != 2)
                newer += old.toStdString();
        }
        texts.push_back(newer);
    }
    return texts;
}

Texts ordinaryTexts(edgewright::test::RandomTexts &random)
{
    Texts texts{random.text(40, 30)};
    while (texts.size() < 12)
        texts.push_back(random.edited(texts.back()));
    return texts;
}

class Repository final {
public:
    explicit Repository(const Texts &texts)
    {
        QByteArray stream;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const QByteArray number = QByteArray::number(qint64(i));
            stream += "commit refs/heads/main\nmark :" + QByteArray::number(qint64(i + 1))
                      + "\ncommitter a <> " + number + " +0000\ndata "
                      + QByteArray::number(number.size()) + "\n" + number
                      + "\nM 100644 inline f\ndata " + QByteArray::number(qint64(texts[i].size()))
                      + "\n" + QByteArray::fromStdString(texts[i]) + "\n";
        }
        run({u"init"_s, u"-q"_s});
        run({u"fast-import"_s, u"--quiet"_s}, stream);
    }

    /// The summary of a commit is the number of its text.
    Numbers blame(std::size_t number, std::size_t newest)
    {
        const QString revision = u"main~%1"_s.arg(newest - number);
        const QByteArray output =
            run({u"blame"_s, u"--line-porcelain"_s, revision, u"--"_s, u"f"_s});
        Numbers bringers;
        for (const QByteArray &line : output.split('\n')) {
            if (line.startsWith("summary "))
                bringers.push_back(line.mid(8).toUInt());
        }
        return bringers;
    }

private:
    QByteArray run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess git;
        git.setWorkingDirectory(m_folder.path());
        git.start(u"git"_s, arguments);
        git.write(input);
        git.closeWriteChannel();
        if (!git.waitForFinished() || git.exitCode() != 0)
            return "failed: " + git.readAllStandardError();
        return git.readAllStandardOutput();
    }

    QTemporaryDir m_folder;
};

} // namespace

class tst_LineHistory final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void eachLineHasItsBringer()
    {
        const LineHistory history = historyOf({"a\nb\n", "a\nx\nb\n", "a\nx\ny\n", "a\nb\n"});

        QCOMPARE(history.bringers(0), (Numbers{0, 0}));
        QCOMPARE(history.bringers(1), (Numbers{0, 1, 0}));
        QCOMPARE(history.bringers(2), (Numbers{0, 1, 2}));
        QCOMPARE(history.bringers(3), (Numbers{0, 3})); // b came back
    }

    void emptyTextsAndUnknownNumbersAreAnswered()
    {
        const LineHistory history = historyOf({"", "a\n", ""});

        QVERIFY(history.bringers(0).empty());
        QCOMPARE(history.bringers(1), Numbers{1});
        QVERIFY(history.bringers(2).empty());
        QVERIFY(history.bringers(3).empty());
        QCOMPARE(history.sameLine(1, 0, 2), 0U);
        QCOMPARE(history.sameLine(0, 7, 1), 0U);
        QCOMPARE(history.sameLine(0, 0, 9), 0U);
        QVERIFY(LineHistory().bringers(0).empty());
        QCOMPARE(LineHistory().size(), std::size_t{0});
    }

    void aNewFinalNewlineBringsItsLine()
    {
        QCOMPARE(historyOf({"a\nb", "a\nb\n"}).bringers(1), (Numbers{0, 1}));
    }

    void theSameLineIsFoundOverEdits()
    {
        const LineHistory history =
            historyOf({"one();\nconst a = first(1);\nend();\n",
                       "zero();\none();\nhalf();\nconst a = first(2);\nend();\n"});

        QCOMPARE(history.sameLine(0, 0, 1), 1U);
        QCOMPARE(history.sameLine(0, 1, 1), 3U); // edited, not replaced
        QCOMPARE(history.sameLine(0, 2, 1), 4U);
        QCOMPARE(history.sameLine(1, 3, 0), 1U);
        QCOMPARE(history.sameLine(1, 4, 0), 2U);
        QCOMPARE(history.sameLine(1, 2, 0), 1U); // where it would stand
    }

    void theSameLineIsALineOfTheText()
    {
        edgewright::test::RandomTexts random(5);
        for (int round = 0; round < 50; ++round) {
            const Texts texts = ordinaryTexts(random);
            const LineHistory history = historyOf(texts);
            for (std::size_t to = 0; to < texts.size(); ++to) {
                const std::uint32_t last = std::max(history.lineCount(to), 1U) - 1;
                for (std::uint32_t line = 0; line < 60; ++line)
                    QVERIFY(history.sameLine(random.below(12), line, to) <= last);
            }
        }
    }

    void anUnchangedLineIsFollowedThereAndBack()
    {
        edgewright::test::RandomTexts random(6);
        const Texts texts = distinctTexts(random);
        const LineHistory history = historyOf(texts);
        const std::size_t newest = texts.size() - 1;
        const Numbers bringers = history.bringers(newest);
        for (std::uint32_t line = 0; line < bringers.size(); ++line) {
            const std::uint32_t first = history.sameLine(newest, line, bringers[line]);
            QCOMPARE(linesOf(texts[bringers[line]]).at(first), linesOf(texts[newest]).at(line));
            QCOMPARE(history.sameLine(bringers[line], first, newest), line);
        }
    }

    void anEarlierStateIsWhatWasKnownThen()
    {
        edgewright::test::RandomTexts random(7);
        const Texts texts = ordinaryTexts(random);
        const LineHistory history = historyOf(texts);

        LineHistory earlier = history.upTo(5);
        QCOMPARE(earlier.size(), std::size_t{6});
        QCOMPARE(earlier.bringers(5), history.bringers(5));
        earlier.add(texts[5], texts[6]);
        QCOMPARE(earlier.bringers(6), history.bringers(6));
    }

    void aCancelledSearchStaysTrue()
    {
        edgewright::test::RandomTexts random(8);
        const std::atomic<bool> cancelled = true;
        const Texts texts = ordinaryTexts(random);

        const LineHistory history = historyOf(texts, {.cancelled = &cancelled});

        for (std::size_t i = 0; i < texts.size(); ++i)
            QCOMPARE(history.bringers(i).size(), std::size_t(linesOf(texts[i]).size()));
    }

    void gitSaysTheSameOfDistinctLines()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("git is not installed");
        edgewright::test::RandomTexts random(9);
        for (int round = 0; round < 10; ++round) {
            const Texts texts = distinctTexts(random);
            const std::size_t newest = texts.size() - 1;
            const LineHistory history = historyOf(texts);
            Repository repository(texts);
            for (const std::size_t number : {newest, newest / 2}) {
                QVERIFY(!history.bringers(number).empty());
                QCOMPARE(repository.blame(number, newest), history.bringers(number));
            }
        }
    }

    void gitDiffersOnlyInWhichOfEqualLinesIsNew()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("git is not installed");
        edgewright::test::RandomTexts random(10);
        int same = 0;
        int all = 0;
        for (int round = 0; round < 10; ++round) {
            const Texts texts = ordinaryTexts(random);
            const std::size_t newest = texts.size() - 1;
            const Numbers ours = historyOf(texts).bringers(newest);
            const Numbers theirs = Repository(texts).blame(newest, newest);
            QCOMPARE(theirs.size(), ours.size());
            QHash<QByteArray, qsizetype> most; // of each line in any one text
            for (const std::string &text : texts) {
                const QList<QByteArray> lines = linesOf(text);
                for (const QByteArray &line : lines)
                    most[line] = std::max(most[line], lines.count(line));
            }
            const QList<QByteArray> lines = linesOf(texts[newest]);
            for (std::size_t i = 0; i < ours.size(); ++i) {
                ++all;
                same += ours[i] == theirs[i] ? 1 : 0;
                QVERIFY(ours[i] == theirs[i] || most.value(lines.at(qsizetype(i))) > 1);
            }
        }
        QVERIFY(all > 100);
        QCOMPARE_GT(same * 10, all * 8);
    }
};

QTEST_GUILESS_MAIN(tst_LineHistory)
#include "tst_linehistory.moc"
