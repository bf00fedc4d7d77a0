// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "archive/linematcher.h"

#include <QFutureWatcher>

namespace edgewright {

class Archive;

/// Versions one after the other.
struct VersionSpan {
    QString firstId; ///< The oldest.
    QString lastId;
    int firstOrdinal = 0; ///< 0: it has no number.
    int lastOrdinal = 0;

    [[nodiscard]] bool operator==(const VersionSpan &other) const = default;
};

/// A line of a routine that matches, in all the versions it appears in.
struct SearchHit {
    RoutineKey key;
    quint64 id = 0;    ///< The line, within its routine; a hit that comes again replaces the first.
    int line = 0;      ///< From 0, in the newest of its versions.
    QString versionId; ///< That version.
    QString excerpt;   ///< Some of the line around the match.
    int matchBegin = 0;
    int matchLength = 0;
    QList<VersionSpan> spans; ///< Newest first.
};

struct SearchSummary {
    qint64 versions = 0; ///< Looked through.
    qint64 hits = 0;
    bool isComplete = true;
    Error problem; ///< Why it is not complete; without a message: it was cancelled.
};

/// What one step of a search brought.
struct SearchBatch {
    QList<SearchHit> hits;
    SearchSummary summary;
};

/// Looks through all versions that the archive holds; every distinct line is looked at once. Works
/// in small steps on the archive's thread, so that others do not wait. GUI thread.
class ArchiveSearch final : public QObject {
    Q_OBJECT

public:
    /// \p archive must outlive it.
    explicit ArchiveSearch(Archive &archive, QObject *parent = nullptr);
    ~ArchiveSearch() override;

    /// Ends the search under way, of which nothing more is heard.
    void start(const ArchiveQuery &query);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_watcher != nullptr; }

signals:
    /// New hits, and known ones that appear in more versions than was told before.
    void found(const QList<edgewright::SearchHit> &hits);
    void finished(const edgewright::SearchSummary &summary);

private:
    void drop();
    void take(int begin, int end);

    Archive &m_archive;
    QFutureWatcher<SearchBatch> *m_watcher = nullptr;
    SearchSummary m_summary;
};

} // namespace edgewright
