// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routineservice.h"
#include "identity/account.h"
#include "identity/connectioncheck.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace edgewright {

class WriteLock;

enum class ConnectionState { Disconnected, Connecting, Connected, Failed };

/// The one account that is in use: finds its site, holds its service, knows whether that can be
/// reached. An account has what is remembered of it even while nothing connects it. GUI thread;
/// lives as long as the window.
class Connection final : public QObject {
    Q_OBJECT

public:
    /// \p network must outlive this object.
    explicit Connection(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~Connection() override;

    /// Connects \p account. A connected one stays in use until the new one answers; then it is left
    /// and its running calls die. When no answer comes it simply stays: switchFailed().
    void establish(const Account &account, const Credentials &credentials);
    /// The same with a service made elsewhere, which is taken to work.
    void adopt(const Account &account, std::unique_ptr<RoutineService> service);
    /// Takes \p account for the one in use without connecting it, so that what is remembered of it
    /// can be read; nothing happens while one is connected.
    void expect(const Account &account);
    void close();
    /// Stops an attempt. A connected account stays; otherwise the state becomes Disconnected.
    void cancel();

    [[nodiscard]] ConnectionState state() const { return m_state; }
    /// The account in use, expected or being connected; its endpoint is valid once connected.
    [[nodiscard]] const Account &account() const { return m_account; }
    /// Null unless connected; dies with the connection, so never keep it over an event.
    [[nodiscard]] RoutineService *service() const { return m_service.get(); }
    /// Why the state is Failed.
    [[nodiscard]] const Error &error() const { return m_error; }
    /// Connected, and the network was there when it was last used.
    [[nodiscard]] bool isReachable() const { return m_service != nullptr && m_reachable; }
    /// Those who read say how it went. Without a network the service is asked now and then whether
    /// it is back; only reading follows from that.
    void noteReading(const std::optional<Error> &failure);
    /// \p lock outlives the connection; without one nothing is locked.
    void setWriteLock(const WriteLock *lock) { m_lock = lock; }
    /// Why nothing of \p routine may be changed from here, whatever the service would say; of the
    /// account as a whole when it is empty.
    [[nodiscard]] std::optional<Error> writeRefusal(const QString &routine) const;
    [[nodiscard]] ConnectionCheck &check() { return m_check; }

signals:
    /// Before the account is left and its service goes; keep nothing of it.
    void aboutToChange();
    void changed();
    void reachabilityChanged();
    /// Another account did not answer; the one in use stays.
    void switchFailed(const edgewright::Error &error);
    /// "Asking Hangzhou…": \p site is its display name.
    void progressed(const QString &site);

private:
    void setState(ConnectionState state);
    void stopAttempt();
    void leave();
    void onFound(Account account, const Result<Endpoint> &site, const Credentials &credentials);
    void setReachable(bool reachable);
    void probe();

    QNetworkAccessManager &m_network;
    ConnectionCheck m_check;
    ConnectionState m_state = ConnectionState::Disconnected;
    Account m_account;
    Error m_error;
    const WriteLock *m_lock = nullptr;
    QTimer m_probe;
    bool m_reachable = true;
    int m_late = 0; ///< Calls in a row that were not answered in time.
    QPointer<ReplyBase> m_pending;
    std::unique_ptr<RoutineService> m_service;
    quint64 m_attempt = 0; ///< Answers to older attempts are void.
};

} // namespace edgewright
