// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/guard.h"
#include "workspace/saveversionflow.h"

namespace edgewright {

class DescriptionProposal;
class DraftPage;
class RoomController;
class SaveVariables;
class SaveVersionSheet;
class Settings;

/// Saves the draft on screen as a version: the sheet asks, what others did meanwhile is looked for,
/// room is made where that was agreed to, the flow saves, and the draft is then based on the new
/// version. What is saved is fixed when the sheet opens, whatever is on screen later.
class SaveController final : public QObject {
    Q_OBJECT

public:
    SaveController(const ShellContext &shell, SaveVersionSheet &sheet, Settings &settings,
                   QObject *parent = nullptr);

    /// Opens the sheet for the draft on screen. \p publishTo: the environment the user wanted to
    /// publish to; empty: only saving was asked for.
    void open(const QString &publishTo = {});
    /// Likewise, after the service refused a version for want of room: proposes what to delete.
    void openRefused(const Error &error, const QString &publishTo);
    [[nodiscard]] bool isRunning() const;
    /// Goes on with what overtaken() has stopped, without looking again.
    void saveAnyway();
    /// Stops what can be stopped; false when the flow has to go on to its end.
    bool stop();

signals:
    /// The version is in the history; only emitted while its routine is on screen.
    void saved(const QString &versionId, const QString &publishTo);
    /// Somebody else did something meanwhile: nothing was sent, the sheet waits.
    void overtaken(const edgewright::GuardFinding &finding);
    /// Nothing runs any more.
    void idle();

private:
    struct Job {
        QString accountId;
        QString routine;
        QString publishTo;
        QStringList knownVersionIds;
        QByteArray digest; ///< SHA-256 of the text.
        QPointer<DraftPage> page;
    };

    void confirm();
    /// What others did since the draft took its base.
    void look();
    void makeRoom();
    void start(const QStringList &dropped);
    /// False when it was closed meanwhile; then the sheet goes, which is told.
    [[nodiscard]] bool hasDraft();
    void showRoom();
    void showEqual();
    void cancel();
    void dismiss();
    void publishExisting();
    void useExisting();
    void finish(const Job &job, const QByteArray &code, const Result<QString> &versionId);
    void report(const Job &job, const Error &error);
    /// No room was made.
    void reportRoom(const Job &job, const Error &error);
    /// With the truth about what was deleted to make room.
    [[nodiscard]] Error withDropped(const Error &error) const;
    void announce();
    [[nodiscard]] DraftPage *wantedPage() const;
    /// The id of a version on the service with the same bytes, which carries the variables that are
    /// wanted; empty when none is known.
    [[nodiscard]] QString equalVersion() const;

    ShellContext m_shell;
    SaveVersionSheet &m_sheet;
    Job m_job;
    DescriptionProposal *m_proposal;
    RoomController *m_room;
    SaveVariables *m_variables;
    QPointer<ReplyBase> m_before; ///< What has to be done before the flow may start.
    QPointer<SaveVersionFlow> m_flow;
    QStringList m_dropped;    ///< Deleted for what is being saved.
    bool m_isInDoubt = false; ///< Something may have happened: nothing is sent from this sheet.
    /// Saved, and waiting for its name to be read.
    struct News {
        Job job;
        QString versionId;
        QStringList dropped;
    };
    std::optional<News> m_news;
};

} // namespace edgewright
