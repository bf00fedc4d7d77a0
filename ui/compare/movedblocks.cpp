// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/movedblocks.h"

#include <algorithm>

namespace edgewright {

namespace {

/// A pair that is torn apart has no changed words any more.
void forgetWords(std::vector<diff::Span> &spans, const std::vector<std::uint32_t> &starts,
                 std::int64_t line)
{
    const auto number = static_cast<std::size_t>(line);
    const std::uint32_t begin = starts[number];
    const std::uint32_t end = starts[number + 1];
    std::erase_if(spans,
                  [&](const diff::Span &span) { return span.begin < end && span.end > begin; });
}

constexpr std::uint32_t kMostBetween = 3; ///< Edited lines in a row.
constexpr std::ptrdiff_t kLeastLetters = 6;

/// An equal line that says something binds, a lone bracket does not.
bool binds(std::string_view left, std::string_view right)
{
    if (left != right)
        return false;
    return std::count_if(left.begin(), left.end(),
                         [](char c) {
                             return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                                    || static_cast<unsigned char>(c) >= 0x80;
                         })
           >= kLeastLetters;
}

/// Goes line by line away from a block, on both sides at once.
class Grower final {
public:
    Grower(const diff::LinedText &left, const diff::LinedText &right)
        : m_left(left)
        , m_right(right)
    {
    }

    /// How many of the \p room lines before the given ones belong to the block.
    [[nodiscard]] std::uint32_t before(std::uint32_t left, std::uint32_t right,
                                       std::uint32_t room) const
    {
        return reach(room, [&](std::uint32_t step) {
            return binds(m_left.line(left - step), m_right.line(right - step));
        });
    }
    [[nodiscard]] std::uint32_t behind(std::uint32_t left, std::uint32_t right,
                                       std::uint32_t room) const
    {
        return reach(room, [&](std::uint32_t step) {
            return binds(m_left.line(left + step - 1), m_right.line(right + step - 1));
        });
    }

private:
    template <typename Binds>
    [[nodiscard]] static std::uint32_t reach(std::uint32_t room, Binds bindsAt)
    {
        std::uint32_t bound = 0;
        for (std::uint32_t step = 1; step <= room && step - bound <= kMostBetween + 1; ++step) {
            if (bindsAt(step))
                bound = step;
        }
        return bound;
    }

    diff::LinedText m_left;
    diff::LinedText m_right;
};

/// The change that a line belongs to; it must belong to one.
const diff::Change &changeOf(const std::vector<diff::Change> &changes, Side side,
                             std::uint32_t line)
{
    const auto after = std::upper_bound(
        changes.begin(), changes.end(), line, [&](std::uint32_t wanted, const diff::Change &one) {
            return wanted < (side == Side::Left ? one.leftStart : one.rightStart);
        });
    return *std::prev(after);
}

} // namespace

MovedBlocks::MovedBlocks(std::string_view left, std::string_view right,
                         diff::Comparison &comparison, const diff::Limits &limits)
{
    const diff::LinedText leftLines{.text = left, .starts = comparison.leftStarts};
    const diff::LinedText rightLines{.text = right, .starts = comparison.rightStarts};
    m_moves = diff::findMoves(leftLines, rightLines, comparison.lines, limits);
    if (m_moves.empty())
        return;
    grow(leftLines, rightLines, comparison.lines);
    m_left.resize(comparison.leftStarts.size());
    m_right.resize(comparison.rightStarts.size());
    for (std::size_t i = 0; i < m_moves.size(); ++i)
        noteMove(leftLines, rightLines, static_cast<std::int32_t>(i));
    const auto earlier = [](const diff::Span &one, const diff::Span &other) {
        return one.begin < other.begin;
    };
    std::sort(m_leftWords.begin(), m_leftWords.end(), earlier);
    std::sort(m_rightWords.begin(), m_rightWords.end(), earlier);
    separate(comparison);
}

void MovedBlocks::grow(const diff::LinedText &left, const diff::LinedText &right,
                       const diff::LineDiff &diff)
{
    const Grower grower(left, right);
    std::vector<bool> leftTaken(diff.leftLines);
    std::vector<bool> rightTaken(diff.rightLines);
    const auto take = [&](const diff::Move &move) {
        std::fill_n(leftTaken.begin() + move.leftStart, move.leftCount, true);
        std::fill_n(rightTaken.begin() + move.rightStart, move.rightCount, true);
    };
    std::for_each(m_moves.begin(), m_moves.end(), take);
    for (diff::Move &move : m_moves) {
        const diff::Change &from = changeOf(diff.changes, Side::Left, move.leftStart);
        const diff::Change &to = changeOf(diff.changes, Side::Right, move.rightStart);
        const std::uint32_t leftEnd = move.leftStart + move.leftCount;
        const std::uint32_t rightEnd = move.rightStart + move.rightCount;
        std::uint32_t above = 0;
        std::uint32_t below = 0;
        while (move.leftStart - above > from.leftStart && move.rightStart - above > to.rightStart
               && !leftTaken[move.leftStart - above - 1]
               && !rightTaken[move.rightStart - above - 1])
            ++above;
        while (leftEnd + below < from.leftStart + from.leftCount
               && rightEnd + below < to.rightStart + to.rightCount && !leftTaken[leftEnd + below]
               && !rightTaken[rightEnd + below])
            ++below;
        above = grower.before(move.leftStart, move.rightStart, above);
        below = grower.behind(leftEnd, rightEnd, below);
        extend(move, above, below);
        take(move);
    }
}

void MovedBlocks::extend(diff::Move &move, std::uint32_t above, std::uint32_t below)
{
    const std::uint32_t leftEnd = move.leftStart + move.leftCount;
    const std::uint32_t rightEnd = move.rightStart + move.rightCount;
    // Equal lines inside are found by the pairing of the edit.
    if (above > 0)
        move.edits.insert(move.edits.begin(), {.leftStart = move.leftStart - above,
                                               .leftCount = above,
                                               .rightStart = move.rightStart - above,
                                               .rightCount = above});
    if (below > 0)
        move.edits.push_back({.leftStart = leftEnd,
                              .leftCount = below,
                              .rightStart = rightEnd,
                              .rightCount = below});
    move.leftStart -= above;
    move.rightStart -= above;
    move.leftCount += above + below;
    move.rightCount += above + below;
}

void MovedBlocks::noteMove(const diff::LinedText &left, const diff::LinedText &right,
                           std::int32_t number)
{
    const diff::Move &move = m_moves[static_cast<std::size_t>(number)];
    std::uint32_t leftLine = move.leftStart;
    std::uint32_t rightLine = move.rightStart;
    const auto equalUpTo = [&](std::uint32_t end) {
        for (; leftLine < end; ++leftLine, ++rightLine)
            notePair(number, leftLine, rightLine);
    };
    for (const diff::Change &edit : move.edits) {
        equalUpTo(edit.leftStart);
        const diff::Refinement inside = diff::refineChange(left, right, edit);
        for (const diff::LinePair &pair : inside.pairs)
            notePair(number, pair.left, pair.right);
        m_leftWords.insert(m_leftWords.end(), inside.leftSpans.begin(), inside.leftSpans.end());
        m_rightWords.insert(m_rightWords.end(), inside.rightSpans.begin(), inside.rightSpans.end());
        leftLine = edit.leftStart + edit.leftCount;
        rightLine = edit.rightStart + edit.rightCount;
    }
    equalUpTo(move.leftStart + move.leftCount);
}

void MovedBlocks::notePair(std::int32_t move, std::int64_t left, std::int64_t right)
{
    if (left < 0 || right < 0)
        return;
    m_left[static_cast<std::size_t>(left)] = {.move = move,
                                              .otherEnd = static_cast<std::uint32_t>(right)};
    m_right[static_cast<std::size_t>(right)] = {.move = move,
                                                .otherEnd = static_cast<std::uint32_t>(left)};
}

void MovedBlocks::separate(diff::Comparison &comparison) const
{
    for (diff::Refinement &refinement : comparison.refinements) {
        std::vector<diff::LinePair> pairs;
        pairs.reserve(refinement.pairs.size());
        for (const diff::LinePair &pair : refinement.pairs) {
            const bool isPair = pair.left >= 0 && pair.right >= 0;
            if (!isPair
                || (of(Side::Left, static_cast<std::uint32_t>(pair.left)) < 0
                    && of(Side::Right, static_cast<std::uint32_t>(pair.right)) < 0))
            {
                pairs.push_back(pair);
                continue;
            }
            pairs.push_back({.left = pair.left, .right = -1});
            pairs.push_back({.left = -1, .right = pair.right});
            forgetWords(refinement.leftSpans, comparison.leftStarts, pair.left);
            forgetWords(refinement.rightSpans, comparison.rightStarts, pair.right);
        }
        refinement.pairs = std::move(pairs);
    }
}

int MovedBlocks::of(Side side, std::uint32_t line) const
{
    const std::vector<Place> &places = side == Side::Left ? m_left : m_right;
    return line < places.size() ? places[line].move : -1;
}

std::uint32_t MovedBlocks::otherEnd(Side side, std::uint32_t line) const
{
    const std::vector<Place> &places = side == Side::Left ? m_left : m_right;
    return line < places.size() ? places[line].otherEnd : 0;
}

const std::vector<diff::Span> &MovedBlocks::words(Side side) const
{
    return side == Side::Left ? m_leftWords : m_rightWords;
}

std::pair<std::uint32_t, std::uint32_t> MovedBlocks::lines(int move, Side side) const
{
    const diff::Move &found = m_moves[static_cast<std::size_t>(move)];
    return side == Side::Left ? std::pair(found.leftStart, found.leftStart + found.leftCount)
                              : std::pair(found.rightStart, found.rightStart + found.rightCount);
}

} // namespace edgewright
