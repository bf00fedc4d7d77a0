// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/changesummary.h"
#include "diff/merge3.h"
#include "diff/moves.h"
#include "diff/patch.h"
#include "diff/rows.h"
#include "diff/statements.h"
#include "diff/textproperties.h"
#include "diff/tokens.h"
#include "patchapplier.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace edgewright;
using namespace edgewright::diff;

namespace {

struct Case {
    std::string left;
    std::string right;
    Ignore ignore;
    int context = 3;
};

void require(bool isTrue, const char *rule)
{
    if (isTrue)
        return;
    std::fprintf(stderr, "broken: %s\n", rule);
    std::abort();
}

/// Two bytes of switches and one that says where the left text ends; every other right text is the
/// left one with a piece replaced, so that the sides resemble each other.
Case caseOf(const std::uint8_t *data, std::size_t size)
{
    Case result;
    const unsigned modes = data[0];
    result.ignore = {.trailingSpace = (modes & 1U) != 0,
                     .allSpace = (modes & 2U) != 0,
                     .blankLines = (modes & 4U) != 0,
                     .lineEnds = (modes & 8U) != 0,
                     .formatting = (modes & 16U) != 0};
    result.context = data[1] & 3;
    const std::string text(reinterpret_cast<const char *>(data) + 3, size - 3);
    const std::size_t cut = text.size() * data[2] / 255;
    result.left = text.substr(0, cut);
    result.right = text.substr(cut);
    if ((data[1] & 4U) != 0 && cut > 0) {
        const std::size_t from = cut * (data[1] >> 4U) / 16;
        const std::size_t to = std::min(cut, from + (data[1] & 8U));
        result.right = text.substr(0, from) + text.substr(cut) + text.substr(to, cut - to);
    }
    return result;
}

std::vector<Change> all(const LineDiff &diff)
{
    std::vector<Change> changes = diff.changes;
    changes.insert(changes.end(), diff.ignored.begin(), diff.ignored.end());
    std::sort(changes.begin(), changes.end(), [](const Change &first, const Change &second) {
        return first.leftStart + first.rightStart < second.leftStart + second.rightStart;
    });
    return changes;
}

/// Changes ascend, hold something, and as many lines lie between them on both sides.
void checkChanges(const LineDiff &diff, bool isExact)
{
    std::uint32_t l = 0;
    std::uint32_t r = 0;
    for (const Change &change : all(diff)) {
        require(change.leftCount + change.rightCount > 0, "a change holds something");
        require(change.leftStart >= l && change.leftStart - l == change.rightStart - r,
                "equal lines are as many on both sides");
        require(!isExact || change.leftStart > l || l + r == 0, "changes do not touch");
        l = change.leftStart + change.leftCount;
        r = change.rightStart + change.rightCount;
    }
    require(diff.leftLines - l == diff.rightLines - r, "the ends are equal");
}

void checkApplied(const Case &input, const LineDiff &diff)
{
    const std::vector<std::uint32_t> left = lineStarts(input.left);
    const std::vector<std::uint32_t> right = lineStarts(input.right);
    std::string result;
    std::uint32_t at = 0;
    for (const Change &change : diff.changes) {
        result += input.left.substr(left[at], left[change.leftStart] - left[at]);
        const std::uint32_t end = change.rightStart + change.rightCount;
        result +=
            input.right.substr(right[change.rightStart], right[end] - right[change.rightStart]);
        at = change.leftStart + change.leftCount;
    }
    result += input.left.substr(left[at]);
    require(result == input.right, "the changes make the right text");
}

void checkSpans(std::string_view text, const std::vector<Span> &spans)
{
    std::uint32_t character = 0;
    std::uint32_t last = 0;
    const auto isBoundary = [&](std::uint32_t byte) {
        while (character < byte)
            character += characterSize(text, character);
        return character == byte;
    };
    for (const Span &span : spans) {
        require(span.begin < span.end && span.begin >= last && span.end <= text.size(),
                "spans ascend");
        require(isBoundary(span.begin) && isBoundary(span.end), "spans lie between characters");
        last = span.end;
    }
}

void checkRows(const Comparison &comparison, int context)
{
    std::int64_t left = 0;
    std::int64_t right = 0;
    for (const Row &row : alignRows(comparison, context)) {
        require(row.left < 0 || row.left == left, "no left line is missing");
        require(row.right < 0 || row.right == right, "no right line is missing");
        const std::int64_t lines = row.kind == RowKind::Fold ? row.foldedLines : 1;
        left += row.left < 0 ? 0 : lines;
        right += row.right < 0 ? 0 : lines;
    }
    require(left == comparison.lines.leftLines && right == comparison.lines.rightLines,
            "rows hold every line");
}

void checkComparison(const Case &input, const Comparison &comparison)
{
    require(comparison.refinements.size() == comparison.lines.changes.size(), "each is refined");
    std::vector<Span> left;
    std::vector<Span> right;
    for (const Refinement &refinement : comparison.refinements) {
        left.insert(left.end(), refinement.leftSpans.begin(), refinement.leftSpans.end());
        right.insert(right.end(), refinement.rightSpans.begin(), refinement.rightSpans.end());
    }
    checkSpans(input.left, left);
    checkSpans(input.right, right);
    checkRows(comparison, -1);
    checkRows(comparison, input.context);
}

void checkPatch(const Case &input, const LineDiff &diff, bool isExact)
{
    const std::string patch = unifiedPatch(input.left, input.right, diff, {}, input.context);
    const auto result = test::PatchApplier(input.left, patch).apply();
    require(result.has_value(), "the patch fits");
    require(!isExact || *result == input.right, "the patch makes the right text");
}

void checkSummary(const Case &input)
{
    const ChangeSummary there = summarizeChanges(input.left, input.right);
    const ChangeSummary back = summarizeChanges(input.right, input.left);
    require(there.complete && there.headers.size() == back.headers.size()
                && there.hosts.size() == back.hosts.size()
                && there.paths.size() == back.paths.size(),
            "what is added there is removed back");
    require(!there.onlyLayout || there.functions.empty(), "layout changes no function");
}

/// The left text is the base, mine is the right one, theirs the base with its middle turned around.
void checkMerge(const Case &input)
{
    const std::vector<std::uint32_t> starts = lineStarts(input.left);
    const std::size_t third = starts.size() / 3;
    const std::string theirs =
        input.left.substr(0, starts[third]) + input.left.substr(starts[third * 2])
        + input.left.substr(starts[third], starts[third * 2] - starts[third]);
    const MergeTexts texts{input.left, input.right, theirs};
    const Merge merge = mergeTexts(texts);
    std::string base;
    std::string mine;
    std::string other;
    for (const MergeRegion &region : merge.regions) {
        base += linesOf(texts.base, merge.baseStarts, region.base);
        mine += linesOf(texts.mine, merge.mineStarts, region.mine);
        other += linesOf(texts.theirs, merge.theirsStarts, region.theirs);
    }
    require(base == input.left && mine == input.right && other == theirs,
            "the regions hold every byte of the three texts once");
    require(mergedText(texts, merge).size() >= merge.conflicts, "a merge can be written");
    const MergeTexts alone{input.left, input.right, input.left};
    require(mergedText(alone, mergeTexts(alone)) == input.right, "a change alone is taken");
    const MergeTexts same{input.left, input.right, input.right};
    require(mergedText(same, mergeTexts(same)) == input.right, "the same change twice is taken");
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer wants this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 3)
        return 0;
    const Case input = caseOf(data, size);
    const bool isExact = input.ignore == Ignore{};
    const Comparison comparison = compareTexts(input.left, input.right, input.ignore);
    checkChanges(comparison.lines, isExact);
    if (isExact)
        checkApplied(input, comparison.lines);
    checkComparison(input, comparison);
    checkPatch(input, comparison.lines, isExact);
    const Comparison pieces = compareStatements(input.left, input.right, input.ignore);
    checkChanges(pieces.lines, isExact);
    checkComparison(input, pieces);
    (void)findMoves({input.left, comparison.leftStarts}, {input.right, comparison.rightStarts},
                    comparison.lines);
    (void)compareProperties(input.left, input.right);
    checkSummary(input);
    checkMerge(input);
    return 0;
}
