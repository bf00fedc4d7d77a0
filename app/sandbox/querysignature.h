// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "sandbox/httpmessage.h"

#include <optional>

namespace edgewright::sandbox {

/// The service's older signature (HMAC-SHA1 over every parameter, wherever it was sent) as a
/// request carries it; decides nothing itself.
struct QuerySignature {
    QByteArray accessKeyId;
    QByteArray method; ///< The client's name for the algorithm.
    QByteArray timestamp;
    QByteArray nonce;
    QByteArray securityToken;
    QByteArray signature;
    QByteArray stringToSign;

    /// Nothing when the request has no Signature among its parameters.
    [[nodiscard]] static std::optional<QuerySignature> from(const HttpRequest &request);

    [[nodiscard]] QByteArray expected(const Secret &secret) const;
};

} // namespace edgewright::sandbox
