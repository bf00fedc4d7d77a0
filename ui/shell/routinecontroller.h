// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

#include <QWidget>

namespace edgewright {

class DraftController;
class NewRoutineDialog;

/// Creates and deletes routines, keeps the list on the left true.
class RoutineController final : public QObject {
    Q_OBJECT

public:
    RoutineController(const ShellContext &shell, DraftController &drafts,
                      QObject *parent = nullptr);

    void create(QWidget &window);
    /// Asks for the name to be typed: deleting takes all its traffic down.
    void remove(const QString &name);
    void refresh();

private:
    void watchCatalog();
    void watchAccess();
    /// What needs the service is possible, or says why not.
    void showAccess();
    void showCount();
    void showRoom();
    void forgetAccount();
    void createNow(NewRoutineDialog *dialog, const QString &name, const QString &description);
    void removeNow(const QString &name);

    ShellContext m_shell;
    DraftController &m_drafts;
};

} // namespace edgewright
