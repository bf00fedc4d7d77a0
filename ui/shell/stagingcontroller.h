// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/publication.h"
#include "workspace/stagedraftflow.h"

namespace edgewright {

/// Puts the draft on screen on staging before it is a version, where the service can; asks first,
/// says afterwards that staging runs a text that is no version.
class StagingController final : public QObject {
    Q_OBJECT

public:
    explicit StagingController(const ShellContext &shell, QObject *parent = nullptr);

    void ask();
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr; }
    /// Stops what can be stopped; false when the flow has to go on to its end.
    bool stop();

signals:
    /// Read back; not emitted when the account was left meanwhile.
    void published(const edgewright::Publication &publication);
    void idle();

private:
    struct Job {
        QString accountId;
        QString routine;
        QByteArray code;
    };

    void updateAction();
    void start(const Job &job);
    void finish(const Job &job, const Result<Routine> &routine);
    void tellStaged();
    [[nodiscard]] QString stagingNow(const QString &accountId, const QString &routine) const;

    ShellContext m_shell;
    QPointer<StageDraftFlow> m_flow;
};

} // namespace edgewright
