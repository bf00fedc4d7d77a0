// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "archive/ledger.h"
#include "workspace/connection.h"
#include "workspace/routinecopyplan.h"
#include "workspace/versioncodes.h"

namespace edgewright {

class SaveVersionFlow;

/// Copies a routine with its history to another account: makes the routine there, then saves one
/// version after the other, oldest first, each read back. First plan(), then copy(); what was
/// copied before is found again, so that an interrupted copy goes on where it stopped. The source
/// is only read, from the archive; what the archive lacks is fetched first. GUI thread.
class RoutineCopyFlow final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Archive &archive;
        VersionCodes &codes; ///< Of the source's account.
        Connection &target;  ///< Connected to the account that gets the copy.
        Ledger &ledger;
    };

    struct Request {
        RoutineKey source;
        QString targetRoutine;
        QString description; ///< Of the routine, where it has to be made.
    };

    RoutineCopyFlow(const Parts &parts, Request request, QObject *parent = nullptr);

    /// Reads both sides; planned() or failed() follows. Also to be called again after a copy.
    void plan();
    /// Copies what waits; copied(), failed() or stopped() follows. After a failure both sides are
    /// read once more before that: what failed may be there all the same.
    void copy();
    /// Stops before the next version; a version under way is finished first.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    [[nodiscard]] const CopyPlan &state() const { return m_plan; }
    [[nodiscard]] const Request &request() const { return m_request; }
    [[nodiscard]] bool targetExists() const { return m_targetExists; }
    [[nodiscard]] int quota() const { return m_quota; }
    /// Names of versions whose code nobody has any more: they cannot be copied.
    [[nodiscard]] const QStringList &withoutCode() const { return m_withoutCode; }

signals:
    void planned();
    /// \p done of \p total versions of this run are there; \p name is under way.
    void progressed(int done, int total, const QString &name);
    void copied();
    void stopped();
    /// What was copied before stays; copy() goes on there.
    void failed(const edgewright::Error &error);

private:
    void readSource();
    void onSource(const QList<ArchivedVersion> &versions);
    void secureNext();
    void takeSources(const QList<ArchivedVersion> &versions);
    void readTarget();
    void readTargetVersions();
    void readNextTargetBody();
    void finishPlan();
    void copyPlanned();
    void createRoutine();
    void copyNext();
    void save(const CopySource &source, const QByteArray &code);
    void onSaved(const QString &sourceId, const Result<QString> &versionId);
    void fail(const QString &message, const Error &error);
    [[nodiscard]] bool goesOn();

    Parts m_parts;
    Request m_request;
    CopyPlan m_plan;
    QList<CopySource> m_sources;
    QList<CopyTarget> m_targets; ///< Oldest first.
    QStringList m_unread;        ///< Versions of the target whose code is not read yet.
    QStringList m_unsecured;     ///< Versions of the source that only the service has.
    QStringList m_withoutCode;
    SaveVersionFlow *m_save = nullptr;
    int m_quota = 0;
    int m_done = 0;
    int m_total = 0;
    bool m_targetExists = false;
    bool m_isRunning = false;
    bool m_isStopping = false;
    bool m_isStale = true;       ///< What is there may be more than the plan says.
    bool m_isCopyWanted = false; ///< As soon as it is read.
};

} // namespace edgewright
