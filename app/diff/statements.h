// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/rows.h"

namespace edgewright::diff {

/// Minified code has no lines worth comparing; it is cut behind statements, blocks and list items
/// instead. The pieces take the place of lines everywhere: in starts, changes, pairs and rows.

/// Where the pieces of bytes [begin, end) of \p text start, and end as the last element.
[[nodiscard]] std::vector<std::uint32_t> statementStarts(std::string_view text, std::uint32_t begin,
                                                         std::uint32_t end);

/// True when a line is too long to be read as a line.
[[nodiscard]] bool isMinified(std::string_view text);

/// Where lines start, and the pieces of those lines that are too long to be read.
[[nodiscard]] std::vector<std::uint32_t> readableStarts(std::string_view text);

/// compareTexts by readableStarts() instead of lines.
[[nodiscard]] Comparison compareReadable(std::string_view left, std::string_view right,
                                         Ignore ignore = {}, const Limits &limits = {});

/// compareTexts by pieces instead of lines.
[[nodiscard]] Comparison compareStatements(std::string_view left, std::string_view right,
                                           Ignore ignore = {}, const Limits &limits = {});

} // namespace edgewright::diff
