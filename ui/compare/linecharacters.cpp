// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/linecharacters.h"

#include "text/suspicious.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Blocks of wide characters, ascending.
constexpr std::array<Range, 12> kWide{{{0x1100, 0x115F},
                                       {0x231A, 0x231B},
                                       {0x23E9, 0x23F3},
                                       {0x26A0, 0x27BF},
                                       {0x2E80, 0x303E},
                                       {0x3041, 0xA4CF},
                                       {0xA960, 0xA97C},
                                       {0xAC00, 0xD7A3},
                                       {0xF900, 0xFAFF},
                                       {0xFE30, 0xFE6F},
                                       {0xFF01, 0xFFE6},
                                       {0x1F000, 0x3FFFD}}};

QString hexName(std::uint32_t value)
{
    return u"x%1"_s.arg(value, 2, 16, QLatin1Char('0')).toUpper().replace(u'X', u'x');
}

QString nameOf(char32_t codePoint)
{
    static const QHash<char32_t, QString> names = [] {
        QHash<char32_t, QString> table{{U'\0', u"NUL"_s},
                                       {U'\r', u"CR"_s},
                                       {0x1B, u"ESC"_s},
                                       {0x2028, u"LS"_s},
                                       {0x2029, u"PS"_s}};
        for (const auto &[point, name] : visibleRepresentations())
            table.insert(point, QString::fromUtf8(name));
        return table;
    }();
    return names.value(codePoint);
}

} // namespace

LineCharacter characterAt(std::string_view line, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(line[i]));
    };
    const std::uint32_t first = byte(at);
    if (first < 0x80)
        return {.codePoint = first, .length = 1, .isValid = true};
    const std::uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > line.size())
        return {};
    char32_t value = first & (0x7FU >> length);
    for (std::uint32_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return {};
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest.at(length) || value > 0x10FFFF || isSurrogate)
        return {};
    return {.codePoint = value, .length = length, .isValid = true};
}

QString boxText(const LineCharacter &character, unsigned char byte)
{
    const char32_t codePoint = character.codePoint;
    if (!character.isValid)
        return hexName(byte);
    if (codePoint == U'\t' || (codePoint >= 0x20 && codePoint < 0x7F))
        return {};
    const QString name = nameOf(codePoint);
    if (name.isEmpty() && (codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0)))
        return hexName(codePoint);
    return name;
}

bool joinsEmoji(char32_t before, char32_t joiner)
{
    return joiner == 0x200D && (before >= 0x1F000 || before == 0xFE0F || before == 0x2764);
}

int columnsOf(char32_t codePoint)
{
    if (codePoint < 0x300)
        return 1;
    const QChar::Category category = QChar::category(codePoint);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Other_Format)
        return 0;
    const auto *range =
        std::lower_bound(kWide.begin(), kWide.end(), codePoint,
                         [](const Range &one, char32_t point) { return one.last < point; });
    return range != kWide.end() && range->first <= codePoint ? 2 : 1;
}

} // namespace edgewright
