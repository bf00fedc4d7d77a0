// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/linewrap.h"

#include "compare/displayline.h"

#include <algorithm>

namespace edgewright {

namespace {

/// No byte is drawn wider than a box of so many letters.
constexpr int kWidestByte = 5;
constexpr std::uint32_t kLinesBetween = 4096;

bool isPlain(std::string_view line)
{
    return std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::vector<std::uint16_t> countSide(const CompareDocument &document, Side side, int columns,
                                     const std::atomic<bool> *cancelled)
{
    constexpr int kMost = UINT16_MAX;
    const std::uint32_t lines = document.lineCount(side);
    std::vector<std::uint16_t> out(lines, 1);
    for (std::uint32_t number = 0; number < lines; ++number) {
        if (number % kLinesBetween == 0 && cancelled != nullptr && cancelled->load())
            break;
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

} // namespace

WrapCounts countWraps(const CompareDocument &document, int columns,
                      const std::atomic<bool> *cancelled)
{
    return {.columns = columns,
            .left = countSide(document, Side::Left, columns, cancelled),
            .right = countSide(document, Side::Right, columns, cancelled)};
}

void LineWrap::update(const CompareDocumentPtr &document, int columns)
{
    m_wanted = document ? std::max(0, columns) : 0;
    if (m_document != document || m_wanted == 0)
        m_counts = {};
    m_document = document;
    if (m_counts.columns == m_wanted)
        return;
    if (document->wraps.columns == m_wanted)
        m_counts = document->wraps;
    else if (!document->isLarge())
        m_counts = countWraps(*document, m_wanted);
}

void LineWrap::take(const CompareDocumentPtr &document, const WrapCounts &counts)
{
    if (document == m_document && counts.columns == m_wanted)
        m_counts = counts;
}

std::optional<int> LineWrap::missing() const
{
    return m_counts.columns == m_wanted ? std::nullopt : std::optional(m_wanted);
}

int LineWrap::rows(Side side, std::int64_t line) const
{
    const std::vector<std::uint16_t> &counts = side == Side::Left ? m_counts.left : m_counts.right;
    return line < 0 || counts.empty() ? 1 : counts[static_cast<std::size_t>(line)];
}

} // namespace edgewright
