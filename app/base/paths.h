// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace edgewright {

/// Where Edgewright keeps things, all below the user's own folders; each call creates the folder,
/// readable by its owner only, when it is missing.
[[nodiscard]] QString dataFolder();    ///< Drafts, local names.
[[nodiscard]] QString sandboxFolder(); ///< The embedded sandbox's database.

/// A file name made from foreign text: letters, digits, '-', '_' and '.', at most 120 bytes, never
/// empty, never starting with a dot, and different for different \p text (a digest is appended
/// whenever anything had to be changed).
[[nodiscard]] QString safeFileName(const QString &text);

} // namespace edgewright
