// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/uploadpolicy.h"

#include "cloud/requestsigner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

StoreFailure denied(const QString &why)
{
    return {403, u"AccessDenied"_s, u"Invalid according to Policy: Policy "_s + why};
}

StoreFailure badPolicy(const QString &why)
{
    return {400, u"InvalidPolicyDocument"_s, u"Invalid Policy: "_s + why};
}

/// The bucket is part of the address, not of the form, yet policies may name it.
QByteArray fieldValue(const MultipartForm &form, const QString &name)
{
    const QByteArray key = name.toUtf8().toLower();
    if (key == "bucket" && !form.has(key))
        return "sandbox";
    return form.value(key);
}

bool contains(const QJsonArray &allowed, const QString &value)
{
    return allowed.contains(QJsonValue(value));
}

std::optional<StoreFailure> checkLength(const QJsonArray &condition, qint64 size)
{
    if (condition.size() != 3 || !condition[1].isDouble() || !condition[2].isDouble())
        return badPolicy(u"invalid content-length-range."_s);
    if (size < condition[1].toInteger())
        return StoreFailure{400, u"EntityTooSmall"_s,
                            u"Your proposed upload is smaller than the minimum allowed size"_s};
    if (size > condition[2].toInteger())
        return StoreFailure{400, u"EntityTooLarge"_s,
                            u"Your proposed upload exceeds the maximum allowed size"_s};
    return std::nullopt;
}

std::optional<StoreFailure> checkArray(const QJsonArray &condition, const MultipartForm &form)
{
    const QString operation = condition[0].toString().toLower();
    if (operation == "content-length-range"_L1)
        return checkLength(condition, form.file.size());
    const QString variable = condition.size() == 3 ? condition[1].toString() : QString();
    if (!variable.startsWith(u'$'))
        return badPolicy(u"invalid condition."_s);
    const QString value = QString::fromUtf8(fieldValue(form, variable.mid(1)));
    bool holds = false;
    if (operation == "eq"_L1)
        holds = value == condition[2].toString();
    else if (operation == "starts-with"_L1)
        holds = value.startsWith(condition[2].toString());
    else if (operation == "in"_L1)
        holds = contains(condition[2].toArray(), value);
    else if (operation == "not-in"_L1)
        holds = !contains(condition[2].toArray(), value);
    else
        return badPolicy(u"unknown condition %1."_s.arg(operation));
    if (holds)
        return std::nullopt;
    return denied(u"Condition failed: "_s
                  + QString::fromUtf8(QJsonDocument(condition).toJson(QJsonDocument::Compact)));
}

std::optional<StoreFailure> checkObject(const QJsonObject &condition, const MultipartForm &form)
{
    for (auto it = condition.begin(); it != condition.end(); ++it) {
        if (QString::fromUtf8(fieldValue(form, it.key())) != it.value().toString())
            return denied(
                u"Condition failed: "_s
                + QString::fromUtf8(QJsonDocument(condition).toJson(QJsonDocument::Compact)));
    }
    return std::nullopt;
}

std::optional<StoreFailure> checkConditions(const QJsonArray &conditions, const MultipartForm &form)
{
    for (const QJsonValue &condition : conditions) {
        std::optional<StoreFailure> failure = badPolicy(u"invalid condition."_s);
        if (condition.isObject())
            failure = checkObject(condition.toObject(), form);
        else if (!condition.toArray().isEmpty())
            failure = checkArray(condition.toArray(), form);
        if (failure)
            return failure;
    }
    return std::nullopt;
}

std::optional<StoreFailure> checkSignature(const MultipartForm &form, const FormKey &key)
{
    for (const char *name : {"ossaccesskeyid", "policy", "signature"}) {
        if (form.value(name).isEmpty())
            return StoreFailure{
                400, u"InvalidArgument"_s,
                u"Bucket POST must contain a field named '%1'."_s.arg(QLatin1String(name))};
    }
    if (form.value("ossaccesskeyid") != key.id.toUtf8())
        return StoreFailure{403, u"InvalidAccessKeyId"_s,
                            u"The OSS Access Key Id you provided does not exist in our records."_s};
    const QByteArray expected = objectStoreSignature(form.value("policy"), key.secret);
    if (Secret(expected) == Secret(form.value("signature")))
        return std::nullopt;
    return StoreFailure{403, u"SignatureDoesNotMatch"_s,
                        u"The request signature we calculated does not match the signature you "
                        "provided. Check your key and signing method."_s};
}

} // namespace

std::optional<StoreFailure> checkPolicy(const MultipartForm &form, const FormKey &key,
                                        const QDateTime &now)
{
    if (auto failure = checkSignature(form, key))
        return failure;
    const auto decoded = QByteArray::fromBase64Encoding(form.value("policy"),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    const QJsonDocument document = QJsonDocument::fromJson(*decoded);
    if (!decoded || !document.isObject())
        return badPolicy(u"not a JSON object in base64."_s);
    const QJsonObject policy = document.object();
    const QDateTime expiration =
        QDateTime::fromString(policy.value("expiration"_L1).toString(), Qt::ISODateWithMs);
    if (!expiration.isValid() || !policy.value("conditions"_L1).isArray())
        return badPolicy(u"expiration and conditions are mandatory."_s);
    if (expiration <= now)
        return denied(u"expired."_s);
    return checkConditions(policy.value("conditions"_L1).toArray(), form);
}

} // namespace edgewright::sandbox
