// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace edgewright {

/// What can be told of a routine's syntax by reading it once.
struct SyntaxLook {
    qsizetype line = 0;    ///< Where the problem is, from 1.
    QString problem;       ///< Translated, such as "“)” closes nothing"; empty: none was found.
    bool hasEntry = false; ///< Exports a default, or listens for fetch.
};

/// In linear time; any thread.
[[nodiscard]] SyntaxLook lookAtSyntax(const QByteArray &code);

} // namespace edgewright
