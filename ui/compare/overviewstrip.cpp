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
    const auto pixel = static_cast<qint64>(m_canvas.scene().places().top(index));
    return static_cast<int>(pixel * m_canvas.viewport()->height() / contentPixels());
}

OverviewStrip::Marks OverviewStrip::marks(int change) const
{
    const CompareScene &scene = m_canvas.scene();
    const auto number = static_cast<std::size_t>(change);
    const diff::Change &lines = scene.document().comparison.lines.changes[number];
    const int first =
        scene.folds().indexOf(scene.document().rows(scene.isUnified()).changeStarts[number]);
    const auto left = static_cast<int>(lines.leftCount);
    const auto right = static_cast<int>(lines.rightCount);
    const int rightFirst = scene.isUnified() ? first + left : first;
    const auto half = [&](int x, int from, int count) {
        const int top = yOf(from);
        const int height = std::max(kSmallest, yOf(from + count) - top);
        return count == 0 ? QRect() : QRect(x, top, kWidth / 2 - kEdge, height);
    };
    return {.removed = half(kEdge, first, left), .added = half(kWidth / 2, rightFirst, right)};
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
    Marks last;
    for (int change = 0; change < scene.document().changeCount(); ++change) {
        const Marks place = marks(change);
        if (place == last)
            continue;
        last = place;
        if (place.removed.isValid() && place.removed.top() == place.added.top()
            && place.removed.height() == place.added.height())
        {
            painter.fillRect(place.removed.united(place.added), colors.changedSign);
            continue;
        }
        painter.fillRect(place.removed, colors.removedSign);
        painter.fillRect(place.added, colors.addedSign);
    }
    paintMoves(painter);
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

void OverviewStrip::paintMoves(QPainter &painter)
{
    const CompareScene &scene = m_canvas.scene();
    const auto count = static_cast<int>(scene.document().moved.moves().size());
    for (int move = 0; move < count; ++move) {
        for (const Side side : {Side::Left, Side::Right}) {
            const auto [first, end] = scene.document().moved.lines(move, side);
            const int top = yOf(scene.folds().indexOf(scene.rowOf(side, first)));
            const int bottom = yOf(scene.folds().indexOf(scene.rowOf(side, end - 1)) + 1);
            painter.fillRect(side == Side::Left ? kEdge : kWidth / 2, top, kWidth / 2 - kEdge,
                             std::max(kSmallest, bottom - top), scene.colors().movedSign);
        }
    }
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
