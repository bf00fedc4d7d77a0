// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection.h"

#include "cloud/servicefactory.h"

namespace edgewright {

Connection::Connection(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_check(network)
{
    connect(&m_check, &ConnectionCheck::asking, this,
            [this](const Endpoint &site) { emit progressed(site.displayName()); });
}

Connection::~Connection() = default;

void Connection::establish(const Account &account, const Credentials &credentials)
{
    leave();
    m_account = account;
    setState(ConnectionState::Connecting);
    Reply<Endpoint> *search = m_check.find(account, credentials);
    m_pending = search;
    search->then(this, [this, credentials, attempt = m_attempt](const Result<Endpoint> &site) {
        if (attempt == m_attempt)
            onFound(site, credentials);
    });
}

void Connection::adopt(const Account &account, std::unique_ptr<RoutineService> service)
{
    leave();
    m_account = account;
    m_service = std::move(service);
    setState(ConnectionState::Connected);
}

void Connection::close()
{
    leave();
    m_account = {};
    setState(ConnectionState::Disconnected);
}

void Connection::cancel()
{
    if (m_state == ConnectionState::Connecting)
        close();
}

void Connection::leave()
{
    ++m_attempt;
    if (m_pending != nullptr)
        m_pending->cancel();
    m_pending.clear();
    m_error = {};
    if (m_service == nullptr)
        return;
    emit aboutToChange();
    // This may run inside a handler of one of the service's replies, so it goes a moment later; its
    // replies are silenced at once, or they would answer for an account that was left.
    const QList<ReplyBase *> replies = m_service->findChildren<ReplyBase *>();
    for (ReplyBase *reply : replies)
        disconnect(reply, &ReplyBase::finished, nullptr, nullptr);
    m_service->setParent(this);
    m_service.release()->deleteLater();
}

void Connection::onFound(const Result<Endpoint> &site, const Credentials &credentials)
{
    m_pending.clear();
    if (!site) {
        m_error = site.error();
        setState(ConnectionState::Failed);
        return;
    }
    m_account.endpoint = *site;
    m_account.accessKeyId = credentials.accessKeyId;
    m_service = createRoutineService(m_network, {.endpoint = *site, .credentials = credentials});
    setState(ConnectionState::Connected);
}

void Connection::setState(ConnectionState state)
{
    m_state = state;
    emit changed();
}

} // namespace edgewright
