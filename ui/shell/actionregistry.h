// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

namespace edgewright {

enum class ActionId {
    NewRoutine,
    OpenFile,
    SaveDraft,
    SaveVersion,
    LocalHistory,
    DiscardDraft,
    ExportCode,
    ExportVersion,
    ExportFolder,
    ExportZip,
    ExportGit,
    ImportFolder,
    ImportZip,
    CloseTab,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
    Find,
    Replace,
    FindNext,
    FindPrevious,
    FindInVersions,
    GoToLine,
    ToggleComment,
    MoveLineUp,
    MoveLineDown,
    AddNextOccurrence,
    GoTo,
    NextPane,
    PreviousPane,
    ShowRoutines,
    ShowVersions,
    ShowBottom,
    ShowLedger,
    ResetLayout,
    FullScreen,
    WordWrap,
    Whitespace,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    LanguageEnglish,
    LanguageChinese,
    Refresh,
    LockRoutine,
    CopyRoutine,
    DeleteRoutine,
    OpenVersion,
    UseAsDraft,
    CopyVersionId,
    MarkVersion,
    StarVersion,
    MergeTheirs,
    DeleteVersion,
    MakeRoom,
    WhoWroteLine,
    VersionBeforeLine,
    OlderVersion,
    NewerVersion,
    PublishStaging,
    PublishProduction,
    AdjustSplit,
    RollBack,
    PublishRegions,
    StageDraft,
    OpenStaging,
    ComparePick,
    CompareDraftProduction,
    CompareDraftStaging,
    CompareDraftBase,
    CompareStagingProduction,
    CompareSelected,
    CompareFile,
    CompareClipboard,
    CompareOther,
    NextChange,
    PreviousChange,
    GoToDraftLine,
    CopyBothSides,
    ExportPatch,
    ExportHtml,
    ExportMarkdown,
    Accounts,
    LockAccount,
    ArchiveCare,
    OpenDataFolder,
    Shortcuts,
    About,
    Count
};

/// Every action of the window: text, shortcut and object name in one table; menus, tool bar and
/// the list of shortcuts show them. Nothing here knows what an action does.
class ActionRegistry final : public QObject {
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);

    [[nodiscard]] QAction &action(ActionId id) const;
    [[nodiscard]] QList<QAction *> all() const;
    void retranslate();

private:
    QList<QAction *> m_actions;
};

} // namespace edgewright
