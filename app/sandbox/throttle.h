// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>

namespace edgewright::sandbox {

/// Calls per second of the one account, as a bucket that holds a second's worth. Any thread.
class Throttle final {
public:
    using Clock = std::chrono::steady_clock;

    explicit Throttle(int callsPerSecond);

    /// Zero when the call may go on, else how long to wait before the next try.
    [[nodiscard]] std::chrono::milliseconds take(Clock::time_point now = Clock::now());

private:
    const double m_rate;
    std::mutex m_mutex;
    double m_tokens;
    Clock::time_point m_filledAt{};
};

} // namespace edgewright::sandbox
