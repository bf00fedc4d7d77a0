// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/database.h"
#include "archive/ledgertypes.h"

namespace edgewright {

/// What was seen to be live, when; changes nobody here made become entries of the ledger. Used on
/// the archive's thread, everything that writes inside a transaction.
class LiveStore final {
public:
    /// \p database must outlive it.
    explicit LiveStore(Database &database);

    /// True when the ledger has got an entry by it.
    [[nodiscard]] Result<bool> observe(const Observation &observation);
    /// What \p publication brought is live, whoever reads it first.
    [[nodiscard]] Result<> notePublication(const LedgerEntry &publication);
    [[nodiscard]] Result<LiveMoment> liveAt(const RoutineKey &key, const QDateTime &moment);

private:
    /// One row: what was live from one reading to another.
    struct Span {
        qint64 id = 0;
        QString shares;
        QDateTime deployed;
        QDateTime firstSeen;
        QDateTime lastSeen;
        qint64 entry = 0;
        qint64 mark = 0;
    };

    [[nodiscard]] Result<QStringList> environments(const RoutineKey &key);
    [[nodiscard]] Result<QList<Span>> spans(const RoutineKey &key, const QString &environment,
                                            bool newestOnly);
    [[nodiscard]] Result<bool> observeOne(const RoutineKey &key, const Deployment &deployment,
                                          const QDateTime &at);
    [[nodiscard]] Result<> extend(const Span &span, const Deployment &deployment,
                                  const QDateTime &at);
    [[nodiscard]] Result<> addSpan(const RoutineKey &key, const QString &environment,
                                   const Span &span);
    /// The own act that explains the change; 0: none.
    [[nodiscard]] Result<qint64> explanation(const RoutineKey &key, const Deployment &deployment,
                                             const Span &before);
    [[nodiscard]] static LiveState stateAt(const QList<Span> &spans, const QString &environment,
                                           const QDateTime &moment);

    Database &m_database;
};

} // namespace edgewright
