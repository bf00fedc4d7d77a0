// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/rows.h"

#include "diff/refiner.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

/// Where one side's equal lines begin and how many there are.
struct Stretch {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::uint32_t count = 0;
};

class RowBuilder final {
public:
    RowBuilder(const Comparison &comparison, int context)
        : m_comparison(comparison)
        , m_context(context)
    {
    }

    [[nodiscard]] std::vector<Row> build()
    {
        const LineDiff &lines = m_comparison.lines;
        std::size_t hidden = 0;
        for (std::size_t i = 0; i < lines.changes.size(); ++i) {
            const Change &change = lines.changes[i];
            while (hidden < lines.ignored.size()
                   && lines.ignored[hidden].leftStart + lines.ignored[hidden].rightStart
                          < change.leftStart + change.rightStart)
                addIgnored(lines.ignored[hidden++]);
            addEqualUpTo(change.leftStart, true);
            addChange(change, i);
        }
        while (hidden < lines.ignored.size())
            addIgnored(lines.ignored[hidden++]);
        addEqualUpTo(lines.leftLines, false);
        return std::move(m_rows);
    }

private:
    void addEqualUpTo(std::uint32_t leftEnd, bool wantsContextBelow)
    {
        const Stretch all{m_left, m_right, leftEnd - m_left};
        m_left += all.count;
        m_right += all.count;
        if (m_context < 0) {
            addEqual(all);
            return;
        }
        const auto context = static_cast<std::uint32_t>(m_context);
        const std::uint32_t above = m_wantsContextAbove ? std::min(context, all.count) : 0;
        const std::uint32_t below = wantsContextBelow ? std::min(context, all.count - above) : 0;
        const std::uint32_t hidden = all.count - above - below;
        if (hidden < 2) {
            addEqual(all);
            return;
        }
        addEqual({all.left, all.right, above});
        m_rows.push_back({.kind = RowKind::Fold,
                          .left = all.left + above,
                          .right = all.right + above,
                          .foldedLines = hidden});
        addEqual({all.left + above + hidden, all.right + above + hidden, below});
    }

    void addEqual(const Stretch &stretch)
    {
        for (std::uint32_t i = 0; i < stretch.count; ++i)
            m_rows.push_back({.left = stretch.left + i, .right = stretch.right + i});
    }

    void addChange(const Change &change, std::size_t index)
    {
        for (const LinePair &pair : m_comparison.refinements[index].pairs) {
            RowKind kind = RowKind::Changed;
            if (pair.left < 0)
                kind = RowKind::Added;
            else if (pair.right < 0)
                kind = RowKind::Removed;
            m_rows.push_back({.kind = kind,
                              .left = pair.left,
                              .right = pair.right,
                              .change = static_cast<std::int32_t>(index)});
        }
        m_left = change.leftStart + change.leftCount;
        m_right = change.rightStart + change.rightCount;
        m_wantsContextAbove = true;
    }

    // Blank lines that do not count: shown against a filler, never folded away.
    void addIgnored(const Change &change)
    {
        addEqualUpTo(change.leftStart, false);
        const std::uint32_t rows = std::max(change.leftCount, change.rightCount);
        for (std::uint32_t i = 0; i < rows; ++i) {
            Row row;
            if (i < change.leftCount)
                row.left = change.leftStart + i;
            if (i < change.rightCount)
                row.right = change.rightStart + i;
            m_rows.push_back(row);
        }
        m_left = change.leftStart + change.leftCount;
        m_right = change.rightStart + change.rightCount;
        m_wantsContextAbove = false;
    }

    const Comparison &m_comparison;
    int m_context;
    std::vector<Row> m_rows;
    std::uint32_t m_left = 0;
    std::uint32_t m_right = 0;
    bool m_wantsContextAbove = false;
};

} // namespace

std::vector<Row> alignRows(const Comparison &comparison, int context)
{
    return RowBuilder(comparison, context).build();
}

Comparison compareTexts(std::string_view left, std::string_view right, Ignore ignore,
                        const Limits &limits)
{
    return comparePieces(left, lineStarts(left), right, lineStarts(right), {ignore, limits});
}

} // namespace edgewright::diff
