// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace edgewright {

/// Replaces the file at \p path by \p content so that after success a power cut finds the new text
/// and after failure the old one: temporary file, checked write and fsync, rename, fsync of the
/// folder. QSaveFile of Qt 6.4 ignores a failing fsync and never syncs the folder. Any thread.
[[nodiscard]] Result<> writeDurably(const QString &path, const QByteArray &content);

/// Reads a whole file of at most \p limit bytes; ErrorCode::NotFound when there is none.
[[nodiscard]] Result<QByteArray> readWholeFile(const QString &path, qint64 limit);

} // namespace edgewright
