// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/retryingcall.h"

#include "base/log.h"
#include "cloud/httpexchange.h"

#include <QCoreApplication>

#include <utility>

namespace edgewright {

namespace {

class CallText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::HttpTransport)
};

ApiFailure failureOfDelivery(const HttpOutcome &outcome)
{
    ApiFailure failure{.error = outcome.error};
    if (outcome.delivery == Delivery::NotSent)
        failure.cause = outcome.worthRepeating ? FailureCause::NotSent : FailureCause::Hopeless;
    else
        failure.cause = outcome.worthRepeating ? FailureCause::Uncertain : FailureCause::Unreadable;
    return failure;
}

} // namespace

Reply<HttpAnswer> *RetryingCall::start(const HttpTransport &transport, const RetryPolicy &policy,
                                       CallPlan plan, QObject *owner)
{
    auto *reply = new Reply<HttpAnswer>(owner);
    auto *call = new RetryingCall(transport, policy, std::move(plan), reply);
    call->tryOnce();
    return reply;
}

RetryingCall::RetryingCall(const HttpTransport &transport, const RetryPolicy &policy, CallPlan plan,
                           Reply<HttpAnswer> *reply)
    : QObject(reply)
    , m_transport(transport)
    , m_policy(policy)
    , m_plan(std::move(plan))
    , m_reply(reply)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RetryingCall::tryOnce);
    connect(reply, &ReplyBase::cancelRequested, this, &RetryingCall::cancel);
}

void RetryingCall::tryOnce()
{
    ++m_tries;
    m_exchange = m_transport.send(m_plan.request(), this);
    connect(m_exchange, &HttpExchange::finished, this, &RetryingCall::conclude);
    connect(m_exchange, &HttpExchange::uploaded, m_reply, &ReplyBase::progressed);
}

void RetryingCall::conclude(const HttpOutcome &outcome)
{
    m_exchange->deleteLater();
    m_exchange = nullptr;
    if (outcome.delivery != Delivery::Answered) {
        continueAfter(failureOfDelivery(outcome));
        return;
    }
    const std::optional<ApiFailure> refusal = m_plan.judge(outcome.answer);
    if (!refusal) {
        m_reply->resolve(outcome.answer);
        return;
    }
    qCInfo(lcCloud).noquote() << refusal->error.detail;
    if (!m_repaired && refusal->cause == FailureCause::Refused && m_plan.repair
        && m_plan.repair(outcome.answer, *refusal))
    {
        m_repaired = true;
        tryOnce();
        return;
    }
    continueAfter(*refusal);
}

void RetryingCall::continueAfter(const ApiFailure &failure)
{
    const bool cancelled = failure.error.code == ErrorCode::Cancelled;
    const auto pause =
        cancelled ? std::nullopt
                  : m_policy.delay(m_plan.kind, failure.cause, m_tries, failure.serverDelay);
    if (pause) {
        qCDebug(lcCloud) << "try" << m_tries << "failed, next in" << pause->count() << "ms";
        m_pause.start(*pause);
        return;
    }
    const bool unknown = m_plan.kind == CallKind::Write && mayHaveBeenExecuted(failure.cause);
    m_reply->resolve(unknown ? outcomeUnknown(failure.error) : failure.error);
}

void RetryingCall::cancel()
{
    if (m_exchange != nullptr) {
        m_exchange->cancel();
        return;
    }
    // Between two tries nothing is on its way, and the last one was not executed or changed
    // nothing.
    m_pause.stop();
    m_reply->resolve(Error{.code = ErrorCode::Cancelled, .message = CallText::tr("Cancelled.")});
}

} // namespace edgewright
