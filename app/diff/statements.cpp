// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/statements.h"

#include "diff/refiner.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kLongestReadable = 2000;

bool endsPiece(char c)
{
    return c == ';' || c == '{' || c == '}' || c == ',' || c == '\n';
}

/// What closes something belongs to the piece it closes.
bool continuesPiece(char c)
{
    return c == ';' || c == '}' || c == ',' || c == ')' || c == '\n' || c == '\r';
}

} // namespace

std::vector<std::uint32_t> statementStarts(std::string_view text, std::uint32_t begin,
                                           std::uint32_t end)
{
    std::vector<std::uint32_t> starts{begin};
    for (std::uint32_t at = begin; at < end; ++at) {
        const bool isEnd = endsPiece(text[at])
                           && (at + 1 == end || text[at] == '\n' || !continuesPiece(text[at + 1]));
        if (isEnd)
            starts.push_back(at + 1);
    }
    if (starts.back() != end)
        starts.push_back(end);
    return starts;
}

bool isMinified(std::string_view text)
{
    const std::vector<std::uint32_t> starts = lineStarts(text);
    for (std::size_t i = 1; i < starts.size(); ++i) {
        if (starts[i] - starts[i - 1] > kLongestReadable)
            return true;
    }
    return false;
}

Comparison compareStatements(std::string_view left, std::string_view right, Ignore ignore,
                             const Limits &limits)
{
    return comparePieces(left, statementStarts(left, 0, static_cast<std::uint32_t>(left.size())),
                         right, statementStarts(right, 0, static_cast<std::uint32_t>(right.size())),
                         {ignore, limits});
}

} // namespace edgewright::diff
