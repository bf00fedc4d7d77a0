// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace edgewright {

/// Stands where a list or text would be and says why there is none and what to do about it.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Up to two buttons; the first one is the one to press.
    void setContent(const QString &title, const QString &text, const QStringList &buttons = {});

signals:
    void buttonClicked(int index);

private:
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QList<QPushButton *> m_buttons;
};

} // namespace edgewright
