// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/linewrap.h"

#include "compare/displayline.h"

#include <algorithm>

namespace edgewright {

namespace {

/// No byte is drawn wider than a box of so many letters.
constexpr int kWidestByte = 5;

bool isPlain(std::string_view line)
{
    return std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

} // namespace

void LineWrap::update(const CompareDocumentPtr &document, int columns)
{
    if (m_document == document && m_columns == columns)
        return;
    m_document = document;
    m_columns = columns;
    m_left.clear();
    m_right.clear();
    if (!document || columns < 1)
        return;
    m_left = count(*document, Side::Left, columns);
    m_right = count(*document, Side::Right, columns);
}

std::vector<std::uint16_t> LineWrap::count(const CompareDocument &document, Side side, int columns)
{
    constexpr int kMost = UINT16_MAX;
    const std::uint32_t lines = document.lineCount(side);
    std::vector<std::uint16_t> out(lines, 1);
    for (std::uint32_t number = 0; number < lines; ++number) {
        const std::string_view line = document.line(side, number);
        const auto room = static_cast<std::size_t>(columns);
        if (line.size() * kWidestByte <= room || (line.size() <= room && isPlain(line)))
            continue;
        const std::vector<diff::Span> keep =
            isCutDown(line) ? document.changedWords(side, number) : std::vector<diff::Span>();
        out[number] = static_cast<std::uint16_t>(std::min(kMost, wrappedRows(line, keep, columns)));
    }
    return out;
}

int LineWrap::rows(Side side, std::int64_t line) const
{
    const std::vector<std::uint16_t> &counts = side == Side::Left ? m_left : m_right;
    return line < 0 || counts.empty() ? 1 : counts[static_cast<std::size_t>(line)];
}

} // namespace edgewright
