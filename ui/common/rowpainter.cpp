// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rowpainter.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace edgewright {

namespace {

constexpr int kBarWidth = 3;
constexpr int kBadgePadding = 6;
constexpr qreal kBadgeRadius = 4;

} // namespace

void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    if (isSelected)
        painter->fillRect(option.rect, theme.window.selection);
    else if (isHovered)
        painter->fillRect(option.rect, theme.window.hover);
    if (isSelected) {
        QRect bar = option.rect;
        bar.setWidth(kBarWidth);
        if (option.direction == Qt::RightToLeft)
            bar.moveRight(option.rect.right());
        painter->fillRect(bar, theme.window.accent);
    }
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    if (!hasFocus)
        return;
    painter->setPen(theme.window.link);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
}

int paintText(QPainter *painter, const QRect &rect, const QString &text, const QColor &color)
{
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    const QFontMetrics metrics = painter->fontMetrics();
    const QString visible = metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, visible);
    return qMin(rect.width(), metrics.horizontalAdvance(visible));
}

int paintBadge(QPainter *painter, const QRect &rect, const QString &word, const TonePair &tone)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int width = metrics.horizontalAdvance(word) + 2 * kBadgePadding;
    if (word.isEmpty() || width > rect.width())
        return 0;
    const int height = metrics.height() + 2;
    QRect badge(rect.left(), rect.center().y() - height / 2, width, height);
    if (painter->layoutDirection() == Qt::RightToLeft)
        badge.moveRight(rect.right());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(tone.border);
    painter->setBrush(tone.background);
    painter->drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), kBadgeRadius,
                             kBadgeRadius);
    painter->setPen(tone.text);
    painter->drawText(badge, Qt::AlignCenter | Qt::TextSingleLine, word);
    painter->restore();
    return width;
}

} // namespace edgewright
