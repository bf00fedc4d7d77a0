// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/rpcsignature.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace edgewright::rpc {

acs3::Pairs commonParameters(const Envelope &envelope, const Credentials &credentials)
{
    acs3::Pairs parameters{{"AccessKeyId", credentials.accessKeyId.toUtf8()},
                           {"Action", envelope.action},
                           {"Format", "JSON"},
                           {"SignatureMethod", "HMAC-SHA1"},
                           {"SignatureNonce", envelope.nonce},
                           {"SignatureVersion", "1.0"},
                           {"Timestamp", acs3::formatDate(envelope.time)},
                           {"Version", envelope.version}};
    if (!credentials.securityToken.isEmpty())
        parameters.emplaceBack("SecurityToken", credentials.securityToken.reveal());
    return parameters;
}

QByteArray stringToSign(const QByteArray &method, acs3::Pairs parameters)
{
    parameters.removeIf([](const auto &pair) { return pair.first == "Signature"; });
    std::ranges::sort(parameters);
    QByteArray canonical;
    for (const auto &[name, value] : std::as_const(parameters)) {
        if (!canonical.isEmpty())
            canonical += '&';
        canonical += acs3::percentEncode(name) + '=' + acs3::percentEncode(value);
    }
    return method + "&%2F&" + acs3::percentEncode(canonical);
}

QByteArray signature(const QByteArray &stringToSign, const Secret &secret)
{
    return QMessageAuthenticationCode::hash(stringToSign, secret.reveal() + '&',
                                            QCryptographicHash::Sha1)
        .toBase64();
}

} // namespace edgewright::rpc
