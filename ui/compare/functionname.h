// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparedocument.h"

namespace edgewright {

/// The name of the function or class a line stands in, judged by indentation as a reader would;
/// empty when it stands in none or that is too far up to tell.
[[nodiscard]] QString enclosingFunction(const CompareDocument &document, Side side,
                                        std::uint32_t line);

} // namespace edgewright
