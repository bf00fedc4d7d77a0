// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace edgewright {

/// Replaces the file at \p path by \p content so that after success a power cut finds the new text
/// and after failure the old one: temporary file, checked write and fsync, rename, fsync of the
/// folder. QSaveFile of Qt 6.4 ignores a failing fsync and never syncs the folder. Any thread.
[[nodiscard]] Result<> writeDurably(const QString &path, const QByteArray &content);

/// Like writeDurably(), for a file that is the user's: follows a link, leaves an existing file its
/// permissions and gives a new one those of every other program. GUI thread.
[[nodiscard]] Result<> writeDurablyForUser(const QString &path, const QByteArray &content);

/// Renames a file that cannot be read to PATH.broken-N, never onto another one. The new path; empty
/// when it could not be moved. Any thread.
[[nodiscard]] QString setAside(const QString &path);

/// Reads a whole file of at most \p limit bytes; ErrorCode::NotFound when there is none.
[[nodiscard]] Result<QByteArray> readWholeFile(const QString &path, qint64 limit);

} // namespace edgewright
