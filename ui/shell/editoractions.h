// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actionregistry.h"
#include "shell/shellcontext.h"

namespace edgewright {

class EditorPage;
class Settings;

/// Connects the edit and view actions with whatever text is on screen.
class EditorActions final : public QObject {
    Q_OBJECT

public:
    EditorActions(const ShellContext &shell, const ActionRegistry &actions, Settings &settings,
                  QObject *parent = nullptr);

    /// Enables what makes sense for the page on screen.
    void update();

private:
    template <typename Act>
    void onEditor(ActionId id, Act act);
    void connectEditing();
    void connectSearch();
    void connectView();
    void zoom(int step);
    void askForLine();
    [[nodiscard]] EditorPage *page() const;

    ShellContext m_shell;
    const ActionRegistry &m_actions;
    Settings &m_settings;
};

} // namespace edgewright
