// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probeexchange.h"

#include "base/log.h"
#include "probe/certificatewords.h"
#include "probe/requesttext.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// Keeps a fast sender from filling the memory between two looks at it.
constexpr qint64 kReadBuffer = 256 * 1024;
constexpr qint64 kReadStep = 64 * 1024;

class ProbeText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ProbeClient)
};

} // namespace

ProbeExchange::ProbeExchange(const ProbeRequest &request, const QByteArray &text,
                             const ProbeSettings &settings, Reply<ProbeAnswer> *reply)
    : QObject(reply)
    , m_request(request)
    , m_text(text)
    , m_settings(settings)
    , m_reply(reply)
    , m_parser(settings, request.method)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setReadBufferSize(kReadBuffer);
    prepareTrust();
    connect(&m_socket, &QSslSocket::readyRead, this, &ProbeExchange::read);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &ProbeExchange::failed);
    if (isSecure())
        connect(&m_socket, &QSslSocket::encrypted, this, &ProbeExchange::connected);
    else
        connect(&m_socket, &QSslSocket::connected, this, &ProbeExchange::connected);
    for (QTimer *timer : {&m_connectTimer, &m_totalTimer}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &ProbeExchange::timedOut);
    }
}

bool ProbeExchange::isSecure() const
{
    return m_request.url.scheme() == "https"_L1;
}

void ProbeExchange::prepareTrust()
{
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    trust.setProtocol(QSsl::TlsV1_2OrLater);
    trust.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_settings.authority.isEmpty()) {
        // With a root of one's own the others are not needed, and need not be loaded.
        trust.setCaCertificates(QSslCertificate::fromData(m_settings.authority));
    }
    m_socket.setSslConfiguration(trust);
}

void ProbeExchange::start()
{
    m_clock.start();
    m_connectTimer.start(m_settings.connectTime);
    m_totalTimer.start(m_settings.totalTime);
    const QString host = m_request.url.host(QUrl::FullyEncoded);
    const QString target = m_request.address ? m_request.address->toString() : host;
    const quint16 port = portOf(m_request.url);
    if (isSecure())
        m_socket.connectToHostEncrypted(target, port, host);
    else
        m_socket.connectToHost(target, port);
}

void ProbeExchange::cancel()
{
    finish(Error{.code = ErrorCode::Cancelled, .message = ProbeText::tr("Stopped.")});
}

void ProbeExchange::connected()
{
    m_connectTimer.stop();
    m_peer = m_socket.peerAddress();
    m_sent = true;
    m_socket.write(m_text);
}

void ProbeExchange::read()
{
    // What comes before the request was sent is no answer to it.
    if (!m_sent || m_finished)
        return;
    while (m_parser.state() == AnswerParser::State::Reading && m_socket.bytesAvailable() > 0)
        m_parser.add(m_socket.read(kReadStep));
    if (m_parser.state() != AnswerParser::State::Reading)
        conclude();
}

void ProbeExchange::failed(QAbstractSocket::SocketError error)
{
    if (m_finished)
        return;
    read();
    if (m_finished)
        return;
    const bool closed = error == QAbstractSocket::RemoteHostClosedError && m_sent;
    if (closed && m_socket.error() == error)
        m_parser.end();
    if (closed && m_parser.state() != AnswerParser::State::Reading)
        conclude();
    else
        finish(connectionError(error));
}

void ProbeExchange::conclude()
{
    if (m_parser.state() == AnswerParser::State::Failed) {
        const QString message =
            m_parser.hasBegun()
                ? ProbeText::tr("%1 sent something that is not a whole HTTP answer.").arg(place())
                : ProbeText::tr("%1 closed the connection without an answer.").arg(place());
        Error error = failure(ErrorCode::InvalidResponse, message, {});
        error.detail += u": "_s + QString::fromLatin1(m_parser.problem());
        finish(error);
        return;
    }
    ProbeAnswer answer = m_parser.takeAnswer();
    answer.time = std::chrono::milliseconds(m_clock.elapsed());
    answer.address = m_peer;
    answer.certificate = certificate();
    finish(answer);
}

void ProbeExchange::timedOut()
{
    if (!m_sent)
        finish(failure(ErrorCode::Network,
                       ProbeText::tr("%1 could not be reached in time.").arg(place()),
                       ProbeText::tr("Check the network connection, then try again.")));
    else
        finish(failure(ErrorCode::Timeout,
                       ProbeText::tr("%1 did not send its whole answer in time.").arg(place()),
                       {}));
}

void ProbeExchange::finish(const Result<ProbeAnswer> &result)
{
    if (m_finished)
        return;
    m_finished = true;
    m_connectTimer.stop();
    m_totalTimer.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    if (result)
        qCDebug(lcCloud) << "probe answered" << result->status << m_clock.elapsed() << "ms";
    else
        qCInfo(lcCloud).noquote() << result.error().detail;
    m_reply->resolve(result);
}

Error ProbeExchange::failure(ErrorCode code, const QString &message, const QString &advice) const
{
    return {.code = code,
            .message = message,
            .advice = advice,
            .detail = u"probe of %1: %2 (%3), %4 ms"_s.arg(
                forLog(m_request.url.host(), 255), forLog(m_socket.errorString(), 300),
                QString::number(static_cast<int>(m_socket.error())),
                QString::number(m_clock.elapsed()))};
}

Error ProbeExchange::connectionError(QAbstractSocket::SocketError error) const
{
    if (m_sent)
        return failure(
            ErrorCode::InvalidResponse,
            ProbeText::tr("The connection to %1 broke before the answer arrived.").arg(place()),
            {});
    const QString network = ProbeText::tr("Check the address and the network connection.");
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return failure(ErrorCode::Network,
                       ProbeText::tr("No server of the name %1 was found.").arg(place()), network);
    case QAbstractSocket::ConnectionRefusedError:
        return failure(ErrorCode::Network, ProbeText::tr("%1 refused the connection.").arg(place()),
                       network);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return certificateError();
    default:
        return failure(ErrorCode::Network, ProbeText::tr("%1 could not be reached.").arg(place()),
                       network);
    }
}

Error ProbeExchange::certificateError() const
{
    const QList<QSslError> errors = m_socket.sslHandshakeErrors();
    const QString host = m_request.url.host();
    Error error = failure(
        ErrorCode::Network,
        errors.isEmpty()
            ? ProbeText::tr("No secure connection to %1 could be made.").arg(place())
            : ProbeText::tr("%1 could not prove that it is %2: %3")
                  .arg(place(), host, certificateWords(errors, m_socket.peerCertificate())),
        errors.isEmpty() ? QString()
                         : ProbeText::tr("Nothing was sent there. If your network inspects "
                                         "encrypted traffic, add its certificate to the system."));
    for (const QSslError &one : errors)
        error.detail += u"; "_s + forLog(one.errorString(), 200);
    return error;
}

ProbeCertificate ProbeExchange::certificate() const
{
    if (!isSecure())
        return {};
    const QSslCertificate peer = m_socket.peerCertificate();
    return {.protocol = protocolWord(m_socket.sessionProtocol()),
            .subject = peer.subjectDisplayName(),
            .issuer = peer.issuerDisplayName(),
            .validUntil = peer.expiryDate()};
}

QString ProbeExchange::place() const
{
    const QString host = forLog(m_request.url.host(), 255);
    return m_request.address
               //: A host and the network address that was asked in its name
               ? ProbeText::tr("%1 at %2").arg(host, m_request.address->toString())
               : host;
}

} // namespace edgewright
