// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace edgewright {

class ActionRegistry;

/// A table of every action that has a key, made from the registry.
void showShortcuts(QWidget &window, const ActionRegistry &actions);
/// Version, licence, where the source is.
void showAbout(QWidget &window);

} // namespace edgewright
