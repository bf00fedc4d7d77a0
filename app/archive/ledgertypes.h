// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"

#include <QStringList>

namespace edgewright {

enum class ActKind {
    SaveVersion,
    Publish,
    DeleteVersion,
    CreateRoutine,
    DeleteRoutine,
    ChangedElsewhere, ///< Seen, not done from here.
    LimitProcessor,   ///< The CPU time of one environment.
};

enum class ActOutcome {
    Pending, ///< Under way, or cut off by the end of the program.
    Done,
    NothingHappened,
    Unknown,
};

/// One line of the ledger: an act on the service, or a change that was seen. Text in it comes from
/// the user or the service: plain text only.
struct LedgerEntry {
    qint64 id = 0; ///< Given by the ledger; tells the order.
    RoutineKey key;
    QString accountName; ///< At that time.
    ActKind kind = ActKind::Publish;
    QString environment;      ///< Of a publication or a change seen; else empty.
    QString versionId;        ///< Saved or deleted; for LimitProcessor the limit.
    QList<VersionShare> from; ///< Live before.
    QList<VersionShare> to;   ///< Meant to be live afterwards, or seen to be.
    QString reason;
    /// UTC. ChangedElsewhere: when the former state was last seen, and when the new one was first;
    /// the clock may have been set back in between.
    QDateTime startedAt;
    QDateTime endedAt;
    ActOutcome outcome = ActOutcome::Pending;
    bool isOpen = true; ///< Reading back may still tell the outcome.
    QStringList requestIds;
    QString detail; ///< English facts.

    // What reading back needs to settle it.
    QByteArray digest;           ///< SHA-256 of the code being saved.
    QStringList knownVersionIds; ///< On the service before a version was saved.
    bool existedBefore = false;  ///< The routine to be created or deleted.
};

/// How an act ended.
struct ActCompletion {
    ActOutcome outcome = ActOutcome::Unknown;
    bool isOpen = false;
    QString versionId; ///< When it is known only now.
    QStringList requestIds;
    QString detail;
    QDateTime at; ///< Invalid: now.
};

/// Which entries, newest first.
struct LedgerFilter {
    QString accountId;        ///< Empty: all accounts.
    QString routine;          ///< Empty: all routines.
    QString text;             ///< In routine, reason, account, ids or "v12"; empty: all.
    QStringList environments; ///< Also these, whatever the text: names as the user sees them.
    QList<ActKind> kinds;     ///< Also these.
    qint64 before = 0;        ///< Entries older than this one; 0: from the newest on.
    int most = 200;
};

/// A routine as it was read from the service.
struct Observation {
    QString accountId;
    Routine routine;
    QDateTime at;
    quint64 reading = 0; ///< From Ledger::nextReading(), asked for when the call was sent.
};

/// What one environment ran at a moment, as far as it can be told.
struct LiveState {
    enum class Knowledge {
        Never,   ///< Not read yet at that time, nor is it known from later.
        Seen,    ///< Read before and after, without a change.
        Between, ///< It changed between two readings; either may have been live.
        Last,    ///< Not read since: what the newest reading found.
    };

    QString environment;
    Knowledge knowledge = Knowledge::Never;
    QList<VersionShare> shares;
    QDateTime since;          ///< Invalid when unknown.
    bool isExact = false;     ///< since is the service's own time for it, not the first reading's.
    QDateTime lastSeen;       ///< The last reading that found it.
    QDateTime until;          ///< The first reading that found something else; invalid: none yet.
    QList<VersionShare> next; ///< What that found.
    qint64 nextEntry = 0;     ///< What brought the change.
    bool clockWentBack = false; ///< That time came twice on this computer.
};

struct LiveMoment {
    QDateTime at;
    QList<LiveState> states; ///< Production first.
};

/// The order of shares means nothing.
[[nodiscard]] bool isSameTraffic(const QList<VersionShare> &a, const QList<VersionShare> &b);

} // namespace edgewright
