// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace edgewright {

/// Keeps the process, and the keys in it, out of core files and out of the reach of other programs
/// of the same user. For the rest of the process; also debuggers can no longer attach.
void refuseCoreDumps();

} // namespace edgewright
