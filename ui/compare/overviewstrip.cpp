// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/overviewstrip.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace edgewright {

namespace {

constexpr int kWidth = 16;
constexpr int kEdge = 2;
constexpr int kSmallest = 3;

} // namespace

OverviewStrip::OverviewStrip(CompareCanvas &canvas, QWidget *parent)
    : QWidget(parent)
    , m_canvas(canvas)
{
    setFixedWidth(kWidth);
    setCursor(Qt::PointingHandCursor);
    connect(&canvas, &CompareCanvas::rowsChanged, this, qOverload<>(&QWidget::update));
    connect(&canvas, &CompareCanvas::caretMoved, this, qOverload<>(&QWidget::update));
    connect(canvas.verticalScrollBar(), &QScrollBar::valueChanged, this,
            qOverload<>(&QWidget::update));
}

QSize OverviewStrip::sizeHint() const
{
    return {kWidth, 100};
}

int OverviewStrip::contentPixels() const
{
    return std::max({1, m_canvas.scene().contentHeight(), m_canvas.viewport()->height()});
}

int OverviewStrip::yOf(int index) const
{
    const auto pixel = static_cast<qint64>(index) * m_canvas.scene().rowHeight();
    return static_cast<int>(pixel * m_canvas.viewport()->height() / contentPixels());
}

QRect OverviewStrip::changeRect(int change) const
{
    const CompareScene &scene = m_canvas.scene();
    const std::uint32_t begin =
        scene.document().rows(scene.isUnified()).changeStarts[static_cast<std::size_t>(change)];
    const diff::Change &lines =
        scene.document().comparison.lines.changes[static_cast<std::size_t>(change)];
    const std::uint32_t rows = scene.isUnified() ? lines.leftCount + lines.rightCount
                                                 : std::max(lines.leftCount, lines.rightCount);
    const int index = scene.folds().indexOf(begin);
    const int top = yOf(index);
    const int bottom = std::max(top + kSmallest, yOf(index + static_cast<int>(rows)));
    const int middle = kWidth / 2;
    const int left = lines.leftCount == 0 ? middle : kEdge;
    const int right = lines.rightCount == 0 ? middle : kWidth - kEdge;
    return {left, top, right - left, bottom - top};
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const CompareScene &scene = m_canvas.scene();
    painter.fillRect(rect(), scene.theme().window.window);
    painter.fillRect(0, 0, 1, height(), scene.theme().window.border);
    if (scene.isEmpty())
        return;
    const DiffColors &colors = scene.colors();
    QRect last;
    for (int change = 0; change < scene.document().changeCount(); ++change) {
        const QRect place = changeRect(change);
        const diff::Change &lines =
            scene.document().comparison.lines.changes[static_cast<std::size_t>(change)];
        if (place == last)
            continue;
        last = place;
        painter.fillRect(place, lines.leftCount == 0    ? colors.addedSign
                                : lines.rightCount == 0 ? colors.removedSign
                                                        : colors.changedSign);
    }
    constexpr std::size_t kMostMarks = 2000;
    for (std::size_t i = 0; i < std::min(scene.matches.size(), kMostMarks); ++i) {
        const std::uint32_t row = scene.rowOf(scene.matches[i].side, scene.matches[i].line);
        painter.fillRect(kWidth / 2 - 2, yOf(scene.folds().indexOf(row)), 4, 2,
                         scene.theme().editor.findMatchOutline);
    }
    if (m_canvas.verticalScrollBar()->maximum() == 0)
        return;
    const auto scrolled = static_cast<qint64>(m_canvas.verticalScrollBar()->value());
    const int top = static_cast<int>(scrolled * m_canvas.viewport()->height() / contentPixels());
    const int seen = static_cast<int>(static_cast<qint64>(m_canvas.viewport()->height())
                                      * m_canvas.viewport()->height() / contentPixels());
    painter.setPen(scene.theme().window.outline);
    painter.drawRect(1, top, kWidth - 2, std::max(seen - 1, 4));
}

void OverviewStrip::goTo(int y)
{
    const auto pixel =
        static_cast<qint64>(y) * contentPixels() / std::max(1, m_canvas.viewport()->height());
    m_canvas.verticalScrollBar()->setValue(static_cast<int>(pixel)
                                           - m_canvas.viewport()->height() / 2);
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    goTo(event->position().toPoint().y());
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    goTo(event->position().toPoint().y());
}

} // namespace edgewright
