// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sheet.h"

#include <QFrame>
#include <QPainter>

/// What a sheet looks like.
namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kScrimAlpha = 170;

} // namespace

void Sheet::setBand(const TonePair *tone)
{
    m_tone = tone;
    const Theme &theme = m_themes.current();
    const WindowColors &colors = theme.window;
    const QColor ground = tone ? tone->background : colors.panel;
    const QColor text = tone ? tone->text : colors.text;
    const QColor line = tone ? tone->border : colors.border;
    m_card->setStyleSheet(
        u"#sheetCard { background: %1; border: 1px solid %2; border-top: none;"
        " border-bottom-left-radius: 8px; border-bottom-right-radius: 8px; }"
        "#sheetBand { background: %3; border: none; border-bottom: 1px solid %4; }"
        "#sheetFooter { border: none; }"
        "#sheetFooter[separated=\"true\"] { border-top: 1px solid %6; }"
        "#sheetBand > QLabel { color: %5; }"
        "#sheetBadge { border: 1px solid %5; border-radius: 4px; padding: 2px 8px; }"_s.arg(
            colors.panel.name(), colors.outline.name(), ground.name(), line.name(), text.name(),
            colors.border.name()));
}

void Sheet::paintEvent(QPaintEvent * /*event*/)
{
    QColor scrim = m_themes.current().window.window;
    scrim.setAlpha(kScrimAlpha);
    QPainter(this).fillRect(rect(), scrim);
}

void Sheet::restyle()
{
    setBand(m_tone);
    update();
}

} // namespace edgewright
