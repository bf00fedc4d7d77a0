// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace edgewright {

/// The sentence of one check; where it is about a line of the code, a link that leads there by
/// mouse, Enter or Space.
class CheckLine final : public QLabel {
    Q_OBJECT

public:
    explicit CheckLine(QWidget *parent = nullptr);

    void setLink(bool on);
    [[nodiscard]] bool isLink() const { return m_isLink; }

signals:
    void activated();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isLink = false;
};

} // namespace edgewright
