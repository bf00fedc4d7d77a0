// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/serviceflow.h"

namespace edgewright {

/// One call that changes something, from its entry in the ledger to its certain end: sent once,
/// settled by reading when the answer is lost. Child of its reply, goes with it.
class RecordedCall final : public ServiceFlow {
    Q_OBJECT

public:
    using Send = std::function<Reply<> *(RoutineService &service)>;

    /// Needs a connected account. ErrorCode::Cancelled when it is left before the end.
    [[nodiscard]] static Reply<> *start(Connection &connection, Ledger &ledger,
                                        const LedgerEntry &entry, const Send &send);

    [[nodiscard]] bool canCancel() const override { return !m_isSent; }

private:
    RecordedCall(Connection &connection, Ledger &ledger, const LedgerEntry &entry, Reply<> *reply);

    void sendNow(const Send &send);
    void settle(const Error &lost);
    void fail(const Error &error, ActOutcome outcome, bool isOpen) override;
    [[nodiscard]] Error cancelled() const override;
    [[nodiscard]] Error left() const override;
    void finish(const Result<> &result, const ActCompletion &completion);
    [[nodiscard]] QString nothingHappened() const;
    [[nodiscard]] QString unknown() const;
    [[nodiscard]] Error unsettled(const Error &cause) const;

    LedgerEntry m_entry;
    Reply<> *m_reply;
    bool m_isSent = false;
};

} // namespace edgewright
