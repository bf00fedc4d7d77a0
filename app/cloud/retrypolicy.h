// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace edgewright {

enum class CallKind {
    Read,  ///< Changes nothing: may be repeated at will.
    Write, ///< Sent again only when the last try was certainly not executed.
};

/// Why a try failed, as far as repeating it goes.
enum class FailureCause {
    Refused,    ///< Answered with a no that will stay one.
    NotSent,    ///< Never reached the service.
    Throttled,  ///< Turned away unexecuted: too many calls, busy, locked.
    Replayed,   ///< Refused because its nonce was seen before: somebody on the way repeated it.
    Uncertain,  ///< Answer lost, or a failure inside the service: it may have been executed.
    Unreadable, ///< Answered with what no repeat makes better; it may have been executed.
    Hopeless, ///< Never reached the service, and never will without the user: TLS, proxy password.
};

struct RetrySettings {
    int tries = 3;
    std::chrono::milliseconds firstDelay{400}; ///< Doubles with each try.
    std::chrono::milliseconds longestDelay{8'000};
    std::chrono::milliseconds longestServerDelay{30'000};
};

/// Decides whether and when a failed try is followed by another (API.md §1.5). Pure: knows no
/// clock, and chance comes in from outside.
class RetryPolicy final {
public:
    /// Answers numbers in [0, 1).
    using Random = std::function<double()>;

    RetryPolicy(RetrySettings settings, Random random);

    /// How long to wait after the \p triesDone-th try, or nothing when that was the last.
    /// \p serverDelay is what the service asked for (x-acs-retry-after).
    [[nodiscard]] std::optional<std::chrono::milliseconds>
    delay(CallKind kind, FailureCause cause, int triesDone,
          std::optional<std::chrono::milliseconds> serverDelay) const;

private:
    [[nodiscard]] static bool mayRepeat(CallKind kind, FailureCause cause);

    RetrySettings m_settings;
    Random m_random;
};

/// True when a call that failed for this reason may have changed something.
[[nodiscard]] bool mayHaveBeenExecuted(FailureCause cause);

} // namespace edgewright
