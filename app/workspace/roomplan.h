// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledgertypes.h"
#include "workspace/versionlistmodel.h"

namespace edgewright {

/// What has to be known to make room for another version, all of one routine.
struct RoomFacts {
    QList<VersionListModel::Item> versions; ///< Newest first.
    std::optional<Routine> routine;         ///< With what is live; nothing: that is not known.
    QStringList wayBackIds;                 ///< Besides what the versions are marked with.
    QList<LedgerEntry> entries;             ///< In any order.
    int wanted = 1;                         ///< How many have to go.
    QDate today;
};

/// A version that may be deleted from the service, or why it may not.
struct RoomChoice {
    QString versionId;
    QString name;            ///< "v3"
    QString reason;          ///< "oldest, not live since 3 Oct, archived", translated.
    bool isProposed = false; ///< Among the safest of them.

    [[nodiscard]] bool operator==(const RoomChoice &other) const = default;
};

struct RoomPlan {
    int wanted = 0;
    QList<RoomChoice> safe; ///< The safest first.
    QList<RoomChoice> kept; ///< Not to be deleted, newest first.

    [[nodiscard]] bool isEnough() const { return safe.size() >= wanted; }
    [[nodiscard]] QStringList proposedIds() const;
    [[nodiscard]] bool operator==(const RoomPlan &other) const = default;
};

/// Which versions can be deleted from the service with the least harm: never one that is live
/// anywhere, the way back, or the last copy of its code; the draft's base and those with a star
/// last. Pure.
[[nodiscard]] RoomPlan planRoom(const RoomFacts &facts);

} // namespace edgewright
