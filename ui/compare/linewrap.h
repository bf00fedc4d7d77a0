// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparedocument.h"

namespace edgewright {

/// Counted by columns, without laying lines out, so that all of a large text are known at once. Any
/// thread; less than all when \p cancelled is set.
[[nodiscard]] WrapCounts countWraps(const CompareDocument &document, int columns,
                                    const std::atomic<bool> *cancelled = nullptr);

/// How many rows each line has. Small texts are counted at once; large ones keep the rows they have
/// until somebody brings the counts that are missing.
class LineWrap final {
public:
    /// \p columns less than 1 wraps nothing.
    void update(const CompareDocumentPtr &document, int columns);
    void take(const CompareDocumentPtr &document, const WrapCounts &counts);
    /// The columns that are to be counted for; nothing when all is known.
    [[nodiscard]] std::optional<int> missing() const;

    [[nodiscard]] int wanted() const { return m_wanted; }
    [[nodiscard]] int columns() const { return m_counts.columns; } ///< Of the rows as they are.
    [[nodiscard]] bool isOn() const { return m_counts.columns > 0; }
    [[nodiscard]] int rows(Side side, std::int64_t line) const;

private:
    CompareDocumentPtr m_document;
    WrapCounts m_counts;
    int m_wanted = 0;
};

} // namespace edgewright
