// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commandline.h"
#include "shell/settings.h"
#include "shell/shellcontext.h"

namespace edgewright {

class ConnectDialog;

/// Decides which account is used: at the start, from the connect dialog, from the start page.
class AccountController final : public QObject {
    Q_OBJECT

public:
    AccountController(const ShellContext &shell, Settings &settings, QWidget &window,
                      QObject *parent = nullptr);
    ~AccountController() override;

    /// The account asked for on the command line, else the one used last, else none.
    void start(const StartOptions &options);
    void connectToSandbox();
    void openDialog();
    /// Says again who is connected, in the language of now.
    void showState();

private:
    void connectTo(AccountOffer offer);
    void cancelConnecting();
    /// After a failure, refreshing means connecting once more.
    void tryAgain();
    void sayThatTheSandboxStopped();
    void rememberAccount();
    [[nodiscard]] QList<AccountOffer> offers() const;

    ShellContext m_shell;
    Settings &m_settings;
    QWidget &m_window;
    Endpoint m_customEndpoint;
    QPointer<ConnectDialog> m_dialog;
    QPointer<ReplyBase> m_starting;
    std::optional<AccountOffer> m_last; ///< In memory only, like every key.
    quint64 m_wish = 0;                 ///< A later choice makes an earlier one void.
};

} // namespace edgewright
