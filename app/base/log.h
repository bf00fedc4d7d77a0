// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace edgewright {

// One category per layer; QT_LOGGING_RULES switches them.
Q_DECLARE_LOGGING_CATEGORY(lcCloud)
Q_DECLARE_LOGGING_CATEGORY(lcArchive)
Q_DECLARE_LOGGING_CATEGORY(lcIdentity)
Q_DECLARE_LOGGING_CATEGORY(lcWorkspace)
Q_DECLARE_LOGGING_CATEGORY(lcSandbox)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

/// Foreign text made fit for a log line: signatures, tokens and key ids are blotted out, control
/// characters are shown as \\xNN, and the text is cut after \p limit characters.
[[nodiscard]] QString forLog(const QString &text, qsizetype limit = 2000);

} // namespace edgewright
