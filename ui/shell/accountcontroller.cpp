// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/accountcontroller.h"

#include "accounts/connectdialog.h"
#include "common/messagebar.h"
#include "identity/credentialsources.h"
#include "routines/routinespanel.h"
#include "shell/serviceaccess.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr std::chrono::seconds kRetryInterval{20};

QString joined(const QString &state, const QString &remembered)
{
    return remembered.isEmpty() ? state : QString(state + u" · "_s + remembered);
}

} // namespace

AccountController::AccountController(const ShellContext &shell, Settings &settings, QWidget &window,
                                     QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_settings(settings)
    , m_window(window)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &AccountController::tryAgain);
    watchConnection();
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

void AccountController::watchConnection()
{
    const Connection *connection = &m_shell.services.connection();
    connect(connection, &Connection::changed, this, &AccountController::onChanged);
    connect(connection, &Connection::reachabilityChanged, this, &AccountController::showState);
    connect(connection, &Connection::switchFailed, this,
            &AccountController::sayThatTheSwitchFailed);
    connect(connection, &Connection::progressed, this, [this](const QString &site) {
        m_shell.routinesPanel.setBusy(true, tr("Asking %1…").arg(site));
        if (m_dialog)
            m_dialog->setProgress(tr("Asking %1…").arg(site));
    });
    const RoutineCatalog *catalog = &m_shell.services.catalog();
    for (const auto signal : {&RoutineCatalog::restored, &RoutineCatalog::refreshed})
        connect(catalog, signal, this, &AccountController::showState);
}

void AccountController::start(const StartOptions &options)
{
    m_customEndpoint = options.endpoint;
    const QString wanted = options.sandbox ? u"sandbox"_s : m_settings.lastAccountId();
    if (!options.endpoint.isValid())
        expectLast(wanted);
    const ServiceChoice service = options.sandbox ? ServiceChoice() : lastService();
    if (commonAccountId(wanted) == "sandbox"_L1 && !options.endpoint.isValid()) {
        connectToSandbox(service);
        return;
    }
    const QList<AccountOffer> found = offers();
    const AccountOffer *chosen = nullptr;
    for (const AccountOffer &offer : found) {
        const bool fits = options.endpoint.isValid() || offer.account.id == commonAccountId(wanted);
        if (fits && offer.unusableReason.isEmpty() && !chosen)
            chosen = &offer;
    }
    if (chosen && options.endpoint.isValid())
        connectTo(
            {.account = usedAs(chosen->account, {.generation = options.endpoint.generation()}),
             .credentials = chosen->credentials});
    else if (chosen)
        connectTo(
            {.account = usedAs(chosen->account, service), .credentials = chosen->credentials});
    else if (options.endpoint.isValid())
        openDialog();
}

void AccountController::expectLast(const QString &accountId)
{
    if (accountId.isEmpty())
        return;
    const bool isSandbox = commonAccountId(accountId) == "sandbox"_L1;
    m_shell.services.connection().expect(
        {.id = accountId,
         .kind = isSandbox ? AccountKind::Sandbox : AccountKind::Session,
         .name = isSandbox ? tr("Sandbox") : m_settings.lastAccountName()});
}

void AccountController::sayThatTheSwitchFailed(const Error &error)
{
    m_shell.routinesPanel.setBusy(false, {});
    if (m_dialog)
        m_dialog->showError(error);
    else
        m_shell.messages.showError(error);
}

void AccountController::connectToSandbox(const ServiceChoice &service)
{
    m_shell.routinesPanel.setBusy(true, tr("Starting the sandbox…"));
    if (m_dialog)
        m_dialog->setProgress(tr("Starting the sandbox…"));
    const quint64 wish = ++m_wish;
    Reply<AccountOffer> *starting = m_shell.services.sandbox().start();
    m_starting = starting;
    starting->then(this, [this, wish, service](const Result<AccountOffer> &offer) {
        if (wish != m_wish)
            return;
        if (offer) {
            connectTo(
                {.account = usedAs(offer->account, service), .credentials = offer->credentials});
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
    const ConnectionState state = m_shell.services.connection().state();
    const bool isIdle = state == ConnectionState::Failed || state == ConnectionState::Disconnected;
    if (m_last && isIdle)
        connectTo(*m_last);
    else if (isIdle && m_shell.services.connection().account().kind == AccountKind::Sandbox
             && !m_shell.services.connection().account().id.isEmpty())
        connectToSandbox(lastService());
}

void AccountController::tryAgainLater()
{
    // Only a network that is missing comes back by itself.
    const ErrorCode code = m_shell.services.connection().error().code;
    if (m_last && !m_dialog && (code == ErrorCode::Network || code == ErrorCode::Timeout))
        m_retry.start(kRetryInterval);
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
    m_dialog->setService(lastService());
    connect(m_dialog, &ConnectDialog::offerChosen, this, [this, shown](int index) {
        const ServiceChoice service = m_dialog->service();
        if (index == 0)
            connectToSandbox(service);
        else if (index > 0 && index < shown.size())
            connectTo({.account = usedAs(shown[index].account, service),
                       .credentials = shown[index].credentials});
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
    if (connection.state() == ConnectionState::Connected)
        showConnected(account);
    else
        showNotConnected(account);
}

void AccountController::onChanged()
{
    const Connection &connection = m_shell.services.connection();
    m_retry.stop();
    if (connection.state() != ConnectionState::Connecting)
        m_shell.routinesPanel.setBusy(false, {});
    switch (connection.state()) {
    case ConnectionState::Connecting:
        break;
    case ConnectionState::Connected:
        m_shell.routinesPanel.clearError();
        rememberAccount();
        if (m_dialog)
            m_dialog->accept();
        break;
    case ConnectionState::Failed:
        if (m_dialog)
            m_dialog->showError(connection.error());
        else
            m_shell.routinesPanel.showError(connection.error());
        tryAgainLater();
        break;
    case ConnectionState::Disconnected:
        if (m_dialog)
            m_dialog->setIdle();
        break;
    }
    showState();
}

void AccountController::showConnected(const Account &account)
{
    const Connection &connection = m_shell.services.connection();
    QString site = account.endpoint.displayName();
    if (!connection.isReachable())
        site = joined(tr("no connection"), asOf(connection, m_shell.services.catalog()));
    m_shell.routinesPanel.setAccount(
        account.name, site,
        tr("AccessKey ID: %1\nHost: %2").arg(account.accessKeyId, account.endpoint.hostHeader()));
}

void AccountController::showNotConnected(const Account &account)
{
    const Connection &connection = m_shell.services.connection();
    const bool isConnecting = connection.state() == ConnectionState::Connecting;
    // Without anything remembered there is nothing to name the account for.
    if (!isConnecting && m_shell.services.catalog().model().rowCount() == 0) {
        m_shell.routinesPanel.setAccount({}, {}, {});
        return;
    }
    m_shell.routinesPanel.setAccount(account.name.isEmpty() ? account.id : account.name,
                                     joined(isConnecting ? tr("connecting…") : tr("not connected"),
                                            asOf(connection, m_shell.services.catalog())),
                                     account.accessKeyId);
}

void AccountController::rememberAccount()
{
    // A key typed by hand is gone with this run; what is remembered of its account can be read.
    const Account &account = m_shell.services.connection().account();
    m_settings.setLastAccount(account.id, account.name, account.signature == SignatureScheme::Rpc);
}

ServiceChoice AccountController::lastService() const
{
    return {.generation = generationOf(m_settings.lastAccountId()),
            .signature = m_settings.lastAccountSignsTheOlderWay() ? SignatureScheme::Rpc
                                                                  : SignatureScheme::Acs3};
}

QList<AccountOffer> AccountController::offers() const
{
    return discoverAccounts(QProcessEnvironment::systemEnvironment(), QDir::homePath());
}

} // namespace edgewright
