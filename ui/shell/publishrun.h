// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/publishsheet.h"
#include "shell/publishjob.h"
#include "shell/shellcontext.h"
#include "workspace/publishdraftflow.h"

namespace edgewright {

/// Carries out what the publish sheet was asked for, one at a time, and shows its steps there: a
/// version is published, a draft is saved and read back first. Says how it ended, nothing more.
class PublishRun final : public QObject {
    Q_OBJECT

public:
    struct Outcome {
        Result<Routine> routine = Routine();
        QString versionId; ///< That was published, or saved for it; empty: none was.
        QList<VersionShare> before;
        std::optional<Error> unrecorded;
    };

    PublishRun(const ShellContext &shell, PublishSheet &sheet, QObject *parent);

    /// \p expected: what was shown as live; nothing when it was not known.
    void start(const PublishJob &job, const std::optional<QList<VersionShare>> &expected);
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr || m_draftFlow != nullptr; }
    /// Stops what can be stopped; false when it has to go on to its end.
    bool stop();
    /// What will be done for \p job, none of it yet.
    [[nodiscard]] static QList<PublishStep> stepsOf(const PublishJob &job);

signals:
    /// The draft is a version now.
    void saved(const QString &versionId);
    void finished(const edgewright::PublishRun::Outcome &outcome);

private:
    void startVersion(const PublishFlow::Request &request);
    void startDraft(const PublishFlow::Request &request);
    void showStep(const QString &text, bool canCancel, int current);
    [[nodiscard]] PublishFlow::Request
    request(const std::optional<QList<VersionShare>> &expected) const;
    void finish(const Outcome &outcome);

    ShellContext m_shell;
    PublishSheet &m_sheet;
    PublishJob m_job;
    QPointer<PublishFlow> m_flow;
    QPointer<PublishDraftFlow> m_draftFlow;
};

} // namespace edgewright
