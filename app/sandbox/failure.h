// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <variant>

namespace edgewright::sandbox {

/// A refusal as the service words it: one of its documented codes.
struct Failure {
    QString code;
    QString message;      ///< Empty: the documented text of the code.
    int httpStatus = 0;   ///< 0: the documented status of the code.
    int retryAfterMs = 0; ///< Sent as x-acs-retry-after when not 0.
};

/// What an operation answers: the members beside RequestId, or a refusal.
using Outcome = std::variant<QJsonObject, Failure>;

/// The documented text and status where \p failure has none of its own.
[[nodiscard]] Failure completed(Failure failure);

/// "MissingName" for Name, as the gateway words it.
[[nodiscard]] Failure missingParameter(const QString &name);
/// InvalidParameter, saying which and why.
[[nodiscard]] Failure invalidParameter(const QString &name, const QString &why);

} // namespace edgewright::sandbox
