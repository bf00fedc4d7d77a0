// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/invisibles.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace edgewright {

namespace {

constexpr auto kBidi = SuspiciousKind::BidiControl;
constexpr auto kZero = SuspiciousKind::ZeroWidth;
constexpr auto kSpace = SuspiciousKind::OddSpace;

// Sorted by code point. U+3000 and the emoji selectors stand in ordinary Chinese text and strings.
constexpr std::array kInvisibles{
    Invisible{0x0085, 0x0085, kSpace, "NEL", "NEXT LINE"},
    Invisible{0x00A0, 0x00A0, kSpace, "NBSP", "NO-BREAK SPACE"},
    Invisible{0x00AD, 0x00AD, kZero, "SHY", "SOFT HYPHEN"},
    Invisible{0x034F, 0x034F, kZero, "CGJ", "COMBINING GRAPHEME JOINER"},
    Invisible{0x061C, 0x061C, kBidi, "ALM", "ARABIC LETTER MARK"},
    Invisible{0x115F, 0x115F, kZero, "HCF", "HANGUL CHOSEONG FILLER"},
    Invisible{0x1160, 0x1160, kZero, "HJF", "HANGUL JUNGSEONG FILLER"},
    Invisible{0x1680, 0x1680, kSpace, "OSPM", "OGHAM SPACE MARK"},
    Invisible{0x17B4, 0x17B4, kZero, "KIVAQ", "KHMER VOWEL INHERENT AQ"},
    Invisible{0x17B5, 0x17B5, kZero, "KIVAA", "KHMER VOWEL INHERENT AA"},
    Invisible{0x180B, 0x180D, kZero, "FVS", "MONGOLIAN FREE VARIATION SELECTOR"},
    Invisible{0x180E, 0x180E, kZero, "MVS", "MONGOLIAN VOWEL SEPARATOR"},
    Invisible{0x2000, 0x200A, kSpace, "SP", "TYPOGRAPHIC SPACE"},
    Invisible{0x200B, 0x200B, kZero, "ZWSP", "ZERO WIDTH SPACE"},
    Invisible{0x200C, 0x200C, kZero, "ZWNJ", "ZERO WIDTH NON-JOINER"},
    Invisible{0x200D, 0x200D, kZero, "ZWJ", "ZERO WIDTH JOINER"},
    Invisible{0x200E, 0x200E, kBidi, "LRM", "LEFT-TO-RIGHT MARK"},
    Invisible{0x200F, 0x200F, kBidi, "RLM", "RIGHT-TO-LEFT MARK"},
    Invisible{0x2028, 0x2028, kSpace, "LS", "LINE SEPARATOR"},
    Invisible{0x2029, 0x2029, kSpace, "PS", "PARAGRAPH SEPARATOR"},
    Invisible{0x202A, 0x202A, kBidi, "LRE", "LEFT-TO-RIGHT EMBEDDING"},
    Invisible{0x202B, 0x202B, kBidi, "RLE", "RIGHT-TO-LEFT EMBEDDING"},
    Invisible{0x202C, 0x202C, kBidi, "PDF", "POP DIRECTIONAL FORMATTING"},
    Invisible{0x202D, 0x202D, kBidi, "LRO", "LEFT-TO-RIGHT OVERRIDE"},
    Invisible{0x202E, 0x202E, kBidi, "RLO", "RIGHT-TO-LEFT OVERRIDE"},
    Invisible{0x202F, 0x202F, kSpace, "NNBSP", "NARROW NO-BREAK SPACE"},
    Invisible{0x205F, 0x205F, kSpace, "MMSP", "MEDIUM MATHEMATICAL SPACE"},
    Invisible{0x2060, 0x2060, kZero, "WJ", "WORD JOINER"},
    Invisible{0x2061, 0x2064, kZero, "INV", "INVISIBLE OPERATOR"},
    Invisible{0x2066, 0x2066, kBidi, "LRI", "LEFT-TO-RIGHT ISOLATE"},
    Invisible{0x2067, 0x2067, kBidi, "RLI", "RIGHT-TO-LEFT ISOLATE"},
    Invisible{0x2068, 0x2068, kBidi, "FSI", "FIRST STRONG ISOLATE"},
    Invisible{0x2069, 0x2069, kBidi, "PDI", "POP DIRECTIONAL ISOLATE"},
    Invisible{0x206A, 0x206F, kBidi, "DEP", "DEPRECATED FORMAT CONTROL"},
    Invisible{0x2800, 0x2800, kSpace, "BRB", "BRAILLE PATTERN BLANK"},
    Invisible{0x3000, 0x3000, kSpace, nullptr, "IDEOGRAPHIC SPACE"},
    Invisible{0x3164, 0x3164, kZero, "HF", "HANGUL FILLER"},
    Invisible{0xFE00, 0xFE0D, kZero, "VS", "VARIATION SELECTOR"},
    Invisible{0xFE0E, 0xFE0F, kZero, nullptr, "VARIATION SELECTOR"},
    Invisible{0xFEFF, 0xFEFF, kZero, "BOM", "ZERO WIDTH NO-BREAK SPACE"},
    Invisible{0xFFA0, 0xFFA0, kZero, "HHF", "HALFWIDTH HANGUL FILLER"},
    Invisible{0xFFF9, 0xFFFB, kZero, "IAC", "INTERLINEAR ANNOTATION CONTROL"},
    Invisible{0x1D173, 0x1D17A, kZero, "MUS", "MUSICAL FORMAT CONTROL"},
    Invisible{0xE0000, 0xE007F, kZero, "TAG", "TAG CHARACTER"},
    Invisible{0xE0100, 0xE01EF, kZero, "IVS", "IDEOGRAPHIC VARIATION SELECTOR"},
};

static_assert(std::is_sorted(kInvisibles.begin(), kInvisibles.end(),
                             [](const auto &one, const auto &other) {
                                 return one.last < other.first;
                             }));

} // namespace

std::span<const Invisible> invisibles()
{
    return kInvisibles;
}

const Invisible *findInvisible(char32_t value)
{
    const auto *const found = std::lower_bound(
        kInvisibles.begin(), kInvisibles.end(), value,
        [](const Invisible &entry, char32_t wanted) { return entry.last < wanted; });
    return found != kInvisibles.end() && found->first <= value ? found : nullptr;
}

const char *scriptName(char32_t value)
{
    if (value >= 0xFF21 && value <= 0xFF5A)
        return "FULLWIDTH LATIN";
    if (value >= 0x1D400 && value <= 0x1D7FF)
        return "MATHEMATICAL";
    switch (QChar::script(value)) {
    case QChar::Script_Cyrillic:
        return "CYRILLIC";
    case QChar::Script_Greek:
        return "GREEK";
    case QChar::Script_Armenian:
        return "ARMENIAN";
    case QChar::Script_Cherokee:
        return "CHEROKEE";
    case QChar::Script_Coptic:
        return "COPTIC";
    case QChar::Script_Lisu:
        return "LISU";
    case QChar::Script_Latin:
        return "LATIN";
    default:
        return nullptr;
    }
}

} // namespace edgewright
