// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace edgewright {

/// Asks for a routine's name to be typed, so that going on in spite of a warning is deliberate.
class NameConfirmation final : public QWidget {
    Q_OBJECT

public:
    /// \p themes must outlive the widget.
    explicit NameConfirmation(const ThemeService &themes, QWidget *parent = nullptr);

    /// Forgets what was typed when it is another name.
    void setRoutine(const QString &name);
    void clear();
    /// What is wrong, one sentence.
    void setCause(const QString &cause);
    /// Nothing is missing for it: exactly that name was typed.
    [[nodiscard]] bool isConfirmed() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void restyle();

    const ThemeService &m_themes;
    QString m_routine;
    QString m_cause;
    QLabel *m_label;
    QLineEdit *m_field;
};

} // namespace edgewright
