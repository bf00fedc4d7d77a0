// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/apiclient.h"
#include "cloud/routinetypes.h"
#include "cloud/servicefactory.h"

/// What the adapters of both generations are made from.
namespace edgewright {

/// \p settings with the account's way of signing.
[[nodiscard]] ClientSettings signedAs(const ServiceConfig &config, ClientSettings settings);

/// Sends \p call and passes its answer through \p decode, which returns a Result<T>. The reply
/// belongs to \p owner and carries the service's request id.
template <typename T, typename Decode>
[[nodiscard]] Reply<T> *ask(ApiClient &client, const ApiCall &call, QObject *owner, Decode decode)
{
    auto *reply = new Reply<T>(owner);
    Reply<QJsonObject> *answer = client.call(call, reply);
    QObject::connect(reply, &ReplyBase::cancelRequested, answer, &ReplyBase::cancel);
    answer->then(reply, [reply, answer, decode](const Result<QJsonObject> &result) {
        reply->setRequestId(answer->requestId());
        reply->resolve(result ? Result<T>(decode(*result)) : Result<T>(result.error()));
    });
    return reply;
}

/// The call worked, so something was done; only what it was cannot be read from the answer.
template <typename T>
[[nodiscard]] Result<T> doneButUnreadable(Result<T> decoded)
{
    return decoded ? decoded : Result<T>(outcomeUnknown(decoded.error()));
}

/// \p form unless the address in \p config, as the service spelt it, is none to upload to.
[[nodiscard]] Result<UploadForm> withCheckedAddress(const Result<UploadForm> &form,
                                                    const QJsonObject &config,
                                                    const Endpoint &endpoint);

/// Operations that return nothing say "OK" as their Status, or nothing at all;
/// ErrorCode::ServiceFailure when \p content says something else.
[[nodiscard]] Result<> acknowledged(const QJsonObject &content, const QJsonObject &answer);

/// By time of creation, the unstable slot last; a service may list otherwise.
void sortNewestFirst(QList<CodeVersion> &versions);

} // namespace edgewright
