// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actionregistry.h"
#include "shell/settings.h"
#include "shell/shellcontext.h"

#include <QMainWindow>

#include <memory>

namespace edgewright {

class AccountController;
class BottomPanel;
class CompareController;
class DialogPrompts;
class DraftController;
class EditorActions;
class Language;
class LiveStripController;
class LocalHistoryController;
class LocalHistoryView;
class Publishing;
class RoutineController;
class SessionController;
class StatusLine;
class ThemeService;
class VersionController;
class ViewController;
class WindowActions;
class WindowMenus;
struct StartOptions;

/// The window: puts panels, documents and controllers together and hands actions on to them.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    struct Surroundings {
        AppServices &services;
        Settings &settings;
        ThemeService &themes;
        Language &language;
    };

    explicit MainWindow(const Surroundings &surroundings);
    ~MainWindow() override;

    /// Theme, language, layout, then the account.
    void start(const StartOptions &options);

    [[nodiscard]] const ActionRegistry &actions() const { return m_actions; }
    [[nodiscard]] const ShellContext &shell() const { return *m_shell; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMiddle();
    void buildDocks();
    void buildStartPage();
    void buildControllers();
    /// Comparing, and what looks into the past.
    void buildMemoryControllers();
    void connectControllers();
    void compareFiles(const QStringList &paths);
    void closeWhenIdle();
    void showCurrentRoutine();
    void applyTheme();
    void retranslate();

    Surroundings m_around;
    QString m_routine;         ///< On screen.
    bool m_isForFiles = false; ///< Compares two files, and nothing else.
    bool m_closing = false;    ///< As soon as nothing runs any more.
    ActionRegistry m_actions;
    std::unique_ptr<DialogPrompts> m_prompts;
    std::unique_ptr<ShellContext> m_shell;
    std::unique_ptr<WindowMenus> m_menus;
    StatusLine *m_status;
    QWidget *m_middle = nullptr;
    QDockWidget *m_routinesDock = nullptr;
    QDockWidget *m_versionsDock = nullptr;
    LocalHistoryView *m_localHistory = nullptr;
    BottomPanel *m_bottom = nullptr;
    AccountController *m_accounts = nullptr;
    DraftController *m_drafts = nullptr;
    VersionController *m_versions = nullptr;
    CompareController *m_compare = nullptr;
    Publishing *m_publishing = nullptr;
    RoutineController *m_routines = nullptr;
    SessionController *m_session = nullptr;
    LiveStripController *m_strip = nullptr;
    EditorActions *m_editorActions = nullptr;
    ViewController *m_view = nullptr;
    WindowActions *m_windowActions = nullptr;
};

} // namespace edgewright
