// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/account.h"

#include <QProcessEnvironment>

namespace edgewright {

/// Accounts found on this computer: environment variables first, then the profiles of the aliyun
/// command line's config file, the current one first. Profiles of modes that cannot be used yet are
/// offered with their reason; a broken file gives one such offer. \p home is the home folder.
/// Reads at most one small file; call it away from the first paint.
[[nodiscard]] QList<AccountOffer> discoverAccounts(const QProcessEnvironment &environment,
                                                   const QString &home);

/// What a user pastes from a key file: two or three lines, "id,secret[,token]", a CSV download with
/// its header, or JSON with AccessKeyId, AccessKeySecret, SecurityToken (API.md §12.2). Incomplete
/// credentials when nothing of that shape is found.
[[nodiscard]] Credentials parsePastedKey(const QString &text);

} // namespace edgewright
