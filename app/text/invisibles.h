// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/suspicious.h"

#include <span>

namespace edgewright {

/// A run of code points that do not show, or look like a blank.
struct Invisible {
    char32_t first = 0;
    char32_t last = 0;
    SuspiciousKind kind = SuspiciousKind::ZeroWidth;
    const char *label = nullptr; ///< For the box; null where ordinary text needs the character.
    const char *name = nullptr;  ///< Unicode's name, or that of the block.
};

[[nodiscard]] std::span<const Invisible> invisibles();
/// Null when \p value is none of them.
[[nodiscard]] const Invisible *findInvisible(char32_t value);

/// "CYRILLIC"; null for scripts that are not taken for Latin.
[[nodiscard]] const char *scriptName(char32_t value);

} // namespace edgewright
