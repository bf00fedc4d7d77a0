// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"

#include <optional>
#include <vector>

namespace edgewright::diff {

/// Walks two texts side by side by their bytes. Most of two versions is equal, and there nothing is
/// hashed or remembered; where they part, it looks a little ahead for where they meet again.
class Lockstep final {
public:
    struct Position {
        std::uint32_t left = 0;
        std::uint32_t right = 0;
    };

    Lockstep(const LineTable &left, const LineTable &right);

    /// How many lines from \p at on are equal byte for byte.
    [[nodiscard]] std::uint32_t equalLines(Position at) const;

    /// How many lines before the ends are equal byte for byte, none of them before \p from.
    [[nodiscard]] std::uint32_t equalLinesAtEnd(Position from) const;

    /// The nearest place after \p at where a long equal stretch begins; nothing when there is none
    /// near enough to be believed.
    [[nodiscard]] std::optional<Position> meetAgain(Position at);

private:
    /// What is known of a line's hash within the windows: where it is, or that it is not alone.
    struct Seen {
        std::uint64_t hash = 0;
        std::uint32_t left = 0;
        std::uint32_t right = 0;
    };

    /// Hashes of lines from the point of parting on. Windows overlap, so what is known is kept.
    class Hashes final {
    public:
        void startAt(std::uint32_t line);
        void reach(const LineTable &lines, std::uint32_t window);

        [[nodiscard]] std::uint32_t size() const { return m_count; }
        [[nodiscard]] std::uint64_t operator[](std::uint32_t line) const { return m_hashes[line]; }

    private:
        std::vector<std::uint64_t> m_hashes;
        std::uint32_t m_first = 0; ///< The line of the first hash.
        std::uint32_t m_count = 0; ///< Lines in the window.
    };

    void fillTable();
    void collectSeeds();
    [[nodiscard]] std::uint32_t seedsLost(Position start) const;
    [[nodiscard]] Position stretchStart(Position seed, Position known) const;
    [[nodiscard]] std::optional<Position> nearest(Position at) const;
    [[nodiscard]] std::optional<Position> uncrossed(Position at) const;
    [[nodiscard]] bool isBelieved(Position at, std::uint32_t around) const;
    [[nodiscard]] Seen &slot(std::uint64_t hash);

    const LineTable &m_left;
    const LineTable &m_right;
    Hashes m_leftHashes;
    Hashes m_rightHashes;
    std::vector<Seen> m_table;
    std::vector<Position> m_seeds; ///< By their right position, counted from the point of parting.
};

} // namespace edgewright::diff
