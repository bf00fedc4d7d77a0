// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace edgewright {

/// Asks what to find in both sides of a comparison; does not search itself.
class CompareFindBar final : public QWidget {
    Q_OBJECT

public:
    explicit CompareFindBar(QWidget *parent = nullptr);

    void open(const QString &seed); ///< Shows itself with the text selected and the caret in it.
    void setFound(int current, int count, bool atLimit);
    void applyTheme(const Theme &theme);
    [[nodiscard]] QString text() const { return m_text->text(); }
    [[nodiscard]] Qt::CaseSensitivity cases() const;

signals:
    void searchChanged();
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    QLineEdit *m_text;
    QToolButton *m_case;
    QLabel *m_found;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
};

} // namespace edgewright
