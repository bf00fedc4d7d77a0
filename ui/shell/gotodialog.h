// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

#include <QDialog>

class QListWidget;

namespace edgewright {

class FilterField;

/// Finds a routine, or a version of the routine on screen, by a part of its name or description.
class GoToDialog final : public QDialog {
    Q_OBJECT

public:
    GoToDialog(const ShellContext &shell, QWidget *window);

signals:
    void routineChosen(const QString &name);
    void versionChosen(const QString &versionId);

private:
    void addRows();
    void addRow(const QString &text, int kind, const QString &key);
    void filter(const QString &text);
    void choose();

    ShellContext m_shell;
    FilterField *m_filter;
    QListWidget *m_list;
};

} // namespace edgewright
