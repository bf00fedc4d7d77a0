// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/stop.h"

#include <vector>

namespace edgewright::diff {

/// Ids of lines or tokens: equal ids, equal things. Ids are dense, below SequenceMatcher's idCount.
using Ids = std::vector<std::uint32_t>;

/// left[leftStart + n] equals right[rightStart + n] for n < count.
struct Run {
    std::uint32_t leftStart = 0;
    std::uint32_t rightStart = 0;
    std::uint32_t count = 0;

    [[nodiscard]] bool operator==(const Run &other) const = default;
};

/// Part of both sequences that is still to be matched.
struct Box {
    std::int32_t leftLow = 0;
    std::int32_t leftHigh = 0;
    std::int32_t rightLow = 0;
    std::int32_t rightHigh = 0;

    [[nodiscard]] bool isEmpty() const { return leftLow == leftHigh || rightLow == rightHigh; }
    [[nodiscard]] std::int32_t size() const
    {
        return (leftHigh - leftLow) + (rightHigh - rightLow);
    }
};

/// Finds a long common subsequence: the shortest edit (Myers, linear space) where it can be had
/// within a budget; a box that exceeds it is divided at lines that occur once on both sides.
class SequenceMatcher final {
public:
    /// \p effort bounds the work per element; 0 takes the default.
    SequenceMatcher(const Ids &left, const Ids &right, std::uint32_t idCount, Stop &stop);

    /// Runs in ascending order, touching runs joined. Not the longest possible when isRefined() is
    /// false afterwards.
    [[nodiscard]] std::vector<Run> match();
    [[nodiscard]] bool isRefined() const { return m_isRefined; }

private:
    struct Task {
        Box box;
        bool mayAnchor = true;
    };
    struct Point {
        std::int32_t left = 0;
        std::int32_t right = 0;
        bool isExact = true; ///< The point lies on a shortest path.
    };

    /// Equal elements around ones that occur once on both sides.
    struct Anchor {
        std::int32_t left = 0;
        std::int32_t right = 0;
        std::int32_t count = 0;
        std::int64_t weight = 0;
    };

    void solve(const Task &task);
    void divide(const Task &task);
    void emit(std::int32_t left, std::int32_t right, std::int32_t count);
    void push(const Box &box, bool mayAnchor);
    [[nodiscard]] bool anchor(const Task &task);
    void collectUnique(const Box &box);
    void joinAnchors(const Box &box);
    void keepHeaviestAscending();
    [[nodiscard]] Point middle(const Box &box);
    [[nodiscard]] Point furthest(const Box &box, std::int32_t forwardLow,
                                 std::int32_t forwardHigh) const;
    void prepareDiagonals();

    const Ids &m_left;
    const Ids &m_right;
    std::uint32_t m_idCount;
    Stop &m_stop;
    std::vector<Task> m_tasks;
    std::vector<Run> m_runs;
    std::vector<std::int32_t> m_diagonals;
    std::int32_t *m_forward = nullptr; ///< Furthest left position by diagonal (left - right).
    std::int32_t *m_backward = nullptr;
    struct Occurrence {
        std::int32_t left = -1; ///< -1 none, -2 many.
        std::int32_t right = -1;
    };
    std::vector<Occurrence> m_occurrences;
    std::vector<Anchor> m_anchors;
    std::int32_t m_ceiling = 0;
    bool m_isRefined = true;
};

} // namespace edgewright::diff
