// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace edgewright {

/// A character of a line of bytes that may be anything.
struct LineCharacter {
    char32_t codePoint = 0;
    std::uint32_t length = 1; ///< Bytes.
    bool isValid = false;     ///< False for a byte that is no UTF-8.
};

[[nodiscard]] LineCharacter characterAt(std::string_view line, std::size_t byte);

/// The name to draw in the place of a character that would not show; empty for one that does.
[[nodiscard]] QString boxText(const LineCharacter &character, unsigned char byte);

/// True for a joiner that is part of an emoji and so is seen.
[[nodiscard]] bool joinsEmoji(char32_t before, char32_t joiner);

/// Cells of a fixed-width font: 0 for marks, 2 for wide characters.
[[nodiscard]] int columnsOf(char32_t codePoint);

/// True when a wrapped line may go on in the next row behind this character.
[[nodiscard]] constexpr bool endsPiece(char32_t codePoint)
{
    switch (codePoint) {
    case U' ':
    case U'\t':
    case U',':
    case U';':
    case U'(':
    case U')':
    case U'{':
    case U'}':
    case U'[':
    case U']':
    case U'|':
    case U'&':
    case U'+':
    case U'=':
    case U'/':
        return true;
    default:
        return codePoint >= 0x2E80;
    }
}

/// Where a line goes on in the next row: when a character has no room any more, behind the last
/// good place of the second half of the row, else right there.
class LineBreaker final {
public:
    /// \p columns less than 1: never breaks.
    explicit LineBreaker(int columns)
        : m_columns(columns)
    {
    }

    /// The character at \p place follows. The place of the break when the row was full, else -1.
    [[nodiscard]] int add(int place, int columns, bool isEnd)
    {
        int broken = -1;
        if (m_columns > 0 && m_used > 0 && m_used + columns > m_columns) {
            const bool isGood = 2 * m_goodUsed > m_columns;
            broken = isGood ? m_good : place;
            m_used = isGood ? m_used - m_goodUsed : 0;
            m_goodUsed = 0;
            ++m_rows;
        }
        m_used += columns;
        if (isEnd) {
            m_good = place + 1;
            m_goodUsed = m_used;
        }
        return broken;
    }

    [[nodiscard]] int used() const { return m_used; } ///< Columns of the row begun.
    [[nodiscard]] int rows() const { return m_rows; }

private:
    int m_columns;
    int m_used = 0;
    int m_good = 0;
    int m_goodUsed = 0;
    int m_rows = 1;
};

} // namespace edgewright
