// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/rows.h"
#include "diff/tokendiff.h"

namespace edgewright::diff {

/// Refines one change after the other of the same two texts and keeps its buffers.
class Refiner final {
public:
    Refiner(const LinedText &left, const LinedText &right, const Limits &limits);

    [[nodiscard]] Refinement refine(const Change &change);

private:
    void comparePair(Span left, Span right, Refinement &result);
    void compareByStatement(Span left, Span right, Refinement &result);

    LinedText m_left;
    LinedText m_right;
    const Limits &m_limits;
    Stop m_stop;
    TokenDiff m_words;
};

struct CompareOptions {
    Ignore ignore;
    const Limits &limits;
};

/// compareTexts for texts already cut into lines or other pieces.
[[nodiscard]] Comparison comparePieces(std::string_view left, std::vector<std::uint32_t> leftStarts,
                                       std::string_view right,
                                       std::vector<std::uint32_t> rightStarts,
                                       const CompareOptions &options);

} // namespace edgewright::diff
