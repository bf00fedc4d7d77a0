// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/lockstep.h"

#include "diff/bytehash.h"
#include "diff/bytescan.h"

#include <algorithm>
#include <bit>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kFirstWindow = 32;
constexpr std::uint32_t kCarelessWindow = 128;
constexpr std::uint32_t kLastWindow = 8192;
constexpr std::uint32_t kLeastRun = 12; ///< Equal lines that make a meeting believable.
constexpr std::uint32_t kLeastPerLost = 8;
constexpr std::uint32_t kMostTries = 64;
constexpr std::uint32_t kUncrossedWindow = 128; ///< From here on moved blocks are walked around.
constexpr std::uint32_t kLostPerSeed = 2;
constexpr std::uint32_t kSeedsPerCrossing = 32;
constexpr std::uint32_t kAbsent = 0; ///< Positions in the table are counted from one.
constexpr std::uint32_t kRepeated = 0xffffffffU;

void note(std::uint32_t &place, std::uint32_t index)
{
    place = place == kAbsent ? index + 1 : kRepeated;
}

std::uint32_t detour(Lockstep::Position from, Lockstep::Position to)
{
    return to.left - from.left + to.right - from.right;
}

// Whether a way around skips what was moved shows only in a window well beyond it.
std::uint32_t believedDetour(std::uint32_t window)
{
    return window <= kCarelessWindow ? window : window / 2;
}

} // namespace

Lockstep::Lockstep(const LineTable &left, const LineTable &right)
    : m_left(left)
    , m_right(right)
{
}

std::uint32_t Lockstep::equalLines(Position at) const
{
    const std::uint32_t leftByte = m_left.starts[at.left];
    const std::uint32_t rightByte = m_right.starts[at.right];
    const std::size_t size =
        std::min(m_left.starts[m_left.count] - leftByte, m_right.starts[m_right.count] - rightByte);
    const std::size_t equal =
        equalPrefix(m_left.text.data() + leftByte, m_right.text.data() + rightByte, size);
    const std::uint32_t *first = m_left.starts + at.left;
    const std::uint32_t *end = m_left.starts + m_left.count + 1;
    // The end of the equal bytes is near more often than not: steps that double find it fast.
    const auto limit = static_cast<std::uint32_t>(leftByte + equal);
    std::ptrdiff_t step = 1;
    while (step < end - first && first[step] <= limit)
        step *= 2;
    const std::uint32_t *past =
        std::upper_bound(first + step / 2, std::min(first + step, end), limit);
    auto lines = static_cast<std::uint32_t>(past - first) - 1;
    // A last line without its newline may be the beginning of a longer line on the other side.
    while (lines > 0
           && (at.right + lines > m_right.count
               || m_right.starts[at.right + lines] - rightByte != first[lines] - leftByte))
        --lines;
    return lines;
}

std::uint32_t Lockstep::equalLinesAtEnd(Position from) const
{
    const std::uint32_t leftEnd = m_left.starts[m_left.count];
    const std::uint32_t rightEnd = m_right.starts[m_right.count];
    const std::uint32_t size =
        std::min(leftEnd - m_left.starts[from.left], rightEnd - m_right.starts[from.right]);
    const auto equal = static_cast<std::uint32_t>(
        equalSuffix(m_left.text.data() + leftEnd, m_right.text.data() + rightEnd, size));
    const std::uint32_t *start =
        std::lower_bound(m_left.starts + from.left, m_left.starts + m_left.count, leftEnd - equal);
    auto lines = m_left.count - static_cast<std::uint32_t>(start - m_left.starts);
    // The same bytes may be the end of a longer line on the other side.
    while (lines > 0
           && (lines > m_right.count - from.right
               || rightEnd - m_right.starts[m_right.count - lines]
                      != leftEnd - m_left.starts[m_left.count - lines]))
        --lines;
    return lines;
}

std::optional<Lockstep::Position> Lockstep::meetAgain(Position at)
{
    m_leftHashes.startAt(at.left);
    m_rightHashes.startAt(at.right);
    const std::uint32_t most =
        std::min(std::max(m_left.count - at.left, m_right.count - at.right), kLastWindow);
    for (std::uint32_t window = kFirstWindow;; window *= 2) {
        m_leftHashes.reach(m_left, window);
        m_rightHashes.reach(m_right, window);
        fillTable();
        collectSeeds();
        auto position = nearest(at);
        if (position && (window >= most || detour(at, *position) <= believedDetour(window)))
            return position;
        if (window >= kUncrossedWindow)
            position = uncrossed(at);
        if (position || window >= most)
            return position;
    }
}

void Lockstep::Hashes::startAt(std::uint32_t line)
{
    if (line >= m_first + m_hashes.size())
        m_hashes.clear();
    else
        m_hashes.erase(m_hashes.begin(), m_hashes.begin() + (line - m_first));
    m_first = line;
    m_count = 0;
}

void Lockstep::Hashes::reach(const LineTable &lines, std::uint32_t window)
{
    m_count = std::min(lines.count - m_first, window);
    for (auto i = static_cast<std::uint32_t>(m_hashes.size()); i < m_count; ++i)
        m_hashes.push_back(hashBytes(lines[m_first + i]));
}

Lockstep::Seen &Lockstep::slot(std::uint64_t hash)
{
    const std::size_t mask = m_table.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        Seen &seen = m_table[i];
        if (seen.hash == hash || (seen.left == kAbsent && seen.right == kAbsent))
            return seen;
    }
}

void Lockstep::fillTable()
{
    m_table.assign(
        std::bit_ceil(std::size_t{m_leftHashes.size() + m_rightHashes.size()} * 3 / 2 + 1), {});
    for (std::uint32_t i = 0; i < m_leftHashes.size(); ++i) {
        Seen &seen = slot(m_leftHashes[i]);
        seen.hash = m_leftHashes[i];
        note(seen.left, i);
    }
    for (std::uint32_t i = 0; i < m_rightHashes.size(); ++i) {
        Seen &seen = slot(m_rightHashes[i]);
        seen.hash = m_rightHashes[i];
        note(seen.right, i);
    }
}

// Lines that occur once in both windows are the seeds.
void Lockstep::collectSeeds()
{
    m_seeds.clear();
    for (std::uint32_t i = 0; i < m_rightHashes.size(); ++i) {
        const Seen &seen = slot(m_rightHashes[i]);
        if (seen.right != kRepeated && seen.left != kAbsent && seen.left != kRepeated)
            m_seeds.push_back({seen.left - 1, i});
    }
}

// The stretch around a seed begins further up; known equal lines are not walked twice.
Lockstep::Position Lockstep::stretchStart(Position seed, Position known) const
{
    while (seed.left > 0 && seed.right > 0 && (seed.left != known.left || seed.right != known.right)
           && m_leftHashes[seed.left - 1] == m_rightHashes[seed.right - 1])
        seed = {seed.left - 1, seed.right - 1};
    return seed;
}

std::optional<Lockstep::Position> Lockstep::nearest(Position at) const
{
    std::optional<Position> best;
    std::uint32_t least = kRepeated;
    std::uint32_t tries = 0;
    Position last{kRepeated, kRepeated};
    for (const Position &seed : m_seeds) {
        if (seed.right >= least || tries == kMostTries)
            break;
        const Position start = stretchStart(seed, last);
        const bool isSameStretch = start.left == last.left && start.right == last.right;
        last = seed;
        const std::uint32_t around = start.left + start.right;
        if (isSameStretch || around >= least)
            continue;
        const Position candidate{at.left + start.left, at.right + start.right};
        if (!isBelieved(candidate, around))
            continue;
        ++tries;
        if (seedsLost(start) > around / kLeastPerLost)
            continue;
        least = around;
        best = candidate;
    }
    return best;
}

// Where moved blocks forbid the nearest meeting: a place that hardly a seed crosses, with more
// seeds behind it than the lines that were left could be worth.
std::optional<Lockstep::Position> Lockstep::uncrossed(Position at) const
{
    std::uint32_t tries = 0;
    Position last{kRepeated, kRepeated};
    for (std::uint32_t i = 1; i < m_seeds.size() && tries < kMostTries; ++i) {
        const std::uint32_t lost = std::max(m_seeds[i].left, m_seeds[i].right) - i;
        const auto behind = static_cast<std::uint32_t>(m_seeds.size() - i);
        if (behind < lost / kLostPerSeed)
            continue;
        const Position start = stretchStart(m_seeds[i], last);
        const bool isSameStretch = start.left == last.left && start.right == last.right;
        last = m_seeds[i];
        const Position candidate{at.left + start.left, at.right + start.right};
        if (isSameStretch || start.left + start.right == 0 || !isBelieved(candidate, 0))
            continue;
        ++tries;
        if (seedsLost(start) * kSeedsPerCrossing <= behind)
            return candidate;
    }
    return std::nullopt;
}

// A meeting place that leaves lines behind which the other side still has ahead may be the wrong
// side of a moved block.
std::uint32_t Lockstep::seedsLost(Position start) const
{
    std::uint32_t lost = 0;
    for (const Position &seed : m_seeds)
        lost += static_cast<std::uint32_t>((seed.left < start.left) != (seed.right < start.right));
    return lost;
}

// The longer the way around, the longer the equal stretch behind it has to be.
bool Lockstep::isBelieved(Position at, std::uint32_t around) const
{
    const std::uint32_t run = kLeastRun + around / 4;
    const std::uint32_t leftEnd = std::min(at.left + run, m_left.count);
    const std::uint32_t rightEnd = std::min(at.right + run, m_right.count);
    const std::uint32_t leftByte = m_left.starts[at.left];
    const std::uint32_t rightByte = m_right.starts[at.right];
    const std::uint32_t size = m_left.starts[leftEnd] - leftByte;
    return size == m_right.starts[rightEnd] - rightByte
           && equalPrefix(m_left.text.data() + leftByte, m_right.text.data() + rightByte, size)
                  == size;
}

} // namespace edgewright::diff
