// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace edgewright {

/// An answer that does not follow the contract; \p detail in English.
[[nodiscard]] Error invalidAnswer(const QString &detail);

/// Reads the service's JSON in spite of its irregularities (API.md §9): members are found without
/// regard to case, and what is missing reads as empty unless a function says otherwise.
namespace json {

/// The whole answer; ErrorCode::InvalidResponse when it is not one JSON object.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &bytes);

/// Undefined when missing; the exact spelling wins over others.
[[nodiscard]] QJsonValue member(const QJsonObject &object, QLatin1StringView name);
[[nodiscard]] QJsonObject object(const QJsonObject &object, QLatin1StringView name);
[[nodiscard]] QJsonArray array(const QJsonObject &object, QLatin1StringView name);

/// Numbers and truth values as the text they would have as strings.
[[nodiscard]] QString text(const QJsonObject &object, QLatin1StringView name);
/// From a number or a string of digits.
[[nodiscard]] std::optional<qint64> integer(const QJsonObject &object, QLatin1StringView name);
[[nodiscard]] bool flag(const QJsonObject &object, QLatin1StringView name);
[[nodiscard]] QDateTime time(const QJsonObject &object, QLatin1StringView name);
[[nodiscard]] QString description(const QJsonObject &object, QLatin1StringView name);

/// An id given as a string or as an integer of up to 19 digits, as text; empty when missing.
/// ErrorCode::InvalidResponse for a fraction, a number too large to be exact, or another type.
[[nodiscard]] Result<QString> identifier(const QJsonValue &value);
[[nodiscard]] Result<QString> identifier(const QJsonObject &object, QLatin1StringView name);

} // namespace json

/// UTC to the millisecond from RFC 3339 with any number of fractional digits, an offset or none,
/// and blanks around it; invalid when it is none of these.
[[nodiscard]] QDateTime parseServiceTime(const QString &text);

/// Either alphabet, with or without padding, blanks anywhere. ErrorCode::InvalidResponse for other
/// characters or when the end is missing.
[[nodiscard]] Result<QByteArray> decodeServiceBase64(const QString &text);

/// A description as its author wrote it, whether the service encoded it or not (API.md §9.4).
[[nodiscard]] QString decodeDescription(const QString &text);

} // namespace edgewright
