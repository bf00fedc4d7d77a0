// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "cloud/retrypolicy.h"

#include <QString>

namespace edgewright {

/// What one of the service's error codes means to a user.
struct ErrorMeaning {
    ErrorCode code = ErrorCode::ServiceFailure;
    FailureCause cause = FailureCause::Refused;
    QString message;    ///< Translated; empty when the service's own words must do.
    QString advice;     ///< Translated.
    bool known = false; ///< False for a code no document names.
};

/// \p message is the service's text, which tells more than the code for a few of them.
[[nodiscard]] ErrorMeaning meaningOfServiceCode(const QString &serviceCode, const QString &message);

[[nodiscard]] ErrorMeaning meaningOfObjectStoreCode(const QString &storeCode);

} // namespace edgewright
