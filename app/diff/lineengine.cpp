// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/lineengine.h"

#include "diff/interner.h"
#include "diff/slide.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

/// One comparison from the first line to the last; collects the changes in order.
class Engine final {
public:
    Engine(const LineTable &left, const LineTable &right, Ignore ignore, const Limits &limits)
        : m_left(left)
        , m_right(right)
        , m_rule(ignore)
        , m_stop(limits)
    {
    }

    [[nodiscard]] LineDiff run(Ignore ignore)
    {
        compareRange({0, m_left.count}, {0, m_right.count});
        slideChanges(m_left, m_right, m_rule, m_diff.changes);
        if (ignore.blankLines)
            setBlankChangesAside();
        m_diff.leftLines = m_left.count;
        m_diff.rightLines = m_right.count;
        return std::move(m_diff);
    }

private:
    void compareRange(LineRange left, LineRange right)
    {
        while (left.count > 0 && right.count > 0
               && m_rule.same(m_left[left.first], m_right[right.first])) {
            left = {left.first + 1, left.count - 1};
            right = {right.first + 1, right.count - 1};
        }
        while (left.count > 0 && right.count > 0
               && m_rule.same(m_left[left.end() - 1], m_right[right.end() - 1]))
        {
            --left.count;
            --right.count;
        }
        if (left.count > 0 && right.count > 0)
            search(left, right);
        else
            change(left.first, left.end(), right.first, right.end());
    }

    // Runs are of the common lines; between two elements of a run there may be lines of one side.
    void search(LineRange left, LineRange right)
    {
        const CommonLines common = commonLines(m_left, left, m_right, right, m_rule, m_stop);
        SequenceMatcher matcher(common.left, common.right, common.idCount, m_stop);
        std::uint32_t l = left.first;
        std::uint32_t r = right.first;
        for (const Run &run : matcher.match()) {
            for (std::uint32_t i = 0; i < run.count; ++i) {
                const std::uint32_t leftLine = common.leftLines[run.leftStart + i];
                const std::uint32_t rightLine = common.rightLines[run.rightStart + i];
                change(l, leftLine, r, rightLine);
                l = leftLine + 1;
                r = rightLine + 1;
            }
        }
        change(l, left.end(), r, right.end());
        m_diff.refined = m_diff.refined && matcher.isRefined() && !m_stop.wasReached();
    }

    void change(std::uint32_t leftFrom, std::uint32_t leftTo, std::uint32_t rightFrom,
                std::uint32_t rightTo)
    {
        if (leftFrom == leftTo && rightFrom == rightTo)
            return;
        m_diff.changes.push_back({leftFrom, leftTo - leftFrom, rightFrom, rightTo - rightFrom});
    }

    [[nodiscard]] bool isBlank(const LineTable &lines, std::uint32_t from,
                               std::uint32_t count) const
    {
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!m_rule.isBlank(lines[from + i]))
                return false;
        }
        return true;
    }

    void setBlankChangesAside()
    {
        const auto isReal = [this](const Change &c) {
            return !isBlank(m_left, c.leftStart, c.leftCount)
                   || !isBlank(m_right, c.rightStart, c.rightCount);
        };
        const auto blanks =
            std::stable_partition(m_diff.changes.begin(), m_diff.changes.end(), isReal);
        m_diff.ignored.assign(blanks, m_diff.changes.end());
        m_diff.changes.erase(blanks, m_diff.changes.end());
    }

    const LineTable &m_left;
    const LineTable &m_right;
    LineRule m_rule;
    Stop m_stop;
    LineDiff m_diff;
};

} // namespace

LineTable lineTable(std::string_view text, const std::vector<std::uint32_t> &starts)
{
    return {text, starts.data(), static_cast<std::uint32_t>(starts.size() - 1)};
}

LineDiff diffTables(const LineTable &left, const LineTable &right, Ignore ignore,
                    const Limits &limits)
{
    return Engine(left, right, ignore, limits).run(ignore);
}

} // namespace edgewright::diff
