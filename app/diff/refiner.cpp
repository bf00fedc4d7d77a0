// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/refiner.h"

#include "diff/lineengine.h"
#include "diff/linepairs.h"
#include "diff/statements.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kLongestByWords = 4000;  ///< Bytes; longer lines are cut first.
constexpr std::uint32_t kLongestPiece = 100'000; ///< Bytes of a changed piece worth words.

} // namespace

Refiner::Refiner(const LinedText &left, const LinedText &right, const Limits &limits)
    : m_left(left)
    , m_right(right)
    , m_limits(limits)
    , m_stop(limits)
    , m_words(left.text, right.text, m_stop)
{
}

Refinement Refiner::refine(const Change &change)
{
    Refinement result;
    result.pairs = pairLines(m_left, m_right, change, m_stop);
    for (const LinePair &pair : result.pairs) {
        if (pair.left < 0 || pair.right < 0)
            continue;
        const auto l = static_cast<std::size_t>(pair.left);
        const auto r = static_cast<std::size_t>(pair.right);
        comparePair({m_left.starts[l], m_left.starts[l + 1]},
                    {m_right.starts[r], m_right.starts[r + 1]}, result);
    }
    result.refined = result.refined && !m_stop.wasReached();
    return result;
}

void Refiner::comparePair(Span left, Span right, Refinement &result)
{
    if (std::max(left.end - left.begin, right.end - right.begin) <= kLongestByWords
        || m_stop.look())
        m_words.compare(left, right, result);
    else
        compareByStatement(left, right, result);
}

// Only the statements that differ are looked at word by word.
void Refiner::compareByStatement(Span left, Span right, Refinement &result)
{
    const std::vector<std::uint32_t> leftStarts =
        statementStarts(m_left.text, left.begin, left.end);
    const std::vector<std::uint32_t> rightStarts =
        statementStarts(m_right.text, right.begin, right.end);
    if (m_stop.look()) {
        m_words.compare(left, right, result);
        return;
    }
    const LineDiff diff = diffTables(lineTable(m_left.text, leftStarts),
                                     lineTable(m_right.text, rightStarts), {}, m_limits);
    result.refined = result.refined && diff.refined;
    for (const Change &change : diff.changes) {
        const Span l{leftStarts[change.leftStart], leftStarts[change.leftStart + change.leftCount]};
        const Span r{rightStarts[change.rightStart],
                     rightStarts[change.rightStart + change.rightCount]};
        if (l.begin < l.end && r.begin < r.end
            && l.end - l.begin + r.end - r.begin <= kLongestPiece) {
            m_words.compare(l, r, result);
            continue;
        }
        result.refined = result.refined && (l.begin == l.end || r.begin == r.end);
        if (l.begin < l.end)
            result.leftSpans.push_back(l);
        if (r.begin < r.end)
            result.rightSpans.push_back(r);
    }
}

Comparison comparePieces(std::string_view left, std::vector<std::uint32_t> leftStarts,
                         std::string_view right, std::vector<std::uint32_t> rightStarts,
                         const CompareOptions &options)
{
    Comparison result;
    result.leftStarts = std::move(leftStarts);
    result.rightStarts = std::move(rightStarts);
    result.lines = diffTables(lineTable(left, result.leftStarts),
                              lineTable(right, result.rightStarts), options.ignore, options.limits);
    Refiner refiner({left, result.leftStarts}, {right, result.rightStarts}, options.limits);
    result.refinements.reserve(result.lines.changes.size());
    for (const Change &change : result.lines.changes)
        result.refinements.push_back(refiner.refine(change));
    return result;
}

} // namespace edgewright::diff
