// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace edgewright {

/// "just now", "3 min ago", "2 h ago", "yesterday 18:40", then the local date; empty for an invalid
/// time. A time ahead of \p now by more than a minute is given as date and time.
[[nodiscard]] QString relativeTime(const QDateTime &time, const QDateTime &now);

/// Local time and UTC on two lines, to the second, for tool tips; empty for an invalid time.
[[nodiscard]] QString exactTime(const QDateTime &time);

/// "1.9 kB", in powers of 1000, in the user's number format.
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace edgewright
