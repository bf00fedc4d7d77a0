// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/slide.h"

#include "diff/interner.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

constexpr std::int32_t kBlankIndent = -1;

/// The indentation in columns; -1 for a blank line.
std::int32_t indentOf(std::string_view line)
{
    std::int32_t columns = 0;
    for (const char c : line) {
        if (c == ' ')
            ++columns;
        else if (c == '\t')
            columns += 8 - columns % 8;
        else if (c == '\n' || c == '\r')
            return kBlankIndent;
        else
            return columns;
        if (columns > 200)
            break;
    }
    return columns;
}

bool closesBlock(std::string_view line)
{
    const std::size_t at = line.find_first_not_of(" \t");
    return at != std::string_view::npos && (line[at] == '}' || line[at] == ')' || line[at] == ']');
}

/// How badly a change starting or ending in front of \p line would read; lower is better.
std::int32_t boundaryCost(const LineTable &lines, std::uint32_t line)
{
    if (line == 0 || line == lines.count)
        return -20;
    const std::int32_t below = indentOf(lines[line]);
    const std::int32_t above = indentOf(lines[line - 1]);
    if (below == kBlankIndent)
        return above == kBlankIndent ? 4 : 2;
    const std::int32_t depth = std::min(below, 60);
    std::int32_t cost = depth * 2;
    if (above == kBlankIndent)
        return cost - 30;
    if (closesBlock(lines[line]))
        cost += 24;
    if (above < below)
        cost += 14;
    return cost;
}

/// One insertion or removal, seen as lines [start, start + count) of the side that has them.
class Slider final {
public:
    Slider(const LineTable &lines, const LineTable &shown, const LineRule &rule, LineRange moving)
        : m_lines(lines)
        , m_shown(shown)
        , m_rule(rule)
        , m_start(moving.first)
        , m_count(moving.count)
    {
    }

    [[nodiscard]] std::uint32_t roomUp(std::uint32_t most) const
    {
        std::uint32_t room = 0;
        while (room < most
               && m_rule.same(m_lines[m_start - room - 1], m_lines[m_start - room - 1 + m_count]))
            ++room;
        return room;
    }

    [[nodiscard]] std::uint32_t roomDown(std::uint32_t most) const
    {
        std::uint32_t room = 0;
        while (room < most
               && m_rule.same(m_lines[m_start + room], m_lines[m_start + room + m_count]))
            ++room;
        return room;
    }

    /// The best place between \p up lines above and \p down lines below; the lowest of equals.
    [[nodiscard]] std::int64_t bestShift(std::uint32_t up, std::uint32_t down) const
    {
        std::int64_t best = 0;
        std::int32_t least = 0;
        for (std::int64_t shift = -std::int64_t{up}; shift <= std::int64_t{down}; ++shift) {
            const auto top = static_cast<std::uint32_t>(m_start + shift);
            const std::int32_t cost =
                boundaryCost(m_shown, top) + boundaryCost(m_shown, top + m_count);
            if (shift > -std::int64_t{up} && cost > least)
                continue;
            least = cost;
            best = shift;
        }
        return best;
    }

private:
    const LineTable &m_lines;
    const LineTable &m_shown;
    const LineRule &m_rule;
    std::uint32_t m_start;
    std::uint32_t m_count;
};

void shiftBy(Change &change, std::int64_t shift)
{
    change.leftStart = static_cast<std::uint32_t>(change.leftStart + shift);
    change.rightStart = static_cast<std::uint32_t>(change.rightStart + shift);
}

/// True when \p upper ends where \p lower begins.
bool touch(const Change &upper, const Change &lower)
{
    return upper.leftStart + upper.leftCount == lower.leftStart
           && upper.rightStart + upper.rightCount == lower.rightStart;
}

constexpr std::uint32_t kMostSteps = 200;

} // namespace

void slideChanges(const Sides &compared, const Sides &shown, const LineRule &rule,
                  std::vector<Change> &changes, Placement placement)
{
    std::vector<Change> done;
    done.reserve(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Change change = changes[i];
        if (change.leftCount == 0 || change.rightCount == 0) {
            const bool isInsertion = change.leftCount == 0;
            const LineTable &lines = isInsertion ? compared.right : compared.left;
            const std::uint32_t start = isInsertion ? change.rightStart : change.leftStart;
            const std::uint32_t count = isInsertion ? change.rightCount : change.leftCount;
            const std::uint32_t above =
                done.empty() ? change.leftStart
                             : change.leftStart - done.back().leftStart - done.back().leftCount;
            const std::uint32_t below =
                (i + 1 < changes.size() ? changes[i + 1].leftStart : compared.left.count)
                - change.leftStart - change.leftCount;
            const Slider slider(lines, isInsertion ? shown.right : shown.left, rule,
                                {start, count});
            const std::uint32_t up = slider.roomUp(std::min(above, kMostSteps));
            const std::uint32_t down = slider.roomDown(std::min(below, kMostSteps));
            const bool meetsUpper = !done.empty() && up == above;
            const bool meetsLower = i + 1 < changes.size() && down == below;
            if (meetsUpper)
                shiftBy(change, -std::int64_t{up});
            else if (meetsLower || placement == Placement::Lowest)
                shiftBy(change, down);
            else
                shiftBy(change, slider.bestShift(up, down));
        }
        if (!done.empty() && touch(done.back(), change)) {
            done.back().leftCount += change.leftCount;
            done.back().rightCount += change.rightCount;
        } else {
            done.push_back(change);
        }
    }
    changes = std::move(done);
}

} // namespace edgewright::diff
