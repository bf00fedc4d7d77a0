// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/blockedit.h"

namespace edgewright {

namespace {

struct Lines {
    std::uint32_t begin = 0; ///< Bytes of the text.
    std::uint32_t end = 0;
};

Lines linesOf(const CompareDocument &document, int change, Side side)
{
    const diff::Change &found = document.comparison.lines.changes[static_cast<std::size_t>(change)];
    const std::vector<std::uint32_t> &starts = document.starts(side);
    const std::uint32_t first = side == Side::Left ? found.leftStart : found.rightStart;
    const std::uint32_t count = side == Side::Left ? found.leftCount : found.rightCount;
    return {.begin = starts[first], .end = starts[first + count]};
}

QByteArray bytesOf(const CompareDocument &document, Side side, const Lines &lines)
{
    return document.side(side).text.mid(lines.begin, lines.end - lines.begin);
}

bool isCrLf(const TextFormat &format)
{
    return format.lineEnd == LineEnd::CrLf;
}

QByteArray withLineEnds(QByteArray text, const TextFormat &format)
{
    if (format.lineEnd != LineEnd::Lf && format.lineEnd != LineEnd::CrLf)
        return text;
    text.replace("\r\n", "\n");
    if (isCrLf(format))
        text.replace("\n", "\r\n");
    return text;
}

/// \p second begins a line of its own.
QByteArray joined(QByteArray first, const QByteArray &second, const QByteArray &lineEnd)
{
    if (!first.isEmpty() && !second.isEmpty() && !first.endsWith('\n'))
        first += lineEnd;
    return first + second;
}

} // namespace

std::optional<CompareEdit> blockEdit(const CompareDocument &document, int change, BlockAct act,
                                     Side into)
{
    const Side from = into == Side::Left ? Side::Right : Side::Left;
    const Lines place = linesOf(document, change, into);
    const QByteArray &whole = document.side(into).text;
    const TextFormat &format =
        into == Side::Left ? document.leftFacts.format : document.rightFacts.format;
    const QByteArray lineEnd = document.isCut ? "" : isCrLf(format) ? "\r\n" : "\n";
    const QByteArray own = bytesOf(document, into, place);
    QByteArray other = bytesOf(document, from, linesOf(document, change, from));
    if (document.ignore.lineEnds)
        other = withLineEnds(other, format);
    QByteArray text;
    if (act == BlockAct::Take)
        text = other;
    else if (act == BlockAct::KeepBoth)
        text = into == Side::Right ? joined(other, own, lineEnd) : joined(own, other, lineEnd);
    const auto begin = static_cast<qsizetype>(place.begin);
    // A piece of a line is joined as it is.
    const bool followsUnfinished =
        begin > 0 && begin == whole.size() && !document.isCut && whole.at(begin - 1) != '\n';
    if (followsUnfinished && !text.isEmpty())
        text.prepend(lineEnd);
    const bool isFollowed = place.end < whole.size() && !document.isCut;
    if (isFollowed && !text.isEmpty() && !text.endsWith('\n'))
        text += lineEnd;
    if (text == own)
        return std::nullopt;
    return CompareEdit{
        .side = into, .begin = begin, .length = own.size(), .replacement = text, .before = whole};
}

std::optional<Side> draftSide(const CompareDocument &document)
{
    if (document.right.isDraft)
        return Side::Right;
    if (document.left.isDraft)
        return Side::Left;
    return std::nullopt;
}

} // namespace edgewright
