// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/compareside.h"
#include "diff/moves.h"
#include "diff/rows.h"

namespace edgewright {

/// Which lines of two texts were moved and where to. Made on a worker thread, then only read.
class MovedBlocks final {
public:
    MovedBlocks() = default;
    /// Finds them, and takes their lines out of the pairs of \p comparison: a line that moved did
    /// not become the one that stands in its place.
    MovedBlocks(std::string_view left, std::string_view right, diff::Comparison &comparison,
                const diff::Limits &limits);

    [[nodiscard]] const std::vector<diff::Move> &moves() const { return m_moves; }
    /// Which move a line belongs to; -1 for none, as for lines that came or went inside a move.
    [[nodiscard]] int of(Side side, std::uint32_t line) const;
    /// Where a moved line is on the other side.
    [[nodiscard]] std::uint32_t otherEnd(Side side, std::uint32_t line) const;
    /// Bytes of the whole text that changed on the way, ascending.
    [[nodiscard]] const std::vector<diff::Span> &words(Side side) const;
    /// First and one past the last line on a side.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> lines(int move, Side side) const;

private:
    struct Place {
        std::int32_t move = -1;
        std::uint32_t otherEnd = 0;
    };

    /// Lines beside a block that moved with it though a few in between were edited.
    void grow(const diff::LinedText &left, const diff::LinedText &right,
              const diff::LineDiff &diff);
    static void extend(diff::Move &move, std::uint32_t above, std::uint32_t below);
    void noteMove(const diff::LinedText &left, const diff::LinedText &right, std::int32_t number);
    void notePair(std::int32_t move, std::int64_t left, std::int64_t right);
    void separate(diff::Comparison &comparison) const;

    std::vector<diff::Move> m_moves;
    std::vector<Place> m_left; ///< One for each line; empty when nothing moved.
    std::vector<Place> m_right;
    std::vector<diff::Span> m_leftWords;
    std::vector<diff::Span> m_rightWords;
};

} // namespace edgewright
