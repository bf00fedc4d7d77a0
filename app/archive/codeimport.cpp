// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/codeimport.h"

#include "archive/historymanifest.h"
#include "archive/zipreader.h"
#include "base/durablefile.h"
#include "text/codebody.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kDeepest = 3;
constexpr int kMostLooks = 20'000; ///< Files and folders looked at before a search is given up.

class CodeImport {
    Q_DECLARE_TR_FUNCTIONS(edgewright::CodeImport)
};

bool isScript(const QString &path)
{
    static const QStringList suffixes{u"js"_s, u"mjs"_s, u"cjs"_s};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

Error refused(const QString &path, const QString &reason)
{
    return {.code = ErrorCode::NotCode,
            //: %1 is a file name, %2 a sentence on why
            .message = CodeImport::tr("“%1” was not imported.").arg(QFileInfo(path).fileName()),
            .advice = reason,
            .detail = path};
}

Error nothingFound(const QString &path)
{
    return refused(path, CodeImport::tr("There is no JavaScript file in it."));
}

/// Looks through a folder without following links.
class FolderSearch final {
public:
    FolderSearch(const QString &root, const std::atomic<bool> *cancelled)
        : m_root(root)
        , m_cancelled(cancelled)
    {
    }

    void look(const QString &below, int depth)
    {
        constexpr auto kFilter =
            QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Readable;
        const QFileInfoList entries =
            QDir(m_root + u'/' + below).entryInfoList(kFilter, QDir::Name);
        for (const QFileInfo &entry : entries) {
            if (isOver())
                return;
            const QString path =
                below.isEmpty() ? entry.fileName() : QString(below + u'/' + entry.fileName());
            if (entry.isFile() && isScript(path))
                m_found.append({.path = path, .size = entry.size()});
            else if (entry.isDir() && depth < kDeepest && entry.fileName() != "node_modules"_L1)
                look(path, depth + 1);
        }
    }

    [[nodiscard]] QList<ImportCandidate> found() const { return m_found; }

private:
    bool isOver()
    {
        return ++m_looks > kMostLooks || m_found.size() >= codeimport::kMostEntries
               || (m_cancelled != nullptr && m_cancelled->load());
    }

    QString m_root;
    const std::atomic<bool> *m_cancelled;
    QList<ImportCandidate> m_found;
    int m_looks = 0;
};

/// Puts the version that \p manifest calls the newest in front, if it is there.
void markNewest(QList<ImportCandidate> &candidates, const QByteArray &manifest,
                const QString &folder)
{
    const std::optional<HistoryManifest::Newest> newest = HistoryManifest::newest(manifest);
    if (!newest)
        return;
    const QString path = folder.isEmpty() ? newest->file : QString(folder + u'/' + newest->file);
    const auto found = std::ranges::find(candidates, path, &ImportCandidate::path);
    if (found == candidates.end())
        return;
    found->isNewest = true;
    std::rotate(candidates.begin(), found, std::next(found));
}

Result<QByteArray> judged(const QString &path, const Result<QByteArray> &bytes)
{
    if (!bytes)
        return bytes;
    const BodyVerdict verdict = judgeBody(*bytes);
    return verdict.isCode() ? bytes : refused(path, verdict.reason);
}

} // namespace

namespace codeimport {

Result<ImportSource> readFolder(const QString &path, const std::atomic<bool> *cancelled)
{
    if (!QFileInfo(path).isDir() || !QFileInfo(path).isReadable())
        return Error{.code = ErrorCode::Storage,
                     .message = CodeImport::tr("The folder “%1” could not be read.")
                                    .arg(QFileInfo(path).fileName()),
                     .detail = path};
    FolderSearch search(path, cancelled);
    search.look({}, 1);
    ImportSource source{.path = path, .candidates = search.found()};
    if (source.candidates.isEmpty())
        return nothingFound(path);
    constexpr qint64 kLargestManifest = 16'000'000;
    const QString manifest = path + u'/' + HistoryManifest::kFileName;
    if (const Result<QByteArray> json = readWholeFile(manifest, kLargestManifest))
        markNewest(source.candidates, *json, {});
    return source;
}

Result<ImportSource> readZip(const QString &path, const std::atomic<bool> *cancelled)
{
    ImportSource source{.path = path, .isZip = true};
    QByteArray manifest;
    QString manifestFolder;
    ZipReader reader(path);
    for (;;) {
        const Result<bool> next = reader.next();
        if (!next)
            return next.error();
        if (!*next || (cancelled != nullptr && cancelled->load()))
            break;
        const QString name = reader.name();
        const bool isManifest = name.section(u'/', -1) == HistoryManifest::kFileName;
        // Everything is unpacked once: what a header says of a size need not be true.
        const Result<QByteArray> bytes = reader.read();
        if (!bytes)
            return bytes.error();
        if (isScript(name))
            source.candidates.append({.path = name, .size = bytes->size()});
        else if (isManifest && manifest.isEmpty()) {
            manifest = *bytes;
            manifestFolder = name.section(u'/', 0, -2);
        }
    }
    if (source.candidates.isEmpty())
        return nothingFound(path);
    std::ranges::sort(source.candidates, {}, &ImportCandidate::path);
    markNewest(source.candidates, manifest, manifestFolder);
    return source;
}

Result<QByteArray> readCandidate(const ImportSource &source, const QString &path)
{
    if (!source.isZip)
        return readCodeFile(source.path + u'/' + path);
    ZipReader reader(source.path);
    for (;;) {
        const Result<bool> next = reader.next();
        if (!next)
            return next.error();
        if (!*next)
            return nothingFound(source.path);
        if (reader.name() == path)
            break;
    }
    const Result<QByteArray> bytes = reader.read();
    if (bytes && bytes->size() > kLargestFile)
        return refused(path, CodeImport::tr("It is too large."));
    return judged(path, bytes);
}

Result<QByteArray> readCodeFile(const QString &path)
{
    struct stat status = {};
    // Reading a pipe or a device might never end.
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode))
        return refused(path, CodeImport::tr("It is not an ordinary file."));
    return judged(path, readWholeFile(path, kLargestFile));
}

} // namespace codeimport

} // namespace edgewright
