// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/actionregistry.h"

#include <QActionGroup>
#include <QKeySequence>

#include <algorithm>
#include <array>

namespace edgewright {

namespace {

struct Row {
    ActionId id;
    const char *name; ///< Object name.
    const char *text; ///< Source text for translation.
    const char *keys; ///< Portable key sequences, separated by "; ".
    bool checkable = false;
};

#define EDGEWRIGHT_TEXT(text) QT_TRANSLATE_NOOP("edgewright::ActionRegistry", text)

constexpr std::array kRows{
    Row{ActionId::NewRoutine, "newRoutine", EDGEWRIGHT_TEXT("&New Routine…"), "Ctrl+N"},
    Row{ActionId::OpenFile, "openFile", EDGEWRIGHT_TEXT("&Open File into Draft…"), "Ctrl+O"},
    Row{ActionId::SaveDraft, "saveDraft", EDGEWRIGHT_TEXT("&Save Draft"), "Ctrl+S"},
    Row{ActionId::SaveVersion, "saveVersion", EDGEWRIGHT_TEXT("Save as &Version…"), "Ctrl+Shift+S"},
    Row{ActionId::ExportCode, "exportCode", EDGEWRIGHT_TEXT("&Export Code…"), ""},
    Row{ActionId::CloseTab, "closeTab", EDGEWRIGHT_TEXT("&Close Tab"), "Ctrl+W"},
    Row{ActionId::Quit, "quit", EDGEWRIGHT_TEXT("&Quit"), "Ctrl+Q"},
    Row{ActionId::Undo, "undo", EDGEWRIGHT_TEXT("&Undo"), "Ctrl+Z"},
    Row{ActionId::Redo, "redo", EDGEWRIGHT_TEXT("&Redo"), "Ctrl+Shift+Z; Ctrl+Y"},
    Row{ActionId::Cut, "cut", EDGEWRIGHT_TEXT("Cu&t"), "Ctrl+X"},
    Row{ActionId::Copy, "copy", EDGEWRIGHT_TEXT("&Copy"), "Ctrl+C"},
    Row{ActionId::Paste, "paste", EDGEWRIGHT_TEXT("&Paste"), "Ctrl+V"},
    Row{ActionId::SelectAll, "selectAll", EDGEWRIGHT_TEXT("Select &All"), "Ctrl+A"},
    Row{ActionId::Find, "find", EDGEWRIGHT_TEXT("&Find…"), "Ctrl+F"},
    Row{ActionId::Replace, "replace", EDGEWRIGHT_TEXT("R&eplace…"), "Ctrl+H"},
    Row{ActionId::FindNext, "findNext", EDGEWRIGHT_TEXT("Find &Next"), "F3"},
    Row{ActionId::FindPrevious, "findPrevious", EDGEWRIGHT_TEXT("Find Pre&vious"), "Shift+F3"},
    Row{ActionId::GoToLine, "goToLine", EDGEWRIGHT_TEXT("Go to &Line…"), "Ctrl+G"},
    Row{ActionId::ToggleComment, "toggleComment", EDGEWRIGHT_TEXT("Toggle Co&mment"), "Ctrl+/"},
    Row{ActionId::MoveLineUp, "moveLineUp", EDGEWRIGHT_TEXT("Move Line &Up"), "Alt+Up"},
    Row{ActionId::MoveLineDown, "moveLineDown", EDGEWRIGHT_TEXT("Move Line &Down"), "Alt+Down"},
    Row{ActionId::AddNextOccurrence, "addNextOccurrence",
        EDGEWRIGHT_TEXT("Add Ne&xt Occurrence to Selection"), "Ctrl+D"},
    Row{ActionId::GoTo, "goTo", EDGEWRIGHT_TEXT("&Go to Routine or Version…"), "Ctrl+P"},
    Row{ActionId::NextPane, "nextPane", EDGEWRIGHT_TEXT("Next &Pane"), "F6"},
    Row{ActionId::PreviousPane, "previousPane", EDGEWRIGHT_TEXT("Previous Pane"), "Shift+F6"},
    Row{ActionId::ShowRoutines, "showRoutines", EDGEWRIGHT_TEXT("&Routines Panel"), "Ctrl+Shift+R",
        true},
    Row{ActionId::ShowVersions, "showVersions", EDGEWRIGHT_TEXT("&Versions Panel"), "Ctrl+Shift+H",
        true},
    Row{ActionId::ResetLayout, "resetLayout", EDGEWRIGHT_TEXT("R&eset Layout"), ""},
    Row{ActionId::FullScreen, "fullScreen", EDGEWRIGHT_TEXT("&Full Screen"), "F11", true},
    Row{ActionId::WordWrap, "wordWrap", EDGEWRIGHT_TEXT("&Wrap Lines"), "Alt+Z", true},
    Row{ActionId::Whitespace, "whitespace", EDGEWRIGHT_TEXT("Show &Blanks"), "", true},
    Row{ActionId::ZoomIn, "zoomIn", EDGEWRIGHT_TEXT("Zoom &In"), "Ctrl++; Ctrl+="},
    Row{ActionId::ZoomOut, "zoomOut", EDGEWRIGHT_TEXT("Zoom &Out"), "Ctrl+-"},
    Row{ActionId::ZoomReset, "zoomReset", EDGEWRIGHT_TEXT("&Normal Size"), "Ctrl+0"},
    Row{ActionId::ThemeSystem, "themeSystem", EDGEWRIGHT_TEXT("Like the &System"), "", true},
    Row{ActionId::ThemeLight, "themeLight", EDGEWRIGHT_TEXT("&Light"), "", true},
    Row{ActionId::ThemeDark, "themeDark", EDGEWRIGHT_TEXT("&Dark"), "", true},
    // Languages are named in themselves, so that everybody finds the way back.
    Row{ActionId::LanguageEnglish, "languageEnglish", "English", "", true},
    Row{ActionId::LanguageChinese, "languageChinese", "简体中文", "", true},
    Row{ActionId::Refresh, "refresh", EDGEWRIGHT_TEXT("&Refresh"), "Ctrl+R"},
    Row{ActionId::DeleteRoutine, "deleteRoutine", EDGEWRIGHT_TEXT("&Delete Routine from Service…"),
        ""},
    Row{ActionId::OpenVersion, "openVersion", EDGEWRIGHT_TEXT("&Open Selected Version"), ""},
    Row{ActionId::UseAsDraft, "useAsDraft", EDGEWRIGHT_TEXT("&Use Its Code as Draft"), ""},
    Row{ActionId::CopyVersionId, "copyVersionId", EDGEWRIGHT_TEXT("&Copy Version ID"), ""},
    Row{ActionId::DeleteVersion, "deleteVersion", EDGEWRIGHT_TEXT("&Delete Version from Service…"),
        ""},
    Row{ActionId::PublishStaging, "publishStaging", EDGEWRIGHT_TEXT("To &Staging…"),
        "Ctrl+Shift+Return"},
    Row{ActionId::PublishProduction, "publishProduction", EDGEWRIGHT_TEXT("To &Production…"), ""},
    Row{ActionId::CompareDraftProduction, "compareDraftProduction",
        EDGEWRIGHT_TEXT("Production with &Draft"), ""},
    Row{ActionId::CompareDraftStaging, "compareDraftStaging",
        EDGEWRIGHT_TEXT("&Staging with Draft"), ""},
    Row{ActionId::CompareDraftBase, "compareDraftBase", EDGEWRIGHT_TEXT("&Base with Draft"),
        "Ctrl+Shift+D"},
    Row{ActionId::CompareStagingProduction, "compareStagingProduction",
        EDGEWRIGHT_TEXT("&Production with Staging"), ""},
    Row{ActionId::CompareSelected, "compareSelected", EDGEWRIGHT_TEXT("Selected &Versions"), ""},
    Row{ActionId::NextChange, "nextChange", EDGEWRIGHT_TEXT("&Next Change"), "F7"},
    Row{ActionId::PreviousChange, "previousChange", EDGEWRIGHT_TEXT("Pr&evious Change"),
        "Shift+F7"},
    Row{ActionId::Accounts, "accounts", EDGEWRIGHT_TEXT("&Accounts…"), ""},
    Row{ActionId::OpenDataFolder, "openDataFolder", EDGEWRIGHT_TEXT("Open &Data Folder"), ""},
    Row{ActionId::Shortcuts, "shortcuts", EDGEWRIGHT_TEXT("&Keyboard Shortcuts"), "Ctrl+F1"},
    Row{ActionId::About, "about", EDGEWRIGHT_TEXT("&About Edgewright"), ""},
};

#undef EDGEWRIGHT_TEXT

static_assert(kRows.size() == static_cast<std::size_t>(ActionId::Count));

void makeExclusive(const ActionRegistry &registry, std::initializer_list<ActionId> ids,
                   QObject *parent)
{
    auto *group = new QActionGroup(parent);
    for (const ActionId id : ids)
        group->addAction(&registry.action(id));
}

} // namespace

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : kRows) {
        auto *action = new QAction(this);
        action->setObjectName(QString::fromLatin1(row.name));
        action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(row.keys)));
        action->setCheckable(row.checkable);
        m_actions.append(action);
    }
    makeExclusive(*this, {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark}, this);
    makeExclusive(*this, {ActionId::LanguageEnglish, ActionId::LanguageChinese}, this);
    action(ActionId::Quit).setMenuRole(QAction::QuitRole);
    action(ActionId::About).setMenuRole(QAction::AboutRole);
    retranslate();
}

QAction &ActionRegistry::action(ActionId id) const
{
    Q_ASSERT(kRows[static_cast<std::size_t>(id)].id == id);
    return *m_actions[static_cast<qsizetype>(id)];
}

QList<QAction *> ActionRegistry::all() const
{
    return m_actions;
}

void ActionRegistry::retranslate()
{
    for (const Row &row : kRows)
        action(row.id).setText(tr(row.text));
}

} // namespace edgewright
