// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/requestsigner.h"

#include <QByteArray>

namespace edgewright::sandbox {

/// A request as it came over the wire; nothing in it is trusted.
struct HttpRequest {
    QByteArray method;
    QByteArray path = "/"; ///< As spelled on the wire, without the query.
    QByteArray rawQuery;
    acs3::Pairs headers; ///< Names in lower case, values trimmed, in the order received.
    QByteArray body;

    /// Of the first header \p lowerCaseName; empty when there is none.
    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
    [[nodiscard]] bool hasHeader(const QByteArray &lowerCaseName) const;
};

/// How an answer reaches the client; everything but Whole is an injected fault.
enum class Delivery {
    Whole,
    Lost,      ///< The connection closes without a byte.
    Reset,     ///< The connection is reset (RST) without a byte.
    Truncated, ///< Content-Length promises more than is sent.
    Late,      ///< Nothing for a while, then the answer.
    LateBody,  ///< The head and half of the body, then nothing for a while.
};

struct HttpAnswer {
    int status = 200;
    acs3::Pairs headers; ///< Content-Length and Connection are added by the front.
    QByteArray contentType;
    QByteArray body;
    Delivery delivery = Delivery::Whole;
    int delaySeconds = 0; ///< For Late and LateBody.
};

} // namespace edgewright::sandbox
