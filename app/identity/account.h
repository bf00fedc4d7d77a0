// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/credentials.h"
#include "cloud/endpoint.h"

namespace edgewright {

/// Where an account's key comes from.
enum class AccountKind {
    Sandbox,     ///< The embedded sandbox service; no cloud account needed.
    Environment, ///< ALIBABA_CLOUD_* variables (API.md §13.2).
    CliProfile,  ///< A profile of ~/.aliyun/config.json, read, never copied (API.md §13.1).
    Session,     ///< Typed by the user; lives in memory until Edgewright quits.
};

/// Who one is at the service, without the secret.
struct Account {
    /// Stable over restarts, names local storage: "sandbox", "environment", "cli:NAME".
    QString id;
    AccountKind kind = AccountKind::Sandbox;
    QString name;        ///< As shown; translated where it is ours, plain text where it is foreign.
    QString accessKeyId; ///< May be shown.
    Endpoint endpoint;   ///< Invalid: to be found by asking the sites.
    SignatureScheme signature = SignatureScheme::Acs3;

    [[nodiscard]] bool operator==(const Account &other) const = default;
};

/// An account that could be connected, as found on this computer.
struct AccountOffer {
    Account account;
    Credentials credentials;
    QString unusableReason; ///< Translated; empty when it can be used.
};

} // namespace edgewright
