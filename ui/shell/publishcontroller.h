// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/publishsheet.h"
#include "shell/shellcontext.h"
#include "workspace/publication.h"
#include "workspace/publishflow.h"

namespace edgewright {

class SaveController;

/// Publishes a version: the sheet shows what is live and what will be, the flow publishes once and
/// reads back. An edited draft is saved as a version first. What is published is fixed when the
/// sheet opens, whatever is on screen later.
class PublishController final : public QObject {
    Q_OBJECT

public:
    PublishController(const ShellContext &shell, PublishSheet &sheet, SaveController &save,
                      QObject *parent = nullptr);

    /// What is on the screen: the version being read, else the draft's, saved first when edited.
    void open(const QString &environment);
    /// A version of the routine on screen.
    void openVersion(const QString &versionId, const QString &environment);
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr; }
    /// Stops what can be stopped; false when the flow has to go on to its end.
    bool stop();

signals:
    void compareRequested(const QString &fromVersionId, const QString &toVersionId);
    /// Read back; not emitted when the account was left meanwhile.
    void published(const edgewright::Publication &publication);
    /// Nothing runs any more.
    void idle();

private:
    struct Job {
        QString accountId;
        QString routine;
        QString versionId;
        QString versionName;
    };

    void updateLive(const QString &routine);
    void showChanges(const QString &fromVersionId, const QString &toVersionId);
    void start(const QString &environment);
    void cancel();
    void finish(const Job &job, const QString &environment, const Result<Routine> &routine);
    void tellPublished(const Job &job, const QString &environment,
                       const std::optional<Error> &unrecorded);
    [[nodiscard]] PublishSheet::Live live(const QString &environment) const;
    [[nodiscard]] QString nameOf(const QString &versionId) const;

    ShellContext m_shell;
    PublishSheet &m_sheet;
    SaveController &m_save;
    Job m_job;
    QPointer<PublishFlow> m_flow;
};

} // namespace edgewright
