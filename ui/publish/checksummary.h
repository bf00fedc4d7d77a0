// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "workspace/publishchecks.h"

#include <QPushButton>

namespace edgewright {

/// All checks in one line beside the confirming button, where it is always seen: how many need a
/// look, and the worst of them. A click asks to see them.
class CheckSummary final : public QPushButton {
    Q_OBJECT

public:
    /// \p themes must outlive the line.
    explicit CheckSummary(const ThemeService &themes, QWidget *parent = nullptr);

    /// \p isCauseTold: what failed is said beside it already.
    void setChecks(const QList<PublishCheck> &checks, bool isCauseTold = false);
    /// The whole line, which may be cut on the screen.
    [[nodiscard]] const QString &line() const { return m_line; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] int count(CheckState state) const;
    [[nodiscard]] CheckState worst() const;

    const ThemeService &m_themes;
    QList<PublishCheck> m_checks;
    QString m_line;
    bool m_isCauseTold = false;
};

} // namespace edgewright
