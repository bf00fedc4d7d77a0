// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace edgewright {

/// The failure of a call whose answer was lost, \p lost, when reading has told that it was not
/// executed, which is what \p message says: nothing is in doubt any more.
[[nodiscard]] Error nothingCameOf(const QString &message, const Error &lost);

} // namespace edgewright
