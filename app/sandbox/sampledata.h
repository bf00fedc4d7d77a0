// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/database.h"
#include "sandbox/failure.h"

#include <QDateTime>

namespace edgewright::sandbox {

/// Fills an empty store with the sample routines built into the program, dated back from \p now; a
/// store that holds a routine is left alone.
[[nodiscard]] Outcome loadSamples(Database &database, const QDateTime &now);

} // namespace edgewright::sandbox
