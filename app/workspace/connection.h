// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routineservice.h"
#include "identity/account.h"
#include "identity/connectioncheck.h"

#include <QDateTime>

#include <memory>

namespace edgewright {

enum class ConnectionState { Disconnected, Connecting, Connected, Failed };

/// The one account that is in use: finds its site, holds its service, says when it last answered.
/// GUI thread; lives as long as the window.
class Connection final : public QObject {
    Q_OBJECT

public:
    /// \p network must outlive this object.
    explicit Connection(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~Connection() override;

    /// Leaves the present account (its running calls die) and connects \p account.
    void establish(const Account &account, const Credentials &credentials);
    /// The same with a service made elsewhere, which is taken to work.
    void adopt(const Account &account, std::unique_ptr<RoutineService> service);
    void close();
    /// Stops an attempt; the state becomes Disconnected.
    void cancel();

    [[nodiscard]] ConnectionState state() const { return m_state; }
    /// The account in use or being connected; its endpoint is valid once connected.
    [[nodiscard]] const Account &account() const { return m_account; }
    /// Null unless connected; dies with the connection, so never keep it over an event.
    [[nodiscard]] RoutineService *service() const { return m_service.get(); }
    /// Why the state is Failed.
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] ConnectionCheck &check() { return m_check; }

signals:
    /// Before the service goes; keep nothing of it.
    void aboutToChange();
    void changed();
    /// "Asking Hangzhou…": \p site is its display name.
    void progressed(const QString &site);

private:
    void setState(ConnectionState state);
    void leave();
    void onFound(const Result<Endpoint> &site, const Credentials &credentials);

    QNetworkAccessManager &m_network;
    ConnectionCheck m_check;
    ConnectionState m_state = ConnectionState::Disconnected;
    Account m_account;
    Error m_error;
    QPointer<ReplyBase> m_pending;
    std::unique_ptr<RoutineService> m_service;
    quint64 m_attempt = 0; ///< Answers to older attempts are void.
};

} // namespace edgewright
