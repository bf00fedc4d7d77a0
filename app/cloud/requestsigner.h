// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/credentials.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <utility>

namespace edgewright {

/// ACS3-HMAC-SHA256 (API.md §1.1): pure functions on bytes, shared by client and sandbox.
namespace acs3 {

using Pairs = QList<std::pair<QByteArray, QByteArray>>;

/// A request as it is signed. Names and values of \p query are decoded.
struct Request {
    QByteArray method;
    QByteArray path = "/";
    Pairs query;
    Pairs headers;          ///< Any case, any order; everything that may be signed.
    QByteArray payloadHash; ///< Lower-case hexadecimal SHA-256 of the body.
};

/// RFC 3986: everything but A–Z a–z 0–9 - _ . ~ becomes %XX.
[[nodiscard]] QByteArray percentEncode(const QByteArray &utf8);
[[nodiscard]] QByteArray sha256Hex(const QByteArray &bytes);

/// Names that are signed when present: host, content-type, x-acs-*; lower case, sorted.
[[nodiscard]] QList<QByteArray> headersToSign(const Pairs &headers);
[[nodiscard]] QByteArray canonicalRequest(const Request &request,
                                          const QList<QByteArray> &signedHeaders);
/// Hexadecimal signature over \p signedHeaders.
[[nodiscard]] QByteArray signature(const Request &request, const QList<QByteArray> &signedHeaders,
                                   const Secret &secret);
/// The whole Authorization header for headersToSign().
[[nodiscard]] QByteArray authorization(const Request &request, const Credentials &credentials);

/// yyyy-MM-ddTHH:mm:ssZ in UTC, whatever the locale.
[[nodiscard]] QByteArray formatDate(const QDateTime &time);

} // namespace acs3

/// Object-store form signature, version 1: base64(HMAC-SHA1(secret, base64 policy text)).
[[nodiscard]] QByteArray objectStoreSignature(const QByteArray &policyBase64, const Secret &secret);

} // namespace edgewright
