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
/// within a budget; a box that exceeds it is divided at lines that occur once on both sides. One
/// object serves many pairs of sequences and keeps its memory.
class SequenceMatcher final {
public:
    /// \p stepsPerElement is what an element may cost on average before quality gives way.
    explicit SequenceMatcher(Stop &stop, std::int64_t stepsPerElement = 12);

    /// Runs in ascending order, touching runs joined; valid until the next call. Not what it could
    /// be when isRefined() is false afterwards.
    [[nodiscard]] const std::vector<Run> &match(const Ids &left, const Ids &right,
                                                std::uint32_t idCount);
    [[nodiscard]] bool isRefined() const { return m_isRefined; }

private:
    struct Task {
        Box box;
        std::int32_t anchorBelow = 0; ///< Looking for anchors pays in boxes smaller than this.
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
    void push(const Box &box, std::int32_t anchorBelow);
    [[nodiscard]] bool anchor(const Task &task);
    void collectUnique(const Box &box);
    void joinAnchors(const Box &box);
    void keepHeaviestAscending();
    [[nodiscard]] Point middle(const Box &box);
    [[nodiscard]] Point furthest(const Box &box, std::int32_t forwardLow,
                                 std::int32_t forwardHigh) const;

    Stop &m_stop;
    std::int64_t m_stepsPerElement;
    const std::uint32_t *m_left = nullptr;
    const std::uint32_t *m_right = nullptr;
    std::uint32_t m_idCount = 0;
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
    std::int32_t m_ceiling = 0;   ///< Edits after which the search for a shortest path ends.
    std::int64_t m_allowance = 0; ///< Steps until the ceiling comes down.
    std::int64_t m_reserve;       ///< Steps that all calls share beyond their own.
    bool m_isRefined = true;
};

} // namespace edgewright::diff
