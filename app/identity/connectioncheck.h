// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "identity/account.h"

class QNetworkAccessManager;

namespace edgewright {

/// Finds the site an account belongs to by asking each for the service's state: Hangzhou, then
/// Singapore, or only \c account.endpoint when it is set (API.md §1.4). GUI thread.
class ConnectionCheck final : public QObject {
    Q_OBJECT

public:
    /// \p network must outlive this object.
    explicit ConnectionCheck(QNetworkAccessManager &network, QObject *parent = nullptr);

    /// Sites asked when an account names none; tests put theirs here.
    void setSites(QList<Endpoint> sites);

    /// The endpoint that answered with a running service. Of several failures the most telling one
    /// is reported: a key known but not activated says more than a key unknown elsewhere.
    /// A search dies with this object; cancelling its reply ends it.
    [[nodiscard]] Reply<Endpoint> *find(const Account &account, const Credentials &credentials);

signals:
    void asking(const edgewright::Endpoint &site);

private:
    QNetworkAccessManager &m_network;
    QList<Endpoint> m_sites;
};

} // namespace edgewright
