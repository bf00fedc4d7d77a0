// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"

namespace edgewright::diff {

/// The lines of both sides.
struct Sides {
    const LineTable &left;
    const LineTable &right;
};

/// Moves insertions and removals along equal lines to where a person would draw them, and joins
/// changes that come to touch. Lines are equal as they are in \p compared, a person sees \p shown.
void slideChanges(const Sides &compared, const Sides &shown, const LineRule &rule,
                  std::vector<Change> &changes);

} // namespace edgewright::diff
