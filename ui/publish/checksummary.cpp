// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/checksummary.h"

#include "common/plaintext.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kPadding = 6;
constexpr int kSignWidth = 20;
constexpr int kLeastWidth = 120;
constexpr qreal kRadius = 5;

} // namespace

CheckSummary::CheckSummary(const ThemeService &themes, QWidget *parent)
    : QPushButton(parent)
    , m_themes(themes)
{
    setObjectName(u"publishCheckSummary"_s);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&themes, &ThemeService::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void CheckSummary::setChecks(const QList<PublishCheck> &checks, bool isCauseTold)
{
    m_checks = checks;
    m_isCauseTold = isCauseTold;
    setVisible(!checks.isEmpty());
    retranslate();
}

int CheckSummary::count(CheckState state) const
{
    return static_cast<int>(std::ranges::count(m_checks, state, &PublishCheck::state));
}

CheckState CheckSummary::worst() const
{
    for (const CheckState state : {CheckState::Failed, CheckState::Warning, CheckState::Running}) {
        if (count(state) > 0)
            return state;
    }
    return CheckState::Passed;
}

void CheckSummary::retranslate()
{
    const int all = static_cast<int>(m_checks.size());
    const int bad = count(CheckState::Failed) + count(CheckState::Warning);
    const CheckState state = worst();
    if (bad > 0 && m_isCauseTold) {
        //: %1 and %2 are numbers
        m_line = tr("%1 of %2 checks need a look").arg(QString::number(bad), QString::number(all));
    } else if (bad > 0) {
        const auto found = std::ranges::find(m_checks, state, &PublishCheck::state);
        //: %1 and %2 are numbers, %3 is the worst check: "Way back: there is none"
        m_line = tr("%1 of %2 checks need a look · %3")
                     .arg(QString::number(bad), QString::number(all), oneLine(found->text, 200));
    } else if (state == CheckState::Running) {
        m_line = tr("%1 of %2 checks are under way")
                     .arg(QString::number(count(state)), QString::number(all));
    } else {
        m_line = tr("All %n check(s) passed", nullptr, all);
    }
    setAccessibleName(tr("%1. Show the checks", "a sentence").arg(m_line));
    setPlainToolTip(this, m_line);
    update();
}

QSize CheckSummary::sizeHint() const
{
    return {kSignWidth + fontMetrics().horizontalAdvance(m_line) + 2 * kPadding,
            fontMetrics().height() + 2 * kPadding};
}

QSize CheckSummary::minimumSizeHint() const
{
    return {kLeastWidth, sizeHint().height()};
}

void CheckSummary::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

void CheckSummary::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = m_themes.current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isDown() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? theme.window.pressed : theme.window.hover);
        painter.drawRoundedRect(rect(), kRadius, kRadius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.window.link, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
    QColor color = theme.window.muted;
    QString sign = u"\u2026"_s;
    if (const CheckState state = worst(); state == CheckState::Failed) {
        color = theme.error.text;
        sign = u"\u2717"_s;
    } else if (state == CheckState::Warning) {
        color = theme.warning.text;
        sign = u"\u26a0"_s;
    } else if (state == CheckState::Passed) {
        color = theme.success.text;
        sign = u"\u2713"_s;
    }
    painter.setPen(color);
    const QRect room = rect().adjusted(kPadding, 0, -kPadding, 0);
    painter.drawText(
        QStyle::visualRect(layoutDirection(), room, QRect(room.left(), 0, kSignWidth, height())),
        Qt::AlignVCenter | Qt::AlignLeft, sign);
    const QRect text = room.adjusted(kSignWidth, 0, 0, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), room, text),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_line, Qt::ElideRight, text.width()));
}

} // namespace edgewright
