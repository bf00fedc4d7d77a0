// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/commandbutton.h"

#include "common/plaintext.h"
#include "common/rowpainter.h"

#include <QPainter>

namespace edgewright {

namespace {

constexpr int kIconSize = 24;
constexpr int kPadding = 12;
constexpr int kSmallestWidth = 220;
constexpr qreal kRadius = 6;

} // namespace

CommandButton::CommandButton(IconName iconName, const ThemeService &themes, QWidget *parent)
    : QPushButton(parent)
    , m_themes(themes)
    , m_iconName(iconName)
{
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themes, &ThemeService::changed, this, qOverload<>(&QWidget::update));
}

void CommandButton::setContent(const QString &title, const QString &explanation)
{
    m_title = oneLine(title);
    m_explanation = oneLine(explanation, 400);
    setAccessibleName(m_title);
    setAccessibleDescription(m_explanation);
    const int room = sizeHint().width() - kIconSize - 3 * kPadding;
    const bool isCut = QFontMetrics(smallFont(font())).horizontalAdvance(m_explanation) > room;
    setToolTip(isCut ? plainToolTip(m_explanation) : QString());
    updateGeometry();
    update();
}

QSize CommandButton::sizeHint() const
{
    const int title = QFontMetrics(strongFont(font())).horizontalAdvance(m_title);
    const QFontMetrics small(smallFont(font()));
    const int text = qMax(title, small.horizontalAdvance(m_explanation));
    const int height = fontMetrics().height() + small.height() + kRowSpacing + 2 * kPadding;
    return {qBound(kSmallestWidth, text + kIconSize + 3 * kPadding, 480), height};
}

QSize CommandButton::minimumSizeHint() const
{
    return {kSmallestWidth, sizeHint().height()};
}

void CommandButton::paintEvent(QPaintEvent * /*event*/)
{
    const WindowColors &colors = m_themes.current().window;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = underMouse() && isEnabled() ? colors.hover : colors.panel;
    if (isDown())
        ground = colors.pressed;
    const qreal pen = hasFocus() ? 2.0 : 1.0;
    painter.setPen(QPen(hasFocus() ? colors.link : colors.border, pen));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), kRadius,
                            kRadius);

    const QRect inner = rect().adjusted(kPadding, kPadding, -kPadding, -kPadding);
    QRect iconRect(inner.left(), inner.center().y() - kIconSize / 2 + 1, kIconSize, kIconSize);
    QRect text = inner.adjusted(kIconSize + kPadding, 0, 0, 0);
    if (layoutDirection() == Qt::RightToLeft) {
        iconRect.moveRight(inner.right());
        text = inner.adjusted(0, 0, -kIconSize - kPadding, 0);
    }
    edgewright::icon(m_iconName, isEnabled() ? colors.link : colors.disabled)
        .paint(&painter, iconRect);
    painter.setFont(strongFont(font()));
    text.setHeight(painter.fontMetrics().height());
    paintText(&painter, text, m_title, isEnabled() ? colors.text : colors.muted);
    text.translate(0, text.height() + kRowSpacing);
    painter.setFont(smallFont(font()));
    text.setHeight(painter.fontMetrics().height());
    paintText(&painter, text, m_explanation, colors.muted);
}

} // namespace edgewright
