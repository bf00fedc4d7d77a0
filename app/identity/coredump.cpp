// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/coredump.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace edgewright {

void refuseCoreDumps()
{
    constexpr rlimit kNone{};
    setrlimit(RLIMIT_CORE, &kNone);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace edgewright
