// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/watchoptions.h"
#include "shell/probetargets.h"
#include "shell/watchmemory.h"
#include "shell/watchrun.h"

namespace edgewright {

class PublishSheet;
class Settings;

/// Watches addresses after publications: asks in the publish sheet which, looks at them until
/// something is sent, and has a WatchRun look again when the code has spread. Several publications
/// can be watched at once; anything newer that is published at the same place ends a watch.
class WatchController final : public QObject {
    Q_OBJECT

public:
    WatchController(const ShellContext &shell, Settings &settings, PublishSheet &sheet,
                    QObject *parent = nullptr);

    /// What the publish sheet asks for now is what counts.
    void noteSending();
    /// Whoever brought it about: ends the watch of what was live there.
    void notePublished(const Publication &publication);
    /// What the publish sheet was confirmed for is live: only that is ever watched.
    void watchPublished(const Publication &publication);
    /// Something is being taken back.
    [[nodiscard]] bool isRunning() const;
    /// Stops what can be stopped; false when a rollback has to go on to its end: idle() follows.
    [[nodiscard]] bool stop();
    /// Tests do not wait for code to spread.
    void setPlan(const WatchPlan &plan) { m_plan = plan; }
    /// Nor type in time.
    void setTypingPause(std::chrono::milliseconds pause) { m_typing.setInterval(pause); }

signals:
    /// A publication was taken back, and that was read back.
    void published(const edgewright::Publication &publication);
    void rollbackRequested(const edgewright::Publication &publication);
    void compareRequested(const edgewright::SourcePair &pair);
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sheetOpened();
    void disarm();
    void build();
    void adopt(const QList<ProbeRequest> &requests);
    /// Nothing is watched, and why.
    void fail(const QString &problem);
    void begin(const Publication &publication);
    void tellUnwatched(const Publication &publication);
    /// What ended with the program, or with the account.
    void tellCutOff();
    [[nodiscard]] bool isRollingBackAt(const Publication &publication) const;
    [[nodiscard]] QString accountId() const;

    ShellContext m_shell;
    Settings &m_settings;
    PublishSheet &m_sheet;
    ProbeClient *m_client;
    ProbeTargets *m_targets;
    WatchOptions *m_options;
    WatchPlan m_plan;
    QTimer m_typing;  ///< Until what is typed is looked at.
    QTimer m_refresh; ///< Until the answers from before are asked for anew.
    QPointer<Watch> m_coming;
    WatchOptions::Choice m_choice; ///< What m_coming is sent with.
    QString m_environment;         ///< That m_coming is sent for; empty: not yet.
    QString m_problem;             ///< Why there is no m_coming, where that is known.
    WatchBoard *m_board;
    WatchMemory m_memory;
    QList<WatchRun *> m_runs; ///< The last one at each place, over or not.
    quint64 m_build = 0;      ///< Answers to older ones are void.
};

} // namespace edgewright
