// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/draft.h"

#include <QList>

#include <mutex>

namespace edgewright {

/// Why a text went to the local history.
enum class SnapshotReason {
    Replaced, ///< Before another text replaced it; which one is not known any more.
    BeforeUseAsDraft,
    BeforeOpenFile,
    BeforeFormat,
    BeforeSaveVersion,
    BeforePublish,
    Discarded,
    WhileTyping,
    BeforeMerge,
};

/// "before format", "discarded" …
[[nodiscard]] QString describe(SnapshotReason reason);

/// One text in the local history, without its bytes.
struct Snapshot {
    QString file;
    QDateTime takenAt; ///< UTC.
    qint64 size = 0;   ///< Bytes of text.
    QString baseVersionId;
    SnapshotReason reason = SnapshotReason::Replaced;
    bool operator==(const Snapshot &) const = default;
};

/// The local history of each routine: what its draft once was, at moments worth coming back to, so
/// that the way back outlives undo. One file each, independent of the archive.
///
/// What stays: everything of the last day; later, of what was taken while typing, the last of each
/// hour, and after a week the last of each day; all other moments. When a routine has more than
/// kMost texts or kMostBytes, the oldest go, those taken while typing first. Never removed are the
/// newest kAlways and, for kDiscardedDays, what the user discarded. A pause of days counts as one
/// day, so a wrong clock ends nothing early. Any thread.
class LocalHistory final {
public:
    static constexpr qsizetype kMost = 300;
    static constexpr qint64 kMostBytes = 64'000'000;
    static constexpr qsizetype kAlways = 20;
    static constexpr int kDiscardedDays = 90;
    static constexpr qint64 kLargestText = 8'000'000; ///< Bytes.

    explicit LocalHistory(QString folder);

    /// On the disk when this returns. The text that was put there last is not put there twice; the
    /// weightier reason stays.
    [[nodiscard]] Result<> keep(const Draft &draft, SnapshotReason reason) const;
    /// Newest first; files that are no drafts are left out.
    [[nodiscard]] QList<Snapshot> snapshots(const QString &accountId, const QString &routine) const;
    [[nodiscard]] Result<Draft> read(const Snapshot &snapshot) const;

    /// Those of \p all, newest first, that the rules above remove at \p now.
    [[nodiscard]] static QList<Snapshot> superfluous(const QList<Snapshot> &all,
                                                     const QDateTime &now);

private:
    [[nodiscard]] QString folderOf(const QString &accountId, const QString &routine) const;

    const QString m_folder;
    mutable std::mutex m_mutex; ///< Numbers of files are given out one at a time.
};

} // namespace edgewright
