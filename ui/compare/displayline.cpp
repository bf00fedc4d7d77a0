// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/displayline.h"

#include "common/times.h"
#include "text/suspicious.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kLongLine = 2000;
constexpr std::uint32_t kBeginning = 400;
constexpr std::uint32_t kAround = 100;
constexpr std::uint32_t kLongestSpan = 400;

struct Decoded {
    char32_t codePoint = 0;
    std::uint32_t length = 1;
    bool valid = false;
};

Decoded decode(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::uint32_t first = byte(at);
    if (first < 0x80)
        return {.codePoint = first, .length = 1, .valid = true};
    const std::uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size())
        return {};
    char32_t value = first & (0x7FU >> length);
    for (std::uint32_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return {};
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest.at(length) || value > 0x10FFFF || surrogate)
        return {};
    return {.codePoint = value, .length = length, .valid = true};
}

QString hexName(std::uint32_t value)
{
    return u"x%1"_s.arg(value, 2, 16, QLatin1Char('0')).toUpper().replace(u'X', u'x');
}

/// The text for the box of a character that would not show; empty for one that does.
QString boxText(char32_t codePoint)
{
    static const QHash<char32_t, QString> names = [] {
        QHash<char32_t, QString> table;
        for (const auto &[point, name] : visibleRepresentations())
            table.insert(point, QString::fromUtf8(name));
        return table;
    }();
    if (codePoint == U'\t')
        return {};
    const QString name = names.value(codePoint);
    if (!name.isEmpty())
        return name;
    if (codePoint == U'\0')
        return u"NUL"_s;
    if (codePoint == U'\r')
        return u"CR"_s;
    if (codePoint == 0x1B)
        return u"ESC"_s;
    if (codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0))
        return hexName(codePoint);
    if (codePoint == 0x2028 || codePoint == 0x2029)
        return codePoint == 0x2028 ? u"LS"_s : u"PS"_s;
    return {};
}

void appendUnits(DisplayLine &out, const QString &text, std::uint32_t byte)
{
    out.text += text;
    out.byteOf.resize(static_cast<std::size_t>(out.text.size()), byte);
}

void appendMark(DisplayLine &out, const QString &text, std::uint32_t byte,
                DisplayLine::MarkKind kind)
{
    const int begin = static_cast<int>(out.text.size());
    appendUnits(out, text, byte);
    out.marks.push_back({.begin = begin, .end = static_cast<int>(out.text.size()), .kind = kind});
}

/// A joiner inside an emoji is part of what is seen.
bool joinsEmoji(char32_t before, char32_t joiner)
{
    return joiner == 0x200D && (before >= 0x1F000 || before == 0xFE0F || before == 0x2764);
}

void appendBytes(DisplayLine &out, std::string_view line, diff::Span span)
{
    char32_t before = 0;
    for (std::uint32_t at = span.begin; at < span.end;) {
        const Decoded character = decode(line, at);
        const bool joins = joinsEmoji(before, character.codePoint);
        before = character.codePoint;
        const QString box = joins             ? QString()
                            : character.valid ? boxText(character.codePoint)
                                              : hexName(static_cast<unsigned char>(line[at]));
        if (box.isEmpty())
            appendUnits(out, QString::fromUcs4(&character.codePoint, 1), at);
        else
            appendMark(out, box, at, DisplayLine::MarkKind::Box);
        at += character.length;
    }
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The parts of a long line that are drawn: ascending, apart from each other, cut between
/// characters.
std::vector<diff::Span> shownParts(std::string_view line, const std::vector<diff::Span> &keep)
{
    const auto size = static_cast<std::uint32_t>(line.size());
    if (size <= kLongLine)
        return {{.begin = 0, .end = size}};
    std::vector<diff::Span> parts{{.begin = 0, .end = keep.empty() ? kLongLine : kBeginning}};
    std::uint32_t total = kBeginning;
    for (const diff::Span &span : keep) {
        const std::uint32_t begin = span.begin > kAround ? span.begin - kAround : 0;
        const std::uint32_t end =
            std::min({span.end + kAround, span.begin + kLongestSpan + kAround, size});
        if (total > kLongLine)
            break;
        total += end - begin;
        if (begin <= parts.back().end + kAround)
            parts.back().end = std::max(parts.back().end, end);
        else
            parts.push_back({.begin = begin, .end = end});
    }
    for (diff::Span &part : parts) {
        while (part.begin > 0 && isContinuation(line[part.begin]))
            --part.begin;
        while (part.end < size && isContinuation(line[part.end]))
            ++part.end;
    }
    return parts;
}

} // namespace

int DisplayLine::unitOf(std::uint32_t byte) const
{
    return static_cast<int>(std::lower_bound(byteOf.begin(), byteOf.end(), byte) - byteOf.begin());
}

std::uint32_t DisplayLine::byteAt(int unit) const
{
    const auto last = static_cast<int>(byteOf.size()) - 1;
    return byteOf[static_cast<std::size_t>(std::clamp(unit, 0, last))];
}

DisplayLine displayLine(std::string_view line, const std::vector<diff::Span> &keep)
{
    DisplayLine out;
    std::uint32_t shown = 0;
    const auto elide = [&](std::uint32_t until) {
        if (until > shown)
            appendMark(out, u" ⋯ %1 ⋯ "_s.arg(sizeText(until - shown)), shown,
                       DisplayLine::MarkKind::Elision);
    };
    for (const diff::Span &part : shownParts(line, keep)) {
        elide(part.begin);
        appendBytes(out, line, part);
        shown = part.end;
    }
    const auto size = static_cast<std::uint32_t>(line.size());
    elide(size);
    out.byteOf.push_back(size);
    return out;
}

} // namespace edgewright
