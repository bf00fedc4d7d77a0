// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "archive/database.h"

namespace edgewright {

/// Opens the archive at \p file, or what can stand in for it; the database answers afterwards in
/// any case. A file that is no archive is kept under another name; one from a newer Edgewright is
/// only read. The archive's thread.
[[nodiscard]] ArchiveCondition openArchive(Database &database, const QString &file);

/// Moves a closed archive with all that belongs to it to FILE.WORD-N, never onto another one. The
/// new path; empty when it could not be moved.
[[nodiscard]] QString keepArchiveAs(const QString &file, const QString &word);

/// Backups that were made beside \p file, the newest first; those dated in the future, by a clock
/// that was wrong, come last.
[[nodiscard]] QStringList backupsOf(const QString &file);
/// Today's name for one.
[[nodiscard]] QString backupName(const QString &file, const QDate &day);

/// Looks whether \p file is an archive this program can read.
[[nodiscard]] Result<> checkArchiveFile(const QString &file);

} // namespace edgewright
