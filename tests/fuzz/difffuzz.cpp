// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/changesummary.h"
#include "diff/linehistory.h"
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

/// What an input is for. One each: an input that went through everything would take ten times as
/// long, and what the fuzzer learns from one part would drown in the noise of the others.
enum class Part : std::uint8_t { Lines, Words, Patch, Statements, Moves, Summary, Merge, History };

constexpr std::size_t kHead = 4; ///< Bytes before the text.

struct Case {
    std::string left;
    std::string right;
    Ignore ignore;
    int context = 3;
    Part part = Part::Lines;
};

void require(bool isTrue, const char *rule)
{
    if (isTrue)
        return;
    std::fprintf(stderr, "broken: %s\n", rule);
    std::abort();
}

/// Each byte as up to four lines of a small alphabet: long texts for the search, short inputs.
std::string manyLines(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        for (unsigned i = 0; i <= byte >> 6U; ++i) {
            text += static_cast<char>('A' + (byte + i) % 64U);
            text += '\n';
        }
    }
    return text;
}

/// Three bytes of switches and one that says where the left text ends; every other right text is
/// the left one with a piece replaced, so that the sides resemble each other.
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
    result.part = static_cast<Part>(data[3] & 7U);
    const std::string text(reinterpret_cast<const char *>(data) + kHead, size - kHead);
    const std::size_t cut = text.size() * data[2] / 255;
    result.left = text.substr(0, cut);
    result.right = text.substr(cut);
    if ((data[1] & 4U) != 0 && cut > 0) {
        const std::size_t from = cut * (data[1] >> 4U) / 16;
        const std::size_t to = std::min(cut, from + (data[1] & 8U));
        result.right = text.substr(0, from) + text.substr(cut) + text.substr(to, cut - to);
    }
    if ((data[3] & 8U) != 0) {
        result.left = manyLines(result.left);
        result.right = manyLines(result.right);
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

void checkLines(const Case &input)
{
    const bool isExact = input.ignore == Ignore{};
    const LineDiff diff = diffLines(input.left, input.right, input.ignore);
    checkChanges(diff, isExact);
    if (isExact)
        checkApplied(input, diff);
}

void checkWords(const Case &input)
{
    const Comparison comparison = compareTexts(input.left, input.right, input.ignore);
    checkChanges(comparison.lines, input.ignore == Ignore{});
    checkComparison(input, comparison);
}

void checkStatements(const Case &input)
{
    const Comparison pieces = compareStatements(input.left, input.right, input.ignore);
    checkChanges(pieces.lines, input.ignore == Ignore{});
    checkComparison(input, pieces);
}

void checkPatch(const Case &input)
{
    const bool isExact = input.ignore == Ignore{};
    const LineDiff diff = diffLines(input.left, input.right, input.ignore);
    const std::string patch = unifiedPatch(input.left, input.right, diff, {}, input.context);
    const auto result = test::PatchApplier(input.left, patch).apply();
    require(result.has_value(), "the patch fits");
    require(!isExact || *result == input.right, "the patch makes the right text");
}

/// Moved lines are among the changed ones, in order on the left, and none is in two moves.
void checkMoves(const Case &input)
{
    (void)compareProperties(input.left, input.right);
    const LineDiff diff = diffLines(input.left, input.right, input.ignore);
    const std::vector<std::uint32_t> left = lineStarts(input.left);
    const std::vector<std::uint32_t> right = lineStarts(input.right);
    std::uint32_t at = 0;
    std::vector<bool> taken(diff.rightLines, false);
    for (const Move &move : findMoves({input.left, left}, {input.right, right}, diff)) {
        require(move.leftStart >= at && move.leftCount > 0 && move.rightCount > 0,
                "moves ascend on the left");
        at = move.leftStart + move.leftCount;
        require(at <= diff.leftLines && move.rightStart + move.rightCount <= diff.rightLines,
                "moves lie in the texts");
        for (std::uint32_t i = 0; i < move.rightCount; ++i) {
            require(!taken[move.rightStart + i], "no line is moved to twice");
            taken[move.rightStart + i] = true;
        }
    }
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

/// Left, right and left again: each line has a bringer and a place.
void checkHistory(const Case &input)
{
    LineHistory history(input.left);
    history.add(input.left, input.right);
    history.add(input.right, input.left);
    require(history.size() == 3, "every text is there");
    const std::uint32_t leftLines = history.lineCount(0);
    const std::uint32_t rightLines = history.lineCount(1);
    require(history.lineCount(2) == leftLines, "lines are counted");
    for (std::size_t text = 0; text < 3; ++text) {
        const std::vector<std::uint32_t> bringers = history.bringers(text);
        require(bringers.size() == history.lineCount(text), "every line has a bringer");
        for (const std::uint32_t bringer : bringers)
            require(bringer <= text, "nothing comes from the future");
    }
    for (std::uint32_t line = 0; line < leftLines; ++line) {
        const std::uint32_t there = history.sameLine(0, line, 1);
        require(there < std::max(rightLines, 1U), "a line has a place in the next text");
        require(history.sameLine(0, line, 0) == line, "a line is itself");
        require(history.sameLine(2, line, 1) < std::max(rightLines, 1U), "and in the one before");
    }
}

void check(const Case &input)
{
    switch (input.part) {
    case Part::Lines:
        return checkLines(input);
    case Part::Words:
        return checkWords(input);
    case Part::Patch:
        return checkPatch(input);
    case Part::Statements:
        return checkStatements(input);
    case Part::Moves:
        return checkMoves(input);
    case Part::Summary:
        return checkSummary(input);
    case Part::Merge:
        return checkMerge(input);
    case Part::History:
        return checkHistory(input);
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer wants this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size >= kHead)
        check(caseOf(data, size));
    return 0;
}
