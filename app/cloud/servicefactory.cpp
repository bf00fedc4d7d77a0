// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/servicefactory.h"

#include "cloud/dcdn/dcdnservice.h"
#include "cloud/esa/esaservice.h"

namespace edgewright {

std::unique_ptr<RoutineService> createRoutineService(QNetworkAccessManager &network,
                                                     const ServiceConfig &config)
{
    if (config.endpoint.generation() == ApiGeneration::First)
        return std::make_unique<DcdnService>(network, config);
    return std::make_unique<EsaService>(network, config);
}

} // namespace edgewright
