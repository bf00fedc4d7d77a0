// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/routinecatalog.h"
#include "workspace/versioncodes.h"
#include "workspace/versionlistmodel.h"

namespace edgewright {

/// The versions of the routine on screen, and the code of any version: what the service has and
/// what the archive remembers, as one. Without a connection the archive answers. GUI thread.
class VersionHistory final : public QObject {
    Q_OBJECT

public:
    /// May a deletion leave no copy of the code?
    enum class LastCopy { Keep, GiveUp };

    /// All collaborators must outlive the history.
    VersionHistory(Connection &connection, RoutineCatalog &catalog, const Memory &memory,
                   QObject *parent = nullptr);

    [[nodiscard]] VersionListModel &model() { return m_model; }
    [[nodiscard]] const QString &routine() const { return m_routine; }
    /// Shows another routine: what is known of it at once, then a refresh. Empty: none.
    void setRoutine(const QString &name);
    /// Marks the version the draft is based on, and the one that production would go back to.
    void setBase(const QString &versionId);
    void setWayBack(const QString &versionId);
    void refresh();
    /// Stops waiting; what was read stays. refreshFailed() follows with ErrorCode::Cancelled.
    void cancel();
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }
    /// Somebody waits for the service's versions or code; what nobody waits for comes later.
    [[nodiscard]] bool isAwaited() const { return m_refreshing || m_codes.isAwaited(); }
    /// The service listed the shown routine's versions since it was connected.
    [[nodiscard]] bool isListed() const { return m_book.isListed(m_routine); }

    /// The version of that id in the shown routine.
    [[nodiscard]] std::optional<CodeVersion> version(const QString &versionId) const;
    /// The newest numbered version on the service; without any there, the newest known. Empty when
    /// there is none.
    [[nodiscard]] QString newestVersionId() const { return newestVersionId(m_routine); }
    [[nodiscard]] QString newestVersionId(const QString &routine) const;
    [[nodiscard]] QString nameOf(const QString &versionId) const;
    /// Numbered versions on the service, and how many it keeps.
    [[nodiscard]] int used() const;
    [[nodiscard]] int quota() const;
    /// What is known of any routine's versions, once versionsKnown() told of it.
    [[nodiscard]] const VersionBook &book() const { return m_book; }
    [[nodiscard]] VersionCodes &codes() { return m_codes; }

    /// See VersionCodes.
    [[nodiscard]] Reply<VersionCode> *fetchCode(const QString &routine, const QString &versionId);
    [[nodiscard]] std::optional<VersionCode> knownCode(const QString &routine,
                                                       const QString &versionId) const;
    /// Reads the list of a routine that is not shown; versionsKnown() follows.
    [[nodiscard]] Reply<> *readList(const QString &routine);
    /// Label, note and star of a version; they stay on this computer.
    [[nodiscard]] Reply<> *mark(const QString &routine, const QString &versionId,
                                const VersionMark &mark);
    /// Deletes a version of the shown routine that is live nowhere from the service, then
    /// refreshes. Unless the last copy is given up, the archive must have the code and read it back
    /// first.
    [[nodiscard]] Reply<> *remove(const QString &versionId, LastCopy lastCopy = LastCopy::Keep);

signals:
    void refreshStarted(); ///< One of the next two follows.
    void refreshed();
    void refreshFailed(const edgewright::Error &error);
    /// The archive's memory of that routine was read, or read anew.
    void versionsKnown(const QString &routine);
    void awaitedChanged();

private:
    struct Deletion {
        QString accountId;
        QString routine;
        QString versionId;
        QPointer<Reply<>> reply;
    };

    void clear();
    [[nodiscard]] RoutineKey keyOf(const QString &routine) const;
    void readArchive(const QString &routine);
    void recordList(const QString &routine, const VersionList &list);
    void recall(const QString &routine, const QList<ArchivedVersion> &versions);
    void deleteNow(const Deletion &deletion);
    /// Numbers are given when a call is sent, so that an older answer never replaces a newer one.
    void applyList(const QString &routine, quint64 number, const VersionList &list);
    void finishRefresh(const std::optional<Error> &error);
    void rebuild();
    [[nodiscard]] VersionListModel::Item itemOf(const KnownVersion &known,
                                                const Routine &routine) const;

    Connection &m_connection;
    RoutineCatalog &m_catalog;
    VersionNames &m_names;
    Archive &m_archive;
    Ledger &m_ledger;
    VersionBook m_book;
    VersionCodes m_codes;
    VersionListModel m_model;
    QString m_routine;
    QString m_base;
    QString m_wayBack;
    VersionQuota *m_quota;
    QHash<QString, quint64> m_newest; ///< By routine, the number of the newest list applied.
    QHash<QString, quint64> m_newestArchived; ///< Likewise of the newest question to the archive.
    quint64 m_lastNumber = 0;
    quint64 m_request = 0; ///< Answers to older requests are void.
    bool m_refreshing = false;
};

} // namespace edgewright
