// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSsl>
#include <QSslCertificate>
#include <QSslError>

namespace edgewright {

/// Why a certificate was not accepted, in one sentence; names in it are foreign.
[[nodiscard]] QString certificateWords(const QList<QSslError> &errors,
                                       const QSslCertificate &certificate);

/// "TLS 1.3"
[[nodiscard]] QString protocolWord(QSsl::SslProtocol protocol);

} // namespace edgewright
