// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledgertypes.h"

#include <functional>

/// What the ledger says, in words. All of it may hold foreign text: plain text only.
namespace edgewright {

/// "v12" for a version; empty when it has no name.
using VersionNaming = std::function<QString(const RoutineKey &key, const QString &versionId)>;

/// "v15", "70/30 split: v15, v18", "nothing".
[[nodiscard]] QString trafficWords(const RoutineKey &key, const QList<VersionShare> &shares,
                                   const VersionNaming &name);
/// "Production", "Staging", or the name of a canary region.
[[nodiscard]] QString environmentWords(const QString &environment);
/// "v15 → v18", "Saved as v18", "Routine deleted".
[[nodiscard]] QString changeWords(const LedgerEntry &entry, const VersionNaming &name);
/// "This computer, acme-prod" or "Elsewhere, between 14:02 and 14:17".
[[nodiscard]] QString authorWords(const LedgerEntry &entry);
[[nodiscard]] QString outcomeWords(const LedgerEntry &entry);
/// What to do about it; empty: nothing.
[[nodiscard]] QString outcomeAdvice(const LedgerEntry &entry);
/// One sentence on acts that were cut off and have been looked at since.
[[nodiscard]] QString settledWords(const QList<LedgerEntry> &entries, const VersionNaming &name);
/// What an environment ran at a moment, honest about what was not read.
[[nodiscard]] QString liveWords(const RoutineKey &key, const LiveState &state,
                                const VersionNaming &name);
/// "3 Nov 14:02", local, with the year when it is another one, with seconds when \p exact.
[[nodiscard]] QString momentWords(const QDateTime &time, bool exact = false);

} // namespace edgewright
