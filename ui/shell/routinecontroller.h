// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/settings.h"
#include "shell/shellcontext.h"

#include <QWidget>

namespace edgewright {

class DraftController;
class NewRoutineDialog;

/// Creates and deletes routines, keeps the list on the left true, and opens again what was open.
class RoutineController final : public QObject {
    Q_OBJECT

public:
    RoutineController(const ShellContext &shell, DraftController &drafts, Settings &settings,
                      QObject *parent = nullptr);

    void create(QWidget &window);
    /// Asks for the name to be typed: deleting takes all its traffic down.
    void remove(const QString &name);
    void refresh();
    void rememberOpenRoutines();
    /// While its tabs are still open.
    void leaveAccount();

private:
    void watchCatalog();
    void reopen();
    /// Without the service, what was typed is still there to be read and edited.
    void openKeptDrafts();
    void createNow(NewRoutineDialog *dialog, const QString &name, const QString &description);
    void removeNow(const QString &name);

    ShellContext m_shell;
    DraftController &m_drafts;
    Settings &m_settings;
    bool m_reopened = false;
};

} // namespace edgewright
