// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/linestore.h"

#include <functional>
#include <optional>

namespace edgewright {

/// A list of lines in few bytes, told as runs of \p base and runs of others.
[[nodiscard]] QByteArray encodeLineIds(const LineIds &ids, const LineIds &base);
/// Nothing for bytes that encodeLineIds() did not make, or for a list longer than \p longest.
[[nodiscard]] std::optional<LineIds> decodeLineIds(const QByteArray &data, const LineIds &base,
                                                   qint64 longest);

/// True when \p any says so of a run that is not one of the base's; false for bytes that
/// encodeLineIds() did not make.
[[nodiscard]] bool namesLineIds(const QByteArray &data,
                                const std::function<bool(LineId first, qint64 length)> &any);

} // namespace edgewright
