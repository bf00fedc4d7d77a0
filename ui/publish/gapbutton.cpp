// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/gapbutton.h"

#include "common/plaintext.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kLine = 14;
constexpr int kShortLine = 5;
constexpr int kSpace = 5;
constexpr qreal kRadius = 5;

} // namespace

GapButton::GapButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setFont(smallFont(font()));
    retranslate();
}

void GapButton::setColors(const DiffColors &signs, const WindowColors &colors)
{
    m_signs = signs;
    m_colors = colors;
    update();
}

void GapButton::setCount(const Count &count)
{
    m_count = count;
    setEnabled(count.state != Count::State::Missing);
    retranslate();
}

void GapButton::setEnds(const QString &ends)
{
    m_ends = ends;
    retranslate();
}

void GapButton::setTight(bool tight)
{
    m_isTight = tight;
    updateGeometry();
    update();
}

QList<GapButton::Part> GapButton::parts() const
{
    switch (m_count.state) {
    case Count::State::Missing:
        return {{.text = u"·"_s, .color = m_colors.muted}};
    case Count::State::Unknown:
        return {{.text = u"…"_s, .color = m_colors.muted}};
    case Count::State::Same:
        return {{.text = tr("same", "two texts"), .color = m_colors.muted}};
    case Count::State::Different:
        break;
    }
    const QString about = m_count.isExact ? QString() : u"≈"_s;
    return {{.text = about + u'+' + locale().toString(m_count.added), .color = m_signs.addedSign},
            {.text = u'−' + locale().toString(m_count.removed), .color = m_signs.removedSign}};
}

int GapButton::textWidth() const
{
    const QFontMetrics metrics(font());
    int width = 0;
    const QList<Part> all = parts();
    for (const Part &part : all)
        width += metrics.horizontalAdvance(part.text) + kSpace;
    return width + kSpace;
}

int GapButton::lineLength() const
{
    return m_isTight ? kShortLine : kLine;
}

QSize GapButton::sizeHint() const
{
    return {2 * lineLength() + textWidth(), fontMetrics().height() + 12};
}

void GapButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

void GapButton::retranslate()
{
    QString spoken;
    switch (m_count.state) {
    case Count::State::Missing:
        spoken = tr("There is nothing to compare between %1").arg(m_ends);
        break;
    case Count::State::Unknown:
        spoken = tr("Counting the changes between %1…").arg(m_ends);
        break;
    case Count::State::Same:
        spoken = tr("No difference between %1").arg(m_ends);
        break;
    case Count::State::Different:
        //: %n and %1 are numbers of lines, %2 is like "production and the draft"
        spoken =
            tr("%n line(s) added, %1 removed between %2", nullptr, static_cast<int>(m_count.added))
                .arg(locale().toString(m_count.removed), m_ends);
        break;
    }
    setAccessibleName(spoken);
    setPlainToolTip(this, m_count.state == Count::State::Different
                              ? spoken + u'\n' + tr("Click to see them.")
                              : spoken);
    updateGeometry();
    update();
}

void GapButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
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
    const int text = textWidth();
    const int left = (width() - text) / 2;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(m_colors.outline);
    const int middle = height() / 2;
    const int inset = hasFocus() ? 4 : 1;
    painter.drawLine(inset, middle, left - 1, middle);
    painter.drawLine(left + text, middle, width() - 1 - inset, middle);
    painter.setFont(font());
    int x = left + kSpace;
    const QList<Part> all = parts();
    for (const Part &part : all) {
        painter.setPen(part.color);
        const int advance = QFontMetrics(font()).horizontalAdvance(part.text);
        painter.drawText(QRect(x, 0, advance + 1, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         part.text);
        x += advance + kSpace;
    }
}

} // namespace edgewright
