// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "cloud/apierror.h"
#include "cloud/httptransport.h"
#include "cloud/retrypolicy.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace edgewright {

/// What a call sends and how its answers are to be read.
struct CallPlan {
    CallKind kind = CallKind::Read;
    /// Made anew for each try, with its own nonce and date.
    std::function<HttpRequest()> request;
    /// Nothing when \p answer is a success.
    std::function<std::optional<ApiFailure>(const HttpAnswer &answer)> judge;
    /// True when what was wrong with the request has just been put right and one more try, at
    /// once, is worth it; only asked about answers that refuse. May be empty.
    std::function<bool(const HttpAnswer &answer, const ApiFailure &failure)> repair;
};

/// Sends one call until it succeeds or RetryPolicy has had enough, then resolves its reply with
/// the whole answer. Child of the reply; goes with it.
class RetryingCall final : public QObject {
    Q_OBJECT

public:
    /// The transport must outlive the reply.
    [[nodiscard]] static Reply<HttpAnswer> *
    start(const HttpTransport &transport, const RetryPolicy &policy, CallPlan plan, QObject *owner);

private:
    RetryingCall(const HttpTransport &transport, const RetryPolicy &policy, CallPlan plan,
                 Reply<HttpAnswer> *reply);

    void tryOnce();
    void conclude(const HttpOutcome &outcome);
    void continueAfter(const ApiFailure &failure);
    void cancel();

    const HttpTransport &m_transport;
    RetryPolicy m_policy;
    CallPlan m_plan;
    Reply<HttpAnswer> *m_reply;
    QPointer<HttpExchange> m_exchange;
    QTimer m_pause;
    int m_tries = 0;
    bool m_repaired = false;
};

} // namespace edgewright
