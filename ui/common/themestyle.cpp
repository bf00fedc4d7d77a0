// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/themestyle.h"

#include "common/themeservice.h"

#include <QPainter>
#include <QStyleOption>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kRadius = 5;

class Painting final {
public:
    explicit Painting(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Painting() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Painting)

private:
    QPainter *m_painter;
};

QColor edgeColor(const WindowColors &c, QStyle::State state)
{
    if ((state & QStyle::State_Enabled) == 0)
        return c.border;
    return (state & QStyle::State_HasFocus) != 0 ? c.link : c.outline;
}

void drawBox(QPainter *painter, const QStyleOption &option, const WindowColors &c, bool round)
{
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool on = (option.state & (QStyle::State_On | QStyle::State_NoChange)) != 0;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = round ? box.height() / 2 : 3;
    const bool filled = on && enabled;
    painter->setPen(QPen(filled && (option.state & QStyle::State_HasFocus) == 0
                             ? c.accent
                             : edgeColor(c, option.state),
                         (option.state & QStyle::State_HasFocus) != 0 ? 2 : 1));
    painter->setBrush(filled ? c.accent : enabled ? c.panel : c.window);
    painter->drawRoundedRect(box, radius, radius);
}

void drawCheck(QPainter *painter, const QStyleOption &option, const WindowColors &c)
{
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    painter->setPen(
        QPen(enabled ? c.accentText : c.disabled, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF box(option.rect);
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if ((option.state & QStyle::State_NoChange) != 0)
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else if ((option.state & QStyle::State_On) != 0)
        painter->drawPolyline(QPolygonF{at(0.24, 0.53), at(0.43, 0.71), at(0.77, 0.31)});
}

void drawDot(QPainter *painter, const QStyleOption &option, const WindowColors &c)
{
    if ((option.state & QStyle::State_On) == 0)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush((option.state & QStyle::State_Enabled) != 0 ? c.accentText : c.disabled);
    const qreal radius = option.rect.height() / 5.0;
    painter->drawEllipse(QRectF(option.rect).center(), radius, radius);
}

void drawCross(QPainter *painter, const QStyleOption &option, const WindowColors &c)
{
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    const QPointF middle = QRectF(option.rect).center();
    if (hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(c.pressed);
        painter->drawRoundedRect(QRectF(option.rect), 4, 4);
    }
    painter->setPen(QPen(hovered ? c.text : c.muted, 1.4, Qt::SolidLine, Qt::RoundCap));
    constexpr qreal kArm = 3.5;
    painter->drawLine(middle + QPointF(-kArm, -kArm), middle + QPointF(kArm, kArm));
    painter->drawLine(middle + QPointF(-kArm, kArm), middle + QPointF(kArm, -kArm));
}

void drawFieldFrame(QPainter *painter, const QStyleOption &option, const WindowColors &c,
                    const QColor &ground)
{
    const bool focused = (option.state & QStyle::State_HasFocus) != 0;
    const qreal inset = focused ? 1 : 0.5;
    painter->setPen(QPen(edgeColor(c, option.state), focused ? 2 : 1));
    painter->setBrush((option.state & QStyle::State_Enabled) != 0 ? ground : c.window);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), kRadius,
                             kRadius);
}

/// A chevron that points down for \p direction 1 and up for -1.
void drawChevron(QPainter *painter, const QPointF &middle, int direction, const QColor &color)
{
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(QPolygonF{middle + QPointF(-4, -2 * direction),
                                    middle + QPointF(0, 2 * direction),
                                    middle + QPointF(4, -2 * direction)});
}

void drawCombo(QPainter *painter, const QStyleOptionComboBox &option, const WindowColors &c)
{
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    drawFieldFrame(painter, option, c, hovered && !option.editable ? c.hover : c.panel);
    drawChevron(painter, {option.rect.right() - 13.0, option.rect.center().y() + 0.5}, 1,
                enabled ? c.muted : c.disabled);
}

void drawStep(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &button, bool up,
              const WindowColors &c)
{
    const auto control = up ? QStyle::SC_SpinBoxUp : QStyle::SC_SpinBoxDown;
    const auto step = up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled;
    const bool enabled =
        (option.state & QStyle::State_Enabled) != 0 && (option.stepEnabled & step) != 0;
    if (enabled && option.activeSubControls == control) {
        painter->setPen(Qt::NoPen);
        painter->setBrush((option.state & QStyle::State_Sunken) != 0 ? c.pressed : c.hover);
        painter->drawRoundedRect(QRectF(button).adjusted(1, 1, -1, -1), 3, 3);
    }
    drawChevron(painter, QRectF(button).center(), up ? -1 : 1, enabled ? c.muted : c.disabled);
}

} // namespace

ThemeStyle::ThemeStyle(ThemeService &themes)
    : QProxyStyle(u"Fusion"_s)
    , m_themes(&themes)
{
}

const Theme &ThemeStyle::colors() const
{
    return m_themes ? m_themes->current() : theme(ThemeKind::Light);
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    const WindowColors &c = colors().window;
    const Painting painting(painter);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawBox(painter, *option, c, false);
        drawCheck(painter, *option, c);
        return;
    case PE_IndicatorRadioButton:
        drawBox(painter, *option, c, true);
        drawDot(painter, *option, c);
        return;
    case PE_IndicatorTabClose:
        drawCross(painter, *option, c);
        return;
    default:
        painter->setRenderHint(QPainter::Antialiasing, false);
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const auto *const spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin && spin->frame) {
        const Painting painting(painter);
        drawFieldFrame(painter, *spin, colors().window, colors().window.panel);
        if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        for (const SubControl button : {SC_SpinBoxUp, SC_SpinBoxDown})
            drawStep(painter, *spin, subControlRect(control, spin, button, widget),
                     button == SC_SpinBoxUp, colors().window);
        return;
    }
    const auto *const combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !combo || !combo->frame) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const Painting painting(painter);
    drawCombo(painter, *combo, colors().window);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    constexpr int kFieldHeight = 30;
    if (type == CT_ComboBox || type == CT_SpinBox)
        result.setHeight(qMax(result.height(), kFieldHeight));
    return result;
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    constexpr int kIndicator = 16;
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kIndicator;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace edgewright
