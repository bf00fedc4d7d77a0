// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/servicefactory.h"

#include "cloud/esa/esaservice.h"

namespace edgewright {

std::unique_ptr<RoutineService> createRoutineService(QNetworkAccessManager &network,
                                                     const ServiceConfig &config)
{
    return std::make_unique<EsaService>(network, config);
}

} // namespace edgewright
