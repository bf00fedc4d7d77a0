// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/patch.h"

#include "diff/lineengine.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

constexpr std::string_view kNoNewline = "\n\\ No newline at end of file\n";

class PatchWriter final {
public:
    PatchWriter(const LineTable &left, const LineTable &right, int context)
        : m_left(left)
        , m_right(right)
        , m_context(static_cast<std::uint32_t>(std::max(context, 0)))
    {
    }

    [[nodiscard]] std::string write(const std::vector<Change> &changes, const PatchNames &names)
    {
        m_out = "--- " + quoted(names.left) + "\n+++ " + quoted(names.right) + "\n";
        for (std::size_t first = 0; first < changes.size();) {
            std::size_t last = first;
            while (last + 1 < changes.size()
                   && changes[last + 1].leftStart - leftEnd(changes[last]) <= 2 * m_context)
                ++last;
            writeHunk(changes.data() + first, changes.data() + last);
            first = last + 1;
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] static std::uint32_t leftEnd(const Change &change)
    {
        return change.leftStart + change.leftCount;
    }

    // A tab ends a name that has blanks in it, for `patch` and `git apply` alike.
    [[nodiscard]] static std::string quoted(const std::string &name)
    {
        std::string line = name;
        std::replace(line.begin(), line.end(), '\n', '?');
        return line.find(' ') == std::string::npos ? line : line + '\t';
    }

    void writeHunk(const Change *first, const Change *last)
    {
        const std::uint32_t above = std::min(m_context, first->leftStart);
        const std::uint32_t below = std::min(m_context, m_left.count - leftEnd(*last));
        const std::uint32_t leftFrom = first->leftStart - above;
        const std::uint32_t rightFrom = first->rightStart - above;
        m_out += "@@ -" + range(leftFrom, leftEnd(*last) + below - leftFrom) + " +"
                 + range(rightFrom, last->rightStart + last->rightCount + below - rightFrom)
                 + " @@\n";
        std::uint32_t at = leftFrom;
        for (const Change *change = first; change <= last; ++change) {
            writeLines(' ', m_left, at, change->leftStart);
            writeLines('-', m_left, change->leftStart, leftEnd(*change));
            writeLines('+', m_right, change->rightStart, change->rightStart + change->rightCount);
            at = leftEnd(*change);
        }
        writeLines(' ', m_left, at, at + below);
    }

    [[nodiscard]] static std::string range(std::uint32_t from, std::uint32_t count)
    {
        const std::string start = std::to_string(count == 0 ? from : from + 1);
        return count == 1 ? start : start + ',' + std::to_string(count);
    }

    void writeLines(char sign, const LineTable &lines, std::uint32_t from, std::uint32_t to)
    {
        for (std::uint32_t line = from; line < to; ++line) {
            const std::string_view text = lines[line];
            m_out += sign;
            m_out += text;
            if (!text.ends_with('\n'))
                m_out += kNoNewline;
        }
    }

    const LineTable &m_left;
    const LineTable &m_right;
    std::uint32_t m_context;
    std::string m_out;
};

bool comesBefore(const Change &first, const Change &second)
{
    return first.leftStart != second.leftStart ? first.leftStart < second.leftStart
                                               : first.rightStart < second.rightStart;
}

/// Changes that touch on both sides become one.
void join(std::vector<Change> &changes)
{
    std::sort(changes.begin(), changes.end(), comesBefore);
    std::vector<Change> joined;
    for (const Change &change : changes) {
        if (!joined.empty() && joined.back().leftStart + joined.back().leftCount == change.leftStart
            && joined.back().rightStart + joined.back().rightCount == change.rightStart)
        {
            joined.back().leftCount += change.leftCount;
            joined.back().rightCount += change.rightCount;
        } else {
            joined.push_back(change);
        }
    }
    changes = std::move(joined);
}

/// The changes a patch must make for its line numbers to be right: what an ignore mode hid from the
/// counts is written out, and so is a final newline that counts as equal.
std::vector<Change> changesToWrite(const LineTable &left, const LineTable &right,
                                   const LineDiff &diff)
{
    std::vector<Change> changes = diff.changes;
    changes.insert(changes.end(), diff.ignored.begin(), diff.ignored.end());
    join(changes);
    const Change last = changes.back();
    const std::uint32_t equalTail = left.count - last.leftStart - last.leftCount;
    const std::uint32_t partner = equalTail > 0 ? right.count : last.rightStart;
    if ((equalTail == 0 && last.leftCount > 0) || left.count == 0 || partner == 0)
        return changes;
    if (left[left.count - 1].ends_with('\n') != right[partner - 1].ends_with('\n'))
        changes.push_back({left.count - 1, 1, partner - 1, 1});
    join(changes);
    return changes;
}

} // namespace

std::string unifiedPatch(std::string_view left, std::string_view right, const LineDiff &diff,
                         const PatchNames &names, int context)
{
    if (diff.changes.empty())
        return {};
    const std::vector<std::uint32_t> leftStarts = lineStarts(left);
    const std::vector<std::uint32_t> rightStarts = lineStarts(right);
    const LineTable leftLines = lineTable(left, leftStarts);
    const LineTable rightLines = lineTable(right, rightStarts);
    return PatchWriter(leftLines, rightLines, context)
        .write(changesToWrite(leftLines, rightLines, diff), names);
}

} // namespace edgewright::diff
