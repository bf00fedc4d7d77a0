// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/httpfront.h"

#include "sandbox/connection.h"
#include "sandbox/requesthead.h"

#include <QHostAddress>

#include <atomic>
#include <thread>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr int kCrowd = 256; ///< Connections above which idle ones have to go.
constexpr int kBacklog = 512;
constexpr int kIdleSeconds = 60;
constexpr int kHeadSeconds = 10;
constexpr int kCrowdedSeconds = 1;
constexpr size_t kFormLimit = 16 * 1024 * 1024;
constexpr size_t kUploadLimit = 31 * 1024 * 1024; ///< A file of 30 MB and the fields before it.
constexpr int kMethodNotAllowed = 405;
constexpr int kPayloadTooLarge = 413;

/// The request and answer a worker thread is busy with.
struct Exchange {
    HttpRequest request;
    HttpAnswer answer;
    bool bodyComplete = false;
};

thread_local Exchange *currentExchange = nullptr;

size_t bodyLimit(const HttpRequest &request)
{
    const bool isForm = request.header("content-type").toLower().startsWith("multipart/form-data");
    return isForm ? kUploadLimit : kFormLimit;
}

/// What the library needs to know to read the body. It never sees the real head: it would decode
/// header values, parse forms itself with limits of its own, and ignore the body of a GET.
QByteArray framingHead(const RequestHead &head)
{
    QByteArray text = "POST / HTTP/1.1\r\n";
    if (head.chunked)
        text += "Transfer-Encoding: chunked\r\n";
    else
        text += "Content-Length: " + QByteArray::number(head.contentLength) + "\r\n";
    if (head.expectContinue)
        text += "Expect: 100-continue\r\n";
    if (head.closeAfter)
        text += "Connection: close\r\n";
    return text + "\r\n";
}

void fill(httplib::Response &response, const HttpAnswer &answer)
{
    response.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (!answer.contentType.isEmpty())
        response.set_header("Content-Type", answer.contentType.toStdString());
    response.body.assign(answer.body.constData(), static_cast<size_t>(answer.body.size()));
}

} // namespace

class HttpFront::Server final : public httplib::Server {
public:
    Server(HttpFront::Handler handler, int workers);

    [[nodiscard]] Result<int> bind(const QString &host, int port);
    void run();
    void halt();

private:
    bool process_and_close_socket(socket_t socket) override;
    [[nodiscard]] bool serveOne(Connection &connection);
    void refuse(Connection &connection, int status);
    void answer(httplib::Response &response, const httplib::ContentReader &reader) const;

    HttpFront::Handler m_handler;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_ended = false; ///< The accept loop is over, for whatever reason.
    std::atomic<int> m_connections = 0;
    std::atomic<socket_t> m_listening = INVALID_SOCKET;
};

HttpFront::Server::Server(HttpFront::Handler handler, int workers)
    : m_handler(std::move(handler))
{
    new_task_queue = [workers] { return new httplib::ThreadPool(static_cast<size_t>(workers)); };
    set_tcp_nodelay(true);
    set_payload_max_length(kUploadLimit);
    set_keep_alive_timeout(kIdleSeconds);
    set_keep_alive_max_count(1'000'000);
    set_socket_options([this](socket_t socket) {
        // Not the library's own options: SO_REUSEPORT would let two services share a port.
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        m_listening = socket;
    });
    Post("/", [this](const httplib::Request &, httplib::Response &response,
                     const httplib::ContentReader &reader) { answer(response, reader); });
}

Result<int> HttpFront::Server::bind(const QString &host, int port)
{
    const QHostAddress address(host == "localhost"_L1 ? u"127.0.0.1"_s : host);
    if (!address.isLoopback())
        return Error{.code = ErrorCode::InvalidRequest,
                     .message = u"only a loopback address can be listened on, not %1"_s.arg(host)};
    const std::string name = address.toString().toStdString();
    const int bound = port == 0 ? bind_to_any_port(name) : bind_to_port(name, port) ? port : -1;
    if (bound <= 0)
        return Error{.code = ErrorCode::Network,
                     .message = u"cannot listen on %1 port %2"_s.arg(host).arg(port)};
    // The library asks for room for 5 waiting connections, which stalls bursts by a second.
    ::listen(m_listening, kBacklog);
    return bound;
}

void HttpFront::Server::run()
{
    listen_after_bind();
    m_ended = true;
}

void HttpFront::Server::halt()
{
    // A stop before the accept loop has begun would be forgotten by it.
    while (!is_running() && !m_ended)
        std::this_thread::yield();
    m_stopping = true;
    stop();
}

bool HttpFront::Server::process_and_close_socket(socket_t socket)
{
    ++m_connections;
    Connection connection(socket, m_stopping);
    const auto patience = [this](int usual) {
        return m_connections > kCrowd ? kCrowdedSeconds : usual;
    };
    while (!m_stopping
           && connection.waitForRequest(patience(kIdleSeconds)) == Connection::Waited::Ready
           && serveOne(connection))
    {
    }
    --m_connections;
    return true;
}

bool HttpFront::Server::serveOne(Connection &connection)
{
    const QByteArray text =
        connection.readHead(m_connections > kCrowd ? kCrowdedSeconds : kHeadSeconds);
    if (text.isEmpty()) {
        refuse(connection, connection.refusal());
        return false;
    }
    RequestHead head = parseRequestHead(text);
    if (head.refusal == 0 && head.contentLength > static_cast<qint64>(bodyLimit(head.request)))
        head.refusal = kPayloadTooLarge;
    // An answer to HEAD must not have a body, and every answer here has one.
    if (head.refusal == 0 && head.request.method == "HEAD")
        head.refusal = kMethodNotAllowed;
    if (head.refusal != 0) {
        refuse(connection, head.refusal);
        return false;
    }
    Exchange exchange{.request = head.request};
    currentExchange = &exchange;
    connection.presentHead(framingHead(head));
    bool closed = false;
    (void)process_request(connection, head.closeAfter, closed, nullptr);
    currentExchange = nullptr;
    const bool sent = connection.deliver(exchange.answer.delivery, exchange.answer.delaySeconds);
    if (sent && !exchange.bodyComplete)
        connection.discardRest();
    return sent && exchange.bodyComplete && !head.closeAfter && !closed;
}

void HttpFront::Server::refuse(Connection &connection, int status)
{
    if (status == 0)
        return;
    const QByteArray text = "HTTP/1.1 " + QByteArray::number(status)
                            + " Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    connection.write(text.constData(), static_cast<size_t>(text.size()));
    if (connection.deliver(Delivery::Whole, 0))
        connection.discardRest();
}

void HttpFront::Server::answer(httplib::Response &response,
                               const httplib::ContentReader &reader) const
{
    Exchange &exchange = *currentExchange;
    const size_t limit = bodyLimit(exchange.request);
    bool tooLarge = false;
    exchange.bodyComplete = reader([&](const char *data, size_t size) {
        exchange.request.body.append(data, static_cast<qsizetype>(size));
        tooLarge = static_cast<size_t>(exchange.request.body.size()) > limit;
        return !tooLarge;
    });
    if (!exchange.bodyComplete) {
        response.status = tooLarge || response.status == kPayloadTooLarge ? kPayloadTooLarge : 400;
        response.set_header("Connection", "close");
        return;
    }
    exchange.answer = m_handler(exchange.request);
    fill(response, exchange.answer);
}

HttpFront::HttpFront(Handler handler, int workers)
    : m_server(std::make_unique<Server>(std::move(handler), workers))
{
}

HttpFront::~HttpFront() = default;

Result<int> HttpFront::bind(const QString &host, int port)
{
    return m_server->bind(host, port);
}

void HttpFront::serve()
{
    m_server->run();
}

void HttpFront::stop()
{
    m_server->halt();
}

} // namespace edgewright::sandbox
