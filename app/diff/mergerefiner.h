// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"
#include "diff/merge3.h"

namespace edgewright::diff {

/// The texts around a conflict, and how mine came out of the base there.
struct ConflictSides {
    const LineTable &base;
    const LineTable &mine;
    const LineTable &theirs;
    struct {
        const Change *first = nullptr;
        const Change *end = nullptr;
    } mineChanges;
};

/// Appends \p conflict to \p regions in the pieces that really differ; what both sides have in
/// common between them is no conflict. False when a limit ended the comparison.
[[nodiscard]] bool refineConflict(const ConflictSides &sides, const MergeRegion &conflict,
                                  const Limits &limits, std::vector<MergeRegion> &regions);

/// Makes one of two conflicts with no more than three lines between them, or only lines without a
/// letter or digit: alone they would hardly be understood.
void joinNearConflicts(std::string_view mine, Merge &merge);

} // namespace edgewright::diff
