// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/watch.h"

#include <QString>

namespace edgewright {

/// What a watch saw, in sentences; names and addresses in them are made fit for a line.
struct WatchWords {
    QString versionName; ///< "v18"
    QString environment; ///< As the service calls it.

    /// "3 of 3 addresses answer: 200, 200, 302"
    [[nodiscard]] static QString before(const QList<Watch::Address> &addresses);
    /// Status, lasting headers and body of all of them.
    [[nodiscard]] static bool isAllAsBefore(const QList<Watch::Address> &addresses);
    /// "v18 answers in production: 3 of 3 addresses as before in status, headers and body."
    [[nodiscard]] QString good(const QList<Watch::Address> &addresses) const;
    /// "www.acme.com/old answers 500, before 200."
    [[nodiscard]] QString bad(const QList<Watch::Address> &addresses) const;
    /// "in production"
    [[nodiscard]] QString place() const;
};

} // namespace edgewright
