// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/foldedrows.h"

#include <algorithm>

namespace edgewright {

void FoldedRows::reset(const std::vector<diff::Row> &rows, int context)
{
    m_rows = static_cast<std::uint32_t>(rows.size());
    m_folds.clear();
    const auto keep = static_cast<std::uint32_t>(std::max(context, 0));
    std::uint32_t begin = 0;
    while (context >= 0 && begin < m_rows) {
        std::uint32_t end = begin;
        while (end < m_rows && rows[end].change < 0)
            ++end;
        // A band for a single line would save nothing.
        if (end - begin > 2 * keep + 1) {
            const bool atStart = begin == 0;
            const bool atEnd = end == m_rows;
            m_folds.push_back({.begin = atStart ? begin : begin + keep,
                               .end = atEnd ? end : end - keep,
                               .atStart = atStart,
                               .atEnd = atEnd});
        }
        begin = end + 1;
    }
    rebuild();
}

void FoldedRows::rebuild()
{
    m_entries.clear();
    m_entries.reserve(m_rows);
    std::uint32_t row = 0;
    for (std::size_t i = 0; i < m_folds.size(); ++i) {
        const Fold &fold = m_folds[i];
        if (fold.begin >= fold.end)
            continue;
        for (; row < fold.begin; ++row)
            m_entries.push_back({.row = row});
        m_entries.push_back(
            {.row = row, .folded = fold.end - fold.begin, .fold = static_cast<std::int32_t>(i)});
        row = fold.end;
    }
    for (; row < m_rows; ++row)
        m_entries.push_back({.row = row});
}

int FoldedRows::indexOf(std::uint32_t row) const
{
    const auto after = std::upper_bound(
        m_entries.begin(), m_entries.end(), row,
        [](std::uint32_t wanted, const Entry &entry) { return wanted < entry.row; });
    return std::max(0, static_cast<int>(after - m_entries.begin()) - 1);
}

std::optional<int> FoldedRows::bandOf(std::int32_t fold) const
{
    const Fold &found = m_folds[static_cast<std::size_t>(fold)];
    if (found.begin >= found.end)
        return std::nullopt;
    return indexOf(found.begin);
}

bool FoldedRows::opensFrom(std::int32_t fold, From from) const
{
    const Fold &found = m_folds[static_cast<std::size_t>(fold)];
    return from == From::Both || !(from == From::Above ? found.atStart : found.atEnd);
}

void FoldedRows::reveal(std::int32_t fold, std::uint32_t rows, From from)
{
    Fold &opened = m_folds[static_cast<std::size_t>(fold)];
    if (opened.end - opened.begin <= rows + 1) {
        revealAll(fold);
        return;
    }
    const bool onlyBelow = opened.atStart && !opened.atEnd;
    if (from == From::Below || (from == From::Both && onlyBelow)) {
        opened.end -= rows;
    } else if (from == From::Above || opened.atEnd) {
        opened.begin += rows;
    } else {
        opened.begin += rows / 2;
        opened.end -= rows - rows / 2;
    }
    rebuild();
}

void FoldedRows::revealAll(std::int32_t fold)
{
    Fold &opened = m_folds[static_cast<std::size_t>(fold)];
    opened.begin = opened.end;
    rebuild();
}

void FoldedRows::revealRow(std::uint32_t row)
{
    if (m_entries.empty())
        return;
    const Entry entry = at(indexOf(row));
    if (entry.isBand())
        revealAll(entry.fold);
}

} // namespace edgewright
