// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>

namespace edgewright {

/// A file that could become a draft.
struct ImportCandidate {
    QString path; ///< Inside the folder or zip, '/' between its parts.
    qint64 size = 0;
    bool isNewest = false; ///< The newest version of a history exported by this program.
};

/// What a folder or zip holds. Any thread.
struct ImportSource {
    QString path;
    bool isZip = false;
    QList<ImportCandidate> candidates; ///< The newest of an exported history first, then by path.
};

namespace codeimport {

inline constexpr qint64 kLargestFile = 8'000'000;         ///< As large as a draft may be.
inline constexpr qint64 kLargestZip = 64LL * 1024 * 1024; ///< All of it, unpacked.
inline constexpr int kMostEntries = 1000;
inline constexpr int kMostRatio = 100; ///< Unpacked to packed bytes.

/// The script files of a folder, three levels deep; hidden ones, links and packages are left out.
[[nodiscard]] Result<ImportSource> readFolder(const QString &path,
                                              const std::atomic<bool> *cancelled = nullptr);
/// The script files of a zip. Refused as a whole when it is too large or names a way out of it.
[[nodiscard]] Result<ImportSource> readZip(const QString &path,
                                           const std::atomic<bool> *cancelled = nullptr);
/// The text of one candidate; refused with a sentence when it is not text that could be code.
[[nodiscard]] Result<QByteArray> readCandidate(const ImportSource &source, const QString &path);
/// Likewise for a file of its own.
[[nodiscard]] Result<QByteArray> readCodeFile(const QString &path);

} // namespace codeimport

} // namespace edgewright
