// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/rows.h"

#include <optional>

namespace edgewright {

/// Which rows are to be seen: long unchanged stretches are folded to a band that can be opened bit
/// by bit. Pure bookkeeping, no text and no pixels.
class FoldedRows final {
public:
    struct Entry {
        std::uint32_t row = 0;    ///< Index in the full rows; of a band: its first folded row.
        std::uint32_t folded = 0; ///< How many rows the band stands for; 0 for an ordinary row.
        std::int32_t fold = -1;   ///< Which stretch a band belongs to.

        [[nodiscard]] bool isBand() const { return folded > 0; }
    };

    enum class From {
        Both,  ///< Half at each end; at the start or end of the texts towards the change.
        Above, ///< What follows the rows above the band.
        Below, ///< What comes before the rows below it.
    };

    /// \p context rows around each change stay; less than 0 folds nothing.
    void reset(const std::vector<diff::Row> &rows, int context);

    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] const Entry &at(int index) const
    {
        return m_entries[static_cast<std::size_t>(index)];
    }
    /// The place of a full row; of its band while it is folded.
    [[nodiscard]] int indexOf(std::uint32_t row) const;
    /// Where the band of a stretch is; nothing when it is open.
    [[nodiscard]] std::optional<int> bandOf(std::int32_t fold) const;
    /// False at the start and the end of the texts, where there is nothing to go on from.
    [[nodiscard]] bool opensFrom(std::int32_t fold, From from) const;

    void reveal(std::int32_t fold, std::uint32_t rows, From from = From::Both);
    void revealAll(std::int32_t fold);
    void revealRow(std::uint32_t row); ///< Opens the whole band over it, if there is one.

private:
    struct Fold {
        std::uint32_t begin = 0; ///< Hidden rows [begin, end).
        std::uint32_t end = 0;
        bool atStart = false; ///< No change before it, so it opens from its end.
        bool atEnd = false;
    };

    void rebuild();

    std::vector<Fold> m_folds;
    std::vector<Entry> m_entries;
    std::uint32_t m_rows = 0;
};

} // namespace edgewright
