// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace edgewright::sandbox {

/// What the service takes from an uploaded zip.
struct ZipCode {
    std::optional<QByteArray> script; ///< routine/index.js
    bool hasAssets = false;           ///< Any file below assets/.
};

/// Nothing when \p zip is not a readable zip, or holds neither a script nor assets.
[[nodiscard]] std::optional<ZipCode> readZip(const QByteArray &zip);

} // namespace edgewright::sandbox
