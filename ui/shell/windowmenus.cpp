// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/windowmenus.h"

#include "common/icons.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct MenuRow {
    const char *name;
    const char *title;
    int parent;                    ///< Row of the menu this one is in; -1 for the menu bar.
    std::vector<ActionId> actions; ///< ActionId::Count is a separator.
    /// A submenu stands before this action of its parent; at the end without one.
    ActionId before = ActionId::Count;
};

constexpr ActionId kSeparator = ActionId::Count;

// A submenu follows the actions of its parent.
const std::vector<MenuRow> &menuTable()
{
    using enum ActionId;
    static const std::vector<MenuRow> table{
        {"fileMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&File"),
         -1,
         {NewRoutine, OpenFile, kSeparator, SaveDraft, SaveVersion, LocalHistory, DiscardDraft,
          kSeparator, CloseTab, kSeparator, Quit}},
        {"editMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Edit"),
         -1,
         {Undo, Redo, kSeparator, Cut, Copy, Paste, SelectAll, kSeparator, Find, Replace, FindNext,
          FindPrevious, FindInVersions, kSeparator, ToggleComment, MoveLineUp, MoveLineDown,
          AddNextOccurrence}},
        {"viewMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&View"),
         -1,
         {GoTo, GoToLine, kSeparator, NextPane, PreviousPane, kSeparator, ShowRoutines,
          ShowVersions, ShowBottom, ShowLedger, ResetLayout, kSeparator, WordWrap, Whitespace,
          ZoomIn, ZoomOut, ZoomReset, kSeparator, FullScreen}},
        {"themeMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Theme"),
         2,
         {ThemeSystem, ThemeLight, ThemeDark}},
        // Both languages on purpose: whoever sees the wrong one finds the way back.
        {"languageMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Language / 语言"),
         2,
         {LanguageEnglish, LanguageChinese}},
        {"routineMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Routine"),
         -1,
         {Refresh, kSeparator, LockRoutine, CopyRoutine, kSeparator, DeleteRoutine}},
        {"versionMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "Ver&sion"),
         -1,
         {OpenVersion, UseAsDraft, CopyVersionId, kSeparator, MarkVersion, StarVersion, kSeparator,
          MergeTheirs, kSeparator, DeleteVersion, MakeRoom, kSeparator, WhoWroteLine, VersionBeforeLine, OlderVersion, NewerVersion}},
        {"publishMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Publish"),
         -1,
         {PublishStaging, PublishProduction, kSeparator, AdjustSplit, RollBack, PublishRegions, StageDraft, kSeparator, OpenStaging, ShowLedger}},
        {"compareMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Compare"),
         -1,
         {ComparePick, kSeparator, CompareDraftProduction, CompareDraftStaging, CompareDraftBase,
          CompareFile, CompareClipboard, kSeparator, CompareStagingProduction, CompareSelected,
          CompareOther, kSeparator, NextChange, PreviousChange, GoToDraftLine, CopyBothSides,
          kSeparator}},
        {"exportComparisonMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Export Comparison"),
         8,
         {ExportPatch, ExportHtml, ExportMarkdown}},
        {"toolsMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Tools"),
         -1,
         {Accounts, LockAccount, ArchiveCare, OpenDataFolder}},
        {"helpMenu", QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Help"), -1, {Shortcuts, About}},
        {"importMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Import into Draft"),
         0,
         {OpenFile, ImportFolder, ImportZip},
         CloseTab},
        {"exportMenu",
         QT_TRANSLATE_NOOP("edgewright::WindowMenus", "&Export"),
         0,
         {ExportCode, ExportVersion, kSeparator, ExportFolder, ExportZip, ExportGit},
         CloseTab},
    };
    return table;
}

struct ToolRow {
    ActionId action;
    IconName icon;
};

constexpr std::array kTools{
    ToolRow{ActionId::Refresh, IconName::Refresh},
    ToolRow{ActionId::CompareDraftBase, IconName::Compare},
    ToolRow{ActionId::SaveVersion, IconName::SaveVersion},
    ToolRow{ActionId::PublishStaging, IconName::Publish},
};

class WindowMenuTexts {
    Q_DECLARE_TR_FUNCTIONS(edgewright::WindowMenus)
};

} // namespace

WindowMenus::WindowMenus(QMainWindow &window, const ActionRegistry &actions)
    : m_actions(actions)
    , m_toolBar(new QToolBar(&window))
{
    for (const MenuRow &row : menuTable()) {
        auto *menu = new QMenu(&window);
        menu->setObjectName(QString::fromLatin1(row.name));
        if (row.parent < 0)
            window.menuBar()->addMenu(menu);
        else if (row.before == kSeparator)
            m_menus[row.parent]->addMenu(menu);
        else
            m_menus[row.parent]->insertMenu(&m_actions.action(row.before), menu);
        for (const ActionId id : row.actions) {
            if (id == kSeparator)
                menu->addSeparator();
            else
                menu->addAction(&m_actions.action(id));
        }
        m_menus.append(menu);
    }
    buildToolBar(window);
    retranslate();
}

void WindowMenus::retranslate()
{
    for (qsizetype i = 0; i < m_menus.size(); ++i)
        m_menus[i]->setTitle(WindowMenuTexts::tr(menuTable()[static_cast<std::size_t>(i)].title));
    m_toolBar->setWindowTitle(WindowMenuTexts::tr("Main tool bar"));
    const std::array<const char *, kTools.size()> texts{
        QT_TRANSLATE_NOOP("edgewright::WindowMenus", "Refresh"),
        QT_TRANSLATE_NOOP("edgewright::WindowMenus", "Compare with Base"),
        QT_TRANSLATE_NOOP("edgewright::WindowMenus", "Save as Version…"),
        QT_TRANSLATE_NOOP("edgewright::WindowMenus", "Publish…"),
    };
    for (std::size_t i = 0; i < kTools.size(); ++i) {
        QAction &action = m_actions.action(kTools[i].action);
        action.setIconText(WindowMenuTexts::tr(texts[i]));
        QWidget *button = m_toolBar->widgetForAction(&action);
        //: %1 is the text of a tool button; tells it from the menu entry of the same text
        button->setAccessibleName(
            WindowMenuTexts::tr("%1 (tool bar)").arg(WindowMenuTexts::tr(texts[i])));
    }
}

void WindowMenus::applyTheme(const Theme &theme)
{
    for (const ToolRow &row : kTools) {
        // The filled button carries its own text colour.
        const bool primary = row.action == ActionId::PublishStaging;
        m_actions.action(row.action)
            .setIcon(primary ? icon(row.icon, theme.window.accentText, theme.window.muted)
                             : icon(row.icon, theme));
        m_actions.action(row.action).setIconVisibleInMenu(false);
    }
}

void WindowMenus::buildToolBar(QMainWindow &window)
{
    m_toolBar->setObjectName(u"mainToolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *stretch = new QWidget(m_toolBar);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    for (const ToolRow &row : kTools) {
        if (row.action == ActionId::CompareDraftBase)
            m_toolBar->addWidget(stretch);
        QAction &action = m_actions.action(row.action);
        m_toolBar->addAction(&action);
        QWidget *button = m_toolBar->widgetForAction(&action);
        button->setObjectName(action.objectName() + u"Button"_s);
        button->setFocusPolicy(Qt::TabFocus);
        if (row.action == ActionId::PublishStaging)
            button->setProperty("primary", true);
    }
    window.addToolBar(m_toolBar);
    // A tool bar that a right click hides could only be brought back by knowing that.
    m_toolBar->toggleViewAction()->setVisible(false);
    window.setContextMenuPolicy(Qt::NoContextMenu);
}

} // namespace edgewright
