// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/operation.h"

namespace edgewright::sandbox {

struct SiteRow {
    qint64 id = 0;
    QString name;
    qint64 createdMs = 0;
};

[[nodiscard]] QList<SiteRow> allSites(Database &database);
/// The site a call names in SiteId, or why there is none.
[[nodiscard]] std::variant<SiteRow, Failure> siteOf(Call &call);

} // namespace edgewright::sandbox
