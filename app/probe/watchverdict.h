// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "probe/probetypes.h"

namespace edgewright {

/// What one address answered once, as far as a verdict needs it.
struct WatchSample {
    int status = 0;         ///< 0: no whole answer.
    bool unreached = false; ///< Not even the place was reached, for which a routine is no cause.
    QString problem;        ///< Why there was no answer; translated.
    QByteArray content;     ///< comparableText(): status, lasting headers and the body.

    [[nodiscard]] static WatchSample of(const Result<ProbeAnswer> &answer);
};

/// How an address answers now, measured against how it answered before.
enum class WatchVerdict {
    AsBefore,
    Different, ///< Another answer, no worse one: told, and nobody's failure.
    NoMeasure, ///< Answers well, but nothing is known from before.
    BadBefore, ///< As bad as it was before.
    Unreached, ///< This computer does not get there; proves nothing about the code.
    Worse,     ///< Success became an error, an error became a worse one, or the answer broke off.
};

/// Whether \p before came in time, and from the place itself.
[[nodiscard]] bool isMeasure(const std::optional<WatchSample> &before);

/// \p before: nothing when it did not come in time.
[[nodiscard]] WatchVerdict judge(const std::optional<WatchSample> &before,
                                 const WatchSample &after);

/// "answers 500, before 200"; translated, without the address.
[[nodiscard]] QString describe(const std::optional<WatchSample> &before, const WatchSample &after);

} // namespace edgewright
