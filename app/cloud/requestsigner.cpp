// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/requestsigner.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace acs3 {

namespace {

constexpr char kAlgorithm[] = "ACS3-HMAC-SHA256";

QByteArray canonicalQuery(Pairs query)
{
    // By code point of the decoded name: upper case before lower case, Tag.1 < Tag.10 < Tag.2.
    std::ranges::stable_sort(query, {}, &Pairs::value_type::first);
    QByteArray text;
    for (const auto &[name, value] : std::as_const(query)) {
        if (!text.isEmpty())
            text += '&';
        text += percentEncode(name) + '=' + percentEncode(value);
    }
    return text;
}

QByteArray valueOf(const Pairs &headers, const QByteArray &lowerCaseName)
{
    for (const auto &[name, value] : headers) {
        if (name.toLower() == lowerCaseName)
            return value.trimmed();
    }
    return {};
}

} // namespace

QByteArray percentEncode(const QByteArray &utf8)
{
    return utf8.toPercentEncoding();
}

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QList<QByteArray> headersToSign(const Pairs &headers)
{
    QList<QByteArray> names;
    for (const auto &header : headers) {
        const QByteArray name = header.first.toLower();
        if ((name == "host" || name == "content-type" || name.startsWith("x-acs-"))
            && !names.contains(name))
            names.append(name);
    }
    std::ranges::sort(names);
    return names;
}

QByteArray canonicalRequest(const Request &request, const QList<QByteArray> &signedHeaders)
{
    QByteArray headerLines;
    for (const QByteArray &name : signedHeaders)
        headerLines += name + ':' + valueOf(request.headers, name) + '\n';
    return request.method + '\n' + request.path + '\n' + canonicalQuery(request.query) + '\n'
           + headerLines + '\n' + signedHeaders.join(';') + '\n' + request.payloadHash;
}

QByteArray signature(const Request &request, const QList<QByteArray> &signedHeaders,
                     const Secret &secret)
{
    const QByteArray stringToSign =
        QByteArray(kAlgorithm) + '\n' + sha256Hex(canonicalRequest(request, signedHeaders));
    return QMessageAuthenticationCode::hash(stringToSign, secret.reveal(),
                                            QCryptographicHash::Sha256)
        .toHex();
}

QByteArray authorization(const Request &request, const Credentials &credentials)
{
    const QList<QByteArray> names = headersToSign(request.headers);
    return QByteArray(kAlgorithm) + " Credential=" + credentials.accessKeyId.toUtf8()
           + ",SignedHeaders=" + names.join(';')
           + ",Signature=" + signature(request, names, credentials.accessKeySecret);
}

QByteArray formatDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1();
}

} // namespace acs3

QByteArray objectStoreSignature(const QByteArray &policyBase64, const Secret &secret)
{
    return QMessageAuthenticationCode::hash(policyBase64, secret.reveal(), QCryptographicHash::Sha1)
        .toBase64();
}

} // namespace edgewright
