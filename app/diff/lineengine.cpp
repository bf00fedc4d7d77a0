// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/lineengine.h"

#include "diff/formatting.h"
#include "diff/interner.h"
#include "diff/lockstep.h"
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
        , m_interner(left, right, m_rule)
        , m_matcher(m_stop)
    {
    }

    [[nodiscard]] LineDiff run(Ignore ignore)
    {
        if (m_rule.isExact())
            walk();
        else
            compareRange({0, m_left.count}, {0, m_right.count});
        slideChanges({m_left, m_right}, {m_left, m_right}, m_rule, m_diff.changes);
        if (ignore.blankLines)
            setBlankChangesAside();
        m_diff.leftLines = m_left.count;
        m_diff.rightLines = m_right.count;
        return std::move(m_diff);
    }

private:
    void walk()
    {
        Lockstep lockstep(m_left, m_right);
        Lockstep::Position at;
        for (;;) {
            const std::uint32_t equal = lockstep.equalLines(at);
            at = {at.left + equal, at.right + equal};
            if (at.left == m_left.count || at.right == m_right.count)
                break;
            const auto next = lockstep.meetAgain(at);
            if (!next)
                break;
            compareRange({at.left, next->left - at.left}, {at.right, next->right - at.right});
            at = *next;
        }
        const std::uint32_t tail = lockstep.equalLinesAtEnd(at);
        compareRange({at.left, m_left.count - tail - at.left},
                     {at.right, m_right.count - tail - at.right});
    }

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

    void search(LineRange left, LineRange right)
    {
        if (m_stop.look()) {
            m_diff.refined = false;
            change(left.first, left.end(), right.first, right.end());
            return;
        }
        const std::size_t known = m_diff.changes.size();
        match(left, right, Trust::Hash);
        if (m_isMismatch) {
            m_diff.changes.resize(known);
            m_isMismatch = false;
            match(left, right, Trust::Bytes);
        }
    }

    // Runs are of the common lines; between two elements of a run there may be lines of one side.
    void match(LineRange left, LineRange right, Trust trust)
    {
        const CommonLines &common = m_interner.intern(left, right, trust, m_stop);
        LineRun open{left.first, right.first, 0};
        for (const Run &run : m_matcher.match(common.left, common.right, common.idCount)) {
            for (std::uint32_t i = run.leftStart; i < run.leftStart + run.count; ++i) {
                const std::uint32_t leftLine = common.leftLines[i];
                const std::uint32_t rightLine =
                    common.rightLines[run.rightStart + i - run.leftStart];
                if (leftLine != open.left + open.count || rightLine != open.right + open.count)
                    close(open, leftLine, rightLine, trust);
                ++open.count;
            }
        }
        close(open, left.end(), right.end(), trust);
        m_diff.refined = m_diff.refined && m_matcher.isRefined() && !m_stop.wasReached();
    }

    /// Equal lines, one after the other on both sides.
    struct LineRun {
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        std::uint32_t count = 0;
    };

    /// Ends \p open, with a change up to the given lines behind it, and starts the next there.
    void close(LineRun &open, std::uint32_t left, std::uint32_t right, Trust trust)
    {
        if (trust == Trust::Hash && !isEqual(open))
            m_isMismatch = true;
        change(open.left + open.count, left, open.right + open.count, right);
        open = {left, right, 0};
    }

    [[nodiscard]] bool isEqual(const LineRun &run) const
    {
        if (m_rule.isExact())
            return m_left.lines(run.left, run.count) == m_right.lines(run.right, run.count);
        for (std::uint32_t i = 0; i < run.count; ++i) {
            if (!m_rule.same(m_left[run.left + i], m_right[run.right + i]))
                return false;
        }
        return true;
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
    Interner m_interner;
    SequenceMatcher m_matcher;
    bool m_isMismatch = false; ///< Two different lines had the same hash.
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
    if (ignore.formatting)
        return diffFormatting(left, right, ignore, limits);
    return Engine(left, right, ignore, limits).run(ignore);
}

} // namespace edgewright::diff
