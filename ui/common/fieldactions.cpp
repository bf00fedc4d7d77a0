// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/fieldactions.h"

#include <QAction>
#include <QLineEdit>
#include <QToolButton>

namespace edgewright {

void nameFieldAction(const QLineEdit *field, const QAction *action, const QString &name)
{
    const QList<QToolButton *> buttons = field->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->defaultAction() == action || button->actions().contains(action))
            button->setAccessibleName(name);
    }
}

} // namespace edgewright
