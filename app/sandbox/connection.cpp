// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/connection.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace edgewright::sandbox {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

namespace {

constexpr qsizetype kHeadLimit = 16 * 1024;
constexpr int kHeadTooLarge = 431;
constexpr int kHeadTooSlow = 408;
constexpr int kSliceMs = 100;      ///< How soon a stop is noticed.
constexpr int kSilenceMs = 15'000; ///< Between two pieces of a body, or of an answer taken.
constexpr seconds kWholeBody{120};

int remainingMs(steady_clock::time_point deadline)
{
    const auto left =
        std::chrono::duration_cast<milliseconds>(deadline - steady_clock::now()).count();
    return static_cast<int>(std::clamp<qint64>(left, 0, 1'000'000));
}

} // namespace

Connection::Connection(socket_t socket, const std::atomic<bool> &stopping)
    : m_socket(socket)
    , m_stopping(stopping)
{
}

Connection::~Connection()
{
    ::shutdown(m_socket, SHUT_RDWR);
    ::close(m_socket);
}

bool Connection::waitFor(short events, int timeoutMs) const
{
    const auto deadline = steady_clock::now() + milliseconds(timeoutMs);
    for (;;) {
        pollfd entry{.fd = m_socket, .events = events, .revents = 0};
        const int ready = ::poll(&entry, 1, std::min(kSliceMs, remainingMs(deadline)));
        if (ready > 0)
            return true;
        if (m_stopping || remainingMs(deadline) == 0 || (ready < 0 && errno != EINTR))
            return false;
    }
}

bool Connection::receiveMore(int timeoutMs)
{
    if (!waitFor(POLLIN, timeoutMs))
        return false;
    if (m_inputAt == m_input.size()) {
        m_input.clear();
        m_inputAt = 0;
    }
    std::array<char, 64 * 1024> buffer;
    const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (count <= 0)
        return false;
    m_input.append(buffer.data(), count);
    return true;
}

Connection::Waited Connection::waitForRequest(int timeoutSeconds)
{
    if (m_inputAt < m_input.size())
        return Waited::Ready;
    return receiveMore(timeoutSeconds * 1000) ? Waited::Ready : Waited::Gone;
}

QByteArray Connection::readHead(int timeoutSeconds)
{
    const auto deadline = steady_clock::now() + seconds(timeoutSeconds);
    // A blank line before a request is allowed (RFC 9112 §2.2).
    m_input = m_input.mid(m_inputAt);
    m_inputAt = 0;
    while (m_input.startsWith("\r\n"))
        m_input = m_input.mid(2);
    for (;;) {
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        if (end >= 0 && end <= kHeadLimit) {
            m_inputAt = end + 4;
            return m_input.left(m_inputAt);
        }
        if (m_input.size() > kHeadLimit) {
            m_refusal = kHeadTooLarge;
            return {};
        }
        if (!receiveMore(remainingMs(deadline))) {
            m_refusal = remainingMs(deadline) == 0 ? kHeadTooSlow : 0;
            return {};
        }
    }
}

void Connection::presentHead(const QByteArray &head)
{
    m_presented = head;
    m_bodyDeadline = steady_clock::now() + kWholeBody;
}

ssize_t Connection::read(char *target, size_t size)
{
    if (!m_presented.isEmpty()) {
        const qsizetype count = std::min(m_presented.size(), static_cast<qsizetype>(size));
        std::copy_n(m_presented.constData(), count, target);
        m_presented.remove(0, count);
        return count;
    }
    // "100 Continue" waits in the buffer while the client waits for it.
    if (!m_output.isEmpty()) {
        if (!sendAll(m_output))
            return -1;
        m_output.clear();
    }
    if (m_inputAt == m_input.size()
        && !receiveMore(std::min(kSilenceMs, remainingMs(m_bodyDeadline))))
        return -1;
    const qsizetype count = std::min(m_input.size() - m_inputAt, static_cast<qsizetype>(size));
    std::copy_n(m_input.constData() + m_inputAt, count, target);
    m_inputAt += count;
    return count;
}

ssize_t Connection::write(const char *source, size_t size)
{
    m_output.append(source, static_cast<qsizetype>(size));
    return static_cast<ssize_t>(size);
}

void Connection::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

void Connection::get_local_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

bool Connection::sendAll(QByteArrayView bytes) const
{
    while (!bytes.isEmpty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), static_cast<size_t>(bytes.size()),
                                    MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) {
            bytes = bytes.sliced(sent);
            continue;
        }
        if (!(errno == EAGAIN && waitFor(POLLOUT, kSilenceMs)) && errno != EINTR)
            return false;
    }
    return true;
}

void Connection::hold(int timeoutSeconds) const
{
    // POLLRDHUP: a client that has given up need not be waited for.
    (void)waitFor(POLLRDHUP, timeoutSeconds * 1000);
}

void Connection::discardRest()
{
    constexpr seconds kPatience{2};
    const auto deadline = steady_clock::now() + kPatience;
    ::shutdown(m_socket, SHUT_WR);
    do {
        m_inputAt = m_input.size();
    } while (receiveMore(remainingMs(deadline)) && remainingMs(deadline) > 0);
}

bool Connection::deliver(Delivery delivery, int delaySeconds)
{
    const QByteArray output = std::exchange(m_output, {});
    const QByteArrayView view = output;
    const qsizetype head = output.indexOf("\r\n\r\n") + 4;
    const qsizetype half = head + (view.size() - head) / 2;
    switch (delivery) {
    case Delivery::Lost:
        return false;
    case Delivery::Reset: {
        const linger now{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        return false;
    }
    case Delivery::Truncated:
        (void)sendAll(view.first(half));
        return false;
    case Delivery::Late:
        hold(delaySeconds);
        return sendAll(view);
    case Delivery::LateBody:
        if (!sendAll(view.first(half)))
            return false;
        hold(delaySeconds);
        return sendAll(view.sliced(half));
    case Delivery::Whole:
        break;
    }
    return sendAll(view);
}

} // namespace edgewright::sandbox
