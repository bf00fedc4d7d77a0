// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "identity/account.h"

#include <QProcess>
#include <QTimer>

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
    /// 0 while it does not run.
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

signals:
    /// The service ended by itself; start() makes a new one on the same data.
    void stopped();

private:
    void launch();
    void readOutput();
    void readErrorOutput();
    void fail(const QString &message, const QString &cause);

    const QString m_program;
    const QString m_dataFolder;
    QProcess m_process;
    QTimer m_startTimer;
    QByteArray m_errorOutput; ///< The end of it.
    Credentials m_credentials;
    AccountOffer m_offer; ///< Its endpoint is valid while the service runs.
    QList<QPointer<Reply<AccountOffer>>> m_askers;
};

} // namespace edgewright
