// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/lampbutton.h"

#include "common/plaintext.h"
#include "common/rowpainter.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

namespace edgewright {

namespace {

constexpr int kPadding = 8;
constexpr int kGap = 8;
constexpr int kBadgeExtra = 12;
constexpr int kMark = 8;
constexpr qreal kRadius = 5;
constexpr int kLongest = 80;

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

void LampButton::setContent(const Content &content)
{
    m_content = content;
    m_content.value = oneLine(content.value, kLongest);
    m_content.shortValue = oneLine(content.shortValue, kLongest);
    m_content.note = oneLine(content.note, kLongest);
    QString spoken = m_content.word + QStringLiteral(": ") + m_content.value;
    if (!m_content.note.isEmpty())
        spoken += QStringLiteral(", ") + m_content.note;
    setAccessibleName(spoken);
    updateGeometry();
    update();
}

void LampButton::setLit(bool lit)
{
    m_lit = lit;
    update();
}

void LampButton::setRoom(Room room)
{
    m_room = room;
    updateGeometry();
    update();
}

QFont LampButton::wordFont() const
{
    return strongFont(smallFont(font()));
}

QString LampButton::word() const
{
    return m_room == Room::Short ? m_content.shortWord : m_content.word;
}

QString LampButton::value() const
{
    return m_room == Room::All ? m_content.value : m_content.shortValue;
}

QString LampButton::note() const
{
    return m_room == Room::All ? m_content.note : QString();
}

QSize LampButton::sizeHint() const
{
    const QFont valueFont = m_lit ? strongFont(font()) : font();
    int width = 2 * kPadding + QFontMetrics(wordFont()).horizontalAdvance(word()) + kBadgeExtra
                + kGap + QFontMetrics(valueFont).horizontalAdvance(value()) + 2;
    if (!note().isEmpty())
        width += kGap + QFontMetrics(smallFont(font())).horizontalAdvance(note()) + 2;
    if (m_content.isMarked)
        width += kGap + kMark;
    return {width, fontMetrics().height() + 2 * kPadding - 2};
}

void LampButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        emit menuRequested();
    else
        QPushButton::keyPressEvent(event);
}

void LampButton::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuRequested();
    event->accept();
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
    advance(paintBadge(&painter, rest, word(), m_lit ? m_tone : unlit));
    painter.setFont(m_lit ? strongFont(font()) : font());
    advance(paintText(&painter, rest, value(), m_lit ? m_colors.text : m_colors.muted));
    if (m_content.isMarked) {
        const int x = mirrored ? rest.right() - kMark : rest.left();
        painter.setPen(QPen(m_colors.link, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(x + 1, (height() - kMark) / 2.0 + 1, kMark - 2, kMark - 2));
        advance(kMark);
    }
    painter.setFont(smallFont(font()));
    paintText(&painter, rest, note(), m_colors.muted);
}

} // namespace edgewright
