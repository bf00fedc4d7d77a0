// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/worddiff.h"

#include <QString>

namespace edgewright {

/// A line as it is drawn: characters that would not show are replaced by their name, and a line too
/// long to draw is cut down to its beginning and the surroundings of what changed in it. Every
/// place in it still knows its byte in the line.
struct DisplayLine {
    enum class MarkKind {
        Box,       ///< The name of a character that would not show.
        Elision,   ///< Stands for bytes that are not drawn.
        LookAlike, ///< A letter that is taken for another.
    };
    struct Mark {
        int begin = 0; ///< In UTF-16 units of text.
        int end = 0;
        MarkKind kind = MarkKind::Box;
    };

    QString text;                      ///< U+2028 where a wrapped line goes on in the next row.
    std::vector<std::uint32_t> byteOf; ///< For each UTF-16 unit, and one for the end of the line.
    std::vector<Mark> marks;

    [[nodiscard]] int unitOf(std::uint32_t byte) const; ///< First unit at or after \p byte.
    [[nodiscard]] std::uint32_t byteAt(int unit) const;
};

/// \p line has no line end; \p keep are the bytes of it that must be seen, ascending. Wrapped after
/// \p columns unless that is 0.
[[nodiscard]] DisplayLine displayLine(std::string_view line,
                                      const std::vector<diff::Span> &keep = {}, int columns = 0);

/// How many rows displayLine() makes, without making them.
[[nodiscard]] int wrappedRows(std::string_view line, const std::vector<diff::Span> &keep,
                              int columns);
/// True when a line of so many bytes may be cut down, so that its rows depend on what changed.
[[nodiscard]] bool isCutDown(std::string_view line);

} // namespace edgewright
