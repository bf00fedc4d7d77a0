// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/lockcontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "routines/routinespanel.h"
#include "shell/actionregistry.h"
#include "shell/changerefusal.h"
#include "shell/documentarea.h"
#include "shell/unlockdialog.h"

#include <QLocale>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace edgewright {

LockController::LockController(const ShellContext &shell, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_window(window)
{
    connect(&m_shell.actions.action(ActionId::LockRoutine), &QAction::triggered, this,
            [this] { toggle(m_shell.services.history().routine()); });
    connect(&m_shell.actions.action(ActionId::LockAccount), &QAction::triggered, this,
            [this] { toggle({}); });
    connect(&m_shell.routinesPanel, &RoutinesPanel::lockToggled, this, &LockController::toggle);
    connect(&locks(), &WriteLock::changed, this, &LockController::update);
    connect(&locks(), &WriteLock::lockedAgain, this, &LockController::tellLockedAgain);
    connect(&locks(), &WriteLock::notKept, this, [this](const Error &error) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            tr("What is locked could not be put on the disk and is forgotten with the end of the "
               "program: %1")
                .arg(oneLine(error.text())));
    });
    connect(&m_shell.services.connection(), &Connection::changed, this, &LockController::update);
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &LockController::update,
            Qt::QueuedConnection);
    connect(&m_shell.services.catalog(), &RoutineCatalog::listed, this, &LockController::update);
    connect(&m_shell.documents, &DocumentArea::languageChanged, this, &LockController::update);
    if (!locks().damagedFile().isEmpty())
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            tr("The list of locked routines was damaged, so nothing is locked now. It is kept as "
               "%1.")
                .arg(oneLine(locks().damagedFile())));
    addKeys();
    update();
}

void LockController::addKeys()
{
    for (const ActionId id :
         {ActionId::SaveVersion, ActionId::PublishStaging, ActionId::PublishProduction,
          ActionId::AdjustSplit, ActionId::RollBack, ActionId::MakeRoom, ActionId::StageDraft})
    {
        QAction &action = m_shell.actions.action(id);
        if (action.shortcut().isEmpty())
            continue;
        // A disabled action does not hear its own keys.
        auto *keys = new QShortcut(action.shortcut(), &m_window);
        m_keys.append({&action, keys});
        connect(keys, &QShortcut::activated, this, [this] { tellWhyNoChange(m_shell); });
        connect(&action, &QAction::enabledChanged, this, &LockController::updateKeys);
    }
    connect(&m_shell.services.connection(), &Connection::reachabilityChanged, this,
            &LockController::updateKeys);
    updateKeys();
}

void LockController::updateKeys()
{
    const bool hasRoutine = !m_shell.services.history().routine().isEmpty();
    for (const auto &[action, keys] : std::as_const(m_keys))
        keys->setEnabled(hasRoutine && !action->isEnabled());
}

RoutineKey LockController::keyOf(const QString &routine) const
{
    return {.accountId = m_shell.services.connection().account().id, .routine = routine};
}

void LockController::toggle(const QString &routine)
{
    const RoutineKey key = keyOf(routine);
    if (!key.accountId.isEmpty()) {
        if (locks().isLocked(key))
            ask(key);
        else
            locks().lock(key);
    }
    // A checkable action has changed by itself.
    update();
}

void LockController::ask(const RoutineKey &key)
{
    auto *dialog =
        new UnlockDialog(m_shell.services.connection().account().name, key.routine, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UnlockDialog::unlocked, this,
            [this, key](std::optional<std::chrono::seconds> time) { unlock(key, time); });
    dialog->open();
}

void LockController::unlock(const RoutineKey &key, std::optional<std::chrono::seconds> time)
{
    if (!time) {
        locks().unlock(key);
        return;
    }
    locks().unlockFor(key, *time);
    const QString until =
        QLocale().toString(locks().openUntil(key).toLocalTime().time(), u"HH:mm"_s);
    m_shell.messages.showMessage(
        MessageBar::Kind::Info,
        key.routine.isEmpty()
            //: %1 is a time of day
            ? tr("Changes are allowed until %1; then the account is read-only again.").arg(until)
            //: %1 is a routine, %2 a time of day
            : tr("“%1” is unlocked until %2.").arg(oneLine(key.routine), until));
}

void LockController::tellLockedAgain(const RoutineKey &key)
{
    if (key.accountId != m_shell.services.connection().account().id)
        return;
    m_shell.messages.showMessage(MessageBar::Kind::Info,
                                 key.routine.isEmpty()
                                     ? tr("The account is read-only again.")
                                     : tr("“%1” is locked again.").arg(oneLine(key.routine)));
}

void LockController::update()
{
    const QString accountId = m_shell.services.connection().account().id;
    const QString routine = m_shell.services.history().routine();
    updateKeys();
    const bool hasAccount = !accountId.isEmpty();
    const bool isAccountLocked = hasAccount && locks().isLocked(keyOf({}));
    const bool isRoutineLocked =
        hasAccount && !routine.isEmpty() && locks().isLocked(keyOf(routine));
    QAction &ofRoutine = m_shell.actions.action(ActionId::LockRoutine);
    ofRoutine.setEnabled(hasAccount && !routine.isEmpty());
    ofRoutine.setChecked(isRoutineLocked);
    ofRoutine.setText(isRoutineLocked ? tr("Un&lock Routine…") : tr("&Lock Routine"));
    QAction &ofAccount = m_shell.actions.action(ActionId::LockAccount);
    ofAccount.setEnabled(hasAccount);
    ofAccount.setChecked(isAccountLocked);
    m_shell.routinesPanel.setLocks(
        {.routines = hasAccount ? locks().lockedRoutines(accountId) : QSet<QString>(),
         .isAccountLocked = isAccountLocked});
}

} // namespace edgewright
