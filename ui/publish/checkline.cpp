// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/checkline.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

namespace edgewright {

CheckLine::CheckLine(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

void CheckLine::setLink(bool on)
{
    m_isLink = on;
    setFocusPolicy(on ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(on ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void CheckLine::keyPressEvent(QKeyEvent *event)
{
    const bool isPress = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
                         || event->key() == Qt::Key_Space;
    // With Ctrl, Enter is for the sheet.
    if (m_isLink && isPress && event->modifiers() == Qt::NoModifier)
        emit activated();
    else
        QLabel::keyPressEvent(event);
}

void CheckLine::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isLink && event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit activated();
    else
        QLabel::mouseReleaseEvent(event);
}

void CheckLine::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

} // namespace edgewright
