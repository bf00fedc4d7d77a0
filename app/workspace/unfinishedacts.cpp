// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/unfinishedacts.h"

#include "base/log.h"

#include <utility>

namespace edgewright {

UnfinishedActs::UnfinishedActs(Connection &connection, Ledger &ledger, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_ledger(ledger)
{
    connect(&m_connection, &Connection::aboutToChange, this, &UnfinishedActs::forget);
    connect(&m_connection, &Connection::changed, this, &UnfinishedActs::settle);
    connect(&m_connection, &Connection::reachabilityChanged, this, [this] {
        if (m_connection.isReachable())
            settle();
    });
}

void UnfinishedActs::forget()
{
    ++m_visit;
    m_waiting.clear();
    m_settled.clear();
    m_isSettling = false;
}

void UnfinishedActs::settle()
{
    if (m_connection.service() == nullptr || m_isSettling)
        return;
    m_isSettling = true;
    m_ledger.openEntries(m_connection.account().id)
        ->then(this, [this, visit = m_visit](const Result<QList<LedgerEntry>> &entries) {
            if (visit != m_visit)
                return;
            if (entries)
                m_waiting = *entries;
            else
                qCInfo(lcWorkspace).noquote() << forLog(entries.error().detail);
            settleNext();
        });
}

void UnfinishedActs::settleNext()
{
    if (m_waiting.isEmpty()) {
        finish();
        return;
    }
    const LedgerEntry entry = m_waiting.takeFirst();
    ActSettler::settle(*m_connection.service(), entry, this)
        ->then(this, [this, entry, visit = m_visit](const Result<Settlement> &settlement) {
            if (visit != m_visit)
                return;
            apply(entry, settlement);
            settleNext();
        });
}

void UnfinishedActs::apply(const LedgerEntry &entry, const Result<Settlement> &settlement)
{
    if (!settlement) {
        // It stays open; the next connection tries again.
        qCInfo(lcWorkspace).noquote()
            << "entry" << entry.id << "is not settled:" << forLog(settlement.error().detail);
        return;
    }
    m_ledger.complete(entry.id, {.outcome = settlement->outcome,
                                 .versionId = settlement->versionId,
                                 .detail = settlement->detail});
    LedgerEntry settled = entry;
    settled.outcome = settlement->outcome;
    settled.isOpen = false;
    if (!settlement->versionId.isEmpty())
        settled.versionId = settlement->versionId;
    m_settled.append(settled);
}

void UnfinishedActs::finish()
{
    m_isSettling = false;
    const QList<LedgerEntry> entries = std::exchange(m_settled, {});
    if (!entries.isEmpty())
        emit settled(entries);
}

} // namespace edgewright
