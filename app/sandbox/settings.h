// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/credentials.h"

#include <QString>

namespace edgewright::sandbox {

/// What stays the same while the service runs.
struct Settings {
    int versionQuota = 10;
    int routineQuota = 100;
    QString endpoint;       ///< host:port the service listens on.
    QString stagingAddress; ///< Where staging is served, on the same port; empty: nowhere.
    // Made once for each data folder.
    QString accountId;      ///< 16 digits.
    QString formKeyId;      ///< OSSAccessKeyId of upload forms.
    Secret formSecret;      ///< Signs upload policies.
    QByteArray tokenSecret; ///< Signs routine access tokens.
};

} // namespace edgewright::sandbox
