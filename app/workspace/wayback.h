// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledgertypes.h"

#include <QHash>

#include <optional>

namespace edgewright {

/// What an environment would go back to.
struct WayBack {
    QString versionId; ///< Of a split, the one with the larger share.
    /// When it had all the traffic last; either may be invalid when that was not seen.
    QDateTime liveFrom;
    QDateTime liveUntil;
    bool onService = false;         ///< It can be published as it is.
    bool isHeld = false;            ///< The archive has its code.
    QList<VersionShare> split = {}; ///< Empty: the version had all the traffic.

    [[nodiscard]] QList<VersionShare> shares() const;
    [[nodiscard]] bool operator==(const WayBack &other) const = default;
};

/// What has to be known to find a way back, all of one routine.
struct WayBackFacts {
    struct Version {
        int ordinal = 0;        ///< 12 for "v12"; 0: not known.
        QByteArray digest;      ///< Of its code; the same code with the same variables is one.
        bool onService = false; ///< And its code, too.
        bool isUnstable = false;
        std::optional<QString> variablesOf = {}; ///< Whose it carries; without: not known.

        [[nodiscard]] bool isHeld() const { return !digest.isEmpty(); }
    };

    QString environment;
    QList<LedgerEntry> entries;              ///< Newest first.
    std::optional<QList<VersionShare>> live; ///< Now; without it what the entries say.
    QHash<QString, Version> versions;        ///< By id.
};

/// The last version before what is live now that had all the traffic and was good: not one that
/// was left for an older one which had been live before, nor one that is only believed to have been
/// published. While a split runs it may be one of the two. Where no version ever had all of it, the
/// last split that was not broken off is a way back, too. Pure.
[[nodiscard]] std::optional<WayBack> findWayBack(const WayBackFacts &facts);

/// The version with the code of \p versionId that can be published as it is: that one, else the
/// newest copy of it on the service that is not known to carry other variables; empty when there
/// is none.
[[nodiscard]] QString publishableVersion(const QString &versionId,
                                         const QHash<QString, WayBackFacts::Version> &versions);

} // namespace edgewright
