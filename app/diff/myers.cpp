// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/sequence.h"

#include <algorithm>
#include <limits>

namespace edgewright::diff {

namespace {

constexpr std::int32_t kFar = std::numeric_limits<std::int32_t>::max();

/// One of the two searches that run towards each other; diagonals [low, high] are in use.
struct Front {
    std::int32_t *reach = nullptr;
    std::int32_t low = 0;
    std::int32_t high = 0;

    /// One edit more, within the diagonals the box has.
    void widen(std::int32_t lowest, std::int32_t highest, std::int32_t unreached)
    {
        if (low > lowest)
            reach[--low - 1] = unreached;
        else
            ++low;
        if (high < highest)
            reach[++high + 1] = unreached;
        else
            --high;
    }

    [[nodiscard]] bool has(std::int32_t diagonal) const
    {
        return diagonal >= low && diagonal <= high;
    }
};

} // namespace

// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, section 4b.
SequenceMatcher::Point SequenceMatcher::middle(const Box &box)
{
    const std::int32_t lowest = box.leftLow - box.rightHigh;
    const std::int32_t highest = box.leftHigh - box.rightLow;
    const std::int32_t start = box.leftLow - box.rightLow;
    const std::int32_t end = box.leftHigh - box.rightHigh;
    const bool meetsForward = ((start - end) & 1) != 0;
    const std::uint32_t *left = m_left;
    const std::uint32_t *right = m_right;
    Front forward{m_forward, start, start};
    Front backward{m_backward, end, end};
    m_forward[start] = box.leftLow;
    m_backward[end] = box.leftHigh;
    for (std::int32_t cost = 1;; ++cost) {
        m_allowance -= 2 * std::int64_t{cost};
        forward.widen(lowest, highest, -1);
        for (std::int32_t d = forward.high; d >= forward.low; d -= 2) {
            std::int32_t x = std::max(m_forward[d - 1] + 1, m_forward[d + 1]);
            while (x < box.leftHigh && x - d < box.rightHigh && left[x] == right[x - d])
                ++x;
            m_forward[d] = x;
            if (meetsForward && backward.has(d) && m_backward[d] <= x)
                return {x, x - d, true};
        }
        backward.widen(lowest, highest, kFar);
        for (std::int32_t d = backward.high; d >= backward.low; d -= 2) {
            std::int32_t x = std::min(m_backward[d - 1], m_backward[d + 1] - 1);
            while (x > box.leftLow && x - d > box.rightLow && left[x - 1] == right[x - d - 1])
                --x;
            m_backward[d] = x;
            if (!meetsForward && forward.has(d) && x <= m_forward[d])
                return {x, x - d, true};
        }
        if (cost >= m_ceiling || m_stop.reached(static_cast<std::uint32_t>(cost) * 4))
            return furthest(box, forward.low, forward.high);
    }
}

// The point the forward search came to with the most of both sides behind it.
SequenceMatcher::Point SequenceMatcher::furthest(const Box &box, std::int32_t forwardLow,
                                                 std::int32_t forwardHigh) const
{
    Point best{box.leftLow, box.rightLow, false};
    std::int32_t most = -1;
    for (std::int32_t d = forwardHigh; d >= forwardLow; d -= 2) {
        const std::int32_t x = std::min({m_forward[d], box.leftHigh, box.rightHigh + d});
        if (x < box.leftLow || x - d < box.rightLow || x + x - d <= most)
            continue;
        most = x + x - d;
        best = {x, x - d, false};
    }
    return best;
}

} // namespace edgewright::diff
