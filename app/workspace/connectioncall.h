// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connection.h"

namespace edgewright {

/// The failure of a call for which no account is connected.
[[nodiscard]] Error notConnected();
/// The failure of a call whose account was left before it answered.
[[nodiscard]] Error accountLeft();

/// True for failures of a changing call after which it may still have been executed.
[[nodiscard]] bool mayHaveHappened(const Error &error);

/// For Connection::noteReading().
template <typename T>
[[nodiscard]] std::optional<Error> failureOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

/// \p error as the cause of what \p message says: its own words become the advice.
[[nodiscard]] Error because(const QString &message, const Error &error);

/// Fails \p outer when \p inner goes without an answer because the account was left.
template <typename Outer>
void bindFate(Outer *outer, ReplyBase *inner)
{
    const QMetaObject::Connection link = QObject::connect(
        inner, &QObject::destroyed, outer, [outer] { outer->resolve(accountLeft()); });
    QObject::connect(inner, &ReplyBase::finished, outer, [link] { QObject::disconnect(link); });
}

} // namespace edgewright
