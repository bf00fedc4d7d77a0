// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"
#include "diff/stop.h"

#include <string>
#include <vector>

namespace edgewright::diff {

/// The lines of a text of JavaScript with their layout taken out: two lines are equal when they
/// hold the same lexemes, and the line ends that count between them. Of a comment the indentation
/// does not count, of a string, template or regular expression every byte does.
struct CodeLines {
    std::string text; ///< Each line ends in '\n'; a line without lexemes is just that.
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> pieces;     ///< Where in text each lexeme starts; one that spans
                                           ///< lines is a piece in each of them.
    std::vector<std::uint32_t> firstPiece; ///< By line, and the number of pieces at the end.

    [[nodiscard]] LineTable table() const
    {
        return {text, starts.data(), static_cast<std::uint32_t>(starts.size() - 1)};
    }
};

/// Empty when \p stop was reached. \p ignore says what does not count within lexemes, either.
[[nodiscard]] CodeLines codeLines(const LineTable &lines, Ignore ignore, Stop &stop);

} // namespace edgewright::diff
