// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/gateway.h"
#include "sandbox/httpfront.h"
#include "sandbox/options.h"
#include "sandbox/traffic.h"

#include <optional>

namespace edgewright::sandbox {

/// The whole service over one data folder: puts its parts together in the right order.
class Service final {
public:
    explicit Service(Options options);
    ~Service();
    Q_DISABLE_COPY_MOVE(Service)

    /// Opens the data folder, alone, and the port; the endpoint as host:port.
    [[nodiscard]] Result<QString> open();
    /// Blocks until stop(), which another thread calls.
    void serve();
    void stop();

private:
    [[nodiscard]] Result<> lockFolder();
    /// Takes the same port for the API and production, and for staging where there is a second
    /// loopback address.
    [[nodiscard]] Result<int> bind();
    [[nodiscard]] HttpAnswer answer(const HttpRequest &request);
    [[nodiscard]] HttpAnswer answerStaging(const HttpRequest &request);
    [[nodiscard]] Outcome loadIdentity(Database &database);
    void loadNonces(Database &database);

    const Options m_options;
    int m_lock = -1;
    Settings m_settings;
    Store m_store;
    RequestLog m_log;
    Authentication m_authentication;
    Throttle m_throttle;
    Faults m_faults;
    std::optional<Gateway> m_gateway;
    std::optional<Traffic> m_traffic;
    HttpFront m_front;
    HttpFront m_stagingFront; ///< Visitors of staging only.
};

} // namespace edgewright::sandbox
