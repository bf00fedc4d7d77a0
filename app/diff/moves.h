// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/worddiff.h"

namespace edgewright::diff {

/// Lines that were removed in one place and added in another.
struct Move {
    std::uint32_t leftStart = 0;
    std::uint32_t leftCount = 0;
    std::uint32_t rightStart = 0;
    std::uint32_t rightCount = 0;
    std::vector<Change> edits; ///< What was changed on the way, in lines of the texts.

    [[nodiscard]] bool operator==(const Move &other) const = default;
};

/// Blocks of three lines or more that are byte for byte among the removed and among the added lines
/// once each, and say something; blocks with a few other lines between them are one move with
/// edits. Ascending on the left; no line is in two moves.
[[nodiscard]] std::vector<Move> findMoves(const LinedText &left, const LinedText &right,
                                          const LineDiff &diff, const Limits &limits = {});

} // namespace edgewright::diff
