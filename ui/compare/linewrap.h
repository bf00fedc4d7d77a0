// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparedocument.h"

namespace edgewright {

/// How many rows each line needs when it is wrapped. Counted by columns, without laying lines out,
/// so that all of a large text are known at once.
class LineWrap final {
public:
    /// Counts anew when the text or the width changed; less than 1 wraps nothing.
    void update(const CompareDocumentPtr &document, int columns);

    [[nodiscard]] bool isOn() const { return m_columns > 0; }
    [[nodiscard]] int rows(Side side, std::int64_t line) const;

private:
    [[nodiscard]] static std::vector<std::uint16_t> count(const CompareDocument &document,
                                                          Side side, int columns);

    CompareDocumentPtr m_document;
    int m_columns = 0;
    std::vector<std::uint16_t> m_left;
    std::vector<std::uint16_t> m_right;
};

} // namespace edgewright
