// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace edgewright {

/// One line of foreign text that is cut with "…" when there is no room; the whole text is its tool
/// tip then, and what a screen reader reads.
class ElidedLabel final : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    /// The text before it was cut.
    [[nodiscard]] const QString &fullText() const { return m_fullText; }
    void setFullText(const QString &text);
    /// Shown as the tool tip instead of the whole text.
    void setExplanation(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    QString m_fullText;
    QString m_explanation;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace edgewright
