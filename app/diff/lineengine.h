// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linerule.h"

namespace edgewright::diff {

/// \p starts must outlive the table.
[[nodiscard]] LineTable lineTable(std::string_view text, const std::vector<std::uint32_t> &starts);

/// diffLines for texts already cut into lines, or into whatever pieces the caller likes.
[[nodiscard]] LineDiff diffTables(const LineTable &left, const LineTable &right, Ignore ignore,
                                  const Limits &limits);

} // namespace edgewright::diff
