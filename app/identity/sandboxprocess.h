// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "identity/account.h"

#include <QProcess>

namespace edgewright {

/// The embedded sandbox: starts edgewright-sandbox (beside this program) on a free loopback port
/// with a key made for this run, handed over in the environment; stops it when destroyed.
class SandboxProcess final : public QObject {
    Q_OBJECT

public:
    /// \p program: path of edgewright-sandbox; \p dataFolder: where it keeps its database.
    SandboxProcess(QString program, QString dataFolder, QObject *parent = nullptr);
    ~SandboxProcess() override;

    /// edgewright-sandbox beside the running program.
    [[nodiscard]] static QString defaultProgram();

    /// Answers when the service is ready; a second call answers the running one at once.
    [[nodiscard]] Reply<AccountOffer> *start();

private:
    const QString m_program;
    const QString m_dataFolder;
    QProcess m_process;
    AccountOffer m_offer;
};

} // namespace edgewright
