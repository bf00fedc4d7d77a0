// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/interner.h"

#include <algorithm>
#include <array>
#include <bit>

namespace edgewright::diff {

namespace {

constexpr std::uint32_t kNoId = 0xffffffffU;
constexpr std::uint32_t kBatch = 16;

/// Open addressing by linear steps; holds the distinct lines of the left side.
class Table final {
public:
    Table(const LineTable &lines, std::uint32_t expected)
        : m_lines(lines)
        , m_slots(std::bit_ceil(std::size_t{expected} * 3 / 2 + 1))
        , m_mask(m_slots.size() - 1)
    {
        m_firstLine.reserve(expected);
    }

    void prefetch(std::uint64_t hash) const { __builtin_prefetch(&m_slots[hash & m_mask]); }

    /// The id of \p line, a new one for a line not seen before.
    [[nodiscard]] std::uint32_t insert(std::uint64_t hash, std::uint32_t line, const LineRule &rule)
    {
        Slot &slot = find(hash, m_lines[line], rule);
        if (slot.id == kNoId) {
            slot = {static_cast<std::uint32_t>(hash >> 32U), size()};
            m_firstLine.push_back(line);
        }
        return slot.id;
    }

    [[nodiscard]] std::uint32_t idOf(std::uint64_t hash, std::string_view line,
                                     const LineRule &rule)
    {
        return find(hash, line, rule).id;
    }

    [[nodiscard]] std::uint32_t size() const
    {
        return static_cast<std::uint32_t>(m_firstLine.size());
    }

private:
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t id = kNoId;
    };

    [[nodiscard]] Slot &find(std::uint64_t hash, std::string_view line, const LineRule &rule)
    {
        const auto tag = static_cast<std::uint32_t>(hash >> 32U);
        for (std::size_t at = hash & m_mask;; at = (at + 1) & m_mask) {
            Slot &slot = m_slots[at];
            if (slot.id == kNoId
                || (slot.tag == tag && rule.same(m_lines[m_firstLine[slot.id]], line)))
                return slot;
        }
    }

    const LineTable &m_lines;
    std::vector<Slot> m_slots;
    std::size_t m_mask;
    std::vector<std::uint32_t> m_firstLine;
};

/// Calls \p use(line, hash) for each line of \p range, the hashes of a batch made ahead so that the
/// table's memory arrives in the meantime. False when \p stop was reached.
template <typename Use>
bool forEachHashed(const LineTable &lines, LineRange range, LineRule &rule, Stop &stop,
                   const Table &table, Use use)
{
    std::array<std::uint64_t, kBatch> hashes{};
    for (std::uint32_t line = range.first; line < range.end(); line += kBatch) {
        const std::uint32_t count = std::min(kBatch, range.end() - line);
        for (std::uint32_t i = 0; i < count; ++i) {
            hashes[i] = rule.hash(lines[line + i]);
            table.prefetch(hashes[i]);
        }
        for (std::uint32_t i = 0; i < count; ++i)
            use(line + i, hashes[i]);
        if (stop.reached(kBatch * 50))
            return false;
    }
    return true;
}

} // namespace

CommonLines commonLines(const LineTable &left, LineRange leftRange, const LineTable &right,
                        LineRange rightRange, LineRule &rule, Stop &stop)
{
    CommonLines common;
    Table table(left, leftRange.count);
    Ids leftIds;
    leftIds.reserve(leftRange.count);
    const bool leftDone =
        forEachHashed(left, leftRange, rule, stop, table, [&](std::uint32_t line, std::uint64_t h) {
            leftIds.push_back(table.insert(h, line, rule));
        });
    if (!leftDone)
        return {};
    std::vector<bool> isCommon(table.size());
    const bool rightDone = forEachHashed(
        right, rightRange, rule, stop, table, [&](std::uint32_t line, std::uint64_t h) {
            const std::uint32_t id = table.idOf(h, right[line], rule);
            if (id == kNoId)
                return;
            isCommon[id] = true;
            common.right.push_back(id);
            common.rightLines.push_back(line);
        });
    if (!rightDone)
        return {};
    for (std::uint32_t i = 0; i < leftIds.size(); ++i) {
        if (!isCommon[leftIds[i]])
            continue;
        common.left.push_back(leftIds[i]);
        common.leftLines.push_back(leftRange.first + i);
    }
    common.idCount = table.size();
    return common;
}

} // namespace edgewright::diff
