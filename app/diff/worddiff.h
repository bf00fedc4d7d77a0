// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"

namespace edgewright::diff {

/// Bytes [begin, end) of the whole text.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool operator==(const Span &other) const = default;
};

/// A left line and the right line it became; a line without a partner stands alone.
struct LinePair {
    std::int64_t left = -1;  ///< -1: only on the right.
    std::int64_t right = -1; ///< -1: only on the left.

    [[nodiscard]] bool operator==(const LinePair &other) const = default;
};

/// The inside of one Change.
struct Refinement {
    std::vector<LinePair> pairs; ///< In reading order, every line of the change exactly once.
    std::vector<Span> leftSpans; ///< Ascending bytes of the left text that changed in paired lines.
    std::vector<Span> rightSpans;
    bool refined = true; ///< False when a limit or the size budget ended the search.
};

/// A text with its line starts, so that many changes of it are refined without splitting again.
struct LinedText {
    std::string_view text;
    const std::vector<std::uint32_t> &starts; ///< From lineStarts(text); must outlive this.

    [[nodiscard]] std::string_view line(std::uint32_t number) const;
};

/// Pairs similar lines of \p change, then marks the words that differ in each pair.
[[nodiscard]] Refinement refineChange(const LinedText &left, const LinedText &right,
                                      const Change &change, const Limits &limits = {});

} // namespace edgewright::diff
