// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;
class QLineEdit;

namespace edgewright {

/// Gives the button that QLineEdit made for \p action its accessible name; Qt 6.4 leaves it without
/// one and keeps the button to itself.
void nameFieldAction(const QLineEdit *field, const QAction *action, const QString &name);

} // namespace edgewright
