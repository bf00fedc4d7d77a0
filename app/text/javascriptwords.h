// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace edgewright::javascript {

/// What a name means by itself, before its surroundings are looked at.
enum class WordKind {
    Plain,
    Reserved,
    Literal,
    Contextual, ///< A keyword in some places only: async, of, get, …
    EdgeApi,
};

[[nodiscard]] WordKind wordKind(std::string_view word);

/// True for the words whose parenthesis is followed by a statement: after `if (…)` a '/' starts a
/// regular expression.
[[nodiscard]] bool takesStatementAfterParentheses(std::string_view word);

/// True for a complete number: digits of the base, separators between digits, exponent, BigInt.
[[nodiscard]] bool isNumericLiteral(std::string_view text);

/// One code point of UTF-8 at \p at; length 0 at the end, length 1 and U+FFFD for a bad byte.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};
[[nodiscard]] CodePoint decode(std::string_view utf8, std::size_t at);

[[nodiscard]] bool isIdentifierStart(char32_t value);
[[nodiscard]] bool isIdentifierPart(char32_t value);
/// Blanks of ECMAScript beyond ASCII, U+2028 and U+2029 included.
[[nodiscard]] bool isWideSpace(char32_t value);

} // namespace edgewright::javascript
