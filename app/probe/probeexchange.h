// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "probe/answerparser.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QTimer>

namespace edgewright {

/// One request and its answer over a connection of its own; resolves its reply, which owns it.
class ProbeExchange final : public QObject {
    Q_OBJECT

public:
    /// \p text: the request's bytes.
    ProbeExchange(const ProbeRequest &request, const QByteArray &text,
                  const ProbeSettings &settings, Reply<ProbeAnswer> *reply);

    void start();
    void cancel();

private:
    [[nodiscard]] bool isSecure() const;
    void prepareTrust();
    void connected();
    void read();
    void failed(QAbstractSocket::SocketError error);
    void timedOut();
    void conclude();
    void finish(const Result<ProbeAnswer> &result);
    [[nodiscard]] Error failure(ErrorCode code, const QString &message,
                                const QString &advice) const;
    [[nodiscard]] Error connectionError(QAbstractSocket::SocketError error) const;
    [[nodiscard]] Error certificateError() const;
    [[nodiscard]] ProbeCertificate certificate() const;
    /// The host, and where it was looked for when that was chosen.
    [[nodiscard]] QString place() const;

    const ProbeRequest m_request;
    const QByteArray m_text;
    const ProbeSettings m_settings;
    Reply<ProbeAnswer> *m_reply;
    QSslSocket m_socket;
    AnswerParser m_parser;
    QTimer m_connectTimer;
    QTimer m_totalTimer;
    QElapsedTimer m_clock;
    QHostAddress m_peer;
    bool m_sent = false;
    bool m_finished = false;
};

} // namespace edgewright
