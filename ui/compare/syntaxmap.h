// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"
#include "text/javascripttokenizer.h"

namespace edgewright {

/// Where tokenizing can be taken up in the middle of a text: the tokenizer's state every few lines,
/// so that any line is coloured without reading from the start. Made once on a worker thread, then
/// only read.
class SyntaxMap final {
public:
    SyntaxMap() = default;
    SyntaxMap(std::string_view text, const std::vector<std::uint32_t> &starts,
              const std::atomic<bool> *cancelled = nullptr);

    /// The tokens of one line, offsets counted from its start; only its first kilobytes when it is
    /// very long. \p text and \p starts are those of the constructor.
    [[nodiscard]] std::vector<javascript::Token> tokens(std::string_view text,
                                                        const std::vector<std::uint32_t> &starts,
                                                        std::uint32_t line) const;

    /// What goes before a line leaves the tokenizer in.
    [[nodiscard]] javascript::LineState stateBefore(std::string_view text,
                                                    const std::vector<std::uint32_t> &starts,
                                                    std::uint32_t line) const;

    [[nodiscard]] bool isEmpty() const { return m_checkpoints.empty(); }

private:
    struct Checkpoint {
        std::uint32_t line = 0;
        javascript::LineState state;
    };

    std::vector<Checkpoint> m_checkpoints;
};

} // namespace edgewright
