// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace edgewright {

/// Names as written, values without surrounding blanks, in their order.
using ProbeHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One HTTP request that a user wants sent, to a place of the user's own choice.
struct ProbeRequest {
    QUrl url; ///< http or https.
    QByteArray method = "GET";
    ProbeHeaders headers; ///< Beside those that make the message itself, which are ours.
    QByteArray body;
    /// Connect there whatever the name of the host resolves to. Host header, server name and
    /// certificate check stay those of the URL.
    std::optional<QHostAddress> address;
};

/// What a secure connection was made with.
struct ProbeCertificate {
    QString protocol; ///< "TLS 1.3"; empty for http.
    QString subject;  ///< Foreign text.
    QString issuer;   ///< Foreign text.
    QDateTime validUntil;
};

/// A whole HTTP answer; all text in it is foreign.
struct ProbeAnswer {
    enum class Body {
        Whole,
        Cut,        ///< There was more than the limit.
        Undecodable ///< As it came: its encoding is unknown to us or broken.
    };

    int status = 0;
    QByteArray reason; ///< As sent after the status; often empty.
    ProbeHeaders headers;
    QByteArray body; ///< Decoded when it came compressed.
    Body bodyState = Body::Whole;
    std::chrono::milliseconds time{0}; ///< From the start to the last byte.
    QHostAddress address;              ///< That answered.
    ProbeCertificate certificate;

    /// The first of that name without regard to case; empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Limits of one probe; tests use shorter times.
struct ProbeSettings {
    std::chrono::milliseconds connectTime{10'000}; ///< Name, connection and handshake.
    std::chrono::milliseconds totalTime{30'000};
    qsizetype headLimit = 64 * 1024;
    qsizetype bodyLimit = 2 * 1024 * 1024; ///< As sent, and again when decoded.
    QByteArray authority; ///< PEM of one more trusted root; empty: only those of the system.
};

/// \p text when it is an IP address in its usual spelling: no names, no short or octal forms, no
/// zone. Addresses from the service pass here before anything connects to them.
[[nodiscard]] std::optional<QHostAddress> ipAddress(const QString &text);

/// \p text when it is a plain host name, as a URL without anything else would have it.
[[nodiscard]] bool isHostName(const QString &text);

/// Whether the value of that header tells who one is: never to be written to a disk.
[[nodiscard]] bool isSecretHeader(QByteArrayView name);

} // namespace edgewright
