// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/watch.h"
#include "publish/watchoptions.h"
#include "shell/probetargets.h"
#include "shell/watchwords.h"
#include "workspace/publication.h"
#include "workspace/publishflow.h"

namespace edgewright {

class PublishSheet;
class Settings;

/// Watches addresses after a publication: asks in the publish sheet which, looks at them until it
/// is confirmed and again when the code has spread, says loudly when one answers worse, and takes
/// the publication back by itself only where that was switched on for it. Anything newer that is
/// published there ends a watch.
class WatchController final : public QObject {
    Q_OBJECT

public:
    WatchController(const ShellContext &shell, Settings &settings, PublishSheet &sheet,
                    QObject *parent = nullptr);

    /// Whoever brought it about: ends the watch of what was live there.
    void notePublished(const Publication &publication);
    /// What the publish sheet was confirmed for is live: only that is ever watched.
    void watchPublished(const Publication &publication);
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr; }
    /// Stops what can be stopped; false when a rollback has to go on to its end: idle() follows.
    [[nodiscard]] bool stop();
    /// Tests do not wait for code to spread.
    void setPlan(const WatchPlan &plan) { m_plan = plan; }

signals:
    /// A publication was taken back, and that was read back.
    void published(const edgewright::Publication &publication);
    void rollbackRequested(const edgewright::Publication &publication);
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sheetOpened();
    void disarm();
    void build();
    void adopt(const QList<ProbeRequest> &requests);
    void confirmed(const QString &environment);
    void begin(const Publication &publication);
    void tellLook();
    void tellEnd();
    void tellFailed();
    void rollBack(const QString &cause, const Publication &publication);
    void rolledBack(const QString &cause, const Publication &publication,
                    const Result<Routine> &routine);
    void offerRollback(const Publication &publication);
    [[nodiscard]] WatchWords words(const Publication &publication) const;
    [[nodiscard]] QString nameOf(const Publication &publication,
                                 const QList<VersionShare> &shares) const;
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
    WatchOptions::Choice m_choice; ///< What m_coming was confirmed with.
    QString m_environment;         ///< That m_coming was confirmed for; empty: not yet.
    QPointer<Watch> m_watch;       ///< Of m_publication.
    Publication m_publication;
    bool m_byItself = false;       ///< Goes back without asking.
    PublishFlow *m_flow = nullptr; ///< One rollback at a time, of what may be another publication.
    quint64 m_build = 0;           ///< Answers to older ones are void.
};

} // namespace edgewright
