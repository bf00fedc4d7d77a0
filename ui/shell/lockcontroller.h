// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

class QAction;
class QShortcut;

namespace edgewright {

/// "Lock Routine" and "Read-Only Account": locks at once, unlocks after a question, and shows what
/// is locked in the menus and the list of routines. The keys of actions that cannot be used now say
/// why, instead of nothing.
class LockController final : public QObject {
    Q_OBJECT

public:
    /// \p window is the parent of dialogs.
    LockController(const ShellContext &shell, QWidget &window, QObject *parent = nullptr);

    /// Locks it, or asks whether to unlock it; \p routine empty: the account in use.
    void toggle(const QString &routine);

private:
    void addKeys();
    void update();
    void updateKeys();
    void ask(const RoutineKey &key);
    void unlock(const RoutineKey &key, std::optional<std::chrono::seconds> time);
    void tellLockedAgain(const RoutineKey &key);
    [[nodiscard]] RoutineKey keyOf(const QString &routine) const;
    [[nodiscard]] WriteLock &locks() const { return m_shell.services.lock(); }

    ShellContext m_shell;
    QWidget &m_window;
    QList<std::pair<QAction *, QShortcut *>> m_keys; ///< Of what changes the service.
};

} // namespace edgewright
