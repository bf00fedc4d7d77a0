// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/httpexchange.h"

#include "base/log.h"
#include "cloud/oneshotupload.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// Keeps a fast sender from filling the memory between two looks at it.
constexpr qint64 kReadBuffer = 256 * 1024;

class TransportText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::HttpTransport)
};

/// Errors of making a connection. They do not prove that nothing was sent: when a connection
/// breaks, Qt may make a new one and report what became of that.
bool isBeforeSending(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

bool mayPassByItself(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::SslHandshakeFailedError
           && error != QNetworkReply::ProxyAuthenticationRequiredError
           && error != QNetworkReply::ProtocolUnknownError;
}

/// Host and port, the latter as far as it is not the scheme's own; nothing else of the address.
QString serverOf(const QUrl &url)
{
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    const QString name = forLog(host, 255);
    return url.port() < 0 ? name : name + u':' + QString::number(url.port());
}

QString messageOf(QNetworkReply::NetworkError error, const QString &server)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return TransportText::tr("%1 could not be reached: no server of that name was found.")
            .arg(server);
    case QNetworkReply::ConnectionRefusedError:
        return TransportText::tr("%1 could not be reached: connection refused.").arg(server);
    case QNetworkReply::SslHandshakeFailedError:
        return TransportText::tr("No secure connection: %1 could not prove who it is.").arg(server);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
        return TransportText::tr("The proxy could not be reached.");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return TransportText::tr("The proxy asks for a user name and password.");
    case QNetworkReply::OperationCanceledError: // Qt's word for a transfer timeout
        return TransportText::tr("%1 did not answer in time.").arg(server);
    default:
        return TransportText::tr("The connection to %1 broke before the answer arrived.")
            .arg(server);
    }
}

QString adviceOn(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return TransportText::tr("If your network inspects encrypted traffic, add its certificate "
                                 "to the system.");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return TransportText::tr("Check the proxy settings of this computer.");
    case QNetworkReply::OperationCanceledError:
        return TransportText::tr("Try again in a moment.");
    default:
        return TransportText::tr("Check the network connection and the endpoint, then try again.");
    }
}

Error describe(QNetworkReply::NetworkError error, const QString &server)
{
    const bool timeout = error == QNetworkReply::OperationCanceledError;
    return {.code = timeout ? ErrorCode::Timeout : ErrorCode::Network,
            .message = messageOf(error, server),
            .advice = adviceOn(error)};
}

} // namespace

HttpExchange::HttpExchange(QByteArray label, QNetworkReply *reply, OneShotUpload *upload,
                           const TransportSettings &settings, QObject *owner)
    : QObject(owner)
    , m_label(std::move(label))
    , m_reply(reply)
    , m_upload(upload)
    , m_settings(settings)
{
    reply->setReadBufferSize(kReadBuffer);
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::checkHeaders);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::read);
    connect(reply, &QNetworkReply::uploadProgress, this, &HttpExchange::uploaded);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::finish);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { abort(Abort::Deadline); });
    m_deadline.start(settings.deadline);
    m_clock.start();
}

HttpExchange::~HttpExchange()
{
    if (m_reply == nullptr)
        return;
    m_reply->disconnect(this);
    withholdBody();
    m_reply->abort();
    m_reply->deleteLater();
}

void HttpExchange::cancel()
{
    abort(Abort::Cancelled);
}

void HttpExchange::checkHeaders()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qint64 size = 0;
    for (const auto &header : m_reply->rawHeaderPairs())
        size += header.first.size() + header.second.size();
    if (size > m_settings.headerLimit)
        abort(Abort::TooLarge);
}

void HttpExchange::read()
{
    const qint64 limit = m_answer.status == 200 ? m_settings.answerLimit : m_settings.errorLimit;
    m_answer.body += m_reply->read(limit + 1 - m_answer.body.size());
    if (m_answer.body.size() > limit)
        abort(Abort::TooLarge);
}

void HttpExchange::abort(Abort reason)
{
    if (m_reply == nullptr || m_abort != Abort::None)
        return;
    m_abort = reason;
    withholdBody();
    // Once the answer has begun, Qt may be about to report an error of its own and warns when it
    // is told of a second one; deleting the reply ends it as well.
    if (m_answer.status != 0)
        conclude();
    else
        m_reply->abort();
}

void HttpExchange::withholdBody()
{
    // Read once, before the rest is taken away, so that "not sent" stays true from here on.
    if (m_upload == nullptr || m_bodyWithheld)
        return;
    m_bodyWithheld = m_upload->bytesAvailable() > 0 && !m_upload->wasRead();
    m_upload->withhold();
}

void HttpExchange::finish()
{
    if (m_abort == Abort::None && m_reply->isOpen())
        read();
    conclude();
}

void HttpExchange::conclude()
{
    if (m_reply == nullptr)
        return;
    m_deadline.stop();
    withholdBody();
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.headers = m_reply->rawHeaderPairs();

    HttpOutcome outcome;
    // Qt calls a 4xx or 5xx answer an error of the reply although it arrived whole.
    const QNetworkReply::NetworkError error = m_reply->error();
    // A redirection is one too, although Qt stumbles over the body that it cannot rewind for it.
    const bool redirected = m_answer.status >= 300 && m_answer.status < 400;
    const bool whole = error == QNetworkReply::NoError || redirected
                       || (m_answer.status >= 400 && error >= QNetworkReply::ContentAccessDenied);
    if (m_abort == Abort::None && whole && m_answer.status != 0) {
        outcome.delivery = Delivery::Answered;
    } else {
        outcome.delivery = deliveryOfFailure();
        outcome.error = failure();
        outcome.worthRepeating =
            m_abort == Abort::Deadline || (m_abort == Abort::None && mayPassByItself(error));
    }
    outcome.answer = std::exchange(m_answer, {});
    log(outcome);
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    emit finished(outcome);
}

Delivery HttpExchange::deliveryOfFailure() const
{
    if (m_answer.status != 0)
        return Delivery::Unknown;
    // The service needs the body to act; an empty one proves nothing by not having been read.
    if (m_upload != nullptr)
        return m_bodyWithheld ? Delivery::NotSent : Delivery::Unknown;
    return m_abort == Abort::None && isBeforeSending(m_reply->error()) ? Delivery::NotSent
                                                                       : Delivery::Unknown;
}

Error HttpExchange::failure() const
{
    Error error;
    const QString server = serverOf(m_reply->url());
    switch (m_abort) {
    case Abort::Cancelled:
        error = {.code = ErrorCode::Cancelled, .message = TransportText::tr("Cancelled.")};
        break;
    case Abort::TooLarge:
        error = {.code = ErrorCode::InvalidResponse,
                 .message = TransportText::tr("The server's answer is larger than it may be."),
                 .advice = TransportText::tr("Check the endpoint, then try again.")};
        break;
    case Abort::Deadline:
        error = describe(QNetworkReply::OperationCanceledError, server);
        break;
    case Abort::None:
        error = describe(m_reply->error(), server);
        break;
    }
    error.detail = u"%1: %2 (%3), HTTP status %4, %5 ms"_s.arg(
        QString::fromLatin1(m_label), forLog(m_reply->errorString(), 300),
        QString::number(static_cast<int>(m_reply->error())), QString::number(m_answer.status),
        QString::number(m_clock.elapsed()));
    error.requestId = forLog(QString::fromUtf8(m_reply->rawHeader("x-acs-request-id")), 100);
    return error;
}

void HttpExchange::log(const HttpOutcome &outcome) const
{
    if (outcome.delivery != Delivery::Answered) {
        qCInfo(lcCloud).noquote() << outcome.error.detail;
        return;
    }
    qCDebug(lcCloud).noquote() << m_label << "answered" << outcome.answer.status
                               << outcome.answer.body.size() << "bytes" << m_clock.elapsed()
                               << "ms";
}

} // namespace edgewright
