// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/codebody.h"
#include "workspace/routinecatalog.h"
#include "workspace/versionlistmodel.h"

namespace edgewright {

/// A version's code, judged.
struct VersionCode {
    CodeVersion version;
    QString name; ///< "v7"
    QByteArray bytes;
    BodyVerdict verdict;
};

/// The versions of the routine on screen, and the code of any version. A version's code never
/// changes, so it is fetched once per run. GUI thread.
class VersionHistory final : public QObject {
    Q_OBJECT

public:
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
    void refreshStarted();
    void refreshed();
    void refreshFailed(const edgewright::Error &error);

private:
    void rebuild();

    Connection &m_connection;
    RoutineCatalog &m_catalog;
    VersionNames &m_names;
    VersionListModel m_model;
    QString m_routine;
    QString m_base;
    QHash<QString, VersionList> m_lists; ///< By routine.
    QHash<QString, VersionCode> m_codes; ///< By routine and version id.
    Quota m_quota;
    quint64 m_request = 0; ///< Answers to older requests are void.
    bool m_refreshing = false;
};

} // namespace edgewright
