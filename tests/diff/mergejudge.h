// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/merge3.h"
#include "randomtexts.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace edgewright::test {

struct TextTriple {
    std::string base;
    std::string mine;
    std::string theirs;
};

/// A text and two of its futures, which now and then share a step. Without NUL: git does not merge
/// what it takes for binary.
[[nodiscard]] inline TextTriple tripleOf(RandomTexts &texts)
{
    const unsigned lines = texts.below(40);
    const unsigned alphabet = texts.below(4) == 0 ? 2 + texts.below(20) : 6 + 4 * lines;
    TextTriple triple;
    triple.base = texts.text(lines, alphabet);
    std::replace(triple.base.begin(), triple.base.end(), '\0', '0');
    const std::string shared = texts.below(3) == 0 ? texts.edited(triple.base) : triple.base;
    triple.mine = texts.edited(shared);
    triple.theirs = texts.edited(shared);
    for (std::string *text : {&triple.mine, &triple.theirs})
        std::replace(text->begin(), text->end(), '\0', '0');
    return triple;
}

/// The same of texts in which no line occurs twice: there is only one way to match their lines.
[[nodiscard]] inline TextTriple plainTripleOf(RandomTexts &texts)
{
    unsigned next = 0;
    const auto edited = [&](const std::vector<unsigned> &lines) {
        std::vector<unsigned> result;
        const unsigned often = 4 + texts.below(20);
        for (const unsigned line : lines) {
            const unsigned fate = texts.below(often);
            if (fate == 1 || fate == 2)
                result.push_back(next++);
            if (fate > 1)
                result.push_back(line);
        }
        return result;
    };
    const auto written = [&](const std::vector<unsigned> &lines) {
        std::string text;
        for (const unsigned line : lines)
            text += "line " + std::to_string(line) + (line % 7 == 0 ? "\r\n" : "\n");
        if (texts.below(5) == 0 && lines.size() > 1)
            text.erase(text.find_last_not_of("\r\n") + 1);
        return text;
    };
    std::vector<unsigned> base(1 + texts.below(40));
    for (unsigned &line : base)
        line = next++;
    const std::vector<unsigned> shared = texts.below(2) == 0 ? edited(base) : base;
    return {written(base), written(edited(shared)), written(edited(shared))};
}

/// How our merges compare with those of `git merge-file`.
struct MergeVerdict {
    QString wrong; ///< A difference that is none of the known refinements.
    int triples = 0;
    int sameMerge = 0;     ///< Both clean, byte for byte the same.
    int sameConflicts = 0; ///< The same text with the same conflicts.
    /// Repeated lines were matched otherwise, which leaves fewer bytes to decide, more, or as many.
    int smaller = 0;
    int larger = 0;
    int elsewhere = 0;
    int cleanForGitOnly = 0; ///< Of these.
    int cleanForUsOnly = 0;
};

class MergeJudge final {
public:
    explicit MergeJudge(unsigned seed)
        : m_texts(seed)
    {
    }

    /// Every other triple has no line twice: there nothing may differ.
    [[nodiscard]] MergeVerdict judge(int triples)
    {
        MergeVerdict verdict;
        for (int i = 0; i < triples && verdict.wrong.isEmpty(); ++i) {
            if (i % 2 == 0)
                judgeOne(tripleOf(m_texts), true, verdict);
            else
                judgeOne(plainTripleOf(m_texts), false, verdict);
        }
        return verdict;
    }

private:
    void judgeOne(const TextTriple &triple, bool mayDiffer, MergeVerdict &verdict)
    {
        using namespace diff;
        const MergeTexts texts{triple.base, triple.mine, triple.theirs};
        const Merge merge = mergeTexts(texts);
        const QByteArray ours = normal(mergedText(texts, merge));
        int conflicts = 0;
        const QByteArray git = normal(gitMerge(triple, conflicts).toStdString());
        ++verdict.triples;
        const bool bothClean = merge.conflicts == 0 && conflicts == 0;
        if (ours == git)
            ++(bothClean ? verdict.sameMerge : verdict.sameConflicts);
        else if (mayDiffer && !bothClean)
            count(ours, git, verdict);
        else
            verdict.wrong = firstDifference(ours, git, verdict.triples);
    }

    [[nodiscard]] static QString firstDifference(const QByteArray &ours, const QByteArray &git,
                                                 int triple)
    {
        const auto [our, other] = std::mismatch(ours.begin(), ours.end(), git.begin(), git.end());
        const qsizetype at = std::max<qsizetype>(our - ours.begin() - 120, 0);
        return QString::fromLatin1("triple %1, ours:\n%2\ngit:\n%3")
            .arg(QString::number(triple), QString::fromUtf8(ours.mid(at, 300)),
                 QString::fromUtf8(git.mid(at, 300)));
    }

    /// Which of both leaves less to decide.
    static void count(const QByteArray &ours, const QByteArray &git, MergeVerdict &verdict)
    {
        const qsizetype mine = undecidedBytes(ours);
        const qsizetype theirs = undecidedBytes(git);
        verdict.cleanForGitOnly += theirs == 0 ? 1 : 0;
        verdict.cleanForUsOnly += mine == 0 ? 1 : 0;
        ++(mine < theirs ? verdict.smaller : mine > theirs ? verdict.larger : verdict.elsewhere);
    }

    [[nodiscard]] static qsizetype undecidedBytes(const QByteArray &merged)
    {
        qsizetype bytes = 0;
        bool isOpen = false;
        for (const QByteArray &line : merged.split('\n')) {
            if (line == "<<<<<<< mine" || line == ">>>>>>> theirs")
                isOpen = line.startsWith('<');
            else if (isOpen && line != "=======")
                bytes += line.size() + 1;
        }
        return bytes;
    }

    /// Without the CR of lines that frame a conflict: which kind these get is a matter of taste.
    [[nodiscard]] static QByteArray normal(const std::string &text)
    {
        QByteArray result = QByteArray::fromStdString(text);
        for (const QByteArray &mark :
             {QByteArray("<<<<<<< mine"), QByteArray("======="), QByteArray(">>>>>>> theirs")})
        {
            const QByteArray dos = mark + "\r\n";
            const QByteArray plain = mark + "\n";
            result.replace(dos, plain);
        }
        return result;
    }

    [[nodiscard]] QByteArray gitMerge(const TextTriple &triple, int &conflicts) const
    {
        write("mine", triple.mine);
        write("base", triple.base);
        write("theirs", triple.theirs);
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(QString::fromLatin1("git"),
                      {QString::fromLatin1("merge-file"), QString::fromLatin1("-p"),
                       QString::fromLatin1("mine"), QString::fromLatin1("base"),
                       QString::fromLatin1("theirs")});
        process.waitForFinished();
        conflicts = process.exitCode();
        return process.readAllStandardOutput();
    }

    void write(const char *name, const std::string &bytes) const
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes.data(), qint64(bytes.size()));
    }

    RandomTexts m_texts;
    QTemporaryDir m_dir;
};

} // namespace edgewright::test
