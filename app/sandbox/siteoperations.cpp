// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/operations.h"

namespace edgewright::sandbox {

std::span<const OperationEntry> siteOperations()
{
    return {};
}

} // namespace edgewright::sandbox
