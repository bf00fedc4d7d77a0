// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connection.h"
#include "workspace/draftstore.h"
#include "workspace/routinelistmodel.h"
#include "workspace/versionnames.h"

namespace edgewright {

/// The routines of the connected account and what each has live. Empties itself when the
/// connection changes, fills itself when it is connected. GUI thread.
class RoutineCatalog final : public QObject {
    Q_OBJECT

public:
    /// All collaborators must outlive the catalogue.
    RoutineCatalog(Connection &connection, DraftStore &drafts, VersionNames &names,
                   QObject *parent = nullptr);

    [[nodiscard]] RoutineListModel &model() { return m_model; }
    /// As last read, deployments included when known; nothing for an unknown name.
    [[nodiscard]] std::optional<Routine> routine(const QString &name) const;
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }
    /// When the list was last read; invalid before.
    [[nodiscard]] QDateTime readAt() const { return m_readAt; }
    [[nodiscard]] int quota() const { return m_quota; }

    /// Reads the list, then each routine's deployments, a few at a time.
    void refresh();
    /// Stops reading; what was read stays. refreshFailed() follows with ErrorCode::Cancelled.
    void cancel();
    /// Reads one routine again.
    void refreshRoutine(const QString &name);
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
    void refreshed();
    void refreshFailed(const edgewright::Error &error);
    /// Deployments of \p name were read anew, or it is gone.
    void routineChanged(const QString &name);

private:
    /// A change whose answer was lost, and what reading must find if it was executed.
    struct Change {
        QString name;
        bool expectedThere = true;
        bool wasThere = false;
    };

    void applyList(const RoutineList &list);
    void readNextRoutine();
    void finishRefresh(const std::optional<Error> &error);
    /// Numbers are given when a call is sent, so that an older answer never replaces a newer one.
    void onRead(const QString &name, quint64 number, const Result<Routine> &routine);
    void tellFailure(const Error &error);
    void apply(const Routine &routine);
    /// Live versions whose names are not known yet are looked up in the routine's list.
    void nameLiveVersions(const Routine &routine);
    void drop(const QString &name);
    void settleByReading(const Change &change, const QPointer<Reply<>> &reply, const Error &lost);
    void settle(const QPointer<Reply<>> &reply, const Result<> &result);
    void markDraft(const QString &accountId, const QString &routine);
    void clear();
    [[nodiscard]] RoutineListModel::Item itemOf(const Routine &routine, bool liveKnown) const;
    [[nodiscard]] QString describeLive(const Routine &routine, const QString &environment) const;

    Connection &m_connection;
    DraftStore &m_drafts;
    VersionNames &m_names;
    RoutineListModel m_model;
    QStringList m_unread;
    int m_reading = 0; ///< Calls under way.
    std::optional<Error> m_failure;
    QDateTime m_readAt;
    int m_quota = 0;
    QHash<QString, quint64> m_newest; ///< By routine, the number of the newest answer applied.
    quint64 m_lastNumber = 0;
    quint64 m_request = 0; ///< Answers to older requests are void.
    bool m_refreshing = false;
};

} // namespace edgewright
