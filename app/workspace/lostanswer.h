// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>

#include <optional>

namespace edgewright {

/// The failure of a call whose answer was lost, \p lost, when reading has told that it was not
/// executed, which is what \p message says: nothing is in doubt any more.
[[nodiscard]] Error nothingCameOf(const QString &message, const Error &lost);

/// Why \p body, read back for a stored text, does not tell which text that is: a page or a part of
/// a text was answered in its place. Nothing when it tells.
[[nodiscard]] std::optional<Error> whyItTellsNothing(const QByteArray &body);

} // namespace edgewright
