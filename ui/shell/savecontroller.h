// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/saveversionflow.h"

namespace edgewright {

class DraftPage;
class SaveVersionSheet;

/// Saves the draft on screen as a version: the sheet asks, the flow does it, the draft is then
/// based on the new version. What is saved is fixed when the sheet opens, whatever is on screen
/// later.
class SaveController final : public QObject {
    Q_OBJECT

public:
    SaveController(const ShellContext &shell, SaveVersionSheet &sheet, QObject *parent = nullptr);

    /// Opens the sheet for the draft on screen. \p publishTo: the environment the user wanted to
    /// publish to; empty: only saving was asked for.
    void open(const QString &publishTo = {});
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr; }
    /// Stops what can be stopped; false when the flow has to go on to its end.
    bool stop();

signals:
    /// The version is in the history; only emitted while its routine is on screen.
    void saved(const QString &versionId, const QString &publishTo);
    /// Nothing runs any more.
    void idle();

private:
    struct Job {
        QString accountId;
        QString routine;
        QString publishTo;
        QStringList knownVersionIds;
        QPointer<DraftPage> page;
    };

    void start(const QString &description);
    /// Finds out in the background what changed since the base and offers it as description.
    void propose(const QByteArray &code);
    void summarize(const QByteArray &base, const QByteArray &code);
    void cancel();
    void dismiss();
    void publishExisting();
    void finish(const Job &job, const QByteArray &code, const Result<QString> &versionId);
    void report(const Job &job, const Error &error);
    void announce();
    [[nodiscard]] DraftPage *wantedPage() const;
    /// The id of a version with the same bytes; empty when none is known.
    [[nodiscard]] QString equalVersion(const QByteArray &code) const;

    ShellContext m_shell;
    SaveVersionSheet &m_sheet;
    Job m_job;
    quint64 m_proposal = 0; ///< Answers for an older sheet are void.
    QPointer<SaveVersionFlow> m_flow;
    /// Saved, and waiting for its name to be read.
    struct News {
        Job job;
        QString versionId;
    };
    std::optional<News> m_news;
};

} // namespace edgewright
