// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kWindows = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @outline; padding: 4px 6px; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QToolBar { background: @window; border: none; border-bottom: 1px solid @border; padding: 4px 6px;
    spacing: 4px; }
QToolBar::separator { background: @border; width: 1px; margin: 5px 4px; }
QStatusBar { background: @window; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0 8px; }
QMenuBar { background: @window; border-bottom: 1px solid @border; padding: 1px 4px; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: @hover; }
QMenuBar::item:pressed { background: @pressed; }
QMenu { background: @raised; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @disabled; background: transparent; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QDockWidget { color: @muted; }
QDockWidget::title { background: @window; padding: 7px 10px; text-align: left; }
)";

constexpr auto kViews = R"(
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: @window; }
QTabBar::tab { background: transparent; color: @muted; padding: 7px 14px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; background: @hover; }
QTabBar::tab:selected { color: @text; background: @panel; border-bottom: 2px solid @link; }
QTabBar::tab:focus { color: @link; }
QTreeView, QListView, QTableView { background: @panel; border: 1px solid @border; outline: none;
    selection-background-color: @selection; selection-color: @text; }
QTreeView:focus, QListView:focus, QTableView:focus { border: 1px solid @link; }
QTreeView::item, QListView::item { padding: 3px 4px; border: none; }
QTreeView::item:hover, QListView::item:hover, QTableView::item:hover { background: @hover; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
    background: @selection; color: @text; border: none; }
QHeaderView::section { background: @window; color: @muted; border: none;
    border-bottom: 1px solid @border; padding: 5px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @pressed; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @pressed; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QLabel[muted="true"] { color: @muted; }
QLabel[problem="true"] { color: @errorText; }
QFrame[card="true"] { background: @panel; border: 1px solid @border; border-radius: 6px; }
)";

constexpr auto kControls = R"(
QLineEdit, QPlainTextEdit, QTextEdit { background: @panel; color: @text; border: 1px solid @outline;
    border-radius: 5px; padding: 4px 7px; selection-background-color: @accent;
    selection-color: @accentText; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @link; padding: 3px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { background: @window;
    color: @disabled; border-color: @border; }
QLineEdit[invalid="true"] { border-color: @errorText; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @border; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit,
QAbstractSpinBox QLineEdit:focus, QAbstractSpinBox QLineEdit:disabled { background: transparent; border: none; padding: 0; }
QPushButton { background: @raised; color: @text; border: 1px solid @outline; border-radius: 5px;
    padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @pressed; }
QPushButton:focus { border: 2px solid @link; padding: 4px 13px; }
QPushButton:disabled { background: @window; color: @disabled; border-color: @border; }
QPushButton[primary="true"] { background: @accent; color: @accentText; border-color: @accent;
    font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { background: @pressed; color: @muted; border-color: @pressed; }
QPushButton[danger="true"] { background: @errorGround; color: @errorText; border-color: @errorText; }
QPushButton[danger="true"]:hover { background: @raised; }
QPushButton[danger="true"]:disabled { background: @window; color: @disabled; border-color: @border; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: @link; }
QPushButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:focus { border-color: @link; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @outline; border-radius: 8px;
    background: @panel; }
QRadioButton::indicator:hover { background: @hover; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; }
QRadioButton::indicator:disabled { border-color: @disabled; }
QRadioButton:focus { color: @link; text-decoration: underline; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent;
    border-radius: 5px; padding: 4px 7px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton:checked { background: @selection; color: @text; border-color: @link; }
QToolButton:focus { border-color: @link; }
QToolButton:disabled { color: @disabled; }
QToolButton[primary="true"] { background: @accent; color: @accentText; border-color: @accent;
    font-weight: 600; padding-right: 10px; }
QToolButton[primary="true"]:hover { background: @accentHover; border-color: @accentHover; }
QToolButton[primary="true"]:focus { border: 2px solid @text; }
QToolButton[primary="true"]:disabled { background: @pressed; color: @muted; border-color: @pressed; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton::menu-button { border: none; width: 16px; }
)";

struct Named {
    QLatin1StringView name;
    QColor color;
};

} // namespace

QString styleSheet(ThemeKind kind)
{
    const Theme &colors = theme(kind);
    const WindowColors &c = colors.window;
    // Longer names before their own beginnings: "@accentText" before "@accent".
    const std::array table{
        Named{"@window"_L1, c.window},
        Named{"@panel"_L1, c.panel},
        Named{"@raised"_L1, c.raised},
        Named{"@hover"_L1, c.hover},
        Named{"@pressed"_L1, c.pressed},
        Named{"@text"_L1, c.text},
        Named{"@muted"_L1, c.muted},
        Named{"@disabled"_L1, c.disabled},
        Named{"@border"_L1, c.border},
        Named{"@outline"_L1, c.outline},
        Named{"@accentHover"_L1, c.accentHover},
        Named{"@accentText"_L1, c.accentText},
        Named{"@accent"_L1, c.accent},
        Named{"@link"_L1, c.link},
        Named{"@selection"_L1, c.selection},
        Named{"@errorText"_L1, colors.error.text},
        Named{"@errorGround"_L1, colors.error.background},
    };
    QString sheet =
        QLatin1StringView(kWindows) + QLatin1StringView(kViews) + QLatin1StringView(kControls);
    for (const Named &entry : table)
        sheet.replace(entry.name, entry.color.name());
    return sheet;
}

} // namespace edgewright
