// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/moves.h"

#include "diff/bytehash.h"
#include "diff/stop.h"

#include <algorithm>
#include <unordered_map>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kLeastLines = 3;
constexpr std::uint32_t kLeastLetters = 20;
constexpr std::uint32_t kMostBetween = 5; ///< Lines between two blocks of one move.

/// The lines [first, end) of one side of one change.
struct Side {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

struct Place {
    std::uint32_t line = 0;
    std::uint32_t end = 0; ///< Where the change ends that the line is in.
    bool isRepeated = false;
};

std::uint32_t letters(std::string_view line)
{
    return static_cast<std::uint32_t>(std::count_if(line.begin(), line.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || static_cast<unsigned char>(c) >= 0x80;
    }));
}

class MoveFinder final {
public:
    MoveFinder(const LinedText &left, const LinedText &right, const LineDiff &diff,
               const Limits &limits)
        : m_left(left)
        , m_right(right)
        , m_diff(diff)
        , m_stop(limits)
    {
    }

    [[nodiscard]] std::vector<Move> find()
    {
        rememberAdded();
        for (const Change &change : m_diff.changes) {
            const Side side{change.leftStart, change.leftStart + change.leftCount};
            for (std::uint32_t line = side.first; line + kLeastLines <= side.end;) {
                if (m_stop.reached(500))
                    return join();
                line += std::max(1U, takeBlock(line, side.end));
            }
        }
        return join();
    }

private:
    using Places = std::unordered_map<std::uint64_t, Place>;

    [[nodiscard]] static std::string_view threeLines(const LinedText &text, std::uint32_t line)
    {
        const std::uint32_t begin = text.starts[line];
        return text.text.substr(begin, text.starts[line + kLeastLines] - begin);
    }

    void rememberAdded()
    {
        m_isTaken.resize(m_diff.rightLines);
        for (const Change &change : m_diff.changes) {
            const std::uint32_t end = change.rightStart + change.rightCount;
            for (std::uint32_t line = change.rightStart; line + kLeastLines <= end; ++line) {
                if (m_stop.reached(500))
                    return;
                const auto [place, isNew] =
                    m_added.try_emplace(hashBytes(threeLines(m_right, line)), Place{line, end});
                place->second.isRepeated = place->second.isRepeated || !isNew;
            }
        }
    }

    /// Takes the block that starts at \p line; its length, 0 when there is none.
    [[nodiscard]] std::uint32_t takeBlock(std::uint32_t line, std::uint32_t end)
    {
        const auto found = m_added.find(hashBytes(threeLines(m_left, line)));
        if (found == m_added.end() || found->second.isRepeated)
            return 0;
        const Place &place = found->second;
        const std::uint32_t most = std::min(end - line, place.end - place.line);
        std::uint32_t count = 0;
        std::uint32_t said = 0;
        while (count < most && !m_isTaken[place.line + count]
               && m_left.line(line + count) == m_right.line(place.line + count))
        {
            said += letters(m_left.line(line + count));
            ++count;
        }
        if (count < kLeastLines || said < kLeastLetters)
            return 0;
        std::fill_n(m_isTaken.begin() + place.line, count, true);
        m_blocks.push_back({line, count, place.line, count, {}});
        m_leftEnds.push_back(end);
        m_rightEnds.push_back(place.end);
        return count;
    }

    [[nodiscard]] std::vector<Move> join()
    {
        std::vector<Move> moves;
        std::size_t last = 0;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const Move &block = m_blocks[i];
            if (moves.empty() || !continues(moves.back(), block, last, i)) {
                moves.push_back(block);
            } else {
                Move &move = moves.back();
                const std::uint32_t leftEnd = move.leftStart + move.leftCount;
                const std::uint32_t rightEnd = move.rightStart + move.rightCount;
                if (block.leftStart != leftEnd || block.rightStart != rightEnd)
                    move.edits.push_back({leftEnd, block.leftStart - leftEnd, rightEnd,
                                          block.rightStart - rightEnd});
                move.leftCount = block.leftStart + block.leftCount - move.leftStart;
                move.rightCount = block.rightStart + block.rightCount - move.rightStart;
            }
            last = i;
        }
        return moves;
    }

    [[nodiscard]] bool continues(const Move &move, const Move &block, std::size_t last,
                                 std::size_t index) const
    {
        const std::uint32_t leftEnd = move.leftStart + move.leftCount;
        const std::uint32_t rightEnd = move.rightStart + move.rightCount;
        if (m_leftEnds[last] != m_leftEnds[index] || m_rightEnds[last] != m_rightEnds[index])
            return false;
        if (block.rightStart < rightEnd || block.leftStart - leftEnd > kMostBetween
            || block.rightStart - rightEnd > kMostBetween)
            return false;
        return std::none_of(m_isTaken.begin() + rightEnd, m_isTaken.begin() + block.rightStart,
                            [](bool isTaken) { return isTaken; });
    }

    LinedText m_left;
    LinedText m_right;
    const LineDiff &m_diff;
    Stop m_stop;
    Places m_added; ///< By the hash of three lines.
    std::vector<bool> m_isTaken;
    std::vector<Move> m_blocks;
    std::vector<std::uint32_t> m_leftEnds; ///< Of the change each block is in.
    std::vector<std::uint32_t> m_rightEnds;
};

} // namespace

std::vector<Move> findMoves(const LinedText &left, const LinedText &right, const LineDiff &diff,
                            const Limits &limits)
{
    return MoveFinder(left, right, diff, limits).find();
}

} // namespace edgewright::diff
