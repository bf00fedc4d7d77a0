// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/formatting.h"

#include "diff/codelines.h"
#include "diff/lineengine.h"
#include "diff/slide.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kNearLines = 3; ///< Changes with no more between them are read together.
constexpr std::size_t kLargest = std::size_t{1} << 30U; ///< Bytes; beyond, layout counts.

/// The pieces of some lines as a text of their own, so that they can be compared like lines.
struct PieceText {
    std::string text;
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> lines; ///< By piece, and the line behind the last one.
    std::vector<bool> startsLine;     ///< By piece; true behind the last one.

    PieceText(const CodeLines &code, std::uint32_t firstLine, std::uint32_t lineEnd)
    {
        for (std::uint32_t line = firstLine; line < lineEnd; ++line) {
            const std::uint32_t first = code.firstPiece[line];
            const std::uint32_t end = code.firstPiece[line + 1];
            for (std::uint32_t piece = first; piece < end; ++piece) {
                const std::uint32_t from = code.pieces[piece];
                const std::uint32_t to =
                    piece + 1 < end ? code.pieces[piece + 1] : code.starts[line + 1] - 1;
                text.append(code.text, from, to - from);
                starts.push_back(static_cast<std::uint32_t>(text.size()));
                lines.push_back(line);
                startsLine.push_back(piece == first);
            }
        }
        lines.push_back(lineEnd);
        startsLine.push_back(true);
    }

    [[nodiscard]] std::uint32_t count() const
    {
        return static_cast<std::uint32_t>(starts.size() - 1);
    }
};

/// Tells what is only laid out otherwise from what has changed, in lines that are near each other.
class Divider final {
public:
    Divider(const CodeLines &left, const CodeLines &right, const Limits &limits)
        : m_left(left)
        , m_right(right)
        , m_limits(limits)
    {
    }

    /// Divides the lines from the first to the last of \p changes where their pieces differ.
    void byDifference(const Change *first, const Change *last)
    {
        const PieceText left(m_left, first->leftStart, last->leftStart + last->leftCount);
        const PieceText right(m_right, first->rightStart, last->rightStart + last->rightCount);
        const LineDiff pieces = diffTables(lineTable(left.text, left.starts),
                                           lineTable(right.text, right.starts), {}, m_limits);
        m_isRefined = pieces.refined;
        divide(left, right, {first->leftStart, first->rightStart}, pieces.changes);
    }

    /// The same, with everything between the first and the last piece that differs as one change.
    void byEnds(const Change &first, const Change &last)
    {
        const PieceText left(m_left, first.leftStart, last.leftStart + last.leftCount);
        const PieceText right(m_right, first.rightStart, last.rightStart + last.rightCount);
        const LineTable l = lineTable(left.text, left.starts);
        const LineTable r = lineTable(right.text, right.starts);
        const std::uint32_t shorter = std::min(l.count, r.count);
        std::uint32_t head = 0;
        while (head < shorter && l[head] == r[head])
            ++head;
        std::uint32_t tail = 0;
        while (tail < shorter - head && l[l.count - tail - 1] == r[r.count - tail - 1])
            ++tail;
        std::vector<Change> changes;
        if (l.count + r.count > 2 * (head + tail))
            changes.push_back({head, l.count - head - tail, head, r.count - head - tail});
        divide(left, right, {first.leftStart, first.rightStart}, changes);
    }

    [[nodiscard]] const std::vector<Change> &changes() const { return m_changes; }
    /// What is laid out otherwise.
    [[nodiscard]] const std::vector<Change> &ignored() const { return m_ignored; }
    [[nodiscard]] bool isRefined() const { return m_isRefined; }

private:
    struct Place {
        std::uint32_t left = 0;
        std::uint32_t right = 0;
    };

    void divide(const PieceText &left, const PieceText &right, Place start,
                const std::vector<Change> &pieces)
    {
        m_changes.clear();
        m_ignored.clear();
        m_at = start;
        std::uint32_t l = 0;
        std::uint32_t r = 0;
        for (const Change &change : pieces) {
            walk(left, right, {l, r}, change.leftStart - l);
            m_isChanged = true;
            l = change.leftStart + change.leftCount;
            r = change.rightStart + change.rightCount;
        }
        walk(left, right, {l, r}, left.count() - l);
    }

    // Equal pieces; where both sides begin a line, what lies above is by itself.
    void walk(const PieceText &left, const PieceText &right, Place from, std::uint32_t count)
    {
        for (std::uint32_t i = 0; i <= count; ++i) {
            const std::uint32_t l = from.left + i;
            const std::uint32_t r = from.right + i;
            if (!left.startsLine[l] || !right.startsLine[r])
                continue;
            close({left.lines[l], right.lines[r]});
        }
    }

    void close(Place end)
    {
        Change all{m_at.left, end.left - m_at.left, m_at.right, end.right - m_at.right};
        std::vector<Change> &list = m_isChanged ? m_changes : m_ignored;
        m_at = end;
        m_isChanged = false;
        trim(all);
        if (all.leftCount == 0 && all.rightCount == 0)
            return;
        if (!list.empty() && list.back().leftStart + list.back().leftCount == all.leftStart
            && list.back().rightStart + list.back().rightCount == all.rightStart)
        {
            list.back().leftCount += all.leftCount;
            list.back().rightCount += all.rightCount;
            return;
        }
        list.push_back(all);
    }

    /// Without the lines at both ends that are equal.
    void trim(Change &change) const
    {
        const LineTable left = m_left.table();
        const LineTable right = m_right.table();
        while (change.leftCount > 0 && change.rightCount > 0
               && left[change.leftStart] == right[change.rightStart])
            change = {change.leftStart + 1, change.leftCount - 1, change.rightStart + 1,
                      change.rightCount - 1};
        while (change.leftCount > 0 && change.rightCount > 0
               && left[change.leftStart + change.leftCount - 1]
                      == right[change.rightStart + change.rightCount - 1])
        {
            --change.leftCount;
            --change.rightCount;
        }
    }

    const CodeLines &m_left;
    const CodeLines &m_right;
    const Limits &m_limits;
    std::vector<Change> m_changes;
    std::vector<Change> m_ignored;
    Place m_at; ///< Lines up to here are done.
    bool m_isChanged = false;
    bool m_isRefined = true;
};

bool areNear(const Change &upper, const Change &lower)
{
    return lower.leftStart - upper.leftStart - upper.leftCount <= kNearLines;
}

/// Both texts as they are and without their layout.
class LayoutDiff final {
public:
    LayoutDiff(const Sides &shown, const CodeLines &left, const CodeLines &right,
               const Limits &limits)
        : m_shown(shown)
        , m_left(left.table())
        , m_right(right.table())
        , m_limits(limits)
        , m_divider(left, right, limits)
    {
        m_result.leftLines = m_left.count;
        m_result.rightLines = m_right.count;
    }

    [[nodiscard]] LineDiff run()
    {
        const std::vector<Change> found = compare({0, m_left.count, 0, m_right.count});
        if (found.empty())
            return std::move(m_result);
        m_divider.byEnds(found.front(), found.back());
        const std::vector<Change> ignored = m_divider.ignored();
        const std::vector<Change> changed = m_divider.changes();
        if (ignored.empty()) {
            divide(found);
            return std::move(m_result);
        }
        // Lines that look alike may have been matched across the layout: once more, without it.
        for (const Change &change : changed)
            divide(compare(change));
        m_result.ignored.insert(m_result.ignored.end(), ignored.begin(), ignored.end());
        std::sort(m_result.ignored.begin(), m_result.ignored.end(),
                  [](const Change &first, const Change &second) {
                      return first.leftStart + first.rightStart
                             < second.leftStart + second.rightStart;
                  });
        return std::move(m_result);
    }

private:
    [[nodiscard]] std::vector<Change> compare(const Change &range)
    {
        const auto cut = [](const LineTable &lines, std::uint32_t first, std::uint32_t count) {
            return LineTable{lines.text, lines.starts + first, count};
        };
        const LineTable left = cut(m_left, range.leftStart, range.leftCount);
        const LineTable right = cut(m_right, range.rightStart, range.rightCount);
        LineDiff found = diffTables(left, right, {}, m_limits);
        m_result.refined = m_result.refined && found.refined;
        const LineTable shownLeft = cut(m_shown.left, range.leftStart, range.leftCount);
        const LineTable shownRight = cut(m_shown.right, range.rightStart, range.rightCount);
        slideChanges({left, right}, {shownLeft, shownRight}, LineRule({}), found.changes);
        for (Change &change : found.changes) {
            change.leftStart += range.leftStart;
            change.rightStart += range.rightStart;
        }
        return std::move(found.changes);
    }

    void divide(const std::vector<Change> &found)
    {
        for (std::size_t first = 0; first < found.size();) {
            std::size_t end = first + 1;
            while (end < found.size() && areNear(found[end - 1], found[end]))
                ++end;
            m_divider.byDifference(&found[first], &found[end - 1]);
            m_result.refined = m_result.refined && m_divider.isRefined();
            // Where nothing is mere layout, lines are the better measure.
            const std::vector<Change> &changes = m_divider.changes();
            const std::vector<Change> &ignored = m_divider.ignored();
            if (ignored.empty())
                m_result.changes.insert(m_result.changes.end(), &found[first], &found[end - 1] + 1);
            else
                m_result.changes.insert(m_result.changes.end(), changes.begin(), changes.end());
            m_result.ignored.insert(m_result.ignored.end(), ignored.begin(), ignored.end());
            first = end;
        }
    }

    Sides m_shown;
    LineTable m_left;
    LineTable m_right;
    const Limits &m_limits;
    Divider m_divider;
    LineDiff m_result;
};

} // namespace

LineDiff diffFormatting(const LineTable &left, const LineTable &right, Ignore ignore,
                        const Limits &limits)
{
    ignore.formatting = false;
    Stop stop(limits);
    CodeLines leftCode;
    CodeLines rightCode;
    if (std::max(left.text.size(), right.text.size()) <= kLargest) {
        leftCode = codeLines(left, ignore, stop);
        rightCode = codeLines(right, ignore, stop);
    }
    if (!leftCode.starts.empty() && !rightCode.starts.empty())
        return LayoutDiff({left, right}, leftCode, rightCode, limits).run();
    LineDiff result = diffTables(left, right, ignore, limits);
    result.refined = false;
    return result;
}

} // namespace edgewright::diff
