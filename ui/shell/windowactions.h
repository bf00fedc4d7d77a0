// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actionregistry.h"
#include "shell/shellcontext.h"

namespace edgewright {

class AccountController;
class DraftController;
class PublishController;
class RoutineController;
class SaveController;
class VersionController;

/// Hands the window's actions on to the controllers and enables those that make sense. A controller
/// whose actions nobody else needs connects them by itself, through ShellContext::actions.
class WindowActions final : public QObject {
    Q_OBJECT

public:
    struct Controllers {
        AccountController &accounts;
        DraftController &drafts;
        PublishController &publish;
        RoutineController &routines;
        SaveController &save;
        VersionController &versions;
    };

    /// Everything outlives this object. \p window is the parent of dialogs.
    WindowActions(QWidget &window, const ShellContext &shell, const Controllers &controllers);

    /// Enables what makes sense now.
    void update();

private:
    template <typename Act>
    void on(ActionId id, Act act);
    void connectFiles();
    void connectVersions();
    void connectWindow();
    void goTo();
    void enable(std::initializer_list<ActionId> ids, bool on) const;
    /// Likewise, while \p obstacle is empty; otherwise their tips say it.
    void enableUnless(const QString &obstacle, std::initializer_list<ActionId> ids, bool on) const;
    /// What changes the routine on screen.
    [[nodiscard]] QString whyNoChangeHere() const;
    [[nodiscard]] bool canDeleteSelected() const;

    QWidget &m_window;
    ShellContext m_shell;
    Controllers m_controllers;
};

} // namespace edgewright
