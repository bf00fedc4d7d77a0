// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"
#include "diff/sequence.h"

namespace edgewright::diff {

/// Lines [first, first + count) of a text.
struct LineRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    [[nodiscard]] std::uint32_t end() const { return first + count; }
};

/// The lines both sides have, as numbers. Lines of one side only are left out: they are changes
/// whatever the rest does, and most of what the search would otherwise wade through.
struct CommonLines {
    Ids left;
    Ids right;
    std::vector<std::uint32_t> leftLines; ///< The line each element of left stands for.
    std::vector<std::uint32_t> rightLines;
    std::uint32_t idCount = 0;
};

/// Nothing in the answer when \p stop is reached first.
[[nodiscard]] CommonLines commonLines(const LineTable &left, LineRange leftRange,
                                      const LineTable &right, LineRange rightRange, LineRule &rule,
                                      Stop &stop);

} // namespace edgewright::diff
