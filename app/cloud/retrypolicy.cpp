// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/retrypolicy.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace edgewright {

using std::chrono::milliseconds;

RetryPolicy::RetryPolicy(RetrySettings settings, Random random)
    : m_settings(settings)
    , m_random(std::move(random))
{
}

bool RetryPolicy::mayRepeat(CallKind kind, FailureCause cause)
{
    switch (cause) {
    case FailureCause::NotSent:
    case FailureCause::Throttled:
        return true;
    case FailureCause::Replayed:
    case FailureCause::Uncertain:
        return kind == CallKind::Read;
    case FailureCause::Refused:
    case FailureCause::Unreadable:
    case FailureCause::Hopeless:
        break;
    }
    return false;
}

std::optional<milliseconds> RetryPolicy::delay(CallKind kind, FailureCause cause, int triesDone,
                                               std::optional<milliseconds> serverDelay) const
{
    if (triesDone >= m_settings.tries || !mayRepeat(kind, cause))
        return std::nullopt;
    if (serverDelay && *serverDelay >= milliseconds(0))
        return std::min(*serverDelay, m_settings.longestServerDelay);
    // Full jitter: many clients turned away together do not come back together.
    const double doubled = static_cast<double>(m_settings.firstDelay.count())
                           * std::exp2(static_cast<double>(std::max(triesDone - 1, 0)));
    const double ceiling = std::min(doubled, static_cast<double>(m_settings.longestDelay.count()));
    return milliseconds(std::llround(ceiling * m_random()));
}

bool mayHaveBeenExecuted(FailureCause cause)
{
    return cause == FailureCause::Uncertain || cause == FailureCause::Replayed
           || cause == FailureCause::Unreadable;
}

} // namespace edgewright
