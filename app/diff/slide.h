// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"

namespace edgewright::diff {

/// Moves insertions and removals along equal lines to where a person would draw them, and joins
/// changes that come to touch.
void slideChanges(const LineTable &left, const LineTable &right, const LineRule &rule,
                  std::vector<Change> &changes);

} // namespace edgewright::diff
