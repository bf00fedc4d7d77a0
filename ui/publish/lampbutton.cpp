// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/lampbutton.h"

#include "common/plaintext.h"
#include "common/rowpainter.h"

#include <QPainter>

namespace edgewright {

namespace {

constexpr int kPadding = 8;
constexpr int kGap = 8;
constexpr int kBadgeExtra = 12;
constexpr qreal kRadius = 5;

} // namespace

LampButton::LampButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LampButton::setColors(const TonePair &tone, const WindowColors &colors)
{
    m_tone = tone;
    m_colors = colors;
    update();
}

void LampButton::setContent(const QString &word, const QString &value, const QString &note)
{
    m_word = word;
    m_value = oneLine(value, 80);
    m_note = oneLine(note, 80);
    QString spoken = m_word + QStringLiteral(": ") + m_value;
    if (!m_note.isEmpty())
        spoken += QStringLiteral(", ") + m_note;
    setAccessibleName(spoken);
    updateGeometry();
    update();
}

void LampButton::setLit(bool lit)
{
    m_lit = lit;
    update();
}

QFont LampButton::wordFont() const
{
    return strongFont(smallFont(font()));
}

QSize LampButton::sizeHint() const
{
    int width = 2 * kPadding + QFontMetrics(wordFont()).horizontalAdvance(m_word) + kBadgeExtra
                + kGap + QFontMetrics(strongFont(font())).horizontalAdvance(m_value) + 2;
    if (!m_note.isEmpty())
        width += kGap + QFontMetrics(smallFont(font())).horizontalAdvance(m_note) + 2;
    return {width, fontMetrics().height() + 2 * kPadding - 2};
}

QSize LampButton::minimumSizeHint() const
{
    const int word = QFontMetrics(wordFont()).horizontalAdvance(m_word) + kBadgeExtra;
    const int value = fontMetrics().horizontalAdvance(m_value.left(4)) + fontMetrics().height();
    return {2 * kPadding + word + kGap + value, sizeHint().height()};
}

void LampButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    if (isEnabled() && (isDown() || underMouse())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? m_colors.pressed : m_colors.hover);
        painter.drawRoundedRect(rect(), kRadius, kRadius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_colors.link, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
    QRect rest = rect().adjusted(kPadding, 0, -kPadding, 0);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto advance = [&rest, mirrored](int width) {
        rest.adjust(mirrored ? 0 : width + kGap, 0, mirrored ? -width - kGap : 0, 0);
    };
    const TonePair unlit{m_colors.hover, m_colors.muted, m_colors.border};
    painter.setFont(wordFont());
    advance(paintBadge(&painter, rest, m_word, m_lit ? m_tone : unlit));
    painter.setFont(m_lit ? strongFont(font()) : font());
    advance(paintText(&painter, rest, m_value, m_lit ? m_colors.text : m_colors.muted));
    painter.setFont(smallFont(font()));
    paintText(&painter, rest, m_note, m_colors.muted);
}

} // namespace edgewright
