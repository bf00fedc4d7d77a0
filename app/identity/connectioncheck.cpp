// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/connectioncheck.h"

#include "identity/sitesearch.h"

namespace edgewright {

ConnectionCheck::ConnectionCheck(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_sites{Endpoint::hangzhou(), Endpoint::singapore()}
{
}

void ConnectionCheck::setSites(QList<Endpoint> sites)
{
    m_sites = std::move(sites);
}

Reply<Endpoint> *ConnectionCheck::find(const Account &account, const Credentials &credentials)
{
    const QList<Endpoint> sites =
        account.endpoint.isValid() ? QList<Endpoint>{account.endpoint} : m_sites;
    const ServiceConfig config{.credentials = credentials, .signature = account.signature};
    auto *search = new SiteSearch(m_network, sites, config, this);
    connect(search, &SiteSearch::asking, this, &ConnectionCheck::asking);
    return search->start();
}

} // namespace edgewright
