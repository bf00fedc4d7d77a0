// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/splitsheet.h"
#include "shell/trafficrun.h"

namespace edgewright {

/// Shares the traffic of an environment of the routine on screen out between two versions: starts
/// a split of what is live and the version chosen, changes one that runs, ends it.
class SplitController final : public QObject {
    Q_OBJECT

public:
    SplitController(const ShellContext &shell, SplitSheet &sheet, QObject *parent = nullptr);

    void open(const QString &environment);
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }
    [[nodiscard]] bool stop() { return m_run.stop(); }

signals:
    void published(const edgewright::Publication &publication);
    void idle();

private:
    struct Job {
        QString accountId;
        QString routine;
        QString environment;
        QString arrives; ///< The version chosen when no split runs.
        QList<VersionShare> seen;
        bool hasMoved = false; ///< Since the sheet opened; nobody took notice of it yet.
    };

    /// There is only something to adjust while a split runs.
    void nameAction();
    void start(const QList<VersionShare> &shares);
    void updateLive(const QString &routine);
    [[nodiscard]] SplitSheet::Context context();
    /// The version somebody most likely means to bring in; empty when there is none.
    [[nodiscard]] QString chosenVersion(const QString &live) const;
    [[nodiscard]] bool canBePublished(const QString &versionId) const;
    [[nodiscard]] QString environmentWithSplit() const;
    void tell(const QString &text);

    ShellContext m_shell;
    SplitSheet &m_sheet;
    TrafficRun m_run;
    Job m_job;
};

} // namespace edgewright
