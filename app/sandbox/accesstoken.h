// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/settings.h"

#include <QByteArray>
#include <QDateTime>

namespace edgewright::sandbox {

/// What opens a routine's default host until one hour after \p now (API.md §3.18).
[[nodiscard]] QByteArray accessToken(const Settings &settings, const QString &routine,
                                     const QDateTime &now);

/// Whether \p rawQuery carries one that is ours, the routine's, and not too old.
[[nodiscard]] bool isAccessToken(const Settings &settings, const QString &routine,
                                 const QByteArray &rawQuery, const QDateTime &now);

} // namespace edgewright::sandbox
