// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/uploadform.h"

#include "sandbox/records.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr qint64 kFormSeconds = 30 * 60;
constexpr qint64 kLargestCode = 5 * 1024 * 1024;
constexpr qint64 kLargestZip = 30 * 1024 * 1024;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString callbackToken(const Settings &settings, const QString &objectName)
{
    return QString::fromLatin1(QMessageAuthenticationCode::hash("callback\n" + objectName.toUtf8(),
                                                                settings.formSecret.reveal(),
                                                                QCryptographicHash::Sha256)
                                   .toHex());
}

} // namespace

bool UploadTarget::isZip() const
{
    return version != kUnstable && !isFirstGeneration;
}

QString UploadTarget::objectName(const QString &accountId) const
{
    if (isFirstGeneration)
        return routine + u'.' + accountId + u'.' + version + u".js"_s;
    const QString folder = u"sp_esa_rwa/%1/%2/%3/"_s.arg(accountId, routine, version);
    return folder + (isZip() ? u"routine.zip"_s : u"routine/index.js"_s);
}

std::optional<UploadTarget> UploadTarget::fromObjectName(const QString &accountId,
                                                         const QString &name)
{
    const QStringList parts = name.split(u'/');
    const QStringList words = name.split(u'.');
    if (parts.size() < 5 && words.size() != 4)
        return std::nullopt;
    const UploadTarget target =
        parts.size() < 5
            ? UploadTarget{.routine = words[0], .version = words[2], .isFirstGeneration = true}
            : UploadTarget{.routine = parts[2], .version = parts[3]};
    return target.objectName(accountId) == name ? std::optional(target) : std::nullopt;
}

qint64 largestUpload(const UploadTarget &target)
{
    return target.isZip() ? kLargestZip : kLargestCode;
}

QByteArray uploadPolicy(const Settings &settings, const UploadTarget &target, const QDateTime &now)
{
    const QString expiration = QString::fromLatin1(acs3::formatDate(now.addSecs(kFormSeconds)));
    const QJsonArray conditions{
        QJsonArray{u"eq"_s, u"$key"_s, target.objectName(settings.accountId)},
        QJsonArray{u"content-length-range"_s, 1, largestUpload(target)}};
    return compact({{u"expiration"_s, QString(expiration).replace(u"Z"_s, u".000Z"_s)},
                    {u"conditions"_s, conditions}})
        .toBase64();
}

QByteArray uploadCallback(const Settings &settings, const UploadTarget &target)
{
    const QString name = target.objectName(settings.accountId);
    const QByteArray body = compact({{u"object"_s, name},
                                     {u"description"_s, u"${x:codeDescription}"_s},
                                     {u"token"_s, callbackToken(settings, name)}});
    return compact({{u"callbackUrl"_s, u"http://%1/callback"_s.arg(settings.endpoint)},
                    {u"callbackBody"_s, QString::fromUtf8(body)},
                    {u"callbackBodyType"_s, u"application/json"_s}})
        .toBase64();
}

bool isOwnCallback(const Settings &settings, const QByteArray &callback, const QString &objectName)
{
    const QJsonObject outer = QJsonDocument::fromJson(QByteArray::fromBase64(callback)).object();
    const QJsonObject body =
        QJsonDocument::fromJson(outer.value("callbackBody"_L1).toString().toUtf8()).object();
    return body.value("object"_L1).toString() == objectName
           && body.value("token"_L1).toString() == callbackToken(settings, objectName);
}

} // namespace edgewright::sandbox
