// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/linestatetable.h"

namespace edgewright {

namespace {

std::size_t hashOf(const javascript::LineState &state)
{
    std::size_t hash =
        (state.inBlockComment ? 1U : 0U) | (state.inTemplate ? 2U : 0U)
        | (state.regexAllowed ? 4U : 0U)
        | (static_cast<std::size_t>(static_cast<unsigned char>(state.stringQuote)) << 3U);
    for (const std::uint16_t braces : state.templateBraces)
        hash = hash * 1'099'511'628'211U + braces + 1U;
    return hash;
}

} // namespace

LineStateTable::LineStateTable()
    : m_states(1)
{
    m_byHash.emplace(hashOf(m_states.front()), 0);
}

int LineStateTable::indexOf(const javascript::LineState &state)
{
    // Neighbouring lines nearly always share their state.
    if (m_states[static_cast<std::size_t>(m_last)] == state)
        return m_last;
    const std::size_t hash = hashOf(state);
    const auto [begin, end] = m_byHash.equal_range(hash);
    for (auto entry = begin; entry != end; ++entry) {
        m_last = entry->second;
        if (m_states[static_cast<std::size_t>(m_last)] == state)
            return m_last;
    }
    m_last = static_cast<int>(m_states.size());
    m_states.push_back(state);
    m_byHash.emplace(hash, m_last);
    return m_last;
}

const javascript::LineState &LineStateTable::state(int index) const
{
    const auto position = static_cast<std::size_t>(index);
    return index >= 0 && position < m_states.size() ? m_states[position] : m_states.front();
}

} // namespace edgewright
