// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/patch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace edgewright::test {

using namespace Qt::StringLiterals;

struct TextPair {
    std::string left;
    std::string right;
};

[[nodiscard]] inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Lets another program apply the patches of many pairs, in a few runs, and compares what it makes.
class PatchJudge final {
public:
    PatchJudge(QString program, QStringList arguments, int context)
        : m_program(std::move(program))
        , m_arguments(std::move(arguments))
        , m_context(context)
    {
    }

    /// What is wrong; empty when every left text became its right one byte for byte.
    [[nodiscard]] QString judge(const std::vector<TextPair> &pairs) const
    {
        constexpr std::size_t kBatch = 4000;
        for (std::size_t first = 0; first < pairs.size(); first += kBatch) {
            const std::size_t end = std::min(pairs.size(), first + kBatch);
            const QString wrong = judgeBatch(pairs, first, end);
            if (!wrong.isEmpty())
                return wrong;
        }
        return {};
    }

private:
    [[nodiscard]] static bool write(const QString &path, const std::string &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly)
               && file.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size());
    }

    [[nodiscard]] static QString fileName(std::size_t index)
    {
        return QString::number(index) + u".txt"_s;
    }

    [[nodiscard]] QString judgeBatch(const std::vector<TextPair> &pairs, std::size_t first,
                                     std::size_t end) const
    {
        const QTemporaryDir dir;
        std::string all;
        for (std::size_t i = first; i < end; ++i) {
            const auto &[left, right] = pairs[i];
            const std::string name = fileName(i).toStdString();
            // Every seventh comparison ends before it looked for the smallest answer.
            diff::Limits limits;
            if (i % 7 == 6)
                limits.deadline = std::chrono::steady_clock::time_point::min();
            if (!write(dir.filePath(fileName(i)), left))
                return u"a file cannot be written"_s;
            all += diff::unifiedPatch(left, right, diff::diffLines(left, right, {}, limits),
                                      {"a/" + name, "b/" + name}, m_context);
        }
        if (!write(dir.filePath(u"all.patch"_s), all))
            return u"the patch cannot be written"_s;
        const QString said = run(dir.path());
        if (!said.isEmpty())
            return said;
        for (std::size_t i = first; i < end; ++i) {
            // Both programs may remove a file that becomes empty.
            const QByteArray made = readFile(dir.filePath(fileName(i)));
            const QByteArray right = QByteArray::fromStdString(pairs[i].right);
            if (made != right)
                return u"pair %1 became %2 instead of %3"_s.arg(i).arg(
                    QString::fromLatin1(made.left(3000).toPercentEncoding(" ,;(){}=\n")),
                    QString::fromLatin1(right.left(3000).toPercentEncoding(" ,;(){}=\n")));
        }
        return {};
    }

    [[nodiscard]] QString run(const QString &folder) const
    {
        constexpr int kLongest = 300'000;
        QProcess process;
        process.setWorkingDirectory(folder);
        process.setProcessChannelMode(QProcess::MergedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GIT_CEILING_DIRECTORIES"_s, QDir::tempPath());
        process.setProcessEnvironment(environment);
        process.start(m_program, m_arguments);
        if (!process.waitForFinished(kLongest))
            return u"does not finish"_s;
        const QString said = QString::fromLocal8Bit(process.readAll().left(2000));
        return process.exitCode() == 0 ? QString() : said + u" (failed)"_s;
    }

    QString m_program;
    QStringList m_arguments;
    int m_context;
};

} // namespace edgewright::test
