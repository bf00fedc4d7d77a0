// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

/// Comparing texts. No Qt; bytes in (UTF-8 or anything else), plain structs out; pure functions
/// that may run on any thread. Line numbers and byte offsets start at 0.
namespace edgewright::diff {

/// What does not count as a difference.
struct Ignore {
    bool trailingSpace = false;
    bool allSpace = false;
    bool blankLines = false;
    bool lineEnds = false; ///< CR LF equals LF.
    /// JavaScript laid out otherwise: spaces and line ends between lexemes, and blank lines.
    /// Comments count (not how they are indented), strings, templates and regular expressions count
    /// byte for byte, and so does a line end without which the code could mean something else. Of a
    /// text in another language this may hide more than it should.
    bool formatting = false;

    [[nodiscard]] bool operator==(const Ignore &other) const = default;
};

/// When to stop looking for a better answer. Running out never makes "everything changed" out of a
/// small change: what is already known to be equal stays equal.
struct Limits {
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    const std::atomic<bool> *cancelled = nullptr; ///< May be set from another thread.
};

/// Lines [leftStart, leftStart + leftCount) became [rightStart, rightStart + rightCount); one of
/// the counts may be 0, never both.
struct Change {
    std::uint32_t leftStart = 0;
    std::uint32_t leftCount = 0;
    std::uint32_t rightStart = 0;
    std::uint32_t rightCount = 0;

    [[nodiscard]] bool operator==(const Change &other) const = default;
};

struct LineDiff {
    std::vector<Change> changes; ///< Ascending, never touching each other on both sides.
    /// Not in changes: blank lines that Ignore::blankLines hides, and lines that Ignore::formatting
    /// finds laid out on other lines. Ascending; may touch changes.
    std::vector<Change> ignored;
    std::uint32_t leftLines = 0; ///< Lines as editors count them: a final newline starts no line.
    std::uint32_t rightLines = 0;
    bool refined = true; ///< False when a limit ended the search for a smaller answer.

    [[nodiscard]] std::uint64_t removed() const;
    [[nodiscard]] std::uint64_t added() const;
};

/// Byte offsets at which the lines of \p text start, and text.size() as the last element; an empty
/// text has no lines. Lines end after LF.
[[nodiscard]] std::vector<std::uint32_t> lineStarts(std::string_view text);

/// The differences between two texts of at most 4 GiB.
[[nodiscard]] LineDiff diffLines(std::string_view left, std::string_view right, Ignore ignore = {},
                                 const Limits &limits = {});

} // namespace edgewright::diff
