// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledger.h"
#include "workspace/versionhistory.h"

namespace edgewright {

/// What somebody is about to do, and what he knew when he decided on it.
struct GuardQuestion {
    QString routine;
    QString environment; ///< Empty: only a version is saved.
    QString baseVersionId;
    /// The newest numbered version on the service when the draft took its base, or when the version
    /// to be published was chosen; empty: the base itself.
    QString newestSeen;
    QList<VersionShare> liveSeen; ///< What was shown as live in the environment.
    /// What is about to be saved or published: a version with the same bytes is no news. Empty: not
    /// compared.
    QByteArray code;
    bool isLiveKnown = true; ///< False: nothing was shown as live, so nothing can have moved.
};

/// What was done meanwhile, as read from the service at readAt.
struct GuardFinding {
    QString accountId;
    QString routine;
    QString environment;
    QString baseVersionId;
    QString theirsVersionId; ///< The newest version made by somebody else since; empty: none.
    QDateTime theirsAt;      ///< When it was made; invalid when the service did not say.
    int newerVersions = 0;   ///< How many were made by somebody else since.
    QList<VersionShare> liveSeen;
    QList<VersionShare> liveNow;
    QDateTime liveSince;         ///< Invalid when the service did not say.
    bool isLiveMoved = false;    ///< Something else is live than what was shown.
    bool isLiveFromHere = false; ///< It was published from this computer.
    QDateTime readAt;            ///< UTC, when the service was asked: not older than this.

    [[nodiscard]] bool isOvertaken() const { return !theirsVersionId.isEmpty(); }
    [[nodiscard]] bool hasLiveMoved() const { return isLiveMoved; }
    [[nodiscard]] bool isClear() const { return !isOvertaken() && !hasLiveMoved(); }
};

/// Reads anew what is newest and what is live before somebody saves or publishes, and tells what
/// others did since. What the ledger knows as saved from here is not somebody else's. Decides
/// nothing, keeps nothing. GUI thread.
class Guard final : public QObject {
    Q_OBJECT

public:
    /// All collaborators must outlive the guard.
    Guard(Connection &connection, RoutineCatalog &catalog, VersionHistory &history,
          const Memory &memory, QObject *parent = nullptr);

    /// Never answered from memory; what was read is given to catalogue, history and ledger. Cancel
    /// the reply to stop.
    [[nodiscard]] Reply<GuardFinding> *look(const GuardQuestion &question);

private:
    Connection &m_connection;
    RoutineCatalog &m_catalog;
    VersionHistory &m_history;
    Memory m_memory;
};

} // namespace edgewright

Q_DECLARE_METATYPE(edgewright::GuardFinding)
