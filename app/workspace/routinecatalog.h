// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledger.h"
#include "workspace/connection.h"
#include "workspace/draftstore.h"
#include "workspace/memory.h"
#include "workspace/routinelistmodel.h"
#include "workspace/versionnames.h"

namespace edgewright {

/// The routines of the account and what each has live: as the archive remembers them until the
/// service has answered, then as read. Empties itself when the account is left. GUI thread.
class RoutineCatalog final : public QObject {
    Q_OBJECT

public:
    /// All collaborators must outlive the catalogue.
    RoutineCatalog(Connection &connection, const Memory &memory, QObject *parent = nullptr);

    [[nodiscard]] RoutineListModel &model() { return m_model; }
    /// As last read, deployments included when known; nothing for an unknown name.
    [[nodiscard]] std::optional<Routine> routine(const QString &name) const;
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }
    /// When the list was last read, maybe on another day; invalid before.
    [[nodiscard]] QDateTime readAt() const { return m_readAt; }
    /// What is shown was read since the account was connected.
    [[nodiscard]] bool isRead() const { return m_isRead; }
    [[nodiscard]] int quota() const { return m_quota; }

    /// Reads the list, then each routine's deployments, a few at a time.
    void refresh();
    /// Stops reading; what was read stays. refreshFailed() follows with ErrorCode::Cancelled.
    void cancel();
    /// Reads one routine again.
    void refreshRoutine(const QString &name);
    /// The same for somebody who waits for what is there.
    [[nodiscard]] Reply<Routine> *read(const QString &name);
    /// Takes over what somebody else has just read of a routine of this account.
    void adopt(const Routine &routine);
    [[nodiscard]] Reply<> *create(const QString &name, const QString &description);
    [[nodiscard]] Reply<> *remove(const QString &name);

    /// Versions are named once their history was read: call this to show the new names.
    void renameVersions(const QString &routine);

signals:
    void refreshStarted(); ///< One of the next two follows.
    /// The list itself is in the model; what is live is still being read.
    void listed();
    /// What the archive remembers of the account is in the model.
    void restored();
    void refreshed();
    void refreshFailed(const edgewright::Error &error);
    /// Deployments of \p name were read anew, or it is gone.
    void routineChanged(const QString &name);

private:
    void report(Reply<> *recording);
    void restore();
    void applyRestored(const QList<ArchivedRoutine> &routines);
    void applyList(const RoutineList &list);
    void readNextRoutine();
    void finishRefresh(const std::optional<Error> &error);
    /// Numbers are given when a call is sent, so that an older answer never replaces a newer one.
    void onRead(const QString &name, quint64 number, const Result<Routine> &routine);
    void tellFailure(const Error &error);
    /// What is live, for the ledger; a routine that is gone has nothing live.
    void observe(const Routine &routine, quint64 number);
    void observeGone(const RoutineList &list, quint64 number);
    void apply(const Routine &routine);
    /// Live versions whose names are not known yet are looked up in the routine's list.
    void nameLiveVersions(const Routine &routine);
    void drop(const QString &name);
    /// \p call, after whose success everything is read anew.
    Reply<> *thenRefresh(Reply<> *call);
    void markDraft(const QString &accountId, const QString &routine);
    void clear();
    /// \p readAt: when its deployments were read; invalid when they are not known.
    [[nodiscard]] RoutineListModel::Item itemOf(const Routine &routine,
                                                const QDateTime &readAt) const;
    [[nodiscard]] QString describeLive(const Routine &routine, const QString &environment) const;

    Connection &m_connection;
    DraftStore &m_drafts;
    VersionNames &m_names;
    Archive &m_archive;
    Ledger &m_ledger;
    RoutineListModel m_model;
    QStringList m_unread;
    int m_reading = 0; ///< Calls under way.
    std::optional<Error> m_failure;
    QDateTime m_readAt;
    bool m_isRead = false;
    QString m_restored; ///< The account whose memory was asked for.
    int m_quota = 0;
    QHash<QString, quint64> m_newest; ///< By routine, the number of the newest answer applied.
    quint64 m_request = 0;            ///< Answers to older requests are void.
    bool m_refreshing = false;
};

} // namespace edgewright
