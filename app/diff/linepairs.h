// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/stop.h"
#include "diff/worddiff.h"

namespace edgewright::diff {

/// Which lines of \p change became which: similar lines meet in order, the rest stands alone.
[[nodiscard]] std::vector<LinePair> pairLines(const LinedText &left, const LinedText &right,
                                              const Change &change, Stop &stop);

} // namespace edgewright::diff
