// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/sequence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace edgewright::diff {

namespace {

constexpr std::int32_t kAnySize = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t kNone = -1;
constexpr std::int32_t kMany = -2;
constexpr std::int32_t kSmallestCeiling = 128;
constexpr std::int32_t kLargestCeiling = 128;
constexpr std::int32_t kPoorCeiling = 24;
constexpr std::int64_t kReserve = 4'000'000;

} // namespace

SequenceMatcher::SequenceMatcher(Stop &stop, std::int64_t stepsPerElement)
    : m_stop(stop)
    , m_stepsPerElement(stepsPerElement)
    , m_reserve(kReserve)
{
}

const std::vector<Run> &SequenceMatcher::match(const Ids &left, const Ids &right,
                                               std::uint32_t idCount)
{
    m_left = left.data();
    m_right = right.data();
    m_idCount = idCount;
    m_isRefined = true;
    m_runs.clear();
    const Box all{0, static_cast<std::int32_t>(left.size()), 0,
                  static_cast<std::int32_t>(right.size())};
    const auto root = static_cast<std::int32_t>(std::sqrt(static_cast<double>(all.size())));
    m_ceiling = std::clamp(root, kSmallestCeiling, kLargestCeiling);
    m_allowance = m_reserve + m_stepsPerElement * all.size();
    const std::size_t diagonals = left.size() + right.size() + 3;
    if (m_diagonals.size() < 2 * diagonals)
        m_diagonals.resize(2 * diagonals);
    m_forward = m_diagonals.data() + right.size() + 1;
    m_backward = m_forward + diagonals;
    push(all, kAnySize);
    while (!m_tasks.empty()) {
        const Task task = m_tasks.back();
        m_tasks.pop_back();
        solve(task);
    }
    m_reserve = std::clamp(m_allowance, std::int64_t{0}, m_reserve);
    return m_runs;
}

void SequenceMatcher::emit(std::int32_t left, std::int32_t right, std::int32_t count)
{
    if (count == 0)
        return;
    const auto leftStart = static_cast<std::uint32_t>(left);
    const auto rightStart = static_cast<std::uint32_t>(right);
    if (!m_runs.empty()) {
        Run &last = m_runs.back();
        if (last.leftStart + last.count == leftStart && last.rightStart + last.count == rightStart)
        {
            last.count += static_cast<std::uint32_t>(count);
            return;
        }
    }
    m_runs.push_back({leftStart, rightStart, static_cast<std::uint32_t>(count)});
}

void SequenceMatcher::push(const Box &box, std::int32_t anchorBelow)
{
    if (!box.isEmpty())
        m_tasks.push_back({box, anchorBelow});
}

// Boxes are done from left to right, so the runs come out in order. The equal tail of a box is
// pushed as a box of its own, which the equal head of that box then consumes.
void SequenceMatcher::solve(const Task &task)
{
    Box box = task.box;
    std::int32_t head = 0;
    const std::int32_t longest = std::min(box.leftHigh - box.leftLow, box.rightHigh - box.rightLow);
    const std::uint32_t *left = m_left + box.leftLow;
    const std::uint32_t *right = m_right + box.rightLow;
    while (head < longest && left[head] == right[head])
        ++head;
    emit(box.leftLow, box.rightLow, head);
    box.leftLow += head;
    box.rightLow += head;
    if (box.isEmpty())
        return;
    std::int32_t tail = 0;
    left = m_left + box.leftHigh;
    right = m_right + box.rightHigh;
    while (tail < longest - head && left[-tail - 1] == right[-tail - 1])
        ++tail;
    push({box.leftHigh - tail, box.leftHigh, box.rightHigh - tail, box.rightHigh}, 0);
    box.leftHigh -= tail;
    box.rightHigh -= tail;
    if (box.isEmpty())
        return;
    if (m_stop.reached(static_cast<std::uint32_t>(head + tail))) {
        m_isRefined = false;
        return;
    }
    divide({box, task.anchorBelow});
}

void SequenceMatcher::divide(const Task &task)
{
    const Box &box = task.box;
    const Point point = middle(box);
    if (m_allowance < 0)
        m_ceiling = kPoorCeiling;
    const bool mayAnchor = !point.isExact && box.size() < task.anchorBelow;
    if (mayAnchor && anchor(task))
        return;
    if (!point.isExact && m_stop.wasReached()) {
        m_isRefined = false;
        return;
    }
    // What had no anchors may have some in a much smaller part, hardly in one nearly as large.
    const std::int32_t anchorBelow = mayAnchor ? box.size() / 2 : task.anchorBelow;
    push({point.left, box.leftHigh, point.right, box.rightHigh}, anchorBelow);
    push({box.leftLow, point.left, box.rightLow, point.right}, anchorBelow);
}

// Divides the box at lines that occur exactly once on both sides, where they keep their order.
bool SequenceMatcher::anchor(const Task &task)
{
    const Box &box = task.box;
    collectUnique(box);
    if (m_anchors.empty())
        return false;
    joinAnchors(box);
    keepHeaviestAscending();
    const std::size_t first = m_tasks.size();
    Box rest = box;
    std::int32_t largest = 0;
    for (auto at = m_anchors.rbegin(); at != m_anchors.rend(); ++at) {
        const Box after{at->left, rest.leftHigh, at->right, rest.rightHigh};
        largest = std::max(largest, after.size());
        push(after, kAnySize);
        rest.leftHigh = at->left;
        rest.rightHigh = at->right;
    }
    push(rest, kAnySize);
    largest = std::max(largest, rest.size());
    // Anchors that hardly divide the box would be looked for again and again.
    if (largest > box.size() - box.size() / 8) {
        for (std::size_t i = first; i < m_tasks.size(); ++i)
            m_tasks[i].anchorBelow = box.size() / 2;
    }
    return true;
}

void SequenceMatcher::collectUnique(const Box &box)
{
    if (m_occurrences.size() < m_idCount)
        m_occurrences.resize(m_idCount);
    m_anchors.clear();
    for (std::int32_t i = box.leftLow; i < box.leftHigh; ++i) {
        std::int32_t &left = m_occurrences[m_left[i]].left;
        left = left == kNone ? i : kMany;
    }
    for (std::int32_t i = box.rightLow; i < box.rightHigh; ++i) {
        std::int32_t &right = m_occurrences[m_right[i]].right;
        right = right == kNone ? i : kMany;
    }
    for (std::int32_t i = box.leftLow; i < box.leftHigh; ++i) {
        Occurrence &seen = m_occurrences[m_left[i]];
        if (seen.left >= 0 && seen.right >= 0)
            m_anchors.push_back({seen.left, seen.right, 1, 1});
        seen = {};
    }
    for (std::int32_t i = box.rightLow; i < box.rightHigh; ++i)
        m_occurrences[m_right[i]] = {};
}

// Anchors with nothing but equal elements between them are one anchor. Its weight is what it would
// match, the repeated elements at both ends included.
void SequenceMatcher::joinAnchors(const Box &box)
{
    constexpr std::int32_t kFurthest = 100;
    const std::uint32_t *left = m_left;
    const std::uint32_t *right = m_right;
    std::size_t kept = 0;
    for (const Anchor &next : m_anchors) {
        Anchor &last = m_anchors[kept == 0 ? 0 : kept - 1];
        if (kept > 0 && next.right - next.left == last.right - last.left
            && last.left + last.count >= next.left)
        {
            last.count = std::max(last.count, next.left + 1 - last.left);
            continue;
        }
        Anchor anchor = next;
        const std::int32_t room = std::min({box.leftHigh - next.left, box.rightHigh - next.right});
        while (anchor.count < room
               && left[anchor.left + anchor.count] == right[anchor.right + anchor.count])
            ++anchor.count;
        std::int32_t above = 0;
        while (above < kFurthest && anchor.left - above > box.leftLow
               && anchor.right - above > box.rightLow
               && left[anchor.left - above - 1] == right[anchor.right - above - 1])
            ++above;
        anchor.weight = above + anchor.count;
        m_anchors[kept++] = anchor;
    }
    m_anchors.resize(kept);
}

// The heaviest chain of anchors that ascend on both sides; they come in by their left position.
void SequenceMatcher::keepHeaviestAscending()
{
    const std::size_t count = m_anchors.size();
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [this](std::size_t first, std::size_t second) {
        return m_anchors[first].right < m_anchors[second].right;
    });
    std::vector<std::size_t> rank(count);
    for (std::size_t i = 0; i < count; ++i)
        rank[order[i]] = i + 1;
    // A Fenwick tree of the heaviest chain that ends at a rank or below it, by its last anchor.
    std::vector<std::size_t> heaviest(count + 1, count);
    std::vector<std::size_t> before(count, count);
    std::size_t best = count;
    const auto weight = [this, count](std::size_t i) {
        return i == count ? 0 : m_anchors[i].weight;
    };
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t at = rank[i] - 1; at > 0; at &= at - 1) {
            if (weight(heaviest[at]) > weight(before[i]))
                before[i] = heaviest[at];
        }
        m_anchors[i].weight += weight(before[i]);
        for (std::size_t at = rank[i]; at <= count; at += at & (~at + 1)) {
            if (m_anchors[i].weight > weight(heaviest[at]))
                heaviest[at] = i;
        }
        if (m_anchors[i].weight > weight(best))
            best = i;
    }
    std::vector<Anchor> chain;
    for (std::size_t i = best; i != count; i = before[i])
        chain.push_back(m_anchors[i]);
    std::reverse(chain.begin(), chain.end());
    m_anchors = std::move(chain);
}

} // namespace edgewright::diff
