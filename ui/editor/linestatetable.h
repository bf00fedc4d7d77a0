// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/javascripttokenizer.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace edgewright {

/// Gives each tokenizer state a small number that fits in Scintilla's line state; 0 is the state at
/// the start of a text.
class LineStateTable final {
public:
    LineStateTable();

    [[nodiscard]] int indexOf(const javascript::LineState &state);
    /// The start state for a number that was never given out.
    [[nodiscard]] const javascript::LineState &state(int index) const;

private:
    std::vector<javascript::LineState> m_states;
    std::unordered_multimap<std::size_t, int> m_byHash;
    int m_last = 0;
};

} // namespace edgewright
