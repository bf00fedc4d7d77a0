// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probetypes.h"

namespace edgewright {

/// \p request as a command for a POSIX shell, whatever stands in it; one line unless a value has
/// line breaks itself.
[[nodiscard]] QString curlCommand(const ProbeRequest &request);

} // namespace edgewright
