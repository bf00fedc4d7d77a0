// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "archive/database.h"

namespace edgewright {

/// What each version was, and which body it holds; each recording function is one transaction.
/// Used on the archive's thread.
class VersionStore final {
public:
    /// \p database must outlive it.
    explicit VersionStore(Database &database);

    [[nodiscard]] Result<> recordRoutines(const QString &accountId, const RoutineList &list,
                                          const QDateTime &at);
    [[nodiscard]] Result<> recordRoutine(const QString &accountId, const Routine &routine,
                                         const QDateTime &at);
    [[nodiscard]] Result<QList<ArchivedRoutine>> routines(const QString &accountId);

    [[nodiscard]] Result<> recordListing(const RoutineKey &key, const VersionListing &listing);
    [[nodiscard]] Result<> recordBody(const RoutineKey &key, const QString &versionId,
                                      const QByteArray &bytes);
    [[nodiscard]] Result<QList<ArchivedVersion>> versions(const RoutineKey &key);
    [[nodiscard]] Result<QByteArray> body(const RoutineKey &key, const QString &versionId);
    [[nodiscard]] Result<> mark(const RoutineKey &key, const QString &versionId,
                                const VersionMark &mark);

    /// The routine's number; 0 when it was never seen.
    [[nodiscard]] Result<qint64> routineId(const RoutineKey &key);

private:
    [[nodiscard]] Result<> writeRoutine(const QString &accountId, const Routine &routine,
                                        const QDateTime &at);
    [[nodiscard]] Result<qint64> ensureRoutine(const RoutineKey &key);
    [[nodiscard]] Result<> writeVersion(qint64 routine, const CodeVersion &version, int ordinal,
                                        const QDateTime &at);
    [[nodiscard]] Result<> writeAbsent(qint64 routine, const VersionListing &listing);
    [[nodiscard]] Result<> writeBody(qint64 routine, const QString &versionId,
                                     const QByteArray &bytes);
    [[nodiscard]] Result<qint64> neighbour(qint64 routine, const QString &versionId);

    Database &m_database;
};

} // namespace edgewright
