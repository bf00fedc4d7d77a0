// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/accountcontroller.h"

#include "accounts/connectdialog.h"
#include "common/messagebar.h"
#include "identity/credentialsources.h"
#include "routines/routinespanel.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace edgewright {

AccountController::AccountController(const ShellContext &shell, Settings &settings, QWidget &window,
                                     QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_settings(settings)
    , m_window(window)
{
    const Connection *connection = &m_shell.services.connection();
    connect(connection, &Connection::changed, this, &AccountController::showState);
    connect(connection, &Connection::progressed, this, [this](const QString &site) {
        m_shell.routinesPanel.setBusy(true, tr("Asking %1…").arg(site));
        if (m_dialog)
            m_dialog->setProgress(tr("Asking %1…").arg(site));
    });
    connect(&m_shell.routinesPanel, &RoutinesPanel::cancelRequested, this,
            &AccountController::cancelConnecting);
    connect(&m_shell.routinesPanel, &RoutinesPanel::refreshRequested, this,
            &AccountController::tryAgain);
    connect(&m_shell.services.sandbox(), &SandboxProcess::stopped, this,
            &AccountController::sayThatTheSandboxStopped);
    connect(&m_shell.routinesPanel, &RoutinesPanel::accountsRequested, this,
            &AccountController::openDialog);
    showState();
}

AccountController::~AccountController() = default;

void AccountController::start(const StartOptions &options)
{
    m_customEndpoint = options.endpoint;
    const QString wanted = options.sandbox ? u"sandbox"_s : m_settings.lastAccountId();
    if (wanted == "sandbox"_L1 && !options.endpoint.isValid()) {
        connectToSandbox();
        return;
    }
    const QList<AccountOffer> found = offers();
    const AccountOffer *chosen = nullptr;
    for (const AccountOffer &offer : found) {
        const bool fits = options.endpoint.isValid() || offer.account.id == wanted;
        if (fits && offer.unusableReason.isEmpty() && !chosen)
            chosen = &offer;
    }
    if (chosen)
        connectTo(*chosen);
    else if (options.endpoint.isValid())
        openDialog();
}

void AccountController::connectToSandbox()
{
    m_shell.routinesPanel.setBusy(true, tr("Starting the sandbox…"));
    if (m_dialog)
        m_dialog->setProgress(tr("Starting the sandbox…"));
    const quint64 wish = ++m_wish;
    Reply<AccountOffer> *starting = m_shell.services.sandbox().start();
    m_starting = starting;
    starting->then(this, [this, wish](const Result<AccountOffer> &offer) {
        if (wish != m_wish)
            return;
        if (offer) {
            connectTo(*offer);
            return;
        }
        m_shell.routinesPanel.setBusy(false, {});
        if (offer.error().code == ErrorCode::Cancelled)
            return;
        if (m_dialog)
            m_dialog->showError(offer.error());
        else
            m_shell.routinesPanel.showError(offer.error());
    });
}

void AccountController::cancelConnecting()
{
    ++m_wish;
    if (m_starting)
        m_starting->cancel();
    m_shell.services.connection().cancel();
    m_shell.routinesPanel.setBusy(false, {});
    if (m_dialog)
        m_dialog->setIdle();
}

void AccountController::tryAgain()
{
    if (m_last && m_shell.services.connection().state() == ConnectionState::Failed)
        connectTo(*m_last);
}

void AccountController::sayThatTheSandboxStopped()
{
    const Connection &connection = m_shell.services.connection();
    if (connection.account().kind != AccountKind::Sandbox
        || connection.state() != ConnectionState::Connected)
        return;
    m_shell.messages.showMessage(
        MessageBar::Kind::Error,
        tr("The sandbox service stopped. Choose it again under Accounts to start it anew; your "
           "drafts are safe."));
}

void AccountController::openDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_dialog = new ConnectDialog(m_shell.themes, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QList<AccountOffer> shown =
        QList<AccountOffer>{{.account = {.id = u"sandbox"_s,
                                         .kind = AccountKind::Sandbox,
                                         .name = tr("Look around with sample data")}}}
        + offers();
    m_dialog->setOffers(shown);
    connect(m_dialog, &ConnectDialog::offerChosen, this, [this, shown](int index) {
        if (index == 0)
            connectToSandbox();
        else if (index > 0 && index < shown.size())
            connectTo(shown[index]);
    });
    connect(m_dialog, &ConnectDialog::connectRequested, this,
            [this](const Account &account, const Credentials &credentials) {
                connectTo({.account = account, .credentials = credentials});
            });
    connect(m_dialog, &ConnectDialog::cancelRequested, this, &AccountController::cancelConnecting);
    m_dialog->open();
}

void AccountController::connectTo(AccountOffer offer)
{
    ++m_wish;
    m_last = offer;
    if (!offer.account.endpoint.isValid())
        offer.account.endpoint = m_customEndpoint;
    m_shell.services.connection().establish(offer.account, offer.credentials);
}

void AccountController::showState()
{
    const Connection &connection = m_shell.services.connection();
    Account account = connection.account();
    if (account.kind == AccountKind::Sandbox)
        account.name = tr("Sandbox");
    RoutinesPanel &panel = m_shell.routinesPanel;
    switch (connection.state()) {
    case ConnectionState::Connecting:
        panel.setAccount(account.name, tr("connecting…"), account.accessKeyId);
        return;
    case ConnectionState::Connected:
        panel.setBusy(false, {});
        panel.clearError();
        panel.setAccount(account.name, account.endpoint.displayName(),
                         tr("AccessKey ID: %1\nHost: %2")
                             .arg(account.accessKeyId, account.endpoint.hostHeader()));
        rememberAccount();
        if (m_dialog)
            m_dialog->accept();
        return;
    case ConnectionState::Failed:
        panel.setBusy(false, {});
        panel.setAccount({}, {}, {});
        if (m_dialog)
            m_dialog->showError(connection.error());
        else
            panel.showError(connection.error());
        return;
    case ConnectionState::Disconnected:
        panel.setBusy(false, {});
        if (m_dialog)
            m_dialog->setIdle();
        panel.setAccount({}, {}, {});
        return;
    }
}

void AccountController::rememberAccount()
{
    // A key typed by hand is gone with this run; there is nothing to come back to.
    if (m_shell.services.connection().account().kind != AccountKind::Session)
        m_settings.setLastAccountId(m_shell.services.connection().account().id);
}

QList<AccountOffer> AccountController::offers() const
{
    return discoverAccounts(QProcessEnvironment::systemEnvironment(), QDir::homePath());
}

} // namespace edgewright
