// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"

#include <string>

namespace edgewright::diff {

/// Lines [start, start + count) of one of the three texts.
struct LineSpan {
    std::uint32_t start = 0;
    std::uint32_t count = 0;

    [[nodiscard]] std::uint32_t end() const { return start + count; }
    [[nodiscard]] bool operator==(const LineSpan &other) const = default;
};

enum class MergeKind : std::uint8_t {
    Unchanged, ///< The same in all three.
    Mine,      ///< Only mine changed: mine is taken.
    Theirs,    ///< Only theirs changed: theirs is taken.
    Both,      ///< Both changed in the same way: mine is taken.
    Conflict,  ///< Somebody has to decide.
};

/// A stretch of the merged text and where it comes from.
struct MergeRegion {
    MergeKind kind = MergeKind::Unchanged;
    LineSpan base;
    LineSpan mine;
    LineSpan theirs;

    [[nodiscard]] bool operator==(const MergeRegion &other) const = default;
};

struct Merge {
    /// In order; together they hold every line of each of the three texts once.
    std::vector<MergeRegion> regions;
    std::vector<std::uint32_t> baseStarts; ///< As lineStarts() of the texts.
    std::vector<std::uint32_t> mineStarts;
    std::vector<std::uint32_t> theirsStarts;
    std::uint32_t conflicts = 0;
    bool refined = true; ///< False when a limit ended a comparison: conflicts may be larger.
};

/// The three texts of a merge; they belong to the caller.
struct MergeTexts {
    std::string_view base;
    std::string_view mine;
    std::string_view theirs;
};

/// Merges by lines, byte for byte: line ends and a final newline count. Changes that touch are one
/// conflict, as in git; in a conflict the lines both sides have in common at its ends, and long
/// stretches of them inside, are taken out of it.
[[nodiscard]] Merge mergeTexts(const MergeTexts &texts, const Limits &limits = {});

/// What to put in the place of a conflict.
enum class Choice : std::uint8_t { Undecided, Mine, Theirs, MineThenTheirs, TheirsThenMine, Base };

struct MergeLabels {
    std::string mine = "mine";
    std::string base; ///< Empty: the base is not shown.
    std::string theirs = "theirs";
};

/// The merged text. \p choices are by conflict, missing ones undecided; an undecided conflict is
/// framed by lines of "<<<<<<<", "=======" and ">>>>>>>" with the line end of the text around it.
[[nodiscard]] std::string mergedText(const MergeTexts &texts, const Merge &merge,
                                     const std::vector<Choice> &choices = {},
                                     const MergeLabels &labels = {});

/// The bytes of \p span in \p text.
[[nodiscard]] std::string_view
linesOf(std::string_view text, const std::vector<std::uint32_t> &starts, const LineSpan &span);

} // namespace edgewright::diff
