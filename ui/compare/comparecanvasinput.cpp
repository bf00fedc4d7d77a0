// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"
#include "compare/foldmarks.h"
#include "compare/inlineedit.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

// Keyboard and mouse of the canvas.
namespace edgewright {

bool CompareCanvas::event(QEvent *event)
{
    // Keys that the window may use for its editor mean this view while it has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)
            || key->matches(QKeySequence::ZoomIn) || key->matches(QKeySequence::ZoomOut)
            || handleActKey(*key, true))
        {
            key->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool CompareCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip)
        return showTip(static_cast<QHelpEvent &>(*event));
    if (event->type() == QEvent::Leave && m_scene.hoveredBand >= 0) {
        m_scene.hoveredBand = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void CompareCanvas::moveCaret(int index, bool extend)
{
    if (m_scene.isEmpty() || m_scene.folds().count() == 0)
        return;
    const std::uint32_t from = m_scene.folds().at(m_scene.caret).row;
    m_scene.caret = std::clamp(index, 0, m_scene.folds().count() - 1);
    const std::uint32_t row = m_scene.folds().at(m_scene.caret).row;
    if (extend && m_scene.selection.isEmpty())
        m_scene.selection = {
            .side = m_scene.activeSide, .anchor = {.row = from}, .head = {.row = from}};
    if (extend)
        m_scene.selection.head = {.row = row, .byte = 0};
    else
        m_scene.selection.head = m_scene.selection.anchor;
    m_scene.currentChange = changeAtCaret();
    ensureCaretVisible();
    viewport()->update();
    announceCaret();
    emit caretMoved();
}

void CompareCanvas::ensureCaretVisible()
{
    const QRect row = rowRect(m_scene.caret);
    ensureSeen(row.top(), row.top() + std::min(row.height(), viewport()->height()));
}

void CompareCanvas::activateCaret(bool all)
{
    if (m_scene.isEmpty() || m_scene.folds().count() == 0)
        return;
    const FoldedRows::Entry entry = m_scene.folds().at(m_scene.caret);
    if (entry.isBand()) {
        openBand(m_scene.caret, all, FoldedRows::From::Both);
        return;
    }
    const std::optional<std::uint32_t> line = m_scene.lineOf(entry.row, m_scene.activeSide);
    if (!line)
        return;
    const Side side = m_scene.sideOf(entry.row, m_scene.activeSide);
    emit lineActivated(side, static_cast<int>(m_scene.document().textLine(side, *line)));
}

void CompareCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!handleActKey(*event, false) && !handleEditKey(*event) && !handleMoveKey(*event)
        && !handleTyping(*event))
        event->ignore();
}

bool CompareCanvas::handleTyping(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers others =
        event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const QString text = event.text();
    const bool isText = !text.isEmpty() && text.at(0).isPrint() && others == Qt::NoModifier;
    return isText && isOnDraft() && m_inlineEdit->open(text);
}

bool CompareCanvas::handleEditKey(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy))
        copy();
    else if (event.matches(QKeySequence::SelectAll))
        selectAll();
    else if (event.matches(QKeySequence::ZoomIn)
             || (event.key() == Qt::Key_Equal && event.modifiers().testFlag(Qt::ControlModifier)))
        zoom(1);
    else if (event.matches(QKeySequence::ZoomOut))
        zoom(-1);
    else if (event.key() == Qt::Key_0 && event.modifiers() == Qt::ControlModifier)
        zoom(0);
    else if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        activateCaret(event.modifiers().testFlag(Qt::ShiftModifier));
    else
        return false;
    return true;
}

bool CompareCanvas::handleMoveKey(const QKeyEvent &event)
{
    const bool extend = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    if (event.modifiers().testFlag(Qt::AltModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
        moveCaret(m_scene.caret - 1, extend);
        return true;
    case Qt::Key_Down:
        moveCaret(m_scene.caret + 1, extend);
        return true;
    case Qt::Key_PageUp:
        moveCaret(m_scene.caret - rowsPerPage(), extend);
        return true;
    case Qt::Key_PageDown:
        moveCaret(m_scene.caret + rowsPerPage(), extend);
        return true;
    case Qt::Key_Home:
        moveCaret(0, extend);
        return true;
    case Qt::Key_End:
        moveCaret(m_scene.folds().count() - 1, extend);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        break;
    default:
        return false;
    }
    const bool isLeft = event.key() == Qt::Key_Left;
    if (control) {
        m_scene.activeSide = isLeft ? Side::Left : Side::Right;
        viewport()->update();
    } else {
        horizontalScrollBar()->triggerAction(isLeft ? QAbstractSlider::SliderSingleStepSub
                                                    : QAbstractSlider::SliderSingleStepAdd);
    }
    return true;
}

QPoint CompareCanvas::inRow(int index, QPoint point) const
{
    return {point.x(), point.y() - rowRect(index).top()};
}

void CompareCanvas::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int index = indexAt(point.y());
    if (event->button() == Qt::RightButton && index >= 0 && !m_scene.folds().at(index).isBand())
        pointAt(index, m_scene.sideAt(point.x()));
    if (event->button() != Qt::LeftButton || index < 0)
        return;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (m_scene.folds().at(index).isBand()) {
        m_scene.caret = index;
        openBand(index, shift, FoldMarks::at(m_scene, index, point.x()));
        return;
    }
    if (!shift && followMark(index, point))
        return;
    const Side side = m_scene.sideAt(point.x());
    const ComparePosition at = m_scene.positionAt(index, side, inRow(index, point));
    const bool extend = shift && (m_scene.isUnified() || m_scene.selection.side == side);
    if (extend)
        m_scene.selection.head = at;
    else
        m_scene.selection = {.side = side, .anchor = at, .head = at};
    m_selecting = true;
    pointAt(index, side);
}

void CompareCanvas::pointAt(int index, Side side)
{
    m_scene.activeSide = side;
    m_scene.caret = index;
    m_scene.currentChange = changeAtCaret();
    viewport()->update();
    announceCaret();
    emit caretMoved();
}

void CompareCanvas::extendTo(QPoint point)
{
    const int last = m_scene.folds().count() - 1;
    const int row = m_scene.places().at(point.y() + scrolled());
    const int index = std::clamp(row, 0, std::max(0, last));
    m_scene.selection.head = m_scene.positionAt(index, m_scene.selection.side, inRow(index, point));
    if (row > last)
        m_scene.selection.head.byte =
            m_scene.lineLength(m_scene.selection.head.row, m_scene.selection.side);
    viewport()->update();
}

void CompareCanvas::updateHover(QPoint point)
{
    const int index = indexAt(point.y());
    const int band = index >= 0 && m_scene.folds().at(index).isBand() ? index : -1;
    if (band == m_scene.hoveredBand)
        return;
    m_scene.hoveredBand = band;
    viewport()->setCursor(band >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
    viewport()->update();
}

void CompareCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position().toPoint();
    if (m_scene.isEmpty())
        return;
    if (!m_selecting) {
        updateHover(m_pointer);
        return;
    }
    extendTo(m_pointer);
    if (viewport()->rect().contains(m_pointer))
        m_selectionScroll.stop();
    else if (!m_selectionScroll.isActive())
        m_selectionScroll.start();
}

void CompareCanvas::scrollWhileSelecting()
{
    const int below = m_pointer.y() - viewport()->height();
    const int step = m_pointer.y() < 0 ? m_pointer.y() : std::max(0, below);
    verticalScrollBar()->setValue(scrolled() + std::clamp(step, -200, 200));
    extendTo(m_pointer);
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_selecting = false;
    m_selectionScroll.stop();
}

void CompareCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int index = indexAt(point.y());
    if (event->button() != Qt::LeftButton || index < 0 || m_scene.folds().at(index).isBand())
        return;
    const Side side = m_scene.sideAt(point.x());
    const std::uint32_t row = m_scene.folds().at(index).row;
    if (point.x() < m_scene.column(side).textLeft) {
        m_scene.selection = m_scene.lineSelection(row, side);
        activateCaret(false);
    } else {
        m_scene.selection =
            m_scene.wordSelection(m_scene.positionAt(index, side, inRow(index, point)), side);
        m_scene.activeSide = side;
        if (isOnDraft() && m_inlineEdit->open())
            m_selecting = false;
    }
    viewport()->update();
}

void CompareCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (event->angleDelta().y() != 0)
            zoom(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void CompareCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void CompareCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace edgewright
