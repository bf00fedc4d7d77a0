// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"

namespace edgewright::diff {

/// The lines of both sides.
struct Sides {
    const LineTable &left;
    const LineTable &right;
};

/// Where along equal lines a change belongs.
enum class Placement : std::uint8_t {
    Natural, ///< Where a person would draw it.
    Lowest,  ///< As far down as it goes, which is where most programs leave it.
};

/// Moves insertions and removals along equal lines to where they belong, and joins changes that
/// come to touch. Lines are equal as they are in \p compared, a person sees \p shown.
void slideChanges(const Sides &compared, const Sides &shown, const LineRule &rule,
                  std::vector<Change> &changes, Placement placement = Placement::Natural);

} // namespace edgewright::diff
