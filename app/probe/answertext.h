// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probetypes.h"

namespace edgewright {

/// Whether a header changes from answer to answer without meaning anything: dates, ages, ids of
/// the request, stamps of caches and proxies, framing.
[[nodiscard]] bool isVolatileHeader(QByteArrayView name);

/// The body as text: as its charset says, JSON put on lines of their own; what is no text is only
/// named by its size. Foreign.
[[nodiscard]] QString bodyText(const ProbeAnswer &answer);

/// Status, lasting headers by name, and the body, for comparing two answers. UTF-8.
[[nodiscard]] QByteArray comparableText(const ProbeAnswer &answer);

/// "200 OK" — \p reason as sent, or the usual words.
[[nodiscard]] QString statusWords(int status, const QByteArray &reason = {});

/// \p json on lines of its own, its members untouched and in their order; as it is when it is none.
[[nodiscard]] QByteArray indentedJson(const QByteArray &json);

} // namespace edgewright
