// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "cloud/routinetypes.h"
#include "text/codebody.h"

#include <QHashFunctions>

namespace edgewright {

/// A routine for good: names are unique in an account only.
struct RoutineKey {
    QString accountId;
    QString routine;

    [[nodiscard]] bool operator==(const RoutineKey &other) const = default;
};

[[nodiscard]] inline size_t qHash(const RoutineKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.accountId, key.routine);
}

/// What the user wrote on a version; never sent to the service.
struct VersionMark {
    QString label;
    QString note;
    bool isStarred = false;

    [[nodiscard]] bool operator==(const VersionMark &other) const = default;
};

/// All that is known of a version, on the service or not.
struct ArchivedVersion {
    CodeVersion version; ///< As last listed.
    int ordinal = 0;     ///< 12 for "v12"; 0: none.
    VersionMark mark;
    QByteArray digest;                 ///< SHA-256 of the held body, 32 bytes; empty: none is held.
    qint64 size = -1;                  ///< Bytes of the held body; -1: none is held.
    BodyKind judged = BodyKind::Empty; ///< The held body.
    bool onService = true;             ///< In the newest complete listing.
    bool isLostOnService = false;      ///< The service's last answer for its body was not code.
    bool hasOtherBody = false;         ///< Another body came for it later and was kept beside it.
    QDateTime firstSeenAt;
    QDateTime lastSeenAt;

    [[nodiscard]] bool isHeld() const { return !digest.isEmpty(); }
};

struct ArchivedRoutine {
    Routine routine; ///< Deployments as last read.
    bool onService = true;
    QDateTime seenAt;
};

/// A listing of a routine's versions, with the numbers people use.
struct VersionListing {
    VersionList list;
    QHash<QString, int> ordinals; ///< By version id.
    QDateTime at;
};

/// How the archive file is doing.
struct ArchiveCondition {
    enum class Kind {
        Opening,
        Usable,
        ReadOnly, ///< What is held can be read; nothing new is kept.
        Unusable, ///< What is fetched is kept for this run only.
    };

    Kind kind = Kind::Opening;
    Error problem;        ///< Without a message: all is well.
    QString keptFile;     ///< Where a file that could not be used was moved; empty: nowhere.
    QString newestBackup; ///< Offered when something is wrong; empty: there is none.

    [[nodiscard]] bool hasProblem() const { return !problem.message.isEmpty(); }
};

struct ArchiveStatistics {
    QString file;
    qint64 fileSize = 0; ///< Bytes on the disk.
    qint64 accounts = 0;
    qint64 routines = 0;
    qint64 versions = 0;
    qint64 heldVersions = 0; ///< Their code is held.
    qint64 goneVersions = 0; ///< Held here only.
    qint64 bodies = 0;       ///< Distinct ones.
    qint64 codeSize = 0;     ///< Bytes of all held versions, as if each were a file.
    QString newestBackup;
    QDateTime backedUpAt; ///< Invalid when there is no backup beside the archive.
};

/// What a check of every body found.
struct VerifyReport {
    struct Finding {
        RoutineKey key; ///< Empty for the file as a whole.
        QString versionId;
        QString what; ///< Translated, one sentence.
    };

    qint64 checked = 0;
    QList<Finding> findings;
};

} // namespace edgewright
