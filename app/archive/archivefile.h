// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "archive/database.h"

namespace edgewright {

/// Opens the archive at \p file, or what can stand in for it; the database answers afterwards in
/// any case. A file that cannot be read is kept under another name. The archive's thread.
[[nodiscard]] ArchiveCondition openArchive(Database &database, const QString &file);

} // namespace edgewright
