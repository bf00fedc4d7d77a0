// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparescene.h"

namespace edgewright {

/// The selected rows of both sides, else the current change, as in a patch: '-' and '+' in front
/// of what is on one side only. Empty when there is neither.
[[nodiscard]] QByteArray bothSides(const CompareScene &scene);

} // namespace edgewright
