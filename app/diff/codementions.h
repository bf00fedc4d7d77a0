// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/codeoutline.h"

namespace edgewright::diff {

/// What a text names in its strings, in order, repetitions included.
struct CodeMentions {
    struct Place {
        std::string text;
        std::string key;         ///< Equal for what is the same though it is written differently.
        std::uint32_t begin = 0; ///< Byte of the text.
    };

    std::vector<Place> headers;
    std::vector<Place> hosts;
    std::vector<Place> paths;
    bool complete = true;
};

[[nodiscard]] CodeMentions findMentions(std::string_view text, const std::vector<Lexeme> &lexemes,
                                        const Limits &limits);

} // namespace edgewright::diff
