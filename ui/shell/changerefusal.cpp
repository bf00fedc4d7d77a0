// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/changerefusal.h"

#include "common/messagebar.h"
#include "shell/actionregistry.h"
#include "shell/serviceaccess.h"

#include <QCoreApplication>

namespace edgewright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ChangeRefusal)
};

} // namespace

bool tellWhyNoChange(const ShellContext &shell)
{
    const Connection &connection = shell.services.connection();
    const QString routine = shell.services.history().routine();
    const QString reason = whyNoChange(connection, routine);
    if (reason.isEmpty())
        return false;
    shell.messages.showMessage(MessageBar::Kind::Warning, reason);
    if (!connection.writeRefusal(routine))
        return true;
    RoutineKey locked{.accountId = connection.account().id, .routine = {}};
    const bool isOfAccount = shell.services.lock().isLocked(locked);
    if (!isOfAccount)
        locked.routine = routine;
    QAction &unlock =
        shell.actions.action(isOfAccount ? ActionId::LockAccount : ActionId::LockRoutine);
    shell.messages.setAction(isOfAccount ? Words::tr("Allow Changes…") : Words::tr("Unlock…"),
                             &unlock, [shell, locked, isOfAccount, &unlock] {
                                 // The action takes either way, and what is on screen: what is open
                                 // stays open.
                                 const bool isOnScreen =
                                     shell.services.connection().account().id == locked.accountId
                                     && (isOfAccount
                                         || shell.services.history().routine() == locked.routine);
                                 if (isOnScreen && shell.services.lock().isLocked(locked))
                                     unlock.trigger();
                             });
    return true;
}

} // namespace edgewright
