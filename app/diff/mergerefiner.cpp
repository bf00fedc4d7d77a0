// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/mergerefiner.h"

#include "diff/lineengine.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kNearLines = 3;

/// Where in the base a line of mine stands, for lines inside a conflict.
class BasePlaces final {
public:
    BasePlaces(const ConflictSides &sides, const MergeRegion &conflict)
        : m_sides(sides)
        , m_conflict(conflict)
    {
    }

    /// For lines [begin, end) of mine that both sides have. What was replaced by lines of which
    /// some are common goes with the rest of them, so that it can be chosen there.
    [[nodiscard]] LineSpan of(std::uint32_t begin, std::uint32_t end) const
    {
        const std::uint32_t from = place(begin, false);
        const std::uint32_t to = std::max(from, place(end, begin <= startOfChangeAt(end)));
        return {from, to - from};
    }

private:
    /// The change with \p line strictly inside, if there is one.
    [[nodiscard]] const Change *changeAt(std::uint32_t line) const
    {
        for (const Change *change = m_sides.mineChanges.first; change != m_sides.mineChanges.end;
             ++change) {
            if (change->rightStart < line && line < change->rightStart + change->rightCount)
                return change;
        }
        return nullptr;
    }

    [[nodiscard]] std::uint32_t startOfChangeAt(std::uint32_t line) const
    {
        const Change *change = changeAt(line);
        return change == nullptr ? 0 : change->rightStart;
    }

    [[nodiscard]] std::uint32_t place(std::uint32_t line, bool isHeadOfChange) const
    {
        if (const Change *change = changeAt(line))
            return change->leftStart + (isHeadOfChange ? 0 : change->leftCount);
        // Lines of mine before this one, less what mine has more of than the base.
        std::uint32_t base = m_conflict.base.start + line - m_conflict.mine.start;
        for (const Change *change = m_sides.mineChanges.first; change != m_sides.mineChanges.end;
             ++change) {
            if (change->rightStart + change->rightCount > line
                || (change->rightCount == 0 && change->rightStart >= line))
                break;
            base += change->leftCount - change->rightCount;
        }
        return base;
    }

    const ConflictSides &m_sides;
    const MergeRegion &m_conflict;
};

/// Appends the pieces of a conflict and deals out its base lines among them.
class PieceWriter final {
public:
    PieceWriter(const ConflictSides &sides, const MergeRegion &conflict,
                std::vector<MergeRegion> &regions)
        : m_sides(sides)
        , m_whole(conflict)
        , m_places(sides, conflict)
        , m_regions(regions)
        , m_base(conflict.base.start)
        , m_mine(conflict.mine.start)
        , m_theirs(conflict.theirs.start)
    {
    }

    void common(std::uint32_t count, bool isLast)
    {
        if (count == 0)
            return;
        LineSpan base = m_places.of(m_mine, m_mine + count);
        const std::uint32_t end = isLast ? m_whole.base.end() : std::max(base.end(), m_base);
        base.start = std::clamp(base.start, m_base, end);
        base.count = end - base.start;
        closeConflict(base.start);
        MergeRegion region{MergeKind::Both, base, {m_mine, count}, {m_theirs, count}};
        if (m_sides.base.lines(base.start, base.count) == m_sides.mine.lines(m_mine, count))
            region.kind = MergeKind::Unchanged;
        m_regions.push_back(region);
        m_base = end;
        m_mine += count;
        m_theirs += count;
    }

    void conflict(std::uint32_t mine, std::uint32_t theirs)
    {
        m_regions.push_back({MergeKind::Conflict, {m_base, 0}, {m_mine, mine}, {m_theirs, theirs}});
        m_isOpen = true;
        m_mine += mine;
        m_theirs += theirs;
    }

    void finish() { closeConflict(m_whole.base.end()); }

private:
    /// The last conflict has the base up to \p line.
    void closeConflict(std::uint32_t line)
    {
        if (m_isOpen)
            m_regions.back().base.count = line - m_base;
        m_isOpen = false;
    }

    const ConflictSides &m_sides;
    const MergeRegion &m_whole;
    BasePlaces m_places;
    std::vector<MergeRegion> &m_regions;
    std::uint32_t m_base;
    std::uint32_t m_mine;
    std::uint32_t m_theirs;
    bool m_isOpen = false;
};

bool hasLetterOrDigit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

void join(MergeRegion &upper, const MergeRegion &lower)
{
    upper.base.count = lower.base.end() - upper.base.start;
    upper.mine.count = lower.mine.end() - upper.mine.start;
    upper.theirs.count = lower.theirs.end() - upper.theirs.start;
}

} // namespace

bool refineConflict(const ConflictSides &sides, const MergeRegion &conflict, const Limits &limits,
                    std::vector<MergeRegion> &regions)
{
    const LineTable mine{sides.mine.text, sides.mine.starts + conflict.mine.start,
                         conflict.mine.count};
    const LineTable theirs{sides.theirs.text, sides.theirs.starts + conflict.theirs.start,
                           conflict.theirs.count};
    const LineDiff diff = diffTables(mine, theirs, {}, limits);
    PieceWriter writer(sides, conflict, regions);
    std::uint32_t done = 0;
    for (const Change &change : diff.changes) {
        writer.common(change.leftStart - done, false);
        writer.conflict(change.leftCount, change.rightCount);
        done = change.leftStart + change.leftCount;
    }
    writer.common(mine.count - done, true);
    writer.finish();
    return diff.refined;
}

void joinNearConflicts(std::string_view mine, Merge &merge)
{
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<MergeRegion> joined;
    std::size_t last = kNone; ///< The conflict behind which nothing is but common lines.
    for (const MergeRegion &region : merge.regions) {
        if (region.kind == MergeKind::Mine || region.kind == MergeKind::Theirs)
            last = kNone;
        if (region.kind != MergeKind::Conflict) {
            joined.push_back(region);
            continue;
        }
        if (last != kNone) {
            const std::uint32_t start = joined[last].mine.end();
            const LineSpan between{start, region.mine.start - start};
            if (between.count <= kNearLines
                || !hasLetterOrDigit(linesOf(mine, merge.mineStarts, between)))
                joined.resize(last + 1);
        }
        if (last != kNone && joined.size() == last + 1) {
            join(joined[last], region);
            continue;
        }
        last = joined.size();
        joined.push_back(region);
    }
    merge.regions = std::move(joined);
}

} // namespace edgewright::diff
