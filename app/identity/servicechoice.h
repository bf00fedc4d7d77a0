// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/account.h"

namespace edgewright {

/// Which of the service's two interfaces an account is used with, and how calls are signed there.
struct ServiceChoice {
    ApiGeneration generation = ApiGeneration::Current;
    SignatureScheme signature = SignatureScheme::Acs3;

    [[nodiscard]] bool operator==(const ServiceChoice &other) const = default;
};

/// \p account used as \p choice says. The routines of the two interfaces are worlds apart, so each
/// is an account of its own with an id of its own.
[[nodiscard]] Account usedAs(Account account, const ServiceChoice &choice);
/// The id before usedAs() changed it, and the interface it stands for.
[[nodiscard]] QString commonAccountId(const QString &accountId);
[[nodiscard]] ApiGeneration generationOf(const QString &accountId);

} // namespace edgewright
