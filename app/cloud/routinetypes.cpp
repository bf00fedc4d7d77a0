// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/routinetypes.h"

#include <algorithm>

namespace edgewright {

QString Deployment::mainVersionId() const
{
    const auto largest = std::ranges::max_element(shares, {}, &VersionShare::percentage);
    return largest == shares.end() ? QString() : largest->versionId;
}

Deployment Routine::deploymentIn(const QString &environment) const
{
    const auto found = std::ranges::find(deployments, environment, &Deployment::environment);
    return found == deployments.end() ? Deployment{.environment = environment} : *found;
}

} // namespace edgewright
