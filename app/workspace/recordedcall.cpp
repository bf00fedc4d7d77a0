// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/recordedcall.h"

#include "workspace/actsettler.h"
#include "workspace/connectioncall.h"
#include "workspace/lostanswer.h"

namespace edgewright {

Reply<> *RecordedCall::start(Connection &connection, Ledger &ledger, const LedgerEntry &entry,
                             const Send &send)
{
    auto *reply = new Reply<>(&ledger);
    if (connection.service() == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    auto *call = new RecordedCall(connection, ledger, entry, reply);
    call->begin();
    call->record(entry, [call, send] { call->sendNow(send); });
    return reply;
}

RecordedCall::RecordedCall(Connection &connection, Ledger &ledger, const LedgerEntry &entry,
                           Reply<> *reply)
    : ServiceFlow(connection, ledger, reply)
    , m_entry(entry)
    , m_reply(reply)
{
    connect(reply, &ReplyBase::cancelRequested, this, &RecordedCall::cancel);
}

void RecordedCall::sendNow(const Send &send)
{
    m_isSent = true;
    await(send(service()), [this](const Result<> &done) {
        if (done)
            finish({}, {.outcome = ActOutcome::Done});
        else if (mayHaveHappened(done.error()))
            settle(done.error());
        else
            fail(done.error(), ActOutcome::NothingHappened, false);
    });
}

void RecordedCall::settle(const Error &lost)
{
    await(ActSettler::settle(service(), m_entry, this),
          [this, lost](const Result<Settlement> &settled) {
              if (!settled)
                  fail(unsettled(settled.error()), ActOutcome::Unknown, true);
              else if (settled->outcome == ActOutcome::Done)
                  finish({}, {.outcome = ActOutcome::Done, .detail = settled->detail});
              else if (settled->outcome == ActOutcome::NothingHappened)
                  fail(nothingCameOf(nothingHappened(), lost), ActOutcome::NothingHappened, false);
              else
                  fail(because(unknown(), lost), ActOutcome::Unknown, false);
          });
}

QString RecordedCall::nothingHappened() const
{
    return m_entry.kind == ActKind::DeleteVersion
               ? tr("The answer was lost; the version was not deleted.")
               : tr("The answer was lost; nothing was changed.");
}

QString RecordedCall::unknown() const
{
    return m_entry.kind == ActKind::DeleteVersion
               ? tr("The answer was lost, so it is unknown whether the version was deleted; "
                    "refresh before trying again.")
               : tr("The answer was lost, so it is unknown whether anything was changed; refresh "
                    "before trying again.");
}

Error RecordedCall::unsettled(const Error &cause) const
{
    // Whatever kept it from being read: what counts is that nobody knows.
    Error error = because(unknown(), cause);
    error.code = ErrorCode::OutcomeUnknown;
    return error;
}

Error RecordedCall::cancelled() const
{
    return accountLeft();
}

Error RecordedCall::left() const
{
    return accountLeft();
}

void RecordedCall::fail(const Error &error, ActOutcome outcome, bool isOpen)
{
    finish(error, {.outcome = outcome, .isOpen = isOpen, .detail = error.detail});
}

void RecordedCall::finish(const Result<> &result, const ActCompletion &completion)
{
    if (!end())
        return;
    conclude(completion);
    m_reply->resolve(result);
}

} // namespace edgewright
