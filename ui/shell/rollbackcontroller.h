// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/rollbacksheet.h"
#include "shell/trafficrun.h"
#include "workspace/wayback.h"

namespace edgewright {

/// Takes an environment of the routine on screen back: to what the ledger knows as its way back,
/// or to what a publication replaced. What is to come is fixed when the sheet opens; what is gone
/// from the service is saved again from the archive first.
class RollbackController final : public QObject {
    Q_OBJECT

public:
    RollbackController(const ShellContext &shell, RollbackSheet &sheet, QObject *parent = nullptr);

    /// To the last good version before what is live now.
    void open(const QString &environment);
    enum class Purpose { GoBack, UndoRollback };
    /// To what was live before \p publication.
    void openBefore(const Publication &publication, Purpose purpose);
    /// To \p shares, as at any moment in the ledger.
    void openShares(const QString &environment, const QList<VersionShare> &shares);
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }
    [[nodiscard]] bool stop() { return m_run.stop(); }

signals:
    void compareRequested(const QString &fromVersionId, const QString &toVersionId);
    void published(const edgewright::Publication &publication);
    /// Follows published() unless a rollback was undone.
    void rolledBack(const edgewright::Publication &publication);
    void idle();

private:
    using Versions = QHash<QString, WayBackFacts::Version>;

    struct Job {
        QString accountId;
        QString routine;
        QString environment;
        QList<VersionShare> target;
        QString wasLive;
        bool isUndo = false;
        QList<VersionShare> seen; ///< Live, as the sheet says.
        bool isSeen = false;      ///< It was read from the service.
        bool hasMoved = false;    ///< Since the sheet opened; nobody took notice of it yet.
        QList<RepublishFlow::Copy> copies;
        QString obstacle;
    };

    void begin(const Job &job);
    void plan(const Versions &versions);
    void planShare(VersionShare &share, const Versions &versions);
    /// Whose variables the copy of \p lost is to carry: the same, else those of the place it goes.
    [[nodiscard]] QString variablesFor(const std::optional<KnownVersion> &lost) const;
    void show();
    void describe();
    void countLines(const VersionCode &live, const VersionCode &target);
    void confirm();
    void showChanges();
    void updateLive(const QString &routine);
    void onFailed(const Error &error, const QHash<QString, QString> &copies);
    void onPublished(const Publication &publication);
    [[nodiscard]] bool isStale(const Job &job) const;
    [[nodiscard]] bool isLiveKnown() const;
    [[nodiscard]] Deployment live() const;
    void tell(const QString &text);

    ShellContext m_shell;
    RollbackSheet &m_sheet;
    TrafficRun m_run;
    Job m_job;
    quint64 m_request = 0; ///< Answers to older requests are void.
};

} // namespace edgewright
