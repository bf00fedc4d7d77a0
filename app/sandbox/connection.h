// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/requesthead.h"

#include <atomic>

#include <httplib.h>

namespace edgewright::sandbox {

/// One client's TCP connection as the HTTP library reads and writes it: bounded and timed on the
/// way in, buffered on the way out so that a whole answer can be sent, lost, cut or held back.
/// Lives in the worker thread that serves the connection and closes the socket when it goes.
class Connection final : public httplib::Stream {
public:
    Connection(socket_t socket, const std::atomic<bool> &stopping);
    ~Connection() override;
    Q_DISABLE_COPY_MOVE(Connection)

    enum class Waited { Ready, Gone };
    /// Until a request begins, at most \p seconds.
    [[nodiscard]] Waited waitForRequest(int seconds);
    /// The text up to the empty line, at most 16 KB within \p seconds; empty when it did not come,
    /// and refusal() then tells why.
    [[nodiscard]] QByteArray readHead(int seconds);
    [[nodiscard]] int refusal() const { return m_refusal; }

    /// The head the library shall see in place of the real one.
    void presentHead(const QByteArray &head);

    /// Sends what was written since the last call in the way \p answer asks for; false when the
    /// connection is of no more use.
    [[nodiscard]] bool deliver(Delivery delivery, int delaySeconds);
    /// Reads on for a moment after a refusal: closing over unread bytes would reset the connection
    /// and take the refusal with it.
    void discardRest();

    [[nodiscard]] bool is_readable() const override { return true; }
    [[nodiscard]] bool is_writable() const override { return true; }
    ssize_t read(char *target, size_t size) override;
    ssize_t write(const char *source, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    [[nodiscard]] socket_t socket() const override { return m_socket; }

private:
    [[nodiscard]] bool waitFor(short events, int milliseconds) const;
    [[nodiscard]] bool receiveMore(int milliseconds);
    [[nodiscard]] bool sendAll(QByteArrayView bytes) const;
    void hold(int seconds) const;

    socket_t m_socket;
    const std::atomic<bool> &m_stopping;
    QByteArray m_presented; ///< Read before anything else.
    QByteArray m_input;     ///< Received and not yet read.
    qsizetype m_inputAt = 0;
    QByteArray m_output;
    int m_refusal = 0;
    std::chrono::steady_clock::time_point m_bodyDeadline;
};

} // namespace edgewright::sandbox
