// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/endpoint.h"

#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace edgewright::test {

/// A server that counts whole requests and answers each with the next bytes of its script, or does
/// what no well-behaved server would.
class RawServer final {
public:
    enum class Then {
        KeepOpen,
        Close,
        Reset,
        GoAway ///< Close, and listen no longer.
    };

    struct Step {
        QByteArray bytes;
        Then then = Then::Close;
        bool endless = false; ///< Repeats the bytes until the client has enough.
    };

    RawServer()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost);
    }

    /// The last step is repeated for every further request.
    void script(const QList<Step> &steps) { m_steps = steps; }

    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] Endpoint endpoint() const
    {
        return *Endpoint::parse(QStringLiteral("127.0.0.1:%1").arg(port()));
    }
    [[nodiscard]] QUrl url() const { return endpoint().url(); }
    void close() { m_server.close(); }

    static QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: "
               + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            // Shared: the connection below keeps it as long as the socket lives.
            const auto buffer = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [this, socket, buffer] { read(socket, *buffer); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QTcpSocket *socket, QByteArray &buffer)
    {
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const qsizetype lengthAt = buffer.toLower().indexOf("\r\ncontent-length:");
        qsizetype length = 0;
        if (lengthAt >= 0 && lengthAt < end) {
            const qsizetype from = lengthAt + 17;
            length = buffer.mid(from, buffer.indexOf("\r\n", from) - from).trimmed().toInt();
        }
        if (buffer.size() < end + 4 + length)
            return;
        m_requests.append(buffer.left(end + 4 + length));
        buffer.remove(0, end + 4 + length);
        play(socket);
    }

    void play(QTcpSocket *socket)
    {
        if (m_steps.isEmpty())
            return;
        const Step step = m_steps.size() > 1 ? m_steps.takeFirst() : m_steps.first();
        socket->write(step.bytes);
        if (step.endless) {
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket, step] {
                if (socket->bytesToWrite() < 1'000'000)
                    socket->write(step.bytes);
            });
            return;
        }
        if (step.then == Then::GoAway)
            m_server.close();
        if (step.then == Then::Close || step.then == Then::GoAway) {
            socket->disconnectFromHost();
        } else if (step.then == Then::Reset) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            socket->abort();
        }
    }

    QTcpServer m_server;
    QList<Step> m_steps;
    QList<QByteArray> m_requests;
    int m_connections = 0;
};

} // namespace edgewright::test
