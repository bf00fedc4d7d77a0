// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/serviceflow.h"

#include "base/log.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace edgewright {

ServiceFlow::ServiceFlow(Connection &connection, Ledger &ledger, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_ledger(ledger)
{
    connect(&m_connection, &Connection::aboutToChange, this, &ServiceFlow::abandon);
}

void ServiceFlow::cancel()
{
    if (isOver() || !canCancel())
        return;
    if (m_pending != nullptr)
        m_pending->cancel();
    refuse(cancelled());
}

void ServiceFlow::abandon()
{
    if (m_state != State::UnderWay)
        return;
    if (canCancel())
        cancel();
    else
        fail(left(), ActOutcome::Unknown, true);
}

bool ServiceFlow::end()
{
    m_pending.clear();
    return std::exchange(m_state, State::Over) != State::Over;
}

void ServiceFlow::noteRequest(const QString &id)
{
    // Those of the checks before it was recorded say nothing about the change.
    if (m_entry && !id.isEmpty())
        m_requestIds.append(id);
}

void ServiceFlow::record(const LedgerEntry &entry, const std::function<void()> &next)
{
    // Below every window: whatever asked for it, nothing is sent past the lock.
    if (const std::optional<Error> refusal = m_connection.writeRefusal(entry.key.routine)) {
        refuse(*refusal);
        return;
    }
    LedgerEntry owned = entry;
    owned.key.accountId = m_connection.account().id;
    owned.accountName = m_connection.account().name;
    owned.startedAt = m_ledger.now();
    Reply<qint64> *written = m_ledger.begin(owned);
    // Whatever became of the flow: cancelled once this was answered, nobody else knows the entry.
    written->then(&m_ledger, [flow = QPointer(this), ledger = &m_ledger](const Result<qint64> &id) {
        if (id && (flow == nullptr || flow->isOver()))
            ledger->complete(*id, {.outcome = ActOutcome::NothingHappened,
                                   .detail = u"cancelled before anything was sent"_s});
    });
    await(written, [this, owned, next](const Result<qint64> &id) {
        m_entry = owned;
        if (id) {
            m_entry->id = *id;
        } else {
            m_unrecorded = id.error();
            qCInfo(lcWorkspace).noquote()
                << "not in the ledger before it is sent:" << forLog(id.error().detail);
        }
        next();
    });
}

void ServiceFlow::conclude(ActCompletion completion)
{
    if (!m_entry)
        return;
    LedgerEntry entry = *std::exchange(m_entry, std::nullopt);
    completion.requestIds = m_requestIds;
    if (entry.id != 0) {
        m_ledger.complete(entry.id, completion);
        return;
    }
    entry.outcome = completion.outcome;
    entry.isOpen = completion.isOpen;
    entry.requestIds = completion.requestIds;
    entry.detail = completion.detail;
    if (!completion.versionId.isEmpty())
        entry.versionId = completion.versionId;
    m_ledger.enter(entry);
}

void ServiceFlow::observe(const Routine &routine, quint64 reading)
{
    m_ledger.observe({.accountId = m_connection.account().id,
                      .routine = routine,
                      .at = m_ledger.now(),
                      .reading = reading});
}

} // namespace edgewright
