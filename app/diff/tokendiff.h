// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/sequence.h"
#include "diff/tokens.h"
#include "diff/worddiff.h"

namespace edgewright::diff {

/// Finds the words that differ between two pieces of text. Keeps its buffers from piece to piece.
class TokenDiff final {
public:
    TokenDiff(std::string_view left, std::string_view right, Stop &stop);

    /// Appends the changed bytes of \p left and \p right to the spans of \p result.
    void compare(Span left, Span right, Refinement &result);

private:
    /// Tokens [leftBegin, leftEnd) became [rightBegin, rightEnd).
    struct Piece {
        std::size_t leftBegin = 0;
        std::size_t leftEnd = 0;
        std::size_t rightBegin = 0;
        std::size_t rightEnd = 0;
    };

    void cutEqualBytes(Span &left, Span &right) const;
    void cutCommonEnds(Piece &all) const;
    void number(const Piece &all);
    [[nodiscard]] std::uint32_t idOf(std::string_view token);
    [[nodiscard]] bool findPieces(const Piece &all);
    void joinPieces();
    void joinConfetti();
    [[nodiscard]] bool isFiller(std::size_t leftBegin, std::size_t leftEnd) const;
    void report(const Piece &piece, Refinement &result) const;
    static void mark(Span left, Span right, Refinement &result);
    void cutSameHumps(Span &left, Span &right) const;
    [[nodiscard]] std::string_view leftToken(std::size_t index) const;
    [[nodiscard]] std::string_view rightToken(std::size_t index) const;

    std::string_view m_left;
    std::string_view m_right;
    Stop &m_stop;
    std::vector<Token> m_leftTokens;
    std::vector<Token> m_rightTokens;
    std::vector<Piece> m_pieces;
    struct Slot {
        std::string_view token;
        std::uint32_t id = 0; ///< Counted from one; 0 is a free slot.
    };
    std::vector<Slot> m_slots;
    std::uint32_t m_idCount = 0;
    Ids m_leftIds;
    Ids m_rightIds;
    SequenceMatcher m_matcher;
};

} // namespace edgewright::diff
