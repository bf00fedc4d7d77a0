// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace edgewright {

/// What went wrong, coarse enough that a caller can choose the next step from it.
enum class ErrorCode {
    Cancelled,
    Network,        ///< No connection, or it broke before anything was executed.
    Timeout,        ///< No answer in time to a call that changes nothing.
    OutcomeUnknown, ///< The answer to a changing call was lost; only reading back can tell.
    BadCredentials, ///< The key is unknown, disabled, or its secret is wrong.
    TokenExpired,   ///< A temporary security token is too old or malformed.
    ClockSkew,      ///< This computer's clock is more than 15 minutes off.
    Forbidden,      ///< The key is right but lacks the permission.
    ServiceNotOpen, ///< The account has not activated edge routines.
    PaymentOverdue,
    NotFound,
    AlreadyExists,
    InUse, ///< The thing is deployed and cannot be deleted.
    QuotaExceeded,
    Throttled,
    InvalidRequest,  ///< The service refused a parameter.
    InvalidResponse, ///< The answer does not follow the contract.
    NotCode,         ///< The stored body is not JavaScript text (API.md §3.4).
    Mismatch,        ///< What was read back is not what was sent.
    UploadRefused,   ///< The object store did not take the file, or its callback failed.
    ServiceFailure,  ///< The service reports a failure of its own.
    Storage,         ///< A local file could not be read or written.
    Internal,
};

/// A failure as it travels from a service to whoever asked.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;     ///< Translated, one sentence, shown to the user: what happened.
    QString advice;      ///< Translated, one sentence, may be empty: what to do next.
    QString detail;      ///< Untranslated facts for Details and the log; never a secret.
    QString serviceCode; ///< The service's own error code, empty when it sent none.
    QString requestId;   ///< The service's request id, empty when unknown.

    /// True when repeating the same call may succeed without the user changing anything.
    [[nodiscard]] bool isTransient() const;
    /// Message and advice as one text.
    [[nodiscard]] QString text() const;
};

/// Two translated sentences as one text.
[[nodiscard]] QString joinSentences(const QString &first, const QString &second);

} // namespace edgewright
