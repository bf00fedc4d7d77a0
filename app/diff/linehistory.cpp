// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/linehistory.h"

#include "diff/linepairs.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

std::uint32_t lineCountOf(const std::vector<std::uint32_t> &starts)
{
    return starts.empty() ? 0 : static_cast<std::uint32_t>(starts.size() - 1);
}

/// The nearest line there is.
std::uint32_t within(std::int64_t line, std::uint32_t lines)
{
    if (lines == 0)
        return 0;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(line, 0, std::int64_t{lines} - 1));
}

} // namespace

LineHistory::LineHistory(std::string_view oldest)
{
    m_steps.push_back({.changes = {}, .pairs = {}, .lines = lineCountOf(lineStarts(oldest))});
}

void LineHistory::add(std::string_view newest, std::string_view newer, const Limits &limits)
{
    LineDiff difference = diffLines(newest, newer, {}, limits);
    m_isRefined = m_isRefined && difference.refined;
    Step step{
        .changes = std::move(difference.changes), .pairs = {}, .lines = difference.rightLines};
    const std::vector<std::uint32_t> olderStarts = lineStarts(newest);
    const std::vector<std::uint32_t> newerStarts = lineStarts(newer);
    const LinedText olderLines{.text = newest, .starts = olderStarts};
    const LinedText newerLines{.text = newer, .starts = newerStarts};
    Stop stop(limits);
    for (const Change &change : step.changes) {
        if (change.leftCount == 0 || change.rightCount == 0 || stop.look())
            continue;
        for (const LinePair &pair : pairLines(olderLines, newerLines, change, stop)) {
            if (pair.left >= 0 && pair.right >= 0)
                step.pairs.push_back({.older = static_cast<std::uint32_t>(pair.left),
                                      .newer = static_cast<std::uint32_t>(pair.right)});
        }
    }
    m_isRefined = m_isRefined && !stop.wasReached();
    m_steps.push_back(std::move(step));
}

LineHistory LineHistory::upTo(std::size_t number) const
{
    LineHistory result;
    const std::size_t count = std::min(number + 1, m_steps.size());
    result.m_steps.assign(m_steps.begin(), m_steps.begin() + static_cast<std::ptrdiff_t>(count));
    result.m_isRefined = m_isRefined;
    return result;
}

std::uint32_t LineHistory::lineCount(std::size_t number) const
{
    return number < m_steps.size() ? m_steps[number].lines : 0;
}

std::vector<std::uint32_t> LineHistory::bringers(std::size_t number) const
{
    if (number >= m_steps.size())
        return {};
    std::vector<std::uint32_t> result(m_steps.front().lines, 0);
    std::vector<std::uint32_t> next;
    for (std::size_t i = 1; i <= number; ++i) {
        next.clear();
        next.reserve(m_steps[i].lines);
        auto done = result.cbegin();
        for (const Change &change : m_steps[i].changes) {
            const auto begin = result.cbegin() + change.leftStart;
            next.insert(next.end(), done, begin);
            next.insert(next.end(), change.rightCount, static_cast<std::uint32_t>(i));
            done = begin + change.leftCount;
        }
        next.insert(next.end(), done, result.cend());
        result.swap(next);
    }
    return result;
}

std::uint32_t LineHistory::sameLine(std::size_t from, std::uint32_t line, std::size_t to) const
{
    if (from >= m_steps.size() || to >= m_steps.size())
        return 0;
    line = within(line, m_steps[from].lines);
    for (std::size_t i = from; i < to; ++i)
        line = forward(m_steps[i + 1], line);
    for (std::size_t i = from; i > to; --i)
        line = backward(m_steps[i], line, m_steps[i - 1].lines);
    return line;
}

std::uint32_t LineHistory::forward(const Step &step, std::uint32_t line)
{
    // The last change that starts at or before the line decides.
    const auto after = std::ranges::upper_bound(step.changes, line, {}, &Change::leftStart);
    if (after == step.changes.begin())
        return within(line, step.lines);
    const Change &change = *std::prev(after);
    if (line >= change.leftStart + change.leftCount) {
        const std::int64_t end = std::int64_t{change.rightStart} + change.rightCount;
        return within(end + (line - change.leftStart - change.leftCount), step.lines);
    }
    const auto pair = std::ranges::lower_bound(step.pairs, line, {}, &Pair::older);
    if (pair != step.pairs.end() && pair->older == line)
        return pair->newer;
    const std::int64_t offset = line - change.leftStart;
    const std::int64_t last = std::max<std::int64_t>(std::int64_t{change.rightCount} - 1, 0);
    return within(change.rightStart + std::min(offset, last), step.lines);
}

std::uint32_t LineHistory::backward(const Step &step, std::uint32_t line, std::uint32_t olderLines)
{
    const auto after = std::ranges::upper_bound(step.changes, line, {}, &Change::rightStart);
    if (after == step.changes.begin())
        return within(line, olderLines);
    const Change &change = *std::prev(after);
    if (line >= change.rightStart + change.rightCount) {
        const std::int64_t end = std::int64_t{change.leftStart} + change.leftCount;
        return within(end + (line - change.rightStart - change.rightCount), olderLines);
    }
    const auto pair = std::ranges::lower_bound(step.pairs, line, {}, &Pair::newer);
    if (pair != step.pairs.end() && pair->newer == line)
        return pair->older;
    const std::int64_t offset = line - change.rightStart;
    const std::int64_t last = std::max<std::int64_t>(std::int64_t{change.leftCount} - 1, 0);
    return within(change.leftStart + std::min(offset, last), olderLines);
}

} // namespace edgewright::diff
