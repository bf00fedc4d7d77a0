// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QDateTime>
#include <QString>

namespace edgewright {

/// How calls are signed (API.md §1.1).
enum class SignatureScheme {
    Acs3, ///< ACS3-HMAC-SHA256 in the headers, as current clients do.
    Rpc,  ///< HMAC-SHA1 in the parameters, for gateways that know nothing newer.
};

/// What a call is signed with; the key id is an identifier and may be shown, the rest may not.
struct Credentials {
    QString accessKeyId;
    Secret accessKeySecret;
    Secret securityToken; ///< Empty for a permanent key.
    QDateTime expiresAt;  ///< Invalid when unknown or permanent.

    [[nodiscard]] bool isComplete() const
    {
        return !accessKeyId.isEmpty() && !accessKeySecret.isEmpty();
    }
};

} // namespace edgewright
