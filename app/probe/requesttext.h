// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "probe/probetypes.h"

namespace edgewright {

/// The bytes of \p request as HTTP/1.1, or why it cannot be sent. No cookie, no password and
/// nothing that stands in no field: headers that frame the message are always ours.
[[nodiscard]] Result<QByteArray> requestText(const ProbeRequest &request);

/// "example.com" or "[::1]:8080" as the Host header has it.
[[nodiscard]] QByteArray hostHeader(const QUrl &url);

/// The port of \p url, its scheme's own when it names none.
[[nodiscard]] quint16 portOf(const QUrl &url);

/// One header a line, "Name: value"; the error names the first line that is none.
[[nodiscard]] Result<ProbeHeaders> parseHeaders(const QString &text);

} // namespace edgewright
