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

} // namespace

MovedBlocks::MovedBlocks(std::string_view left, std::string_view right,
                         diff::Comparison &comparison, const diff::Limits &limits)
{
    const diff::LinedText leftLines{.text = left, .starts = comparison.leftStarts};
    const diff::LinedText rightLines{.text = right, .starts = comparison.rightStarts};
    m_moves = diff::findMoves(leftLines, rightLines, comparison.lines, limits);
    if (m_moves.empty())
        return;
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
