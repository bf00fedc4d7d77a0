// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection.h"

#include "cloud/servicefactory.h"
#include "workspace/connectioncall.h"
#include "workspace/writelock.h"

namespace edgewright {

namespace {

constexpr std::chrono::seconds kProbeInterval{20};

} // namespace

Connection::Connection(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_check(network)
{
    m_probe.setSingleShot(true);
    connect(&m_probe, &QTimer::timeout, this, &Connection::probe);
    connect(&m_check, &ConnectionCheck::asking, this,
            [this](const Endpoint &site) { emit progressed(site.displayName()); });
}

Connection::~Connection() = default;

void Connection::establish(const Account &account, const Credentials &credentials)
{
    stopAttempt();
    if (m_service == nullptr) {
        if (account.id != m_account.id)
            leave();
        m_account = account;
        m_error = {};
        setState(ConnectionState::Connecting);
    }
    Reply<Endpoint> *search = m_check.find(account, credentials);
    m_pending = search;
    search->then(this,
                 [this, account, credentials, attempt = m_attempt](const Result<Endpoint> &site) {
                     if (attempt == m_attempt)
                         onFound(account, site, credentials);
                 });
}

void Connection::adopt(const Account &account, std::unique_ptr<RoutineService> service)
{
    stopAttempt();
    // What is remembered of the same account stays on the screen.
    if (m_service != nullptr || account.id != m_account.id)
        leave();
    m_account = account;
    m_error = {};
    m_service = std::move(service);
    setReachable(true);
    setState(ConnectionState::Connected);
}

void Connection::expect(const Account &account)
{
    if (m_service != nullptr || m_state == ConnectionState::Connecting)
        return;
    if (account.id != m_account.id)
        leave();
    m_account = account;
    m_error = {};
    setState(ConnectionState::Disconnected);
}

void Connection::close()
{
    stopAttempt();
    leave();
    m_account = {};
    m_error = {};
    setState(ConnectionState::Disconnected);
}

void Connection::cancel()
{
    stopAttempt();
    if (m_state == ConnectionState::Connecting)
        setState(ConnectionState::Disconnected);
}

void Connection::stopAttempt()
{
    ++m_attempt;
    if (m_pending != nullptr)
        m_pending->cancel();
    m_pending.clear();
}

void Connection::leave()
{
    if (m_service == nullptr && m_account.id.isEmpty())
        return;
    emit aboutToChange();
    m_probe.stop();
    if (m_service == nullptr)
        return;
    // This may run inside a handler of one of the service's replies, so it goes a moment later; its
    // replies are silenced at once, or they would answer for an account that was left.
    const QList<ReplyBase *> replies = m_service->findChildren<ReplyBase *>();
    for (ReplyBase *reply : replies)
        disconnect(reply, &ReplyBase::finished, nullptr, nullptr);
    m_service->setParent(this);
    m_service.release()->deleteLater();
}

void Connection::onFound(Account account, const Result<Endpoint> &site,
                         const Credentials &credentials)
{
    m_pending.clear();
    if (!site) {
        if (m_service != nullptr) {
            emit switchFailed(site.error());
            return;
        }
        m_error = site.error();
        setState(ConnectionState::Failed);
        return;
    }
    account.endpoint = *site;
    account.accessKeyId = credentials.accessKeyId;
    adopt(account, createRoutineService(m_network, {.endpoint = *site,
                                                    .credentials = credentials,
                                                    .signature = account.signature}));
}

void Connection::noteReading(const std::optional<Error> &failure)
{
    if (m_service == nullptr)
        return;
    if (failure && failure->code == ErrorCode::Cancelled)
        return;
    // One call that takes too long may be the service's own; two in a row are a network that drops
    // everything. Any other answer, a refusal too, came over the network.
    const bool isLate = failure && failure->code == ErrorCode::Timeout;
    m_late = isLate ? m_late + 1 : 0;
    const bool isLost = failure && (failure->code == ErrorCode::Network || m_late > 1);
    if (isLost || !isLate)
        setReachable(!isLost);
}

std::optional<Error> Connection::writeRefusal(const QString &routine) const
{
    if (m_lock == nullptr)
        return {};
    return m_lock->refusal({.accountId = m_account.id, .routine = routine});
}

void Connection::setReachable(bool reachable)
{
    if (reachable)
        m_probe.stop();
    else if (!m_probe.isActive())
        m_probe.start(kProbeInterval);
    if (std::exchange(m_reachable, reachable) != reachable)
        emit reachabilityChanged();
}

void Connection::probe()
{
    if (m_service == nullptr)
        return;
    m_service->fetchServiceState()->then(
        this, [this](const Result<ServiceState> &state) { noteReading(failureOf(state)); });
}

void Connection::setState(ConnectionState state)
{
    m_state = state;
    emit changed();
}

} // namespace edgewright
