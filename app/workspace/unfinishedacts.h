// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledger.h"
#include "workspace/actsettler.h"
#include "workspace/connection.h"

namespace edgewright {

/// Finds out by reading what became of acts that were cut off by the end of the program or whose
/// answer was lost: when an account is connected or reachable again, and whenever it is asked to.
/// Never sends an act again. GUI thread.
class UnfinishedActs final : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this object.
    UnfinishedActs(Connection &connection, Ledger &ledger, QObject *parent = nullptr);

    /// Of the account in use; does nothing while it is at it.
    void settle();

signals:
    /// What was found out, oldest first; an outcome may still be unknown. Never empty.
    void settled(const QList<edgewright::LedgerEntry> &entries);

private:
    void forget();
    void settleNext();
    void apply(const LedgerEntry &entry, const Result<Settlement> &settlement);
    void finish();

    Connection &m_connection;
    Ledger &m_ledger;
    QList<LedgerEntry> m_waiting;
    QList<LedgerEntry> m_settled;
    bool m_isSettling = false;
    quint64 m_visit = 0; ///< Counts accounts: answers for one that was left are void.
};

} // namespace edgewright
