// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/linepairs.h"

#include "diff/tokens.h"

#include <algorithm>
#include <bit>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kMostCells = 40'000;
constexpr std::uint32_t kWindow = 8;
constexpr std::uint32_t kMostSketched = 600; ///< Bytes of a line that count for its likeness.
constexpr std::int32_t kLeastLikeness = 50;  ///< Percent; below, two lines are strangers.

/// The set of a line's tokens, squeezed into bits: words weigh two, signs one.
struct Sketch {
    std::uint64_t words = 0;
    std::uint64_t signs = 0;

    std::int32_t weight = 0;

    void weigh() { weight = 2 * std::popcount(words) + std::popcount(signs); }
};

std::uint64_t tokenBit(std::string_view text, const Token &token)
{
    std::uint64_t hash = 0;
    for (std::uint32_t i = token.begin; i < token.end; ++i)
        hash = (hash ^ static_cast<unsigned char>(text[i])) * 0x9e3779b97f4a7c15U;
    return std::uint64_t{1} << (hash >> 58U);
}

/// Too few when \p stop was reached.
std::vector<Sketch> sketches(const LinedText &text, std::uint32_t first, std::uint32_t count,
                             Stop &stop)
{
    std::vector<Sketch> result(count);
    std::vector<Token> tokens;
    for (std::uint32_t i = 0; i < count; ++i) {
        tokens.clear();
        const std::uint32_t begin = text.starts[first + i];
        const std::uint32_t end = std::min(text.starts[first + i + 1], begin + kMostSketched);
        if (stop.reached(4 * (end - begin)))
            return {};
        tokenize(text.text, begin, end, tokens);
        for (const Token &token : tokens) {
            if (token.kind == TokenKind::Word)
                result[i].words |= tokenBit(text.text, token);
            else if (token.kind == TokenKind::Sign)
                result[i].signs |= tokenBit(text.text, token);
        }
        result[i].weigh();
    }
    return result;
}

/// 0 to 100; 100 for two lines of blanks.
std::int32_t likeness(const Sketch &left, const Sketch &right)
{
    const std::int32_t all = left.weight + right.weight;
    if (all == 0)
        return 100;
    const std::uint64_t words = left.words & right.words;
    if (words == 0 && (left.words | right.words) != 0)
        return 0;
    return 200 * (2 * std::popcount(words) + std::popcount(left.signs & right.signs)) / all;
}

using Indices = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// The pairing with the greatest sum of likenesses.
Indices bestPairing(const std::vector<Sketch> &left, const std::vector<Sketch> &right)
{
    const std::size_t width = right.size() + 1;
    std::vector<std::int32_t> best((left.size() + 1) * width, 0);
    for (std::size_t l = left.size(); l-- > 0;) {
        for (std::size_t r = right.size(); r-- > 0;) {
            const std::int32_t alike = likeness(left[l], right[r]);
            std::int32_t value = std::max(best[(l + 1) * width + r], best[l * width + r + 1]);
            if (alike >= kLeastLikeness)
                value = std::max(value, best[(l + 1) * width + r + 1] + alike);
            best[l * width + r] = value;
        }
    }
    Indices pairs;
    std::size_t l = 0;
    std::size_t r = 0;
    while (l < left.size() && r < right.size()) {
        const std::int32_t here = best[l * width + r];
        const std::int32_t alike = likeness(left[l], right[r]);
        if (alike >= kLeastLikeness && here == best[(l + 1) * width + r + 1] + alike)
            pairs.emplace_back(l++, r++);
        else if (here == best[(l + 1) * width + r])
            ++l;
        else
            ++r;
    }
    return pairs;
}

/// For blocks too large for all pairs: each left line looks a few lines ahead.
Indices nearbyPairing(const std::vector<Sketch> &left, const std::vector<Sketch> &right, Stop &stop)
{
    Indices pairs;
    std::uint32_t next = 0;
    for (std::uint32_t l = 0; l < left.size(); ++l) {
        if (stop.reached(kWindow * 5))
            break;
        const auto end = std::min(static_cast<std::uint32_t>(right.size()), next + kWindow);
        std::uint32_t bestRight = end;
        std::int32_t most = kLeastLikeness + 20;
        for (std::uint32_t r = next; r < end; ++r) {
            const std::int32_t alike = likeness(left[l], right[r]);
            if (alike > most) {
                most = alike;
                bestRight = r;
            }
        }
        if (bestRight == end)
            continue;
        pairs.emplace_back(l, bestRight);
        next = bestRight + 1;
    }
    return pairs;
}

Indices pairing(const LinedText &left, const LinedText &right, const Change &change, Stop &stop)
{
    const std::vector<Sketch> leftSketches =
        sketches(left, change.leftStart, change.leftCount, stop);
    const std::vector<Sketch> rightSketches =
        sketches(right, change.rightStart, change.rightCount, stop);
    if (leftSketches.empty() || rightSketches.empty())
        return {};
    if (std::uint64_t{change.leftCount} * change.rightCount <= kMostCells)
        return bestPairing(leftSketches, rightSketches);
    return nearbyPairing(leftSketches, rightSketches, stop);
}

} // namespace

std::vector<LinePair> pairLines(const LinedText &left, const LinedText &right, const Change &change,
                                Stop &stop)
{
    std::vector<LinePair> pairs;
    pairs.reserve(std::size_t{change.leftCount} + change.rightCount);
    std::uint32_t l = 0;
    std::uint32_t r = 0;
    const auto upTo = [&](std::uint32_t leftEnd, std::uint32_t rightEnd) {
        for (; l < leftEnd; ++l)
            pairs.push_back({.left = change.leftStart + l});
        for (; r < rightEnd; ++r)
            pairs.push_back({.right = change.rightStart + r});
    };
    Indices indices;
    if (change.leftCount == 1 && change.rightCount == 1)
        indices.emplace_back(0, 0);
    else if (change.leftCount > 0 && change.rightCount > 0 && !stop.reached(1000))
        indices = pairing(left, right, change, stop);
    for (const auto &[leftIndex, rightIndex] : indices) {
        upTo(leftIndex, rightIndex);
        pairs.push_back({.left = change.leftStart + l++, .right = change.rightStart + r++});
    }
    upTo(change.leftCount, change.rightCount);
    return pairs;
}

} // namespace edgewright::diff
