// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace edgewright {

struct Utf8Check {
    std::size_t validUpTo = 0; ///< Bytes before the first one that is wrong.
    bool complete = true;      ///< All bytes were looked at and are right.
    bool cut = false;          ///< Only the end of the last character is missing.

    [[nodiscard]] bool isValid() const { return complete; }
};

/// Strict: no overlong forms, surrogates or code points past U+10FFFF. Linear, any thread.
[[nodiscard]] Utf8Check checkUtf8(std::string_view bytes);

} // namespace edgewright
