// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "compare/compareside.h"
#include "compare/movedblocks.h"
#include "compare/syntaxmap.h"
#include "compare/wrapcounts.h"
#include "diff/changesummary.h"
#include "diff/rows.h"
#include "text/codebody.h"
#include "text/textformat.h"

#include <chrono>
#include <memory>
#include <optional>

namespace edgewright {

/// Two texts with everything that was found out about them. Made on a worker thread, then never
/// changed, so it is shared freely.
struct CompareDocument {
    struct Facts {
        TextFormat format;
        BodyVerdict verdict;
        bool utf8 = true;
        bool hasZeroBytes = false;
    };
    struct Rows {
        std::vector<diff::Row> rows;
        std::vector<std::uint32_t> changeStarts; ///< First row of each change, and rows.size().
        std::vector<std::uint32_t> ofLeft;       ///< The row of each left line.
        std::vector<std::uint32_t> ofRight;
        /// Rows of lines that differ, but only in what is ignored; ascending.
        std::vector<std::uint32_t> otherwise;

        [[nodiscard]] bool isOtherwise(std::uint32_t row) const;
        /// How many of rows [\p begin, \p end) are.
        [[nodiscard]] int otherwiseIn(std::uint32_t begin, std::uint32_t end) const;
    };

    CompareSide left;
    CompareSide right;
    diff::Ignore ignore;
    diff::Comparison comparison; ///< By pieces instead of lines when isCut.
    MovedBlocks moved;
    Facts leftFacts;
    Facts rightFacts;
    Rows sideBySide;
    Rows unified;         ///< Of a change first all left lines, then all right ones.
    SyntaxMap leftSyntax; ///< Empty when the texts are so large that colours come later.
    SyntaxMap rightSyntax;
    std::optional<diff::ChangeSummary> summary; ///< Likewise.
    int hidden = 0;   ///< Differences that do not show because something is ignored.
    int columns = 0;  ///< Estimate of the widest line, in columns.
    WrapCounts wraps; ///< For the width there was when large texts were compared.
    bool sameBytes = false;
    bool isCut = false; ///< Lines too long to be read are compared piece by piece.

    /// The differences by whole lines, whatever the rows show.
    [[nodiscard]] const diff::LineDiff &lineDiff() const
    {
        return isCut ? wholeLines : comparison.lines;
    }
    /// The line of the text that a line of the rows belongs to; the same unless isCut.
    [[nodiscard]] std::uint32_t textLine(Side which, std::uint32_t number) const;
    /// False for what goes on with a line that began above.
    [[nodiscard]] bool startsLine(Side which, std::uint32_t number) const;

    [[nodiscard]] const CompareSide &side(Side which) const;
    [[nodiscard]] const std::vector<std::uint32_t> &starts(Side which) const;
    [[nodiscard]] std::uint32_t lineCount(Side which) const;
    [[nodiscard]] std::string_view text(Side which) const;
    /// Without its line end.
    [[nodiscard]] std::string_view line(Side which, std::uint32_t number) const;
    /// The changed bytes of a line, counted from its start.
    [[nodiscard]] std::vector<diff::Span> changedWords(Side which, std::uint32_t number) const;
    /// True for the last line when it has no line end.
    [[nodiscard]] bool lacksLineEnd(Side which, std::uint32_t number) const;
    [[nodiscard]] const Rows &rows(bool isUnified) const
    {
        return isUnified ? unified : sideBySide;
    }
    [[nodiscard]] int changeCount() const;
    /// So much text that what can wait is done later.
    [[nodiscard]] bool isLarge() const;

    diff::LineDiff wholeLines;            ///< Only when isCut, like the next two.
    std::vector<std::uint32_t> leftLines; ///< Where the lines of the text start.
    std::vector<std::uint32_t> rightLines;

private:
    /// The changed bytes of the whole text that may lie in a line.
    [[nodiscard]] const std::vector<diff::Span> &wordsAround(Side which,
                                                             std::uint32_t number) const;
};

/// Shared by the worker that made it, the view and searches still running on it.
using CompareDocumentPtr = std::shared_ptr<const CompareDocument>;

/// What to compare and when to stop; any thread.
struct CompareJob {
    CompareSide left;
    CompareSide right;
    diff::Ignore ignore;
    std::shared_ptr<std::atomic<bool>> cancelled; ///< Set by the view, read by the worker.
    int columns = 0;                              ///< Where the view wraps lines; 0: nowhere.
    std::chrono::milliseconds patience{3000};     ///< For the search for small changes.
};

[[nodiscard]] Result<CompareDocumentPtr> makeCompareDocument(const CompareJob &job);

/// The colours and the summary of a document that came without.
struct SyntaxPair {
    SyntaxMap left;
    SyntaxMap right;
};
[[nodiscard]] diff::ChangeSummary makeSummary(const CompareDocument &document,
                                              const std::atomic<bool> *cancelled);
[[nodiscard]] SyntaxPair makeSyntax(const CompareDocument &document,
                                    const std::atomic<bool> *cancelled);

} // namespace edgewright
