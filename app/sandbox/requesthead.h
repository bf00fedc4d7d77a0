// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httpmessage.h"

namespace edgewright::sandbox {

/// The lines before a request's body, and what they say about its framing.
struct RequestHead {
    HttpRequest request; ///< Without the body.
    bool chunked = false;
    qint64 contentLength = 0;
    bool closeAfter = false;     ///< The client wants the connection closed.
    bool expectContinue = false; ///< The client waits for "100 Continue".
    int refusal = 0;             ///< HTTP status to refuse with; 0 when the head is sound.
};

/// Parses everything up to and including the empty line. Strict where leniency would let two
/// parsers disagree about where a request ends: no folded lines, one length, one host.
[[nodiscard]] RequestHead parseRequestHead(const QByteArray &text);

} // namespace edgewright::sandbox
