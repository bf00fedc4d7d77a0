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

constexpr std::array kRows{
    Row{ActionId::NewRoutine, "newRoutine",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&New Routine…"), "Ctrl+N"},
    Row{ActionId::OpenFile, "openFile",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Open File into Draft…"), "Ctrl+O"},
    Row{ActionId::SaveDraft, "saveDraft",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Save Draft"), "Ctrl+S"},
    Row{ActionId::SaveVersion, "saveVersion",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Save as &Version…"), "Ctrl+Shift+S"},
    Row{ActionId::LocalHistory, "localHistory",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Local History"), ""},
    Row{ActionId::DiscardDraft, "discardDraft",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Discard Draft"), ""},
    Row{ActionId::ExportCode, "exportCode",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Code on Screen…"), ""},
    Row{ActionId::ExportVersion, "exportVersion",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Version…"), ""},
    Row{ActionId::ExportFolder, "exportFolder",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "History as &Folder…"), ""},
    Row{ActionId::ExportZip, "exportZip",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "History as &Zip…"), ""},
    Row{ActionId::ExportGit, "exportGit",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "History as &Git Repository…"), ""},
    Row{ActionId::ImportFolder, "importFolder",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "From &Folder…"), ""},
    Row{ActionId::ImportZip, "importZip",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "From &Zip…"), ""},
    Row{ActionId::CloseTab, "closeTab",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Close Tab"), "Ctrl+W"},
    Row{ActionId::Quit, "quit", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Quit"), "Ctrl+Q"},
    Row{ActionId::Undo, "undo", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Undo"), "Ctrl+Z"},
    Row{ActionId::Redo, "redo", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Redo"),
        "Ctrl+Shift+Z; Ctrl+Y"},
    Row{ActionId::Cut, "cut", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Cu&t"), "Ctrl+X"},
    Row{ActionId::Copy, "copy", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Copy"), "Ctrl+C"},
    Row{ActionId::Paste, "paste", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Paste"),
        "Ctrl+V"},
    Row{ActionId::SelectAll, "selectAll",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Select &All"), "Ctrl+A"},
    Row{ActionId::Find, "find", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Find…"),
        "Ctrl+F"},
    Row{ActionId::Replace, "replace", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "R&eplace…"),
        "Ctrl+H"},
    Row{ActionId::FindNext, "findNext",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Find &Next"), "F3"},
    Row{ActionId::FindPrevious, "findPrevious",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Find Pre&vious"), "Shift+F3"},
    Row{ActionId::FindInVersions, "findInVersions",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Find in &All Versions…"), "Ctrl+Shift+F"},
    Row{ActionId::GoToLine, "goToLine",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Go to &Line…"), "Ctrl+G"},
    Row{ActionId::ToggleComment, "toggleComment",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Toggle Co&mment"), "Ctrl+/"},
    Row{ActionId::MoveLineUp, "moveLineUp",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Move Line &Up"), "Alt+Up"},
    Row{ActionId::MoveLineDown, "moveLineDown",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Move Line &Down"), "Alt+Down"},
    Row{ActionId::AddNextOccurrence, "addNextOccurrence",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Add Ne&xt Occurrence to Selection"),
        "Ctrl+D"},
    Row{ActionId::GoTo, "goTo",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Go to Routine or Version…"), "Ctrl+P"},
    Row{ActionId::NextPane, "nextPane",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Next &Pane"), "F6"},
    Row{ActionId::PreviousPane, "previousPane",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Previous Pane"), "Shift+F6"},
    Row{ActionId::ShowRoutines, "showRoutines",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Routines Panel"), "Ctrl+Shift+R", true},
    Row{ActionId::ShowVersions, "showVersions",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Versions Panel"), "Ctrl+Shift+H", true},
    Row{ActionId::ShowBottom, "showBottom",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Bottom Panel"), "Ctrl+J", true},
    Row{ActionId::ShowLedger, "showLedger",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Ledger"), "Ctrl+Shift+J"},
    Row{ActionId::ResetLayout, "resetLayout",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "R&eset Layout"), ""},
    Row{ActionId::FullScreen, "fullScreen",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Full Screen"), "F11", true},
    Row{ActionId::WordWrap, "wordWrap",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Wrap Lines"), "Alt+Z", true},
    Row{ActionId::Whitespace, "whitespace",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Show &Whitespace"), "", true},
    Row{ActionId::ZoomIn, "zoomIn", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Zoom &In"),
        "Ctrl++; Ctrl+="},
    Row{ActionId::ZoomOut, "zoomOut", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Zoom &Out"),
        "Ctrl+-"},
    Row{ActionId::ZoomReset, "zoomReset",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Normal Size"), "Ctrl+0"},
    Row{ActionId::ThemeSystem, "themeSystem",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Follow &System"), "", true},
    Row{ActionId::ThemeLight, "themeLight",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Light"), "", true},
    Row{ActionId::ThemeDark, "themeDark", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Dark"),
        "", true},
    // Languages are named in themselves, so that everybody finds the way back.
    Row{ActionId::LanguageEnglish, "languageEnglish", "English", "", true},
    Row{ActionId::LanguageChinese, "languageChinese", "简体中文", "", true},
    Row{ActionId::Refresh, "refresh", QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Refresh"),
        "Ctrl+R"},
    Row{ActionId::LockRoutine, "lockRoutine",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Lock Routine"), "", true},
    Row{ActionId::CopyRoutine, "copyRoutine",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Copy to Account…"), ""},
    Row{ActionId::DeleteRoutine, "deleteRoutine",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Delete Routine from Service…"), ""},
    Row{ActionId::OpenVersion, "openVersion",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Open Selected Version"), ""},
    Row{ActionId::UseAsDraft, "useAsDraft",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Use Its Code as Draft"), ""},
    Row{ActionId::CopyVersionId, "copyVersionId",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Copy Version ID"), ""},
    Row{ActionId::MarkVersion, "markVersion",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Label and Note…"), ""},
    Row{ActionId::StarVersion, "starVersion",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Star or Unstar"), ""},
    Row{ActionId::MergeTheirs, "mergeTheirs",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Mer&ge Newer Version into Draft…"), ""},
    Row{ActionId::DeleteVersion, "deleteVersion",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Delete Version from Service…"), ""},
    Row{ActionId::MakeRoom, "makeRoom",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Make &Room…"), ""},
    Row{ActionId::WhoWroteLine, "whoWroteLine",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Who Wrote This Line"), "Ctrl+Shift+L",
        true},
    Row{ActionId::VersionBeforeLine, "versionBeforeLine",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Version &Before This Line"),
        "Ctrl+Shift+PgUp"},
    Row{ActionId::OlderVersion, "olderVersion",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "O&lder Version"), "Alt+PgUp"},
    Row{ActionId::NewerVersion, "newerVersion",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Newer Version"), "Alt+PgDown"},
    Row{ActionId::PublishStaging, "publishStaging",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "To &Staging…"), "Ctrl+Shift+Return"},
    Row{ActionId::PublishProduction, "publishProduction",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "To &Production…"), ""},
    Row{ActionId::AdjustSplit, "adjustSplit",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Adjust Split…"), ""},
    Row{ActionId::RollBack, "rollBack",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Roll Back…"), ""},
    Row{ActionId::PublishRegions, "publishRegions",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "To &Regions…"), ""},
    Row{ActionId::StageDraft, "stageDraft",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Put &Draft on Staging…"), ""},
    Row{ActionId::OpenStaging, "openStaging",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Open Staging…"), ""},
    Row{ActionId::ComparePick, "comparePick",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Compare…"), "Ctrl+Shift+K"},
    Row{ActionId::CompareDraftProduction, "compareDraftProduction",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Production with &Draft"), ""},
    Row{ActionId::CompareDraftStaging, "compareDraftStaging",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Staging with Draft"), ""},
    Row{ActionId::CompareDraftBase, "compareDraftBase",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Base with Draft"), "Ctrl+Shift+D"},
    Row{ActionId::CompareStagingProduction, "compareStagingProduction",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Production with Staging"), ""},
    Row{ActionId::CompareSelected, "compareSelected",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Selected &Versions"), ""},
    Row{ActionId::CompareFile, "compareFile",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Draft with &File…"), ""},
    Row{ActionId::CompareClipboard, "compareClipboard",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Draft with C&lipboard"), ""},
    Row{ActionId::CompareOther, "compareOther",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "With Another &Routine…"), ""},
    Row{ActionId::NextChange, "nextChange",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Next Change"), "F7"},
    Row{ActionId::PreviousChange, "previousChange",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Pr&evious Change"), "Shift+F7"},
    Row{ActionId::GoToDraftLine, "goToDraftLine",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Go to This Line in the Draft"), "F12"},
    Row{ActionId::CopyBothSides, "copyBothSides",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "C&opy Both Sides"), "Ctrl+Shift+C"},
    Row{ActionId::ExportPatch, "exportPatch",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Patch…"), ""},
    Row{ActionId::ExportHtml, "exportHtml",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Web Page…"), ""},
    Row{ActionId::ExportMarkdown, "exportMarkdown",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Markdown…"), ""},
    Row{ActionId::Accounts, "accounts",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Accounts…"), ""},
    Row{ActionId::LockAccount, "lockAccount",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Read-Only A&ccount"), "", true},
    Row{ActionId::ArchiveCare, "archiveCare",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "A&rchive…"), ""},
    Row{ActionId::OpenDataFolder, "openDataFolder",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "Open &Data Folder"), ""},
    Row{ActionId::Shortcuts, "shortcuts",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&Keyboard Shortcuts"), "Ctrl+F1"},
    Row{ActionId::About, "about",
        QT_TRANSLATE_NOOP("edgewright::ActionRegistry", "&About Edgewright"), ""},
};

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
        // An empty text would give one empty sequence, which still counts as a shortcut.
        if (*row.keys != '\0')
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
