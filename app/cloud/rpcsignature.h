// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/credentials.h"
#include "cloud/requestsigner.h"

namespace edgewright {

/// The older signature, HMAC-SHA1 over all parameters wherever they are sent (API.md §1.1): pure
/// functions on bytes, shared by client and sandbox.
namespace rpc {

/// What one call adds to its own parameters.
struct Envelope {
    QByteArray action;
    QByteArray version;
    QByteArray nonce; ///< Never used twice.
    QDateTime time;   ///< The service's, as far as known.
};

/// The parameters every call has, without the signature. Names and values are decoded.
[[nodiscard]] acs3::Pairs commonParameters(const Envelope &envelope,
                                           const Credentials &credentials);
/// \p parameters are all of query and form, decoded; one named Signature is left out.
[[nodiscard]] QByteArray stringToSign(const QByteArray &method, acs3::Pairs parameters);
/// Base64.
[[nodiscard]] QByteArray signature(const QByteArray &stringToSign, const Secret &secret);

} // namespace rpc

} // namespace edgewright
