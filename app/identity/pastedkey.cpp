// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/credentialsources.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kLongestPaste = 64'000;

enum class Field { None, Id, Secret, Token, Expiration };

/// What a label such as "AccessKey ID", "accessKeySecret" or "ALIBABA_CLOUD_SECURITY_TOKEN" names.
Field fieldOf(const QString &label)
{
    QString plain;
    for (const QChar c : label.toLower()) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    if (plain.endsWith("accesskeyid"_L1))
        return Field::Id;
    if (plain.endsWith("accesskeysecret"_L1))
        return Field::Secret;
    if (plain.endsWith("securitytoken"_L1) || plain.endsWith("ststoken"_L1))
        return Field::Token;
    if (plain == "expiration"_L1)
        return Field::Expiration;
    return Field::None;
}

void put(Credentials &credentials, Field field, const QString &value)
{
    switch (field) {
    case Field::Id:
        credentials.accessKeyId = value;
        break;
    case Field::Secret:
        credentials.accessKeySecret = Secret(value.toUtf8());
        break;
    case Field::Token:
        credentials.securityToken = Secret(value.toUtf8());
        break;
    case Field::Expiration:
        credentials.expiresAt = QDateTime::fromString(value, Qt::ISODateWithMs).toUTC();
        break;
    case Field::None:
        break;
    }
}

QString unquoted(const QString &text)
{
    const QString value = text.trimmed();
    const bool isQuoted = value.size() >= 2 && (value.startsWith(u'"') || value.startsWith(u'\''))
                          && value.endsWith(value.at(0));
    return isQuoted ? value.sliced(1, value.size() - 2).trimmed() : value;
}

Credentials fromJson(const QJsonObject &object)
{
    Credentials credentials;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isObject()) {
            const Credentials inner = fromJson(it.value().toObject());
            if (inner.isComplete())
                return inner;
        }
        if (it.value().isString())
            put(credentials, fieldOf(it.key()), it.value().toString().trimmed());
    }
    return credentials;
}

QStringList cells(const QString &line)
{
    QStringList result;
    for (const QString &cell : line.split(u','))
        result.append(unquoted(cell));
    return result;
}

/// A header line that names columns, then a line of values.
Credentials fromTable(const QStringList &lines)
{
    Credentials credentials;
    const QStringList header = cells(lines.value(0));
    const QStringList values = cells(lines.value(1));
    if (header.size() < 2)
        return credentials;
    for (qsizetype i = 0; i < std::min(header.size(), values.size()); ++i)
        put(credentials, fieldOf(header.at(i)), values.at(i));
    return credentials;
}

/// "AccessKey ID: LTAI…", "export ALIBABA_CLOUD_ACCESS_KEY_ID=LTAI…", or label and value on lines
/// of their own.
Credentials fromLabels(const QStringList &lines)
{
    static const QRegularExpression separator(u"[:=：]"_s);
    Credentials credentials;
    Field pending = Field::None;
    for (const QString &line : lines) {
        if (pending != Field::None) {
            put(credentials, std::exchange(pending, Field::None), unquoted(line));
            continue;
        }
        const qsizetype at = line.indexOf(separator);
        const Field field = fieldOf(at < 0 ? line : line.left(at));
        const QString value = at < 0 ? QString() : unquoted(line.mid(at + 1));
        if (value.isEmpty())
            pending = field;
        else
            put(credentials, field, value);
    }
    return credentials;
}

/// Two or three bare values: id, secret, token.
Credentials fromValues(const QStringList &values)
{
    static const QRegularExpression idShape(u"^[A-Za-z0-9._-]{8,128}$"_s);
    static const QRegularExpression secretShape(u"^[!-~]{8,}$"_s);
    if (values.size() < 2 || values.size() > 3 || !idShape.match(values.at(0)).hasMatch())
        return {};
    const bool areSecrets =
        std::all_of(values.cbegin() + 1, values.cend(),
                    [](const QString &value) { return secretShape.match(value).hasMatch(); });
    if (!areSecrets)
        return {};
    Credentials credentials;
    put(credentials, Field::Id, values.at(0));
    put(credentials, Field::Secret, values.at(1));
    put(credentials, Field::Token, values.value(2));
    return credentials;
}

QStringList linesOf(const QString &text)
{
    static const QRegularExpression lineEnd(u"[\\r\\n]+"_s);
    QStringList lines;
    for (const QString &line : text.split(lineEnd)) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            lines.append(trimmed);
    }
    return lines;
}

} // namespace

Credentials parsePastedKey(const QString &text)
{
    QString plain = text.left(kLongestPaste).trimmed();
    if (plain.startsWith(QChar::ByteOrderMark))
        plain = plain.mid(1).trimmed();
    if (plain.startsWith(u'{')) {
        const Credentials found = fromJson(QJsonDocument::fromJson(plain.toUtf8()).object());
        return found.isComplete() ? found : Credentials();
    }
    static const QRegularExpression between(u"[,;\\s]+"_s);
    const QStringList lines = linesOf(plain);
    for (const Credentials &found :
         {fromTable(lines), fromLabels(lines),
          fromValues(lines.size() == 1 ? plain.split(between, Qt::SkipEmptyParts) : lines)})
    {
        if (found.isComplete())
            return found;
    }
    return {};
}

} // namespace edgewright
