// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/changesummary.h"
#include "diff/codelexer.h"

namespace edgewright::diff {

/// A function that has a name, and what its code is, functions with names inside it left out.
struct CodeFunction {
    FunctionKind kind = FunctionKind::Function;
    std::string_view name;
    std::string_view inside;  ///< The object literal it is a member of.
    std::uint32_t parent = 0; ///< Index of the function around it.
    std::uint32_t begin = 0;  ///< Byte of the text.
    std::uint32_t lexemes = 0;
    std::uint64_t code = 0; ///< Hash of its lexemes without the name.
};

/// What a text of JavaScript consists of.
struct CodeOutline {
    std::vector<Lexeme> lexemes; ///< Of code, without the comments.
    /// In order of their beginning; the first is the text itself: code in no function.
    std::vector<CodeFunction> functions;
    std::uint64_t code = 0; ///< Hash of all lexemes and of the line ends that count.
    std::uint64_t comments = 0;
    bool complete = true;
};

[[nodiscard]] CodeOutline outlineCode(std::string_view text, const Limits &limits);

/// The text between the quotes of a string or template part.
[[nodiscard]] std::string_view stringContent(std::string_view lexeme);

} // namespace edgewright::diff
