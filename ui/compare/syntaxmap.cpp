// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/syntaxmap.h"

#include <algorithm>
#include <tuple>

namespace edgewright {

namespace {

constexpr std::uint32_t kLinesBetween = 64;
constexpr std::uint32_t kBytesBetween = 16 * 1024;
constexpr std::size_t kColouredBytes = 64 * 1024;

} // namespace

SyntaxMap::SyntaxMap(std::string_view text, const std::vector<std::uint32_t> &starts,
                     const std::atomic<bool> *cancelled)
{
    javascript::LineState state;
    std::uint32_t line = 0;
    const auto lines = static_cast<std::uint32_t>(starts.size() - 1);
    while (line < lines && !(cancelled != nullptr && cancelled->load())) {
        m_checkpoints.push_back({.line = line, .state = state});
        std::uint32_t end = line + 1;
        while (end < lines && end - line < kLinesBetween
               && starts[end + 1] - starts[line] < kBytesBetween)
            ++end;
        std::ignore =
            javascript::tokenize(text.substr(starts[line], starts[end] - starts[line]), state);
        line = end;
    }
}

javascript::LineState SyntaxMap::stateBefore(std::string_view text,
                                             const std::vector<std::uint32_t> &starts,
                                             std::uint32_t line) const
{
    auto after = std::upper_bound(
        m_checkpoints.begin(), m_checkpoints.end(), line,
        [](std::uint32_t wanted, const Checkpoint &point) { return wanted < point.line; });
    if (after == m_checkpoints.begin())
        return {};
    const Checkpoint &from = *std::prev(after);
    javascript::LineState state = from.state;
    if (from.line < line) {
        const std::uint32_t begin = starts[from.line];
        std::ignore = javascript::tokenize(text.substr(begin, starts[line] - begin), state);
    }
    return state;
}

std::vector<javascript::Token> SyntaxMap::tokens(std::string_view text,
                                                 const std::vector<std::uint32_t> &starts,
                                                 std::uint32_t line) const
{
    if (isEmpty())
        return {};
    javascript::LineState state = stateBefore(text, starts, line);
    const std::size_t length = starts[line + 1] - starts[line];
    return javascript::tokenize(text.substr(starts[line], std::min(length, kColouredBytes)), state);
}

} // namespace edgewright
