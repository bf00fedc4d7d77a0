// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"
#include "shell/comparesource.h"
#include "workspace/sessionstore.h"

#include <optional>

namespace edgewright {

/// A comparison as a session keeps it; nothing when a side is a text that is only at hand.
[[nodiscard]] std::optional<Session::Tab> keptTab(const SourcePair &pair,
                                                  const diff::Ignore &ignore);
/// Nothing when the tab is no comparison.
[[nodiscard]] std::optional<SourcePair> keptPair(const Session::Tab &tab);
/// What the kept comparison ignores; names nobody knows are passed over.
[[nodiscard]] diff::Ignore keptIgnore(const Session::Tab &tab);

} // namespace edgewright
