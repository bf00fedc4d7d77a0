// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "cloud/requestsigner.h"

#include <QUrl>

#include <chrono>
#include <optional>

class QNetworkAccessManager;
class QObject;

namespace edgewright {

class HttpExchange;

/// Limits of one exchange; tests use shorter times.
struct TransportSettings {
    std::chrono::milliseconds stall{20'000};     ///< Nothing moved in either direction.
    std::chrono::milliseconds deadline{120'000}; ///< From the first byte to the last.
    qint64 answerLimit = 16 * 1024 * 1024;
    qint64 errorLimit = 64 * 1024; ///< Of an answer with another status than 200.
    qint64 headerLimit = 64 * 1024;
};

struct HttpRequest {
    QByteArray label; ///< For the log: the operation's name.
    QUrl url;
    acs3::Pairs headers; ///< Everything but Content-Length.
    /// None means GET; a POST always has one, if only an empty one.
    std::optional<QByteArray> body;
};

struct HttpAnswer {
    int status = 0;
    acs3::Pairs headers;
    QByteArray body;

    /// The first of that name without regard to case; empty when there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// How far a request came.
enum class Delivery {
    Answered, ///< A whole answer arrived, of whatever status.
    NotSent,  ///< Certainly not executed: no connection, or not a byte of the body left.
    Unknown,  ///< It may have been executed; the answer is lost.
};

struct HttpOutcome {
    Delivery delivery = Delivery::Unknown;
    HttpAnswer answer;           ///< Whole when Answered; otherwise what is known of it.
    Error error;                 ///< Why there is no answer; meaningless when Answered.
    bool worthRepeating = false; ///< The cause may pass by itself: refused, no such host, time-out.
};

/// The only way bytes leave for the network: every request is sent at most once, never follows a
/// redirection, carries no cookie and no stored password, ends in bounded time and memory, and
/// leaves neither body nor secret in the log.
///
/// Does not sign, judge or repeat anything. \p network must outlive it. GUI thread only.
class HttpTransport final {
public:
    HttpTransport(QNetworkAccessManager &network, TransportSettings settings);

    /// A GET may be repeated by Qt when a kept connection breaks; a POST never is.
    [[nodiscard]] HttpExchange *send(const HttpRequest &request, QObject *owner) const;

private:
    QNetworkAccessManager &m_network;
    TransportSettings m_settings;
};

} // namespace edgewright
