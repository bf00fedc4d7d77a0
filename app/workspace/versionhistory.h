// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/codebody.h"
#include "workspace/routinecatalog.h"
#include "workspace/versionlistmodel.h"

#include <QCache>
#include <QHash>

namespace edgewright {

/// A version's code, judged.
struct VersionCode {
    CodeVersion version;
    QString name; ///< "v7"
    QByteArray bytes;
    BodyVerdict verdict;
};

/// The versions of the routine on screen, and the code of any version. A version's code never
/// changes, so it is fetched once and kept in memory. GUI thread.
class VersionHistory final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype kKeptCode = 64'000'000; ///< Bytes of code kept in memory.

    /// All collaborators must outlive the history.
    VersionHistory(Connection &connection, RoutineCatalog &catalog, VersionNames &names,
                   QObject *parent = nullptr);

    [[nodiscard]] VersionListModel &model() { return m_model; }
    [[nodiscard]] const QString &routine() const { return m_routine; }
    /// Shows another routine: what is known of it at once, then a refresh. Empty: none.
    void setRoutine(const QString &name);
    /// Marks the version the draft is based on.
    void setBase(const QString &versionId);
    void refresh();
    /// Stops waiting; what was read stays. refreshFailed() follows with ErrorCode::Cancelled.
    void cancel();
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }

    /// The version of that id in the shown routine.
    [[nodiscard]] std::optional<CodeVersion> version(const QString &versionId) const;
    /// The newest numbered version; empty when there is none.
    [[nodiscard]] QString newestVersionId() const;
    [[nodiscard]] QString nameOf(const QString &versionId) const;
    /// Numbered versions on the service, and how many it keeps.
    [[nodiscard]] int used() const;
    [[nodiscard]] int quota() const;

    /// ErrorCode::NotCode never fails this call: look at the verdict.
    [[nodiscard]] Reply<VersionCode> *fetchCode(const QString &routine, const QString &versionId);
    /// Already fetched code, without asking.
    [[nodiscard]] std::optional<VersionCode> knownCode(const QString &routine,
                                                       const QString &versionId) const;
    /// Deletes a version that is live nowhere, then refreshes.
    [[nodiscard]] Reply<> *remove(const QString &versionId);

signals:
    void refreshStarted(); ///< One of the next two follows.
    void refreshed();
    void refreshFailed(const edgewright::Error &error);

private:
    struct Deletion {
        QString routine;
        QString versionId;
        QPointer<Reply<>> reply;
    };

    void clear();
    void fetchQuota();
    /// Numbers are given when a call is sent, so that an older answer never replaces a newer one.
    void applyList(const QString &routine, quint64 number, const VersionList &list);
    void finishRefresh(const std::optional<Error> &error);
    void settleDeletion(const Deletion &deletion, const Error &lost);
    void rebuild();
    [[nodiscard]] VersionCode keep(const QString &routine, const VersionBody &body);

    Connection &m_connection;
    RoutineCatalog &m_catalog;
    VersionNames &m_names;
    VersionListModel m_model;
    QString m_routine;
    QString m_base;
    QHash<QString, VersionList> m_lists; ///< By routine.
    /// By routine and version id, the least recently used go first; costs are bytes.
    mutable QCache<QString, VersionCode> m_codes{kKeptCode};
    Quota m_quota;
    QHash<QString, quint64> m_newest; ///< By routine, the number of the newest list applied.
    quint64 m_lastNumber = 0;
    quint64 m_request = 0; ///< Answers to older requests are void.
    bool m_refreshing = false;
};

} // namespace edgewright
