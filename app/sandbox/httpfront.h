// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sandbox/httpmessage.h"

#include <functional>
#include <memory>

namespace edgewright::sandbox {

/// The HTTP side of the service: accepts connections on a loopback address, bounds and checks what
/// comes in, and gives each whole request to the handler, in one of many worker threads at once.
class HttpFront final {
public:
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;

    static constexpr int kUsualWorkers = 320;

    /// \p workers: how many requests are served at once.
    explicit HttpFront(Handler handler, int workers = kUsualWorkers);
    ~HttpFront();
    Q_DISABLE_COPY_MOVE(HttpFront)

    /// Answers the port; \p port 0 takes a free one. Only addresses of this machine itself.
    [[nodiscard]] Result<int> bind(const QString &host, int port);
    /// Serves until stop() is called from another thread.
    void serve();
    void stop();

private:
    class Server;
    std::unique_ptr<Server> m_server;
};

} // namespace edgewright::sandbox
