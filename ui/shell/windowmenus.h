// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "shell/actionregistry.h"

class QMainWindow;
class QMenu;
class QToolBar;

namespace edgewright {

/// Menu bar and tool bar of the window, filled from the registry by one table.
class WindowMenus final {
public:
    WindowMenus(QMainWindow &window, const ActionRegistry &actions);

    void retranslate();
    /// Icons take their colour from the theme.
    void applyTheme(const Theme &theme);

private:
    void buildToolBar(QMainWindow &window);

    const ActionRegistry &m_actions;
    QList<QMenu *> m_menus; ///< In the order of the table.
    QToolBar *m_toolBar;
};

} // namespace edgewright
