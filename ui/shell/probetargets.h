// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probeclient.h"
#include "shell/shellcontext.h"

#include <QHash>

namespace edgewright {

/// Where requests to a routine's hosts go: staging at the address the service names, the default
/// host with its test token, everything of the sandbox to the sandbox. What the service says is
/// checked before anything connects to it. Tokens stay in the memory and in the request that needs
/// them.
class ProbeTargets final : public QObject {
    Q_OBJECT

public:
    struct Wish {
        QString routine;
        QString environment;
        QString defaultHost;                 ///< Of the routine; may be empty.
        std::optional<QHostAddress> address; ///< Of several for staging; nothing: the first.
        bool withToken = true;               ///< For the default host.
    };

    explicit ProbeTargets(const ShellContext &shell, QObject *parent = nullptr);

    /// \p request as it has to be sent.
    [[nodiscard]] Reply<ProbeRequest> *prepare(const ProbeRequest &request, const Wish &wish);
    /// Usable ones only; an error when there are none.
    [[nodiscard]] Reply<QList<QHostAddress>> *stagingAddresses();
    /// A link that opens path and query of \p page at the routine's default host for an hour.
    [[nodiscard]] Reply<QUrl> *testLink(const QString &routine, const QUrl &page);

    [[nodiscard]] bool isSandbox() const;
    /// The routine's default host as an address to begin with; empty without one.
    [[nodiscard]] QUrl usualUrl(const QString &defaultHost) const;

private:
    struct Token {
        AccessToken token;
        QDateTime until;
    };

    [[nodiscard]] Reply<AccessToken> *token(const QString &routine);
    void withAddress(Reply<ProbeRequest> *reply, ProbeRequest request, const Wish &wish);
    void withToken(Reply<ProbeRequest> *reply, const ProbeRequest &request, const Wish &wish);
    [[nodiscard]] std::optional<QHostAddress> sandboxAddress() const;

    ShellContext m_shell;
    QHash<QString, Token> m_tokens; ///< By routine, of the account in use.
};

} // namespace edgewright
