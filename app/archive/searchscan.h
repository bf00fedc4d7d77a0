// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivesearch.h"
#include "archive/bodystore.h"
#include "archive/searchcandidates.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QPromise>

#include <memory>
#include <vector>

namespace edgewright {

/// A search at work, step by step, on the archive's thread: first all distinct lines, then, where
/// few of them match, the bodies that may hold them, then the versions of each routine from the
/// newest to the oldest.
class SearchScan final {
public:
    static constexpr int kStepMs = 12;
    static constexpr int kLongestMs = 20'000;    ///< Of work; what takes longer is given up.
    static constexpr qsizetype kMostHits = 1000; ///< In one routine.

    using Promise = QPromise<SearchBatch>;

    SearchScan(const ArchiveQuery &query, std::shared_ptr<Promise> promise);

    /// Works for about \p ms, one piece at least. False when it is over. Between the steps others
    /// may add to the archive.
    [[nodiscard]] bool step(Database &database, int ms = kStepMs);

private:
    enum class Phase { Begin, Lines, Candidates, Routines, Over };

    struct HeldVersion {
        QString id;
        int ordinal = 0;
        qint64 body = 0;
        bool hasLines = false;
    };
    struct Hit {
        SearchHit hit;
        quint32 match = 0;          ///< Among the lines that match; 0: of a body without lines.
        qsizetype lastVersion = -1; ///< The last one looked at that has it.
        bool isNew = false;         ///< Changed since the last report.
    };

    [[nodiscard]] Result<> work(Database &database);
    [[nodiscard]] Result<> begin(Database &database);
    [[nodiscard]] Result<> scanPack(Database &database);
    [[nodiscard]] Result<> chooseWay(Database &database);
    [[nodiscard]] Result<> findCandidates(Database &database);
    [[nodiscard]] Result<> end(Database &database);
    [[nodiscard]] Result<> enterRoutine(Database &database);
    [[nodiscard]] Result<> leaveRoutine(Database &database);
    [[nodiscard]] Result<> lookAtVersion(Database &database);
    [[nodiscard]] Result<> lookAtLines(Database &database, const HeldVersion &version);
    [[nodiscard]] Result<> lookAtBytes(Database &database, const HeldVersion &version);
    void appears(Hit &hit, int line);
    void describe(SearchHit &hit, const QString &line, const LineMatcher::Place &place) const;
    [[nodiscard]] Result<> describeNew(Database &database);
    [[nodiscard]] Result<> report(Database &database);
    void finish(const Result<> &result);

    ArchiveQuery m_query;
    std::shared_ptr<Promise> m_promise;
    LineMatcher m_matcher;
    Phase m_phase = Phase::Begin;
    SearchSummary m_summary;
    qint64 m_workedMs = 0;

    LineId m_next = 0;              ///< The first line that was not looked at.
    std::vector<quint32> m_matchOf; ///< By line: its number among those that match; 0: none.
    quint32 m_matches = 0;
    LineIds m_matching; ///< The lines that match.

    std::optional<SearchCandidates> m_candidates; ///< When few lines match.
    QList<std::pair<qint64, RoutineKey>> m_routines;
    qsizetype m_routine = -1;
    QList<HeldVersion> m_versions; ///< Of that routine, the newest first.
    qsizetype m_version = 0;
    std::vector<Hit> m_hits;            ///< In that routine.
    std::vector<quint32> m_hitOf;       ///< By match: its place in m_hits, plus one; 0: none.
    QHash<QString, quint32> m_byteHits; ///< Likewise by excerpt, where there are no lines.
};

} // namespace edgewright
