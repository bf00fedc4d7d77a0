// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "cloud/httptransport.h"
#include "cloud/retrypolicy.h"

#include <optional>

namespace edgewright {

/// What the service says about a failure, in its own words.
struct ErrorEnvelope {
    QString code;
    QString message;
    QString requestId;
};

/// The JSON form of either key case, or the XML form of gateway and object store; nothing when
/// \p answer holds neither.
[[nodiscard]] std::optional<ErrorEnvelope> parseErrorEnvelope(const HttpAnswer &answer);

/// A failure with what a repeat would need to know.
struct ApiFailure {
    Error error;
    FailureCause cause = FailureCause::Refused;
    std::optional<std::chrono::milliseconds> serverDelay; ///< x-acs-retry-after.
};

/// The meaning of an answer of \p label (the operation, for Details) that is not a success.
[[nodiscard]] ApiFailure apiFailure(const QByteArray &label, const HttpAnswer &answer);

/// The same for an answer of the object store.
[[nodiscard]] ApiFailure objectStoreFailure(const HttpAnswer &answer);

/// What is told of a changing call that failed with \p error and may have been executed.
[[nodiscard]] Error outcomeUnknown(Error error);

/// Status and beginning of the answer, fit for Details.
[[nodiscard]] QString rawDetail(const QByteArray &label, const HttpAnswer &answer);

} // namespace edgewright
