// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"
#include "diff/sequence.h"

namespace edgewright::diff {

/// Lines [first, first + count) of a text.
struct LineRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    [[nodiscard]] std::uint32_t end() const { return first + count; }
};

/// The lines both sides have, as numbers. Lines of one side only are left out: they are changes
/// whatever the rest does, and most of what the search would otherwise wade through.
struct CommonLines {
    Ids left;
    Ids right;
    std::vector<std::uint32_t> leftLines; ///< The line each element of left stands for.
    std::vector<std::uint32_t> rightLines;
    std::uint32_t idCount = 0;
};

/// Whether lines with equal hashes are compared before they share an id. Trusting is faster, and
/// whoever trusts has to compare what was matched in the end.
enum class Trust : std::uint8_t { Hash, Bytes };

/// Gives equal lines equal numbers. One object serves many ranges and keeps its memory.
class Interner final {
public:
    Interner(const LineTable &left, const LineTable &right, LineRule &rule);

    /// Incomplete when \p stop is reached.
    [[nodiscard]] const CommonLines &intern(LineRange left, LineRange right, Trust trust,
                                            Stop &stop);

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t id = 0; ///< Counted from one; 0 is a free slot.
        std::uint32_t line = 0;
    };

    template <bool isExact>
    void internBoth(LineRange left, LineRange right, Trust trust, Stop &stop);
    template <bool isExact>
    void internLeft(LineRange range, Trust trust, Stop &stop);
    template <bool isExact>
    void internRight(LineRange range, Trust trust, Stop &stop);
    void keepCommon(LineRange left);
    template <bool isExact>
    void hashBatch(const LineTable &lines, std::uint32_t line, std::uint32_t count);
    [[nodiscard]] Slot &slot(std::uint64_t hash, std::string_view line, Trust trust);

    const LineTable &m_left;
    const LineTable &m_right;
    LineRule &m_rule;
    std::vector<Slot> m_slots;
    std::size_t m_mask = 0;
    std::vector<std::uint64_t> m_hashes;
    std::vector<std::uint8_t> m_isCommon; ///< By id.
    CommonLines m_common;
};

} // namespace edgewright::diff
