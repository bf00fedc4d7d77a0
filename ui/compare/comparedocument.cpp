// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparedocument.h"

#include "compare/hiddenchanges.h"
#include "compare/linewrap.h"
#include "diff/statements.h"

#include <algorithm>
#include <chrono>

namespace edgewright {

namespace {

constexpr std::chrono::seconds kPatience{3};
constexpr diff::Ignore kLineEndsOnly{.lineEnds = true};
constexpr qsizetype kColouredAtOnce = 1024 * 1024;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

void noteLines(CompareDocument::Rows &out, const diff::Comparison &comparison)
{
    out.ofLeft.assign(comparison.leftStarts.size() - 1, 0);
    out.ofRight.assign(comparison.rightStarts.size() - 1, 0);
    for (std::uint32_t row = 0; row < out.rows.size(); ++row) {
        if (out.rows[row].left >= 0)
            out.ofLeft[static_cast<std::size_t>(out.rows[row].left)] = row;
        if (out.rows[row].right >= 0)
            out.ofRight[static_cast<std::size_t>(out.rows[row].right)] = row;
    }
}

void noteChangeStarts(CompareDocument::Rows &out, std::size_t changes)
{
    const auto end = static_cast<std::uint32_t>(out.rows.size());
    out.changeStarts.assign(changes + 1, end);
    for (std::uint32_t row = end; row-- > 0;) {
        const std::int32_t change = out.rows[row].change;
        if (change >= 0)
            out.changeStarts[static_cast<std::size_t>(change)] = row;
    }
}

/// The left lines of rows [begin, end), then the right ones.
void appendUnified(std::vector<diff::Row> &out, const std::vector<diff::Row> &rows,
                   std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < end; ++i) {
        if (rows[i].left >= 0)
            out.push_back(
                {.kind = diff::RowKind::Removed, .left = rows[i].left, .change = rows[i].change});
    }
    for (std::size_t i = begin; i < end; ++i) {
        if (rows[i].right >= 0)
            out.push_back(
                {.kind = diff::RowKind::Added, .right = rows[i].right, .change = rows[i].change});
    }
}

std::vector<diff::Row> unifiedRows(const std::vector<diff::Row> &rows)
{
    std::vector<diff::Row> out;
    out.reserve(rows.size());
    std::size_t i = 0;
    while (i < rows.size()) {
        if (rows[i].change < 0) {
            out.push_back(rows[i++]);
            continue;
        }
        std::size_t end = i;
        while (end < rows.size() && rows[end].change == rows[i].change)
            ++end;
        appendUnified(out, rows, i, end);
        i = end;
    }
    return out;
}

/// Columns of the widest line, wide characters counted twice.
int widestLine(std::string_view text)
{
    constexpr int kTab = 4;
    int widest = 0;
    int columns = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            widest = std::max(widest, columns);
            columns = 0;
        } else if (c == '\t') {
            columns += kTab;
        } else if (byte < 0x80 || byte >= 0xC0) {
            columns += byte >= 0xE0 ? 2 : 1;
        }
    }
    return std::max(widest, columns);
}

CompareDocument::Facts factsOf(const QByteArray &text)
{
    return {.format = detectFormat(text),
            .verdict = judgeBody(text),
            .utf8 = isUtf8(text),
            .hasZeroBytes = text.contains('\0')};
}

/// Lines that are no change although their bytes differ. Line ends have words of their own.
void noteOtherwise(CompareDocument::Rows &out, const CompareDocument &document)
{
    for (std::uint32_t row = 0; row < out.rows.size(); ++row) {
        const diff::Row &one = out.rows[row];
        if (one.change >= 0)
            continue;
        const bool isLone = one.left < 0 || one.right < 0;
        if (isLone
            || document.line(Side::Left, static_cast<std::uint32_t>(one.left))
                   != document.line(Side::Right, static_cast<std::uint32_t>(one.right)))
            out.otherwise.push_back(row);
    }
}

/// Other line ends are ignored unless asked for; that costs nothing where there are none.
bool hidesAnything(const CompareDocument &document)
{
    diff::Ignore ignore = document.ignore;
    const LineEnd left = document.leftFacts.format.lineEnd;
    if (left == document.rightFacts.format.lineEnd && left != LineEnd::Mixed)
        ignore.lineEnds = false;
    return ignore != diff::Ignore();
}

void compareInto(CompareDocument &document, const diff::Limits &limits)
{
    const std::string_view left = view(document.left.text);
    const std::string_view right = view(document.right.text);
    document.isCut = diff::isMinified(left) || diff::isMinified(right);
    if (!document.isCut) {
        document.comparison = diff::compareTexts(left, right, document.ignore, limits);
        return;
    }
    document.comparison = diff::compareReadable(left, right, document.ignore, limits);
    document.wholeLines = diff::diffLines(left, right, document.ignore, limits);
    document.leftLines = diff::lineStarts(left);
    document.rightLines = diff::lineStarts(right);
}

Error cancelledError()
{
    return {.code = ErrorCode::Cancelled};
}

} // namespace

bool CompareDocument::Rows::isOtherwise(std::uint32_t row) const
{
    return std::binary_search(otherwise.begin(), otherwise.end(), row);
}

int CompareDocument::Rows::otherwiseIn(std::uint32_t begin, std::uint32_t end) const
{
    return static_cast<int>(std::lower_bound(otherwise.begin(), otherwise.end(), end)
                            - std::lower_bound(otherwise.begin(), otherwise.end(), begin));
}

const CompareSide &CompareDocument::side(Side which) const
{
    return which == Side::Left ? left : right;
}

const std::vector<std::uint32_t> &CompareDocument::starts(Side which) const
{
    return which == Side::Left ? comparison.leftStarts : comparison.rightStarts;
}

std::uint32_t CompareDocument::lineCount(Side which) const
{
    return static_cast<std::uint32_t>(starts(which).size() - 1);
}

std::string_view CompareDocument::text(Side which) const
{
    return view(side(which).text);
}

std::string_view CompareDocument::line(Side which, std::uint32_t number) const
{
    const std::vector<std::uint32_t> &at = starts(which);
    std::string_view out = text(which).substr(at[number], at[number + 1] - at[number]);
    if (out.ends_with('\n')) {
        out.remove_suffix(1);
        if (out.ends_with('\r'))
            out.remove_suffix(1);
    }
    return out;
}

std::vector<diff::Span> CompareDocument::changedWords(Side which, std::uint32_t number) const
{
    const std::vector<diff::Span> &spans = wordsAround(which, number);
    const std::uint32_t begin = starts(which)[number];
    const auto end = begin + static_cast<std::uint32_t>(line(which, number).size());
    std::vector<diff::Span> out;
    auto span =
        std::lower_bound(spans.begin(), spans.end(), begin,
                         [](const diff::Span &one, std::uint32_t byte) { return one.end <= byte; });
    for (; span != spans.end() && span->begin < end; ++span)
        out.push_back({.begin = std::max(span->begin, begin) - begin,
                       .end = std::min(span->end, end) - begin});
    return out;
}

const std::vector<diff::Span> &CompareDocument::wordsAround(Side which, std::uint32_t number) const
{
    static const std::vector<diff::Span> none;
    if (moved.of(which, number) >= 0)
        return moved.words(which);
    const std::vector<diff::Change> &changes = comparison.lines.changes;
    const bool isLeft = which == Side::Left;
    const auto after =
        std::upper_bound(changes.begin(), changes.end(), number,
                         [&](std::uint32_t line, const diff::Change &change) {
                             return line < (isLeft ? change.leftStart : change.rightStart);
                         });
    if (after == changes.begin())
        return none;
    const auto index = static_cast<std::size_t>(after - changes.begin()) - 1;
    if (index >= comparison.refinements.size())
        return none;
    const diff::Refinement &refinement = comparison.refinements[index];
    return isLeft ? refinement.leftSpans : refinement.rightSpans;
}

bool CompareDocument::lacksLineEnd(Side which, std::uint32_t number) const
{
    return number + 1 == lineCount(which) && !text(which).ends_with('\n');
}

std::uint32_t CompareDocument::textLine(Side which, std::uint32_t number) const
{
    if (!isCut)
        return number;
    const std::vector<std::uint32_t> &lines = which == Side::Left ? leftLines : rightLines;
    const auto after = std::upper_bound(lines.begin(), lines.end(), starts(which)[number]);
    return static_cast<std::uint32_t>(after - lines.begin()) - 1;
}

bool CompareDocument::startsLine(Side which, std::uint32_t number) const
{
    if (!isCut)
        return true;
    const std::vector<std::uint32_t> &lines = which == Side::Left ? leftLines : rightLines;
    return std::binary_search(lines.begin(), lines.end(), starts(which)[number]);
}

int CompareDocument::changeCount() const
{
    return static_cast<int>(comparison.lines.changes.size());
}

bool CompareDocument::isLarge() const
{
    return left.text.size() + right.text.size() > kColouredAtOnce;
}

Result<CompareDocumentPtr> makeCompareDocument(const CompareJob &job)
{
    if (job.cancelled->load())
        return cancelledError();
    auto document = std::make_shared<CompareDocument>();
    document->left = job.left;
    document->right = job.right;
    document->ignore = job.ignore;
    const diff::Limits limits{.deadline = std::chrono::steady_clock::now() + job.patience,
                              .cancelled = job.cancelled.get()};
    compareInto(*document, limits);
    if (job.cancelled->load())
        return cancelledError();
    document->moved =
        MovedBlocks(view(job.left.text), view(job.right.text), document->comparison, limits);
    document->sameBytes = job.left.text == job.right.text;
    document->leftFacts = factsOf(job.left.text);
    document->rightFacts = factsOf(job.right.text);
    if (hidesAnything(*document))
        document->hidden = countHiddenChanges(view(job.left.text), view(job.right.text),
                                              document->lineDiff(), limits);
    document->sideBySide.rows = diff::alignRows(document->comparison);
    document->unified.rows = unifiedRows(document->sideBySide.rows);
    const std::size_t changes = document->comparison.lines.changes.size();
    for (CompareDocument::Rows *rows : {&document->sideBySide, &document->unified}) {
        noteChangeStarts(*rows, changes);
        noteLines(*rows, document->comparison);
        if (document->ignore != diff::Ignore() && document->ignore != kLineEndsOnly)
            noteOtherwise(*rows, *document);
    }
    document->columns = std::max(widestLine(view(job.left.text)), widestLine(view(job.right.text)));
    if (document->isLarge() && job.columns > 0)
        document->wraps = countWraps(*document, job.columns, job.cancelled.get());
    if (!document->isLarge()) {
        SyntaxPair syntax = makeSyntax(*document, job.cancelled.get());
        document->leftSyntax = std::move(syntax.left);
        document->rightSyntax = std::move(syntax.right);
        document->summary = makeSummary(*document, job.cancelled.get());
    }
    return CompareDocumentPtr(std::move(document));
}

diff::ChangeSummary makeSummary(const CompareDocument &document, const std::atomic<bool> *cancelled)
{
    return diff::summarizeChanges(
        document.text(Side::Left), document.text(Side::Right),
        {.deadline = std::chrono::steady_clock::now() + kPatience, .cancelled = cancelled});
}

SyntaxPair makeSyntax(const CompareDocument &document, const std::atomic<bool> *cancelled)
{
    return {.left = SyntaxMap(document.text(Side::Left), document.starts(Side::Left), cancelled),
            .right =
                SyntaxMap(document.text(Side::Right), document.starts(Side::Right), cancelled)};
}

} // namespace edgewright
