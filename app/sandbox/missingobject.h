// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace edgewright::sandbox {

/// The object store's error document that the service hands out in place of code when a version's
/// stored object is gone.
[[nodiscard]] QByteArray missingObjectDocument(const QString &routine, const QString &version);

} // namespace edgewright::sandbox
