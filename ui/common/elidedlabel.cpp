// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/elidedlabel.h"

#include "common/plaintext.h"

#include <QPainter>
#include <QStyle>

namespace edgewright {

namespace {

constexpr int kWidestHint = 480;

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setFullText(const QString &text)
{
    m_fullText = oneLine(text, 500);
    // The label's own text is what screen readers read; paintEvent() shows it.
    setText(m_fullText);
    updateToolTip();
    updateGeometry();
    update();
}

void ElidedLabel::setExplanation(const QString &text)
{
    m_explanation = text;
    updateToolTip();
}

QSize ElidedLabel::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(m_fullText) + 2;
    return {qMin(width, kWidestHint), fontMetrics().height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(m_fullText.left(3)) + fontMetrics().height();
    return {qMin(width, sizeHint().width()), fontMetrics().height() + 2};
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QString visible = fontMetrics().elidedText(m_fullText, m_mode, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(),
                          static_cast<int>(alignment() | Qt::TextSingleLine), palette(),
                          isEnabled(), visible, foregroundRole());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    const bool isCut = fontMetrics().horizontalAdvance(m_fullText) > contentsRect().width();
    if (!m_explanation.isEmpty())
        setPlainToolTip(this, m_explanation);
    else
        setPlainToolTip(this, isCut ? m_fullText : QString());
}

} // namespace edgewright
