// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "sandbox/multipart.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace edgewright::sandbox {

/// A refusal of the object store, in its own words.
struct StoreFailure {
    int httpStatus = 400;
    QString code;
    QString message;
};

/// The key that signs upload forms.
struct FormKey {
    QString id;
    Secret secret;
};

/// Whether \p form is one that the holder of \p key allowed: key id, signature over the policy,
/// expiration, and each condition against the fields and the size of the file.
[[nodiscard]] std::optional<StoreFailure> checkPolicy(const MultipartForm &form, const FormKey &key,
                                                      const QDateTime &now);

} // namespace edgewright::sandbox
