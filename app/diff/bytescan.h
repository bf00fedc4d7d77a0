// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// The loops over every byte, written for the vector unit where there is one.
namespace edgewright::diff {

/// How many leading bytes of \p left and \p right agree, at most \p size.
[[nodiscard]] std::size_t equalPrefix(const char *left, const char *right, std::size_t size);

/// How many bytes before \p leftEnd and \p rightEnd agree, at most \p size.
[[nodiscard]] std::size_t equalSuffix(const char *leftEnd, const char *rightEnd, std::size_t size);

} // namespace edgewright::diff
