// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"

namespace edgewright::diff {

/// Which of a row of texts brought each line, and which line is the same line in another of them.
/// Texts are numbered from 0, the oldest, and not kept: only what changed between neighbours is.
/// A value; a search that was cancelled or ran out of time is still right, but coarser.
class LineHistory final {
public:
    LineHistory() = default;
    explicit LineHistory(std::string_view oldest);

    /// Puts \p newer behind the newest text, which is \p newest.
    void add(std::string_view newest, std::string_view newer, const Limits &limits = {});
    /// The history as it was when text \p number was the newest.
    [[nodiscard]] LineHistory upTo(std::size_t number) const;

    [[nodiscard]] std::size_t size() const { return m_steps.size(); }
    [[nodiscard]] std::uint32_t lineCount(std::size_t number) const;
    /// For each line of text \p number the text that brought it. A line that came back after it was
    /// gone counts from its return; of equal lines side by side those count as new that a reader
    /// would mark.
    [[nodiscard]] std::vector<std::uint32_t> bringers(std::size_t number) const;
    /// The line of text \p to that \p line of text \p from became or came from; where it would
    /// stand when there is none. Always a line of that text, 0 when it has none.
    [[nodiscard]] std::uint32_t sameLine(std::size_t from, std::uint32_t line,
                                         std::size_t to) const;
    /// False when a limit made the answer coarser.
    [[nodiscard]] bool isRefined() const { return m_isRefined; }

private:
    struct Pair {
        std::uint32_t older = 0;
        std::uint32_t newer = 0;
    };
    /// How a text came out of the one before.
    struct Step {
        std::vector<Change> changes;
        std::vector<Pair> pairs; ///< Lines that were changed, not replaced; ascending.
        std::uint32_t lines = 0;
    };

    [[nodiscard]] static std::uint32_t forward(const Step &step, std::uint32_t line);
    [[nodiscard]] static std::uint32_t backward(const Step &step, std::uint32_t line,
                                                std::uint32_t olderLines);

    std::vector<Step> m_steps;
    bool m_isRefined = true;
};

} // namespace edgewright::diff
