// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

namespace edgewright {

/// Says in the message bar why nothing of the routine on screen can be changed now, and offers to
/// unlock where a lock is the reason. False when it can be changed.
bool tellWhyNoChange(const ShellContext &shell);

} // namespace edgewright
