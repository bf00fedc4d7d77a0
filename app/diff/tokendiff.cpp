// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/tokendiff.h"

#include "diff/bytehash.h"
#include "diff/bytescan.h"
#include "diff/sequence.h"

#include <algorithm>
#include <bit>

namespace edgewright::diff {

namespace {

constexpr std::int64_t kStepsPerToken = 4;
/// Bytes of words between the first and the last change of which less is equal are one change.
constexpr std::size_t kEqualPerChanged = 2;
constexpr std::size_t kChangedPerEqual = 5;
constexpr std::size_t kMostTokens = 20'000; ///< Of both sides; beyond, only the ends are compared.
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

/// True where a part of an identifier ends: fooBar, foo_bar, foo2.
bool isHump(std::string_view word, std::size_t at)
{
    if (at == 0 || at == word.size())
        return true;
    const char before = word[at - 1];
    const char after = word[at];
    if (before == '_' || after == '_' || before == '$')
        return true;
    const bool wordToWord = isLower(before) && isUpper(after);
    const bool digits = (before >= '0' && before <= '9') != (after >= '0' && after <= '9');
    return wordToWord || digits;
}

} // namespace

TokenDiff::TokenDiff(std::string_view left, std::string_view right, Stop &stop)
    : m_left(left)
    , m_right(right)
    , m_stop(stop)
    , m_matcher(stop, kStepsPerToken)
{
}

std::string_view TokenDiff::leftToken(std::size_t index) const
{
    return m_left.substr(m_leftTokens[index].begin,
                         m_leftTokens[index].end - m_leftTokens[index].begin);
}

std::string_view TokenDiff::rightToken(std::size_t index) const
{
    return m_right.substr(m_rightTokens[index].begin,
                          m_rightTokens[index].end - m_rightTokens[index].begin);
}

void TokenDiff::compare(Span left, Span right, Refinement &result)
{
    m_leftTokens.clear();
    m_rightTokens.clear();
    m_pieces.clear();
    cutEqualBytes(left, right);
    if (m_stop.reached(8 * (left.end - left.begin + right.end - right.begin) + 500)) {
        mark(left, right, result);
        result.refined = false;
        return;
    }
    tokenize(m_left, left.begin, left.end, m_leftTokens);
    tokenize(m_right, right.begin, right.end, m_rightTokens);
    Piece all{0, m_leftTokens.size(), 0, m_rightTokens.size()};
    cutCommonEnds(all);
    if (!findPieces(all))
        result.refined = false;
    joinPieces();
    joinConfetti();
    for (const Piece &piece : m_pieces)
        report(piece, result);
}

// Equal bytes at both ends need no tokens, up to a sign that is a token whatever stands beside it.
void TokenDiff::cutEqualBytes(Span &left, Span &right) const
{
    const char *leftBytes = m_left.data();
    const char *rightBytes = m_right.data();
    auto room = static_cast<std::size_t>(std::min(left.end - left.begin, right.end - right.begin));
    auto head = static_cast<std::uint32_t>(
        equalPrefix(leftBytes + left.begin, rightBytes + right.begin, room));
    while (head > 0 && !standsAlone(leftBytes[left.begin + head - 1]))
        --head;
    left.begin += head;
    right.begin += head;
    room -= head;
    auto tail =
        static_cast<std::uint32_t>(equalSuffix(leftBytes + left.end, rightBytes + right.end, room));
    while (tail > 0 && !standsAlone(leftBytes[left.end - tail]))
        --tail;
    left.end -= tail;
    right.end -= tail;
}

void TokenDiff::cutCommonEnds(Piece &all) const
{
    while (all.leftBegin < all.leftEnd && all.rightBegin < all.rightEnd
           && leftToken(all.leftBegin) == rightToken(all.rightBegin))
    {
        ++all.leftBegin;
        ++all.rightBegin;
    }
    while (all.leftBegin < all.leftEnd && all.rightBegin < all.rightEnd
           && leftToken(all.leftEnd - 1) == rightToken(all.rightEnd - 1))
    {
        --all.leftEnd;
        --all.rightEnd;
    }
}

bool TokenDiff::findPieces(const Piece &all)
{
    const std::size_t leftCount = all.leftEnd - all.leftBegin;
    const std::size_t rightCount = all.rightEnd - all.rightBegin;
    if (leftCount + rightCount == 0)
        return true;
    const bool isTooMuch = leftCount + rightCount > kMostTokens || m_stop.wasReached();
    if (isTooMuch || leftCount == 0 || rightCount == 0 || leftCount + rightCount == 2) {
        m_pieces.push_back(all);
        return !isTooMuch;
    }
    number(all);
    Piece open = all;
    for (const Run &run : m_matcher.match(m_leftIds, m_rightIds, m_idCount)) {
        open.leftEnd = all.leftBegin + run.leftStart;
        open.rightEnd = all.rightBegin + run.rightStart;
        if (open.leftBegin < open.leftEnd || open.rightBegin < open.rightEnd)
            m_pieces.push_back(open);
        open.leftBegin = open.leftEnd + run.count;
        open.rightBegin = open.rightEnd + run.count;
    }
    open.leftEnd = all.leftEnd;
    open.rightEnd = all.rightEnd;
    m_pieces.push_back(open);
    return m_matcher.isRefined();
}

void TokenDiff::number(const Piece &all)
{
    const std::size_t leftCount = all.leftEnd - all.leftBegin;
    const std::size_t rightCount = all.rightEnd - all.rightBegin;
    m_slots.assign(std::bit_ceil((leftCount + rightCount) * 2 + 1), {});
    m_idCount = 0;
    m_leftIds.resize(leftCount);
    m_rightIds.resize(rightCount);
    for (std::size_t i = 0; i < leftCount; ++i)
        m_leftIds[i] = idOf(leftToken(all.leftBegin + i));
    for (std::size_t i = 0; i < rightCount; ++i)
        m_rightIds[i] = idOf(rightToken(all.rightBegin + i));
}

std::uint32_t TokenDiff::idOf(std::string_view token)
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hashBytes(token) & mask;; at = (at + 1) & mask) {
        Slot &slot = m_slots[at];
        if (slot.id == 0)
            slot = {token, ++m_idCount};
        else if (slot.token != token)
            continue;
        return slot.id - 1;
    }
}

// Islands of blanks and lone signs between two changes read as confetti: one change is clearer.
void TokenDiff::joinPieces()
{
    std::size_t kept = 0;
    for (std::size_t i = 1; i < m_pieces.size(); ++i) {
        const Piece &piece = m_pieces[i];
        Piece &last = m_pieces[kept];
        if (isFiller(last.leftEnd, piece.leftBegin)) {
            last.leftEnd = piece.leftEnd;
            last.rightEnd = piece.rightEnd;
        } else {
            m_pieces[++kept] = piece;
        }
    }
    if (!m_pieces.empty())
        m_pieces.resize(kept + 1);
}

// Several changes with little that is equal among them do not show what changed: the words that
// happen to be equal only look as if they had stayed.
void TokenDiff::joinConfetti()
{
    if (m_pieces.size() < 3)
        return;
    const auto words = [](const std::vector<Token> &tokens, std::size_t begin, std::size_t end) {
        std::size_t bytes = 0;
        for (std::size_t i = begin; i < end; ++i)
            bytes += tokens[i].kind == TokenKind::Word ? tokens[i].end - tokens[i].begin : 0;
        return bytes;
    };
    const Piece whole{m_pieces.front().leftBegin, m_pieces.back().leftEnd,
                      m_pieces.front().rightBegin, m_pieces.back().rightEnd};
    std::size_t changed = 0;
    for (const Piece &piece : m_pieces)
        changed += words(m_leftTokens, piece.leftBegin, piece.leftEnd)
                   + words(m_rightTokens, piece.rightBegin, piece.rightEnd);
    const std::size_t all = words(m_leftTokens, whole.leftBegin, whole.leftEnd)
                            + words(m_rightTokens, whole.rightBegin, whole.rightEnd);
    if (changed * kEqualPerChanged > (all - changed) * kChangedPerEqual)
        m_pieces.assign(1, whole);
}

bool TokenDiff::isFiller(std::size_t leftBegin, std::size_t leftEnd) const
{
    std::size_t signs = 0;
    for (std::size_t i = leftBegin; i < leftEnd; ++i) {
        if (m_leftTokens[i].kind == TokenKind::Word)
            return false;
        if (m_leftTokens[i].kind == TokenKind::Sign)
            ++signs;
    }
    return signs <= 1 && leftEnd - leftBegin <= 2;
}

void TokenDiff::report(const Piece &piece, Refinement &result) const
{
    const auto bytes = [](const std::vector<Token> &tokens, std::size_t begin, std::size_t end) {
        return begin == end ? Span{} : Span{tokens[begin].begin, tokens[end - 1].end};
    };
    Span left = bytes(m_leftTokens, piece.leftBegin, piece.leftEnd);
    Span right = bytes(m_rightTokens, piece.rightBegin, piece.rightEnd);
    const bool isOneWord = piece.leftEnd - piece.leftBegin == 1
                           && piece.rightEnd - piece.rightBegin == 1
                           && m_leftTokens[piece.leftBegin].kind == TokenKind::Word
                           && m_rightTokens[piece.rightBegin].kind == TokenKind::Word;
    if (isOneWord)
        cutSameHumps(left, right);
    mark(left, right, result);
}

void TokenDiff::mark(Span left, Span right, Refinement &result)
{
    if (left.begin < left.end)
        result.leftSpans.push_back(left);
    if (right.begin < right.end)
        result.rightSpans.push_back(right);
}

// Of two words that share most of their parts only the other parts are marked.
void TokenDiff::cutSameHumps(Span &left, Span &right) const
{
    const std::string_view a = m_left.substr(left.begin, left.end - left.begin);
    const std::string_view b = m_right.substr(right.begin, right.end - right.begin);
    if (static_cast<unsigned char>(a[0]) >= 0x80 || static_cast<unsigned char>(b[0]) >= 0x80)
        return;
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = equalPrefix(a.data(), b.data(), shorter);
    while (!isHump(a, head) || !isHump(b, head))
        --head;
    std::size_t tail = equalSuffix(a.data() + a.size(), b.data() + b.size(), shorter - head);
    while (!isHump(a, a.size() - tail) || !isHump(b, b.size() - tail))
        --tail;
    if (2 * (head + tail) < shorter)
        return;
    left = {left.begin + static_cast<std::uint32_t>(head),
            left.end - static_cast<std::uint32_t>(tail)};
    right = {right.begin + static_cast<std::uint32_t>(head),
             right.end - static_cast<std::uint32_t>(tail)};
}

} // namespace edgewright::diff
