// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDateTime;

namespace edgewright {

class Connection;
class RoutineCatalog;

/// Why the service cannot be asked now, in one sentence; empty when it can.
[[nodiscard]] QString whyNoService(const Connection &connection);

/// Likewise why nothing of \p routine can be changed on the service now: it cannot be asked, or it
/// is locked here. An empty routine stands for the account.
[[nodiscard]] QString whyNoChange(const Connection &connection, const QString &routine);

/// "as of yesterday 18:40" for what is shown without the service's answer; empty while that is what
/// the service says, and when nothing was ever read.
[[nodiscard]] QString asOf(const Connection &connection, const RoutineCatalog &catalog);

/// "as of 18:40" today, "as of yesterday 18:40", "as of 12 Oct 18:40".
[[nodiscard]] QString asOf(const QDateTime &time);

} // namespace edgewright
