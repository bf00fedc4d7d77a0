// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace edgewright {

/// What people call a canary region, in both languages; the service has one name only.
struct RegionName {
    QString english;
    QString chinese; ///< Empty for a region nobody has heard of.

    /// "Zhejiang 浙江"
    [[nodiscard]] QString both() const;
};

/// Of \p environment, such as "presetCanaryZhejiang"; an unknown one is called what the service
/// calls it (API.md §2.14: spellings differ, so the service's own are used).
[[nodiscard]] RegionName regionName(const QString &environment);
/// Every environment but the two that all routines have.
[[nodiscard]] bool isRegion(const QString &environment);
/// The regions that are documented, for a service that does not tell its own.
[[nodiscard]] QStringList documentedRegions();

} // namespace edgewright
