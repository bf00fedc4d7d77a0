// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routineservice.h"

namespace edgewright {

/// Deletes a version that an upload left without code (API.md §2.1), after reading that it has
/// none: ErrorCode::InUse when there is code in it. \p service must outlive the reply.
[[nodiscard]] Reply<> *removeEmptyVersion(RoutineService &service, const QString &routine,
                                          const QString &versionId, QObject *owner);

} // namespace edgewright
