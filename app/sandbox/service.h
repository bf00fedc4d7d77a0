// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/gateway.h"
#include "sandbox/httpfront.h"
#include "sandbox/options.h"

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
    HttpFront m_front;
};

} // namespace edgewright::sandbox
