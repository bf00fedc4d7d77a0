// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace edgewright::diff {

enum class TokenKind : std::uint8_t { Space, Word, Sign };

/// A piece of a line that is compared as a whole; never cuts a UTF-8 character.
struct Token {
    std::uint32_t begin = 0; ///< Byte of the text it was cut from.
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::Sign;
};

/// Cuts \p text from byte \p begin to \p end: words and numbers, blanks, operators, and every
/// character beyond ASCII for itself. Appends to \p tokens.
void tokenize(std::string_view text, std::uint32_t begin, std::uint32_t end,
              std::vector<Token> &tokens);

/// True for a sign that never is a part of a longer token.
[[nodiscard]] bool standsAlone(char c);

/// Bytes of the UTF-8 character at \p at; 1 where there is none.
[[nodiscard]] std::uint32_t characterSize(std::string_view text, std::size_t at);

} // namespace edgewright::diff
