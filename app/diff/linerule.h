// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"

#include <string>

namespace edgewright::diff {

/// A text and where its lines start; both belong to the caller.
struct LineTable {
    std::string_view text;
    const std::uint32_t *starts = nullptr; ///< count + 1 offsets.
    std::uint32_t count = 0;

    [[nodiscard]] std::string_view operator[](std::uint32_t line) const
    {
        return {text.data() + starts[line], starts[line + 1] - starts[line]};
    }
    [[nodiscard]] std::string_view lines(std::uint32_t first, std::uint32_t number) const
    {
        return {text.data() + starts[first], starts[first + number] - starts[first]};
    }
};

/// When two lines count as equal. The end of the line is part of the line.
class LineRule final {
public:
    explicit LineRule(Ignore ignore);

    /// True when equal means equal bytes.
    [[nodiscard]] bool isExact() const { return m_isExact; }

    [[nodiscard]] bool same(std::string_view left, std::string_view right) const;

    /// Equal lines have equal hashes. Keeps a buffer, so one rule serves one thread.
    [[nodiscard]] std::uint64_t hash(std::string_view line);

    /// Nothing in the line counts.
    [[nodiscard]] bool isBlank(std::string_view line) const;

private:
    [[nodiscard]] std::string_view cut(std::string_view line) const;

    Ignore m_ignore;
    bool m_isExact;
    std::string m_buffer;
};

} // namespace edgewright::diff
