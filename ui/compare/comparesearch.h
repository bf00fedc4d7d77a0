// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparescene.h"

#include <atomic>

namespace edgewright {

/// Every place of \p text in both sides, left ones first, at most \p limit. Never across lines. Any
/// thread.
[[nodiscard]] std::vector<CompareMatch> findInBoth(const CompareDocument &document,
                                                   const QString &text, Qt::CaseSensitivity cases,
                                                   std::size_t limit = 10000);

} // namespace edgewright
