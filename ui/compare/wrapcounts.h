// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace edgewright {

/// How many rows each line needs when it is wrapped after so many columns.
struct WrapCounts {
    int columns = 0; ///< 0: nothing was counted.
    std::vector<std::uint16_t> left;
    std::vector<std::uint16_t> right;
};

} // namespace edgewright
