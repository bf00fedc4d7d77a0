// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/publishsheet.h"
#include "shell/shellcontext.h"
#include "workspace/publishflow.h"

namespace edgewright {

class SaveController;

/// Publishes a version: the sheet shows what is live and what will be, the flow publishes once and
/// reads back. An edited draft is saved as a version first.
class PublishController final : public QObject {
    Q_OBJECT

public:
    PublishController(const ShellContext &shell, PublishSheet &sheet, SaveController &save,
                      QObject *parent = nullptr);

    /// What the user most likely means: the one selected version, else the draft's.
    void open(const QString &environment);
    void openVersion(const QString &versionId, const QString &environment);
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr; }

signals:
    void compareRequested(const QString &fromVersionId, const QString &toVersionId);

private:
    void fillSheet();
    void start(const QString &environment);
    void cancel();
    void close();
    void finish(const QString &environment, const Result<Routine> &routine);
    [[nodiscard]] PublishSheet::Live describe(const Deployment &deployment, bool known) const;

    ShellContext m_shell;
    PublishSheet &m_sheet;
    SaveController &m_save;
    QPointer<PublishFlow> m_flow;
    QString m_routine;
    QString m_versionId;
    QString m_wantedEnvironment = kStaging;
};

} // namespace edgewright
