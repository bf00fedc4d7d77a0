// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"

namespace edgewright {

/// How many differences between two texts do not show in \p shown because something is ignored.
[[nodiscard]] int countHiddenChanges(std::string_view left, std::string_view right,
                                     const diff::LineDiff &shown, const diff::Limits &limits);

} // namespace edgewright
