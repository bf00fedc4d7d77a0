// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"

namespace edgewright::diff {

/// Asks the clock and the cancel flag only so often; once it said stop it stays stopped.
class Stop final {
public:
    explicit Stop(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// \p work is what was done since the last call, in steps of about a nanosecond.
    [[nodiscard]] bool reached(std::uint32_t work)
    {
        m_work += work;
        if (m_work < kWorkPerLook || m_reached)
            return m_reached;
        return look();
    }

    /// Asks now.
    [[nodiscard]] bool look()
    {
        m_work = 0;
        if (m_limits.cancelled != nullptr && m_limits.cancelled->load(std::memory_order_relaxed))
            m_reached = true;
        if (m_limits.deadline != std::chrono::steady_clock::time_point::max()
            && std::chrono::steady_clock::now() >= m_limits.deadline)
            m_reached = true;
        return m_reached;
    }

    [[nodiscard]] bool wasReached() const { return m_reached; }

private:
    static constexpr std::uint32_t kWorkPerLook = 200'000;

    const Limits &m_limits;
    std::uint32_t m_work = kWorkPerLook; ///< The first question is answered by a look.
    bool m_reached = false;
};

} // namespace edgewright::diff
