// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routineservice.h"

namespace edgewright {

/// The names of the variables that a routine has in its two environments.
struct RoutineVariables {
    QStringList production;
    QStringList staging;

    [[nodiscard]] bool isEmpty() const { return production.isEmpty() && staging.isEmpty(); }
    [[nodiscard]] const QStringList &of(const QString &environment) const
    {
        return environment == kProduction ? production : staging;
    }
};

/// Reads both environments, each in all pages. Where the service has no variables there are none.
/// The reply belongs to \p service.
[[nodiscard]] Reply<RoutineVariables> *fetchRoutineVariables(RoutineService &service,
                                                             const QString &routine);

/// The environment whose variables \p version carries; empty when it carries none.
[[nodiscard]] QString variablesCarriedBy(const CodeVersion &version);

/// Whether a version with the code of \p version that is saved now with the variables of
/// \p variablesOf would see the same ones. What they hold is never asked for.
[[nodiscard]] bool wouldCarryTheSame(const CodeVersion &version, const QString &variablesOf,
                                     const RoutineVariables &variables);

} // namespace edgewright
