// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/merge3.h"

#include "diff/lineengine.h"
#include "diff/mergerefiner.h"
#include "diff/slide.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

/// Turns what both sides changed into regions.
class Merger final {
public:
    Merger(const MergeTexts &texts, Merge &merge, const Limits &limits)
        : m_base(lineTable(texts.base, merge.baseStarts))
        , m_mine(lineTable(texts.mine, merge.mineStarts))
        , m_theirs(lineTable(texts.theirs, merge.theirsStarts))
        , m_merge(merge)
        , m_limits(limits)
    {
    }

    /// Where changes can be placed in several ways, one may keep both sides apart where another
    /// makes them meet: a second is tried before somebody has to decide.
    void run()
    {
        LineDiff mine = diffTables(m_base, m_mine, {}, m_limits);
        LineDiff theirs = diffTables(m_base, m_theirs, {}, m_limits);
        merge(mine, theirs);
        if (m_merge.conflicts == 0)
            return;
        Merge natural;
        std::swap(natural.regions, m_merge.regions);
        natural.conflicts = m_merge.conflicts;
        natural.refined = m_merge.refined;
        const LineRule bytes({});
        slideChanges({m_base, m_mine}, {m_base, m_mine}, bytes, mine.changes, Placement::Lowest);
        slideChanges({m_base, m_theirs}, {m_base, m_theirs}, bytes, theirs.changes,
                     Placement::Lowest);
        merge(mine, theirs);
        if (toDecide(m_merge) < toDecide(natural))
            return;
        std::swap(natural.regions, m_merge.regions);
        m_merge.conflicts = natural.conflicts;
        m_merge.refined = natural.refined;
    }

private:
    /// Changes of one side that are still to come.
    struct Changes {
        const Change *first = nullptr;
        const Change *end = nullptr;

        [[nodiscard]] bool isEmpty() const { return first == end; }
    };

    /// The changes of both sides that touch each other in the base.
    struct Group {
        LineSpan base;
        Changes mine;
        Changes theirs;
    };

    /// Conflicts, then the lines in them.
    [[nodiscard]] static std::pair<std::uint32_t, std::uint64_t> toDecide(const Merge &merge)
    {
        std::uint64_t lines = 0;
        for (const MergeRegion &region : merge.regions)
            lines += region.kind == MergeKind::Conflict ? region.mine.count + region.theirs.count
                                                        : std::uint64_t{0};
        return {merge.conflicts, lines};
    }

    void merge(const LineDiff &mine, const LineDiff &theirs)
    {
        m_at = {};
        m_merge.regions.clear();
        m_merge.refined = mine.refined && theirs.refined;
        Changes left{mine.changes.data(), mine.changes.data() + mine.changes.size()};
        Changes right{theirs.changes.data(), theirs.changes.data() + theirs.changes.size()};
        while (!left.isEmpty() || !right.isEmpty())
            takeGroup(left, right);
        unchangedUpTo(m_base.count);
        joinNearConflicts(m_mine.text, m_merge);
        m_merge.conflicts = static_cast<std::uint32_t>(std::count_if(
            m_merge.regions.begin(), m_merge.regions.end(),
            [](const MergeRegion &region) { return region.kind == MergeKind::Conflict; }));
    }

    void takeGroup(Changes &mine, Changes &theirs)
    {
        const bool startsMine =
            theirs.isEmpty()
            || (!mine.isEmpty() && mine.first->leftStart <= theirs.first->leftStart);
        const Change &first = startsMine ? *mine.first : *theirs.first;
        Group group{{first.leftStart, first.leftCount},
                    {mine.first, mine.first},
                    {theirs.first, theirs.first}};
        while (extend(group.base, mine) || extend(group.base, theirs)) {
        }
        group.mine.end = mine.first;
        group.theirs.end = theirs.first;
        unchangedUpTo(group.base.start);
        add(group);
    }

    static bool extend(LineSpan &base, Changes &changes)
    {
        if (changes.isEmpty() || changes.first->leftStart > base.end())
            return false;
        const std::uint32_t end = changes.first->leftStart + changes.first->leftCount;
        base.count = std::max(base.end(), end) - base.start;
        ++changes.first;
        return true;
    }

    void unchangedUpTo(std::uint32_t baseLine)
    {
        const std::uint32_t count = baseLine - m_at.base;
        if (count == 0)
            return;
        m_merge.regions.push_back(
            {MergeKind::Unchanged, {m_at.base, count}, {m_at.mine, count}, {m_at.theirs, count}});
        m_at = {m_at.base + count, m_at.mine + count, m_at.theirs + count};
    }

    /// How many lines of a side the base lines of a group became.
    [[nodiscard]] static std::uint32_t lengthOf(const LineSpan &base, const Changes &changes)
    {
        std::uint32_t count = base.count;
        for (const Change *change = changes.first; change != changes.end; ++change)
            count += change->rightCount - change->leftCount;
        return count;
    }

    void add(const Group &group)
    {
        const LineSpan mine{m_at.mine, lengthOf(group.base, group.mine)};
        const LineSpan theirs{m_at.theirs, lengthOf(group.base, group.theirs)};
        m_at = {group.base.end(), mine.end(), theirs.end()};
        MergeRegion region{MergeKind::Conflict, group.base, mine, theirs};
        if (group.theirs.isEmpty())
            region.kind = MergeKind::Mine;
        else if (group.mine.isEmpty())
            region.kind = MergeKind::Theirs;
        else if (m_mine.lines(mine.start, mine.count) == m_theirs.lines(theirs.start, theirs.count))
            region.kind = MergeKind::Both;
        if (region.kind != MergeKind::Conflict) {
            m_merge.regions.push_back(region);
            return;
        }
        const bool isRefined =
            refineConflict({m_base, m_mine, m_theirs, {group.mine.first, group.mine.end}}, region,
                           m_limits, m_merge.regions);
        m_merge.refined = m_merge.refined && isRefined;
    }

    struct Place {
        std::uint32_t base = 0;
        std::uint32_t mine = 0;
        std::uint32_t theirs = 0;
    };

    LineTable m_base;
    LineTable m_mine;
    LineTable m_theirs;
    Merge &m_merge;
    const Limits &m_limits;
    Place m_at;
};

/// The line end that a line of a frame gets: CR LF where none of the texts has a bare LF.
std::string_view lineEndAround(const MergeTexts &texts, const Merge &merge,
                               const MergeRegion &region)
{
    const auto before = [](std::string_view text, const std::vector<std::uint32_t> &starts,
                           std::uint32_t line) {
        line -= line > 0 ? 1 : 0;
        return line + 1 < starts.size() ? linesOf(text, starts, {line, 1}) : std::string_view();
    };
    bool hasCarriageReturn = false;
    for (const std::string_view line :
         {before(texts.mine, merge.mineStarts, region.mine.start),
          before(texts.theirs, merge.theirsStarts, region.theirs.start),
          before(texts.base, merge.baseStarts, 0)})
    {
        if (line.ends_with('\n') && !line.ends_with("\r\n"))
            return "\n";
        hasCarriageReturn = hasCarriageReturn || line.ends_with("\r\n");
    }
    return hasCarriageReturn ? "\r\n" : "\n";
}

class Frame final {
public:
    Frame(std::string &out, std::string_view lineEnd)
        : m_out(out)
        , m_lineEnd(lineEnd)
    {
    }

    void mark(std::string_view sign, const std::string &label)
    {
        m_out += sign;
        if (!label.empty())
            m_out += ' ' + label;
        m_out += m_lineEnd;
    }

    void side(std::string_view lines)
    {
        m_out += lines;
        if (!lines.empty() && !lines.ends_with('\n'))
            m_out += m_lineEnd;
    }

private:
    std::string &m_out;
    std::string_view m_lineEnd;
};

/// Two sides one after the other; the first gets a line end when it has none.
std::string joined(std::string_view first, std::string_view second, std::string_view lineEnd)
{
    std::string text(first);
    if (!text.empty() && !text.ends_with('\n') && !second.empty())
        text += lineEnd;
    text += second;
    return text;
}

} // namespace

std::string_view linesOf(std::string_view text, const std::vector<std::uint32_t> &starts,
                         const LineSpan &span)
{
    return text.substr(starts[span.start], starts[span.end()] - starts[span.start]);
}

Merge mergeTexts(const MergeTexts &texts, const Limits &limits)
{
    Merge merge;
    merge.baseStarts = lineStarts(texts.base);
    merge.mineStarts = lineStarts(texts.mine);
    merge.theirsStarts = lineStarts(texts.theirs);
    Merger(texts, merge, limits).run();
    return merge;
}

std::string mergedText(const MergeTexts &texts, const Merge &merge,
                       const std::vector<Choice> &choices, const MergeLabels &labels)
{
    std::string out;
    std::size_t conflict = 0;
    for (const MergeRegion &region : merge.regions) {
        const std::string_view base = linesOf(texts.base, merge.baseStarts, region.base);
        const std::string_view mine = linesOf(texts.mine, merge.mineStarts, region.mine);
        const std::string_view theirs = linesOf(texts.theirs, merge.theirsStarts, region.theirs);
        if (region.kind != MergeKind::Conflict) {
            out += region.kind == MergeKind::Theirs ? theirs : mine;
            continue;
        }
        const std::string_view lineEnd = lineEndAround(texts, merge, region);
        const Choice choice = conflict < choices.size() ? choices[conflict] : Choice::Undecided;
        ++conflict;
        if (choice == Choice::Mine || choice == Choice::Theirs || choice == Choice::Base) {
            out += choice == Choice::Mine ? mine : choice == Choice::Theirs ? theirs : base;
        } else if (choice == Choice::MineThenTheirs) {
            out += joined(mine, theirs, lineEnd);
        } else if (choice == Choice::TheirsThenMine) {
            out += joined(theirs, mine, lineEnd);
        } else {
            Frame frame(out, lineEnd);
            frame.mark("<<<<<<<", labels.mine);
            frame.side(mine);
            if (!labels.base.empty()) {
                frame.mark("|||||||", labels.base);
                frame.side(base);
            }
            frame.mark("=======", {});
            frame.side(theirs);
            frame.mark(">>>>>>>", labels.theirs);
        }
    }
    return out;
}

} // namespace edgewright::diff
