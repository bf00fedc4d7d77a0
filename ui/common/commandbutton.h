// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"
#include "common/themeservice.h"

#include <QPushButton>

namespace edgewright {

/// A large choice: icon, title, and one line that says what it means or why it cannot be used.
/// Titles and explanations may be foreign text.
class CommandButton final : public QPushButton {
    Q_OBJECT

public:
    /// \p themes must outlive the button.
    CommandButton(IconName iconName, const ThemeService &themes, QWidget *parent = nullptr);

    /// Also the accessible name and description.
    void setContent(const QString &title, const QString &explanation);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeService &m_themes;
    IconName m_iconName;
    QString m_title;
    QString m_explanation;
};

} // namespace edgewright
