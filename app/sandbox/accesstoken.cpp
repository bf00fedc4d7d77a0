// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/accesstoken.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr qint64 kTokenSeconds = 3600;
constexpr QByteArrayView kParameter = "esa_er_token=";

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signatureOf(const Settings &settings, const QByteArray &text)
{
    return base64Url(
        QMessageAuthenticationCode::hash(text, settings.tokenSecret, QCryptographicHash::Sha256));
}

QString ownerOf(const Settings &settings, const QString &routine)
{
    return routine + u'.' + settings.accountId;
}

} // namespace

QByteArray accessToken(const Settings &settings, const QString &routine, const QDateTime &now)
{
    const QJsonObject payload{{u"routine_id"_s, ownerOf(settings, routine)},
                              {u"exp"_s, now.toSecsSinceEpoch() + kTokenSeconds}};
    const QByteArray text = base64Url(R"({"alg":"HS256","typ":"JWT"})") + '.'
                            + base64Url(QJsonDocument(payload).toJson(QJsonDocument::Compact));
    return text + '.' + signatureOf(settings, text);
}

bool isAccessToken(const Settings &settings, const QString &routine, const QByteArray &rawQuery,
                   const QDateTime &now)
{
    for (const QByteArray &parameter : rawQuery.split('&')) {
        if (!parameter.startsWith(kParameter))
            continue;
        const QList<QByteArray> parts = parameter.sliced(kParameter.size()).split('.');
        if (parts.size() != 3 || parts[2] != signatureOf(settings, parts[0] + '.' + parts[1]))
            return false;
        const QJsonObject payload =
            QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding))
                .object();
        return payload.value("routine_id"_L1).toString() == ownerOf(settings, routine)
               && payload.value("exp"_L1).toInteger() > now.toSecsSinceEpoch();
    }
    return false;
}

} // namespace edgewright::sandbox
