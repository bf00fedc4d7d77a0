// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/authentication.h"

#include "sandbox/parameters.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr qint64 kWindowSeconds = 15 * 60;
/// A request dated at the far end of the window stays valid for twice its length.
constexpr qint64 kNonceSeconds = 2 * kWindowSeconds + 60;
constexpr qsizetype kNonceLimit = 500'000;
constexpr QByteArrayView kScheme = "ACS3-HMAC-SHA256";

/// Equal in a time that does not tell how much of it was right.
bool sameText(const QByteArray &left, const QByteArray &right)
{
    return Secret(left) == Secret(right);
}

Failure mismatch(const QByteArray &serverText)
{
    return {.code = u"SignatureDoesNotMatch"_s,
            .message = u"Specified signature does not match our calculation. server string to "
                       "sign is:"_s
                       + QString::fromUtf8(serverText)};
}

} // namespace

/// The three parts of an Authorization header.
struct Authentication::Claim {
    QByteArray keyId;
    QList<QByteArray> signedHeaders;
    QByteArray signature;

    [[nodiscard]] static std::optional<Claim> parse(const QByteArray &header);
};

std::optional<Authentication::Claim> Authentication::Claim::parse(const QByteArray &header)
{
    if (!header.startsWith(kScheme) || header.mid(kScheme.size(), 1) != " ")
        return std::nullopt;
    Claim claim;
    const QList<QByteArray> parts = header.mid(kScheme.size() + 1).split(',');
    for (const QByteArray &untrimmed : parts) {
        const QByteArray part = untrimmed.trimmed();
        if (part.startsWith("Credential="))
            claim.keyId = part.mid(11);
        else if (part.startsWith("SignedHeaders="))
            claim.signedHeaders = part.mid(14).split(';');
        else if (part.startsWith("Signature="))
            claim.signature = part.mid(10);
        else
            return std::nullopt;
    }
    if (parts.size() != 3 || claim.keyId.isEmpty() || claim.signedHeaders.isEmpty()
        || claim.signature.isEmpty())
        return std::nullopt;
    return claim;
}

Authentication::Authentication(Credentials credentials)
    : m_credentials(std::move(credentials))
{
}

std::optional<Failure> Authentication::verify(const HttpRequest &request, const QDateTime &now)
{
    const auto older =
        request.header("authorization").isEmpty() ? QuerySignature::from(request) : std::nullopt;
    if (older)
        return verifyOlder(*older, now);
    const std::optional<Claim> claim = Claim::parse(request.header("authorization"));
    if (!claim)
        return Failure{.code = u"IncompleteSignature"_s};
    for (const char *name : {"x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"}) {
        // A header that was signed and then removed is tampering, not an omission.
        if (request.header(name).isEmpty() && !claim->signedHeaders.contains(name))
            return Failure{.code = u"MissingParameter"_s,
                           .message = u"The header %1 is mandatory."_s.arg(QLatin1String(name))};
    }
    if (claim->keyId != m_credentials.accessKeyId.toUtf8())
        return Failure{.code = u"InvalidAccessKeyId.NotFound"_s};
    if (auto failure = checkDate(request.header("x-acs-date"), now))
        return failure;
    if (auto failure = checkSignature(request, *claim))
        return failure;
    if (auto failure = checkToken(request.header("x-acs-security-token"), now))
        return failure;
    return useNonce(request.header("x-acs-signature-nonce"), now);
}

QByteArray Authentication::nonceOf(const HttpRequest &request)
{
    const auto older =
        request.header("authorization").isEmpty() ? QuerySignature::from(request) : std::nullopt;
    return older ? older->nonce : request.header("x-acs-signature-nonce");
}

std::optional<Failure> Authentication::verifyOlder(const QuerySignature &claim,
                                                   const QDateTime &now)
{
    if (claim.accessKeyId.isEmpty())
        return missingParameter(u"AccessKeyId"_s);
    if (claim.timestamp.isEmpty())
        return missingParameter(u"Timestamp"_s);
    if (claim.nonce.isEmpty())
        return missingParameter(u"SignatureNonce"_s);
    if (claim.method != "HMAC-SHA1")
        return Failure{.code = u"InvalidSignatureMethod"_s};
    if (claim.accessKeyId != m_credentials.accessKeyId.toUtf8())
        return Failure{.code = u"InvalidAccessKeyId.NotFound"_s};
    if (auto failure = checkDate(claim.timestamp, now))
        return failure;
    if (!sameText(claim.expected(m_credentials.accessKeySecret), claim.signature))
        return mismatch(claim.stringToSign);
    if (auto failure = checkToken(claim.securityToken, now))
        return failure;
    return useNonce(claim.nonce, now);
}

std::optional<Failure> Authentication::checkDate(const QByteArray &date, const QDateTime &now) const
{
    QDateTime time =
        QDateTime::fromString(QString::fromLatin1(date), u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
    if (!time.isValid())
        return Failure{.code = u"InvalidTimeStamp.Format"_s};
    time.setTimeSpec(Qt::UTC);
    if (qAbs(time.secsTo(now)) > kWindowSeconds)
        return Failure{.code = u"InvalidTimeStamp.Expired"_s};
    return std::nullopt;
}

std::optional<Failure> Authentication::checkSignature(const HttpRequest &request,
                                                      const Claim &claim) const
{
    const acs3::Request toSign{.method = request.method,
                               .path = request.path,
                               .query = decodeForm(request.rawQuery),
                               .headers = request.headers,
                               .payloadHash = acs3::sha256Hex(request.body)};
    const QByteArray canonical = acs3::canonicalRequest(toSign, claim.signedHeaders);
    const QByteArray serverText = kScheme.toByteArray() + '\n' + acs3::sha256Hex(canonical);
    if (toSign.payloadHash != request.header("x-acs-content-sha256"))
        return mismatch(serverText);
    for (const QByteArray &name : claim.signedHeaders) {
        if (!request.hasHeader(name))
            return mismatch(serverText);
    }
    for (const auto &[name, value] : request.headers) {
        const bool mustBeSigned = name == "host" || name.startsWith("x-acs-");
        if (mustBeSigned && !claim.signedHeaders.contains(name))
            return mismatch(serverText);
    }
    const QByteArray expected =
        acs3::signature(toSign, claim.signedHeaders, m_credentials.accessKeySecret);
    if (!sameText(expected, claim.signature))
        return mismatch(serverText);
    return std::nullopt;
}

std::optional<Failure> Authentication::checkToken(const QByteArray &token,
                                                  const QDateTime &now) const
{
    if (m_credentials.securityToken.isEmpty() && token.isEmpty())
        return std::nullopt;
    if (token.isEmpty())
        return Failure{.code = u"MissingSecurityToken"_s};
    if (!(Secret(token) == m_credentials.securityToken))
        return Failure{.code = u"InvalidSecurityToken.Malformed"_s};
    if (m_credentials.expiresAt.isValid() && m_credentials.expiresAt <= now)
        return Failure{.code = u"InvalidSecurityToken.Expired"_s};
    return std::nullopt;
}

std::optional<Failure> Authentication::useNonce(const QByteArray &nonce, const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    const qint64 seconds = now.toSecsSinceEpoch();
    if (m_nonces.size() >= kNonceLimit)
        m_nonces.removeIf([&](auto it) { return it.value() < seconds - kNonceSeconds; });
    if (m_nonces.contains(nonce))
        return Failure{.code = u"SignatureNonceUsed"_s};
    // Forgetting a nonce would let a request run twice; refusing one merely asks to try later.
    if (m_nonces.size() >= kNonceLimit)
        return Failure{.code = u"ServiceUnavailable"_s};
    m_nonces.insert(nonce, seconds);
    return std::nullopt;
}

void Authentication::rememberNonce(const QByteArray &nonce, const QDateTime &usedAt)
{
    const std::lock_guard lock(m_mutex);
    m_nonces.insert(nonce, usedAt.toSecsSinceEpoch());
}

} // namespace edgewright::sandbox
