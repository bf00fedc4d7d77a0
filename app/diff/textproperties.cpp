// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/textproperties.h"

#include "diff/tokens.h"

#include <algorithm>
#include <cstring>

namespace edgewright::diff {

namespace {

/// How many lines end in which way.
struct EndCounts {
    std::size_t lf = 0;
    std::size_t crLf = 0;
    std::size_t cr = 0;
    std::uint32_t longest = 0;
};

EndCounts countEnds(std::string_view text)
{
    EndCounts counts;
    std::size_t start = 0;
    for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos;
         at = text.find_first_of("\r\n", start))
    {
        counts.longest = std::max(counts.longest, static_cast<std::uint32_t>(at - start));
        if (text[at] == '\n') {
            ++counts.lf;
        } else if (at + 1 < text.size() && text[at + 1] == '\n') {
            ++counts.crLf;
            ++at;
        } else {
            ++counts.cr;
        }
        start = at + 1;
    }
    counts.longest = std::max(counts.longest, static_cast<std::uint32_t>(text.size() - start));
    return counts;
}

LineEnds lineEndsOf(const EndCounts &counts)
{
    const int kinds = (counts.lf > 0 ? 1 : 0) + (counts.crLf > 0 ? 1 : 0) + (counts.cr > 0 ? 1 : 0);
    if (kinds > 1)
        return LineEnds::Mixed;
    if (counts.lf > 0)
        return LineEnds::Lf;
    if (counts.crLf > 0)
        return LineEnds::CrLf;
    return counts.cr > 0 ? LineEnds::Cr : LineEnds::None;
}

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t size = characterSize(text, at);
        if (size == 1 && static_cast<unsigned char>(text[at]) >= 0x80)
            return false;
        at += size;
    }
    return true;
}

Encoding encodingOf(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        return isUtf8(text) ? Encoding::Utf8WithMark : Encoding::Other;
    if (text.starts_with("\xff\xfe"))
        return Encoding::Utf16LittleEndian;
    if (text.starts_with("\xfe\xff"))
        return Encoding::Utf16BigEndian;
    const bool isAscii = std::all_of(text.begin(), text.end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isAscii)
        return Encoding::Ascii;
    return isUtf8(text) ? Encoding::Utf8 : Encoding::Other;
}

bool isPlainUtf8(Encoding encoding)
{
    return encoding == Encoding::Ascii || encoding == Encoding::Utf8;
}

} // namespace

TextProperties textProperties(std::string_view text)
{
    const EndCounts counts = countEnds(text);
    return {.encoding = encodingOf(text),
            .lineEnds = lineEndsOf(counts),
            .hasFinalNewline = text.ends_with('\n') || text.ends_with('\r'),
            .hasNul = text.find('\0') != std::string_view::npos,
            .longestLine = counts.longest};
}

PropertyDifferences compareProperties(std::string_view left, std::string_view right)
{
    if (left.empty() || right.empty() || left == right)
        return {};
    const TextProperties l = textProperties(left);
    const TextProperties r = textProperties(right);
    const bool bothHaveEnds = l.lineEnds != LineEnds::None && r.lineEnds != LineEnds::None;
    return {.encoding =
                l.encoding != r.encoding && !(isPlainUtf8(l.encoding) && isPlainUtf8(r.encoding)),
            .lineEnds = bothHaveEnds && l.lineEnds != r.lineEnds,
            .finalNewline = l.hasFinalNewline != r.hasFinalNewline};
}

} // namespace edgewright::diff
