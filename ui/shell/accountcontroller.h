// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/servicechoice.h"
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
    void connectToSandbox(const ServiceChoice &service = {});
    void openDialog();
    /// After a failure, refreshing means connecting once more.
    void tryAgain();
    /// Says again who is connected, in the language of now.
    void showState();

private:
    void connectTo(AccountOffer offer);
    void cancelConnecting();
    /// Shows what is remembered of the account used last; connecting may follow.
    void expectLast(const QString &accountId);
    void watchConnection();
    void sayThatTheSwitchFailed(const Error &error);
    void tryAgainLater();
    void onChanged();
    void showConnected(const Account &account);
    void showNotConnected(const Account &account);
    void sayThatTheSandboxStopped();
    void rememberAccount();
    [[nodiscard]] QList<AccountOffer> offers() const;
    /// What the account of last time was used with.
    [[nodiscard]] ServiceChoice lastService() const;

    ShellContext m_shell;
    Settings &m_settings;
    QWidget &m_window;
    Endpoint m_customEndpoint;
    QPointer<ConnectDialog> m_dialog;
    QPointer<ReplyBase> m_starting;
    std::optional<AccountOffer> m_last; ///< In memory only, like every key.
    QTimer m_retry;                     ///< Looks for the network while there is none.
    quint64 m_wish = 0;                 ///< A later choice makes an earlier one void.
};

} // namespace edgewright
