// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/database.h"
#include "sandbox/failure.h"
#include "sandbox/parameters.h"
#include "sandbox/settings.h"

#include <QDateTime>

namespace edgewright::sandbox {

/// Everything an operation may use; lives for one call, in the store's thread, inside one
/// transaction.
struct Call {
    Database &database;
    const Parameters &parameters;
    const Settings &settings;
    QDateTime now; ///< UTC.
};

using Operation = Outcome (*)(Call &call);

/// A row of the table that maps action names to functions.
struct OperationEntry {
    QLatin1StringView action;
    Operation run = nullptr;
};

} // namespace edgewright::sandbox
