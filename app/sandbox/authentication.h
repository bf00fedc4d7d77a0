// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/credentials.h"
#include "sandbox/failure.h"
#include "sandbox/querysignature.h"

#include <QDateTime>
#include <QHash>

#include <mutex>
#include <optional>

namespace edgewright::sandbox {

/// Decides whether a request was signed by the one key this service knows, recently, and for the
/// first time. Knows ACS3-HMAC-SHA256 in the headers and the older HMAC-SHA1 in the parameters.
/// Called from many threads.
class Authentication final {
public:
    explicit Authentication(Credentials credentials);

    /// Nothing when the request is genuine; its nonce is then used up.
    [[nodiscard]] std::optional<Failure> verify(const HttpRequest &request, const QDateTime &now);
    /// Wherever the client put it; empty when there is none.
    [[nodiscard]] static QByteArray nonceOf(const HttpRequest &request);

    /// A nonce used before the service was started anew.
    void rememberNonce(const QByteArray &nonce, const QDateTime &usedAt);

private:
    struct Claim;
    [[nodiscard]] std::optional<Failure> checkDate(const QByteArray &date,
                                                   const QDateTime &now) const;
    [[nodiscard]] std::optional<Failure> checkSignature(const HttpRequest &request,
                                                        const Claim &claim) const;
    [[nodiscard]] std::optional<Failure> verifyOlder(const QuerySignature &claim,
                                                     const QDateTime &now);
    [[nodiscard]] std::optional<Failure> checkToken(const QByteArray &token,
                                                    const QDateTime &now) const;
    [[nodiscard]] std::optional<Failure> useNonce(const QByteArray &nonce, const QDateTime &now);

    const Credentials m_credentials;
    std::mutex m_mutex;
    QHash<QByteArray, qint64> m_nonces; ///< Nonce to seconds since 1970.
};

} // namespace edgewright::sandbox
