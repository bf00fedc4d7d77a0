// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/operation.h"

#include <span>

namespace edgewright::sandbox {

// The operations of the 2024-09-10 generation, by subject.
[[nodiscard]] std::span<const OperationEntry> accountOperations();
[[nodiscard]] std::span<const OperationEntry> routineOperations();
[[nodiscard]] std::span<const OperationEntry> versionOperations();
[[nodiscard]] std::span<const OperationEntry> uploadOperations();
[[nodiscard]] std::span<const OperationEntry> deploymentOperations();
[[nodiscard]] std::span<const OperationEntry> variableOperations();
[[nodiscard]] std::span<const OperationEntry> siteOperations();
[[nodiscard]] std::span<const OperationEntry> routeOperations();

// Those of the 2018-01-15 generation.
[[nodiscard]] std::span<const OperationEntry> dcdnRoutineOperations();
[[nodiscard]] std::span<const OperationEntry> dcdnVersionOperations();

} // namespace edgewright::sandbox
