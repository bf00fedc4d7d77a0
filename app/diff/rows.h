// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/worddiff.h"

namespace edgewright::diff {

enum class RowKind : std::uint8_t { Equal, Changed, Removed, Added, Fold };

/// One row of a side-by-side view: both sides have the same number of rows.
struct Row {
    RowKind kind = RowKind::Equal;
    std::int64_t left = -1; ///< Line on the left; -1 a filler. Fold: the first folded line.
    std::int64_t right = -1;
    std::uint32_t foldedLines = 0; ///< Fold only: how many lines the band stands for.
    std::int32_t change = -1;      ///< Index of the Change this row belongs to; -1 for none.

    [[nodiscard]] bool operator==(const Row &other) const = default;
};

/// Everything a view needs, computed in one go away from the GUI thread.
struct Comparison {
    LineDiff lines;
    std::vector<Refinement> refinements; ///< One for each of lines.changes.
    std::vector<std::uint32_t> leftStarts;
    std::vector<std::uint32_t> rightStarts;
};

/// Rows for \p comparison. Equal stretches longer than twice \p context lines (plus one) are folded
/// to a band; \p context < 0 folds nothing.
[[nodiscard]] std::vector<Row> alignRows(const Comparison &comparison, int context = -1);

/// diffLines and refineChange of all changes.
[[nodiscard]] Comparison compareTexts(std::string_view left, std::string_view right,
                                      Ignore ignore = {}, const Limits &limits = {});

} // namespace edgewright::diff
