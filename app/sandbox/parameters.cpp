// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/parameters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

QByteArray decoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

/// A JSON value as the one text a form field would carry.
QString flat(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        // Whole numbers keep all their digits; a version id as a number has 19.
        const qint64 whole = value.toInteger(-1);
        if (whole != -1 || value.toInteger(0) == -1)
            return QString::number(whole);
        return QString::number(value.toDouble(), 'g', 17);
    }
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

} // namespace

acs3::Pairs decodeForm(const QByteArray &text)
{
    acs3::Pairs pairs;
    const QList<QByteArray> parts = text.split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        pairs.append({decoded(equals < 0 ? part : part.left(equals)),
                      equals < 0 ? QByteArray() : decoded(part.mid(equals + 1))});
    }
    return pairs;
}

std::optional<Parameters> Parameters::parse(const HttpRequest &request)
{
    Parameters parameters;
    parameters.addForm(request.rawQuery);
    const QByteArray type = request.header("content-type").toLower();
    if (type.startsWith("application/json")) {
        if (!request.body.trimmed().isEmpty() && !parameters.addJson(request.body))
            return std::nullopt;
    } else {
        parameters.addForm(request.body);
    }
    return parameters;
}

bool Parameters::addJson(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return false;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isNull())
            m_values.insert(it.key(), flat(it.value()));
    }
    return true;
}

void Parameters::addForm(const QByteArray &text)
{
    const acs3::Pairs pairs = decodeForm(text);
    for (const auto &[name, value] : pairs)
        m_values.insert(QString::fromUtf8(name), QString::fromUtf8(value));
}

std::optional<qint64> Parameters::number(const QString &name, qint64 fallback) const
{
    if (!has(name))
        return fallback;
    bool sound = false;
    const qint64 value = text(name).toLongLong(&sound);
    return sound ? std::optional(value) : std::nullopt;
}

bool Parameters::isTrue(const QString &name) const
{
    return text(name).compare("true"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace edgewright::sandbox
