// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routinetypes.h"

#include <QVariant>

namespace edgewright {

/// Milliseconds since 1970, or NULL for an invalid time.
[[nodiscard]] QVariant storedTime(const QDateTime &time);
[[nodiscard]] QDateTime timeFrom(const QVariant &stored);

/// What is live where as the archive stores it: JSON, empty environments included.
[[nodiscard]] QString storedDeployments(const QList<Deployment> &deployments);
[[nodiscard]] QList<Deployment> deploymentsFrom(const QString &stored);

/// Shares as the archive stores them: [["id", percentage], …].
[[nodiscard]] QString storedShares(const QList<VersionShare> &shares);
[[nodiscard]] QList<VersionShare> sharesFrom(const QString &stored);

} // namespace edgewright
