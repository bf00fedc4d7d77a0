// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "cloud/routineservice.h"
#include "cloud/servicefactory.h"
#include "identity/account.h"

#include <memory>

class QNetworkAccessManager;

namespace edgewright {

/// One search of ConnectionCheck: asks site after site until one has a running service. Deletes
/// itself when its reply has finished.
class SiteSearch final : public QObject {
    Q_OBJECT

public:
    /// \p config without its endpoint.
    SiteSearch(QNetworkAccessManager &network, QList<Endpoint> sites, ServiceConfig config,
               QObject *parent);
    ~SiteSearch() override;

    [[nodiscard]] Reply<Endpoint> *start();

signals:
    void asking(const edgewright::Endpoint &site);

private:
    void askNext();
    void judge(const Endpoint &site, const Result<ServiceState> &state);
    void keep(const Endpoint &site, Error error);
    void finish(const Result<Endpoint> &result);

    QNetworkAccessManager &m_network;
    QList<Endpoint> m_sites;
    ServiceConfig m_config;
    std::unique_ptr<RoutineService> m_service;
    std::optional<Error> m_failure; ///< The most telling one.
    QStringList m_details;
    QPointer<Reply<Endpoint>> m_reply;
};

} // namespace edgewright
