// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/statements.h"

#include "diff/refiner.h"

#include <array>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kLongestReadable = 2000;
constexpr std::uint32_t kLongestWhole = 200; ///< A longer line is cut where any line is minified.
constexpr std::uint32_t kBlock = 4096;

enum Role : unsigned {
    Ends = 1,      ///< A piece may end behind it.
    Continues = 2, ///< What closes something belongs to the piece it closes.
};

constexpr std::array<std::uint8_t, 256> makeRoles()
{
    std::array<std::uint8_t, 256> roles{};
    for (const char c : {';', '{', '}', ',', '\n'})
        roles[static_cast<unsigned char>(c)] |= std::uint8_t{Ends};
    for (const char c : {';', '}', ',', ')', '\n', '\r'})
        roles[static_cast<unsigned char>(c)] |= std::uint8_t{Continues};
    return roles;
}

constexpr std::array<std::uint8_t, 256> kRoles = makeRoles();

unsigned roleOf(char c)
{
    return kRoles[static_cast<unsigned char>(c)];
}

} // namespace

std::vector<std::uint32_t> statementStarts(std::string_view text, std::uint32_t begin,
                                           std::uint32_t end)
{
    // Without branches, block by block: signs come too irregularly to be predicted.
    std::vector<std::uint32_t> starts{begin};
    std::size_t count = 1;
    for (std::uint32_t block = begin; block < end; block += kBlock) {
        starts.resize(count + kBlock);
        const std::uint32_t blockEnd = end - block < kBlock ? end : block + kBlock;
        for (std::uint32_t at = block; at < blockEnd; ++at) {
            starts[count] = at + 1;
            const bool isLast = at + 1 == end || text[at] == '\n';
            const unsigned ends = roleOf(text[at]) & Ends;
            const unsigned continues = isLast ? 0U : roleOf(text[at + 1]) & Continues;
            count += ends & ~(continues / Continues);
        }
    }
    starts.resize(count);
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

std::vector<std::uint32_t> readableStarts(std::string_view text)
{
    const std::vector<std::uint32_t> lines = lineStarts(text);
    std::vector<std::uint32_t> starts;
    starts.reserve(lines.size());
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i + 1] - lines[i] <= kLongestWhole) {
            starts.push_back(lines[i]);
            continue;
        }
        const std::vector<std::uint32_t> pieces = statementStarts(text, lines[i], lines[i + 1]);
        starts.insert(starts.end(), pieces.begin(), pieces.end() - 1);
    }
    starts.push_back(lines.back());
    return starts;
}

Comparison compareReadable(std::string_view left, std::string_view right, Ignore ignore,
                           const Limits &limits)
{
    return comparePieces(left, readableStarts(left), right, readableStarts(right),
                         {ignore, limits});
}

Comparison compareStatements(std::string_view left, std::string_view right, Ignore ignore,
                             const Limits &limits)
{
    return comparePieces(left, statementStarts(left, 0, static_cast<std::uint32_t>(left.size())),
                         right, statementStarts(right, 0, static_cast<std::uint32_t>(right.size())),
                         {ignore, limits});
}

} // namespace edgewright::diff
