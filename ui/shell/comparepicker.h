// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/comparesource.h"
#include "shell/shellcontext.h"

#include <QDialog>

class QPushButton;

namespace edgewright {

class CompareChoice;
class CompareSources;

/// Asks for the two sides of a comparison.
class ComparePicker final : public QDialog {
    Q_OBJECT

public:
    /// Everything outlives the dialog.
    ComparePicker(const ShellContext &shell, CompareSources &sources, QWidget *window);

    void select(const SourcePair &pair);
    /// Begins with the choice of another routine on the right.
    void startWithRoutine();

signals:
    void chosen(const edgewright::SourcePair &pair);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void update();
    void retranslate();

    CompareChoice *m_left;
    CompareChoice *m_right;
    QPushButton *m_compare;
    QPushButton *m_cancel;
};

} // namespace edgewright
