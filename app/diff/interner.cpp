// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/interner.h"

#include "diff/bytehash.h"

#include <algorithm>
#include <bit>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kBatch = 16;
constexpr std::uint32_t kWorkPerLine = 50;

} // namespace

Interner::Interner(const LineTable &left, const LineTable &right, LineRule &rule)
    : m_left(left)
    , m_right(right)
    , m_rule(rule)
    , m_hashes(kBatch)
{
}

const CommonLines &Interner::intern(LineRange left, LineRange right, Trust trust, Stop &stop)
{
    if (m_rule.isExact())
        internBoth<true>(left, right, trust, stop);
    else
        internBoth<false>(left, right, trust, stop);
    return m_common;
}

// The table holds the lines of the left side only: what the right side does not find there is
// new, and needs no number.
template <bool isExact>
void Interner::internBoth(LineRange left, LineRange right, Trust trust, Stop &stop)
{
    m_slots.assign(std::bit_ceil(std::size_t{left.count} * 3 / 2 + 1), {});
    m_mask = m_slots.size() - 1;
    m_common.idCount = 0;
    m_common.left.resize(left.count);
    m_common.leftLines.resize(left.count);
    m_common.right.resize(right.count);
    m_common.rightLines.resize(right.count);
    internLeft<isExact>(left, trust, stop);
    m_isCommon.assign(m_common.idCount, 0);
    internRight<isExact>(right, trust, stop);
    keepCommon(left);
}

// A batch of hashes is made ahead, so that the table's memory arrives in the meantime.
template <bool isExact>
void Interner::hashBatch(const LineTable &lines, std::uint32_t line, std::uint32_t count)
{
    for (std::uint32_t i = 0; i < count; ++i) {
        m_hashes[i] = isExact ? hashBytes(lines[line + i]) : m_rule.hash(lines[line + i]);
        __builtin_prefetch(&m_slots[m_hashes[i] & m_mask]);
    }
}

inline Interner::Slot &Interner::slot(std::uint64_t hash, std::string_view line, Trust trust)
{
    Slot *const slots = m_slots.data();
    for (std::size_t at = hash & m_mask;; at = (at + 1) & m_mask) {
        Slot &slot = slots[at];
        if (slot.id == 0
            || (slot.hash == hash
                && (trust == Trust::Hash || m_rule.same(m_left[slot.line], line))))
            return slot;
    }
}

template <bool isExact>
void Interner::internLeft(LineRange range, Trust trust, Stop &stop)
{
    std::uint32_t *ids = m_common.left.data();
    for (std::uint32_t line = range.first; line < range.end(); line += kBatch) {
        const std::uint32_t count = std::min(kBatch, range.end() - line);
        hashBatch<isExact>(m_left, line, count);
        for (std::uint32_t i = 0; i < count; ++i) {
            Slot &found = slot(m_hashes[i], m_left[line + i], trust);
            if (found.id == 0)
                found = {m_hashes[i], ++m_common.idCount, line + i};
            *ids++ = found.id - 1;
        }
        if (stop.reached(count * kWorkPerLine))
            break;
    }
    m_common.left.resize(static_cast<std::size_t>(ids - m_common.left.data()));
}

template <bool isExact>
void Interner::internRight(LineRange range, Trust trust, Stop &stop)
{
    std::uint32_t *ids = m_common.right.data();
    std::uint32_t *lines = m_common.rightLines.data();
    for (std::uint32_t line = range.first; line < range.end(); line += kBatch) {
        if (stop.reached(kBatch * kWorkPerLine))
            break;
        const std::uint32_t count = std::min(kBatch, range.end() - line);
        hashBatch<isExact>(m_right, line, count);
        for (std::uint32_t i = 0; i < count; ++i) {
            const Slot &found = slot(m_hashes[i], m_right[line + i], trust);
            if (found.id == 0)
                continue;
            m_isCommon[found.id - 1] = 1;
            *ids++ = found.id - 1;
            *lines++ = line + i;
        }
    }
    m_common.right.resize(static_cast<std::size_t>(ids - m_common.right.data()));
    m_common.rightLines.resize(m_common.right.size());
}

void Interner::keepCommon(LineRange left)
{
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i < m_common.left.size(); ++i) {
        const std::uint32_t id = m_common.left[i];
        m_common.left[kept] = id;
        m_common.leftLines[kept] = left.first + i;
        kept += m_isCommon[id];
    }
    m_common.left.resize(kept);
    m_common.leftLines.resize(kept);
}

} // namespace edgewright::diff
