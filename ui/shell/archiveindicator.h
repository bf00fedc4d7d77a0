// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace edgewright {

class Archiver;

/// In the status line: how far the archive is, with a button to pause it. Hidden while there is
/// nothing to do.
class ArchiveIndicator final : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the indicator.
    ArchiveIndicator(Archiver &archiver, const ThemeService &themes, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();

    Archiver &m_archiver;
    const ThemeService &m_themes;
    QLabel *m_text;
    QToolButton *m_pause;
};

} // namespace edgewright
