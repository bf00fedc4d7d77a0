// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/jsonreader.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// Anything shorter may be a plain word that happens to be base64 ("test").
constexpr qsizetype kShortestEncodedDescription = 8;

class JsonText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::JsonReader)
};

bool isPrintable(const QString &text)
{
    const QList<uint> codePoints = text.toUcs4();
    return std::ranges::all_of(codePoints, [](uint c) {
        return c == '\n' || c == '\r' || c == '\t' || QChar::isPrint(c);
    });
}

std::optional<QString> strictUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

/// DCDN encodes the JSON form of the text, quotes included.
QString withoutJsonQuotes(const QString &text)
{
    if (text.size() < 2 || !text.startsWith(u'"') || !text.endsWith(u'"'))
        return text;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray('[' + text.toUtf8() + ']'));
    const QJsonArray array = document.array();
    return array.size() == 1 && array.first().isString() ? array.first().toString() : text;
}

} // namespace

Error invalidAnswer(const QString &detail)
{
    return {.code = ErrorCode::InvalidResponse,
            .message = JsonText::tr("The service's answer could not be understood."),
            .advice = JsonText::tr("Check the endpoint, then try again."),
            .detail = detail};
}

namespace json {

Result<QJsonObject> parseObject(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return invalidAnswer(
            u"not JSON at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return invalidAnswer(u"JSON, but not an object"_s);
    return document.object();
}

QJsonValue member(const QJsonObject &object, QLatin1StringView name)
{
    const auto exact = object.constFind(name);
    if (exact != object.constEnd())
        return *exact;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return *it;
    }
    return QJsonValue::Undefined;
}

QJsonObject object(const QJsonObject &object, QLatin1StringView name)
{
    return member(object, name).toObject();
}

QJsonArray array(const QJsonObject &object, QLatin1StringView name)
{
    return member(object, name).toArray();
}

QString text(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = member(object, name);
    if (value.isDouble())
        return value.toVariant().toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.toString();
}

std::optional<qint64> integer(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = member(object, name);
    bool ok = false;
    qint64 number = 0;
    if (value.isDouble()) {
        number = value.toInteger();
        ok = number == value.toInteger(-1); // a fraction answers the default
    } else if (value.isString()) {
        number = value.toString().trimmed().toLongLong(&ok);
    }
    return ok ? std::optional(number) : std::nullopt;
}

bool flag(const QJsonObject &object, QLatin1StringView name)
{
    return text(object, name).trimmed().compare("true"_L1, Qt::CaseInsensitive) == 0;
}

QDateTime time(const QJsonObject &object, QLatin1StringView name)
{
    return parseServiceTime(text(object, name));
}

QString description(const QJsonObject &object, QLatin1StringView name)
{
    return decodeDescription(text(object, name));
}

Result<QString> identifier(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return QString();
    if (value.isString())
        return value.toString().trimmed();
    if (!value.isDouble())
        return invalidAnswer(u"an id is neither a string nor a number"_s);
    const qint64 number = value.toInteger();
    if (number != value.toInteger(-1))
        return invalidAnswer(u"an id is a number that is not exact"_s);
    return QString::number(number);
}

Result<QString> identifier(const QJsonObject &object, QLatin1StringView name)
{
    return identifier(member(object, name));
}

} // namespace json

QDateTime parseServiceTime(const QString &text)
{
    static const QRegularExpression form(
        uR"(\A\s*(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:[.,](\d+))?\s*([Zz]|[+-]\d\d:?\d\d)?\s*\z)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime clock = QTime::fromString(match.captured(2), Qt::ISODate);
    if (!date.isValid() || !clock.isValid())
        return {};
    const int ms = match.captured(3).left(3).leftJustified(3, u'0').toInt();
    QDateTime time(date, clock.addMSecs(ms), Qt::UTC);

    const QString zone = match.captured(4);
    if (zone.size() > 1) {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.right(2).toInt();
        time = time.addSecs((zone.startsWith(u'-') ? 60 : -60) * qint64(minutes));
    }
    return time;
}

Result<QByteArray> decodeServiceBase64(const QString &text)
{
    QByteArray standard;
    standard.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        if (c == u'-')
            standard += '+';
        else if (c == u'_')
            standard += '/';
        else
            standard += c.unicode() < 0x80 ? static_cast<char>(c.unicode()) : '?';
    }
    while (standard.endsWith('='))
        standard.chop(1);
    if (standard.size() % 4 == 1)
        return invalidAnswer(u"base64 text is cut: %1 characters"_s.arg(standard.size()));
    auto decoded = QByteArray::fromBase64Encoding(std::move(standard),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return invalidAnswer(u"base64 text holds other characters"_s);
    return std::move(decoded.decoded);
}

QString decodeDescription(const QString &text)
{
    const QString encoded = text.trimmed();
    if (encoded.size() < kShortestEncodedDescription)
        return text;
    const Result<QByteArray> bytes = decodeServiceBase64(encoded);
    if (!bytes)
        return text;
    const QByteArray latin = encoded.toLatin1();
    const bool same =
        bytes->toBase64() == latin || bytes->toBase64(QByteArray::OmitTrailingEquals) == latin;
    const std::optional<QString> decoded = same ? strictUtf8(*bytes) : std::nullopt;
    return decoded && isPrintable(*decoded) ? withoutJsonQuotes(*decoded) : text;
}

} // namespace edgewright
