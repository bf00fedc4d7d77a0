// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/credentials.h"
#include "cloud/endpoint.h"
#include "cloud/routineservice.h"

#include <memory>

class QNetworkAccessManager;

namespace edgewright {

/// Which account on which site.
struct ServiceConfig {
    Endpoint endpoint;
    Credentials credentials;
    SignatureScheme signature = SignatureScheme::Acs3;
};

/// The client for \p config, in the generation that its endpoint speaks. \p network must outlive
/// the service.
[[nodiscard]] std::unique_ptr<RoutineService> createRoutineService(QNetworkAccessManager &network,
                                                                   const ServiceConfig &config);

} // namespace edgewright
