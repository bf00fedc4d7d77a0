// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/editrange.h"

#include "compare/blockedit.h"

namespace edgewright {

namespace {

/// Takes in the whole change at either end.
void widen(const std::vector<diff::Row> &rows, std::uint32_t &first, std::uint32_t &last)
{
    const std::int32_t upper = rows[first].change;
    while (upper >= 0 && first > 0 && rows[first - 1].change == upper)
        --first;
    const std::int32_t lower = rows[last].change;
    while (lower >= 0 && last + 1 < rows.size() && rows[last + 1].change == lower)
        ++last;
}

std::int64_t lineOf(const diff::Row &row, Side side)
{
    return side == Side::Left ? row.left : row.right;
}

QByteArray lineEndOf(const CompareDocument &document, const EditRange &range)
{
    if (range.after.startsWith('\r'))
        return "\r\n";
    const auto &facts = range.side == Side::Left ? document.leftFacts : document.rightFacts;
    return facts.format.lineEnd == LineEnd::CrLf && range.after.isEmpty() ? "\r\n" : "\n";
}

/// Sets the line end of the last line apart.
void cutLineEnd(EditRange &range)
{
    const qsizetype cut = range.shown.endsWith("\r\n") ? 2 : range.shown.endsWith('\n') ? 1 : 0;
    range.after = range.shown.right(cut);
    range.shown.chop(cut);
}

/// The draft has nothing in the change: where it would stand.
bool placeBetweenLines(EditRange &range, const CompareDocument &document, std::int32_t change)
{
    if (change < 0)
        return false;
    const diff::Change &found = document.comparison.lines.changes[static_cast<std::size_t>(change)];
    range.firstLine = range.side == Side::Left ? found.leftStart : found.rightStart;
    range.begin = document.starts(range.side)[range.firstLine];
    const QByteArray &whole = document.side(range.side).text;
    range.lineEnd = lineEndOf(document, range);
    const bool followsUnfinished =
        range.begin > 0 && whole.at(range.begin - 1) != '\n' && !document.isCut;
    if (followsUnfinished)
        range.before = range.lineEnd;
    else if (!document.isCut)
        range.after = range.lineEnd;
    return true;
}

} // namespace

QByteArray EditRange::bytesFor(const QByteArray &text, const QByteArray &original) const
{
    if (text == shown)
        return original;
    return text.isEmpty() ? QByteArray() : before + text + after;
}

std::optional<EditRange> editRange(const CompareDocument &document, bool unified,
                                   std::uint32_t first, std::uint32_t last)
{
    const std::optional<Side> draft = draftSide(document);
    const std::vector<diff::Row> &rows = document.rows(unified).rows;
    if (!draft || last >= rows.size() || first > last)
        return std::nullopt;
    widen(rows, first, last);
    EditRange range{.side = *draft, .firstRow = first, .lastRow = last};
    std::optional<std::uint32_t> firstOfDraft;
    std::uint32_t lastOfDraft = 0;
    for (std::uint32_t row = first; row <= last; ++row) {
        if (lineOf(rows[row], *draft) < 0)
            continue;
        firstOfDraft = firstOfDraft.value_or(row);
        lastOfDraft = row;
    }
    if (!firstOfDraft) {
        range.coversRows = !unified;
        return placeBetweenLines(range, document, rows[first].change) ? std::optional(range)
                                                                      : std::nullopt;
    }
    if (unified) {
        range.firstRow = *firstOfDraft;
        range.lastRow = lastOfDraft;
    }
    const std::vector<std::uint32_t> &starts = document.starts(*draft);
    range.firstLine = static_cast<std::uint32_t>(lineOf(rows[*firstOfDraft], *draft));
    const auto end = static_cast<std::uint32_t>(lineOf(rows[lastOfDraft], *draft)) + 1;
    range.lines = end - range.firstLine;
    range.begin = starts[range.firstLine];
    range.length = static_cast<qsizetype>(starts[end]) - range.begin;
    range.shown = document.side(*draft).text.mid(range.begin, range.length);
    cutLineEnd(range);
    range.lineEnd = lineEndOf(document, range);
    return range;
}

} // namespace edgewright
