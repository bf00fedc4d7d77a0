// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"

namespace edgewright::diff {

/// diffTables for Ignore::formatting. Both tables begin with the first byte of their text.
[[nodiscard]] LineDiff diffFormatting(const LineTable &left, const LineTable &right, Ignore ignore,
                                      const Limits &limits);

} // namespace edgewright::diff
