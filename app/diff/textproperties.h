// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace edgewright::diff {

enum class Encoding : std::uint8_t {
    Ascii,
    Utf8,
    Utf8WithMark,
    Utf16LittleEndian,
    Utf16BigEndian,
    Other
};

/// Mixed: more than one kind in one text. None: a text of one unfinished line.
enum class LineEnds : std::uint8_t { None, Lf, CrLf, Cr, Mixed };

/// What two texts may differ in though their lines look the same.
struct TextProperties {
    Encoding encoding = Encoding::Ascii;
    LineEnds lineEnds = LineEnds::None;
    bool hasFinalNewline = false;  ///< False for an empty text, too.
    bool hasNul = false;           ///< Hardly a text.
    std::uint32_t longestLine = 0; ///< Bytes.

    [[nodiscard]] bool operator==(const TextProperties &other) const = default;
};

[[nodiscard]] TextProperties textProperties(std::string_view text);

/// What is worth a word beside the lines. An empty side differs in nothing but its lines, and ASCII
/// is UTF-8.
struct PropertyDifferences {
    bool encoding = false;
    bool lineEnds = false;
    bool finalNewline = false;

    [[nodiscard]] bool any() const { return encoding || lineEnds || finalNewline; }
    [[nodiscard]] bool operator==(const PropertyDifferences &other) const = default;
};

[[nodiscard]] PropertyDifferences compareProperties(std::string_view left, std::string_view right);

} // namespace edgewright::diff
