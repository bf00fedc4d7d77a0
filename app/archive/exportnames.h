// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace edgewright {

/// Names for exported files, made from foreign text: letters, digits, '-', '_' and '.', at most 120
/// bytes, no leading dot, no name that a system reserves, and no two that differ only in case.
class ExportNames final {
public:
    /// \p suffix is taken as it is: ".js".
    [[nodiscard]] QString fileName(const QString &text, const QString &suffix);

private:
    QSet<QString> m_taken; ///< Lower case.
};

/// The same for a single name.
[[nodiscard]] QString exportFileName(const QString &text, const QString &suffix);

/// The last part of a git tag: letters, digits, '-' and '_'.
[[nodiscard]] QString gitTagName(const QString &text);

/// Foreign text on one line, without characters that would end it or could not be stored.
[[nodiscard]] QString exportLine(const QString &text);

} // namespace edgewright
