// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "diff/changesummary.h"

namespace edgewright {

/// How much differs between two texts, and what, for people.
struct ChangeCount {
    quint64 added = 0; ///< Lines.
    quint64 removed = 0;
    bool isExact = true;         ///< False: the search for the smallest answer was cut short.
    diff::ChangeSummary summary; ///< Only when asked for.
};

enum class ChangeDepth { Lines, Words };

/// Counts in the background, for a few seconds at most. The answer is in \p owner's thread.
[[nodiscard]] Reply<ChangeCount> *countChanges(QObject *owner, const QByteArray &left,
                                               const QByteArray &right, ChangeDepth depth);

/// "+42 −7 · handle changed"; "the code is the same".
[[nodiscard]] QString describeChanges(const ChangeCount &count);

} // namespace edgewright
