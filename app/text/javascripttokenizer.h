// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace edgewright::javascript {

enum class TokenKind : std::uint8_t {
    Space,
    LineComment,
    BlockComment,
    Keyword, ///< Reserved words, and contextual ones (of, get, async, …) where they act as such.
    Literal, ///< true false null undefined NaN Infinity this super
    Identifier,
    FunctionName, ///< An identifier that is called or defined as a function.
    Property,     ///< After a dot, or the key in an object.
    PrivateName,  ///< #name
    EdgeApi, ///< Globals of the edge runtime: Request, Response, EdgeKV, cache, … (API.md §11.2)
    Number,  ///< With separators, exponents, BigInt suffix.
    String,
    Template, ///< The text parts of a template literal, back-quotes and ${ } included.
    RegularExpression,
    Operator,
    Bracket, ///< ( ) [ ] { } outside template delimiters.
    Invalid, ///< An unterminated string, a stray character.
};

struct Token {
    TokenKind kind = TokenKind::Space;
    std::uint32_t begin = 0; ///< Byte offset in the text that was passed.
    std::uint32_t end = 0;
};

/// Everything that must be known at the start of a line to go on from there; small and comparable,
/// so that an editor can stop when a line's state did not change.
struct LineState {
    bool inBlockComment = false;
    bool inTemplate = false;  ///< Inside the text part of the innermost template.
    bool regexAllowed = true; ///< A '/' would start a regular expression.
    char stringQuote = '\0';  ///< A string goes on after a backslash at the line's end.
    /// Open ${ of nested templates, innermost last: the number of '{' open inside each.
    std::vector<std::uint16_t> templateBraces;

    [[nodiscard]] bool operator==(const LineState &other) const = default;
};

/// Cuts \p text (whole lines, UTF-8) into tokens that cover every byte, starting from \p state,
/// which is left as it is after the last byte. Linear time; any thread; never fails: what makes no
/// sense becomes Invalid or Operator.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text, LineState &state);

} // namespace edgewright::javascript
