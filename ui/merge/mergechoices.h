// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "merge/mergedocument.h"

#include <QFrame>

class QHBoxLayout;
class QToolButton;

namespace edgewright {

/// Mine · Theirs · Both · Base on the first line of a conflict's frame, for the mouse; the keyboard
/// has the same in the bar above.
class MergeChoices final : public QFrame {
    Q_OBJECT

public:
    /// \p themes must outlive the buttons.
    MergeChoices(const ThemeService &themes, QWidget *parent);

    /// Which conflict they decide, from 0.
    void setConflict(int conflict);
    /// At the right end of \p line.
    void placeAt(const QRect &line);

signals:
    void chosen(int conflict, edgewright::MergeChoice choice);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();

    const ThemeService &m_themes;
    int m_conflict = 0;
    QList<QToolButton *> m_buttons;
};

} // namespace edgewright
