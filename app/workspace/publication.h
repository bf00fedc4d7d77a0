// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routinetypes.h"

namespace edgewright {

/// A publication that was read back: what was live in one environment before it, and what is now.
struct Publication {
    QString accountId;
    QString routine;
    QString environment;
    QList<VersionShare> before; ///< Empty when nothing was live.
    QList<VersionShare> after;
    QDateTime at; ///< UTC, when it was read back.
};

} // namespace edgewright
