// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace edgewright {

/// \p bytes made small; \p known is a text much like it, which decompress() needs again.
[[nodiscard]] QByteArray compress(QByteArrayView bytes, QByteArrayView known = {});
/// Exactly \p size bytes again, or an error for anything that was not made by compress().
[[nodiscard]] Result<QByteArray> decompress(QByteArrayView packed, qint64 size,
                                            QByteArrayView known = {});

} // namespace edgewright
