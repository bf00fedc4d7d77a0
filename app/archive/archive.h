// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "archive/archiveworker.h"

#include <QThreadPool>

namespace edgewright {

/// The memory for every version ever seen: what each was, its code, and what the user wrote on it.
/// Nothing in it is ever deleted. GUI thread; everything is done on a thread of its own and is
/// safe on the disk when its reply is there.
class Archive final : public QObject {
    Q_OBJECT

public:
    using Listing = VersionListing;
    using Condition = ArchiveCondition;

    /// Opens \p folder/archive.db, which is made when it is missing; whatever happens, the archive
    /// answers.
    explicit Archive(const QString &folder, QObject *parent = nullptr);
    /// What was handed over is on the disk afterwards.
    ~Archive() override;

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const Condition &condition() const { return m_condition; }
    /// Tries the file once more, as after another program has let go of it.
    void reopen();

    [[nodiscard]] Reply<> *recordRoutines(const QString &accountId, const RoutineList &list,
                                          const QDateTime &at);
    /// With its deployments.
    [[nodiscard]] Reply<> *recordRoutine(const QString &accountId, const Routine &routine,
                                         const QDateTime &at);
    [[nodiscard]] Reply<QList<ArchivedRoutine>> *routines(const QString &accountId);

    /// Versions that are missing in a complete listing are gone from the service.
    [[nodiscard]] Reply<> *recordListing(const RoutineKey &key, const Listing &listing);
    /// Keeps what came from the service. Bytes that are no content (an error page, nothing) only
    /// mark the version as lost there. ErrorCode::Mismatch when another body is held: that one
    /// stays, the new one is kept beside it. Only the unstable slot may change.
    [[nodiscard]] Reply<> *recordBody(const RoutineKey &key, const QString &versionId,
                                      const QByteArray &bytes);
    /// Newest first, the unstable one last.
    [[nodiscard]] Reply<QList<ArchivedVersion>> *versions(const RoutineKey &key);
    /// The exact bytes; ErrorCode::NotFound when they are not held.
    [[nodiscard]] Reply<QByteArray> *body(const RoutineKey &key, const QString &versionId);
    [[nodiscard]] Reply<> *mark(const RoutineKey &key, const QString &versionId,
                                const VersionMark &mark);

    [[nodiscard]] Reply<ArchiveStatistics> *statistics();
    /// Hashes every body again, with progress; can be cancelled.
    [[nodiscard]] Reply<VerifyReport> *verify();
    /// Writes all of it to \p path, which is replaced.
    [[nodiscard]] Reply<> *backUp(const QString &path);
    /// Puts the backup at \p path in the place of the archive, which is kept beside it.
    [[nodiscard]] Reply<> *restore(const QString &path);
    /// Writes today's backup beside the archive unless there is one, when nothing else is to do.
    void backUpToday();

    /// For others who keep something in the same file.
    [[nodiscard]] ArchiveWorker &worker() { return *m_worker; }

signals:
    void conditionChanged();
    void restored(); ///< Everything may be another thing now.
    void versionsChanged(const edgewright::RoutineKey &key);

private:
    void setCondition(const Condition &condition);
    /// Tells of the change once it is made.
    Reply<> *telling(Reply<> *reply, const RoutineKey &key);

    QString m_file;
    Condition m_condition;
    QThreadPool m_copying; ///< Of one thread; a copy of the archive takes its time.
    std::unique_ptr<ArchiveWorker> m_worker;
};

} // namespace edgewright
