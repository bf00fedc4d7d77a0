// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"

#include <string>

namespace edgewright::diff {

struct PatchNames {
    std::string left = "a";
    std::string right = "b";
};

/// A unified patch that `patch` and `git apply` accept, byte-exact; empty when nothing changed.
[[nodiscard]] std::string unifiedPatch(std::string_view left, std::string_view right,
                                       const LineDiff &diff, const PatchNames &names,
                                       int context = 3);

} // namespace edgewright::diff
