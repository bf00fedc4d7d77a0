// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/throttle.h"

#include <algorithm>
#include <cmath>

namespace edgewright::sandbox {

Throttle::Throttle(int callsPerSecond)
    : m_rate(callsPerSecond)
    , m_tokens(callsPerSecond)
{
}

std::chrono::milliseconds Throttle::take(Clock::time_point now)
{
    const std::lock_guard lock(m_mutex);
    if (m_filledAt != Clock::time_point{}) {
        const double seconds = std::chrono::duration<double>(now - m_filledAt).count();
        m_tokens = std::min(m_rate, m_tokens + std::max(0.0, seconds) * m_rate);
    }
    m_filledAt = now;
    if (m_tokens >= 1) {
        m_tokens -= 1;
        return std::chrono::milliseconds(0);
    }
    const double wait = std::ceil((1 - m_tokens) / m_rate * 1000);
    return std::chrono::milliseconds(std::max(1, static_cast<int>(wait)));
}

} // namespace edgewright::sandbox
