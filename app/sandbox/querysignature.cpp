// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/querysignature.h"

#include "cloud/rpcsignature.h"
#include "sandbox/parameters.h"

#include <algorithm>

namespace edgewright::sandbox {

namespace {

QByteArray valueOf(const acs3::Pairs &pairs, const QByteArray &name)
{
    const auto found = std::ranges::find(pairs, name, &std::pair<QByteArray, QByteArray>::first);
    return found == pairs.end() ? QByteArray() : found->second;
}

} // namespace

std::optional<QuerySignature> QuerySignature::from(const HttpRequest &request)
{
    acs3::Pairs pairs = decodeForm(request.rawQuery);
    if (!request.header("content-type").toLower().startsWith("application/json"))
        pairs += decodeForm(request.body);
    const QByteArray signature = valueOf(pairs, "Signature");
    if (signature.isEmpty())
        return std::nullopt;
    return QuerySignature{.accessKeyId = valueOf(pairs, "AccessKeyId"),
                          .method = valueOf(pairs, "SignatureMethod"),
                          .timestamp = valueOf(pairs, "Timestamp"),
                          .nonce = valueOf(pairs, "SignatureNonce"),
                          .securityToken = valueOf(pairs, "SecurityToken"),
                          .signature = signature,
                          .stringToSign = rpc::stringToSign(request.method, pairs)};
}

QByteArray QuerySignature::expected(const Secret &secret) const
{
    return rpc::signature(stringToSign, secret);
}

} // namespace edgewright::sandbox
