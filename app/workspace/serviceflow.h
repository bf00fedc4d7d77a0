// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledger.h"
#include "workspace/connection.h"

#include <functional>

namespace edgewright {

/// What all flows that change the service have in common: one use, one end, cancelled until
/// something is sent, ended when the account is left, and an entry in the ledger that is on the
/// disk before the change is sent. GUI thread.
class ServiceFlow : public QObject {
    Q_OBJECT

public:
    /// Possible while canCancel().
    void cancel();
    /// Nothing was sent yet that a cancellation would leave in doubt.
    [[nodiscard]] virtual bool canCancel() const = 0;
    /// Why what is done is not in the ledger; nothing while it is.
    [[nodiscard]] const std::optional<Error> &unrecorded() const { return m_unrecorded; }

protected:
    ServiceFlow(Connection &connection, Ledger &ledger, QObject *parent);

    [[nodiscard]] Connection &connection() const { return m_connection; }
    /// Only between start and end; the account is still there then.
    [[nodiscard]] RoutineService &service() const { return *m_connection.service(); }
    [[nodiscard]] Ledger &ledger() const { return m_ledger; }

    [[nodiscard]] bool isOver() const { return m_state == State::Over; }
    void begin() { m_state = State::UnderWay; }
    /// False when it was over already.
    [[nodiscard]] bool end();

    /// Goes on with \p next unless the flow is over by then.
    template <typename T, typename Next>
    void await(Reply<T> *reply, Next next)
    {
        m_pending = reply;
        reply->then(this, [this, reply, next](const Result<T> &result) {
            if (isOver())
                return;
            noteRequest(reply->requestId());
            next(result);
        });
    }

    /// Writes what is about to be done, then goes on; also when it could not be written, which is
    /// then told by unrecorded(). Account and time are put in. What is locked ends the flow here:
    /// ErrorCode::Forbidden.
    void record(const LedgerEntry &entry, const std::function<void()> &next);
    /// How it ended; nothing happens unless something was recorded.
    void conclude(ActCompletion completion);
    /// What a reading found; \p reading was taken from the ledger when it was sent.
    void observe(const Routine &routine, quint64 reading);

    /// For failures before anything was sent, or after which it is certain that nothing happened.
    void refuse(const Error &error) { fail(error, ActOutcome::NothingHappened, false); }
    /// The end of the flow with a failure.
    virtual void fail(const Error &error, ActOutcome outcome, bool isOpen) = 0;
    /// What is said when it was cancelled, and when the account was left after something was sent.
    [[nodiscard]] virtual Error cancelled() const = 0;
    [[nodiscard]] virtual Error left() const = 0;

private:
    enum class State { Idle, UnderWay, Over };

    void abandon();
    void noteRequest(const QString &id);

    Connection &m_connection;
    Ledger &m_ledger;
    State m_state = State::Idle;
    QPointer<ReplyBase> m_pending;
    std::optional<LedgerEntry> m_entry; ///< Once recorded, or tried to be.
    std::optional<Error> m_unrecorded;
    QStringList m_requestIds;
};

} // namespace edgewright
