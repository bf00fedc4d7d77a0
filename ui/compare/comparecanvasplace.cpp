// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"
#include "compare/inlineedit.h"
#include "compare/rowwords.h"

#include <QAccessible>
#include <QScrollBar>

#include <algorithm>

// Where the reader is: kept when the texts, the width or the font change, and told.
namespace edgewright {

void CompareCanvas::setDocument(CompareDocumentPtr document, bool keepPlace)
{
    const KeptPlace kept = keepPlace ? keptPlace() : KeptPlace();
    m_inlineEdit->leaveRows();
    m_scene.setDocument(std::move(document));
    updateScrollBars();
    const std::uint32_t lines = m_scene.document().lineCount(Side::Right);
    if (kept.line && lines > 0) {
        const std::uint32_t row = m_scene.rowOf(Side::Right, std::min(*kept.line, lines - 1));
        m_scene.caret = m_scene.folds().indexOf(row);
        m_scene.currentChange = changeAtCaret();
        verticalScrollBar()->setValue(m_scene.places().top(m_scene.caret) - kept.y);
        emit caretMoved();
    } else {
        verticalScrollBar()->setValue(0);
        horizontalScrollBar()->setValue(0);
        if (m_scene.document().changeCount() > 0)
            showChange(0);
    }
    afterRowsChanged();
    m_inlineEdit->rowsCame();
}

void CompareCanvas::makeRoom(std::uint32_t row, int pixels)
{
    m_scene.setRoom(row, pixels);
    updateScrollBars();
    viewport()->update();
    emit rowsChanged();
}

void CompareCanvas::ensureSeen(int top, int bottom)
{
    QScrollBar *bar = verticalScrollBar();
    if (top < 0)
        bar->setValue(bar->value() + top);
    else if (bottom > viewport()->height())
        bar->setValue(bar->value() + bottom - viewport()->height());
}

CompareCanvas::KeptPlace CompareCanvas::keptPlace() const
{
    if (m_scene.isEmpty() || m_scene.folds().count() == 0)
        return {};
    const QRect caret = rowRect(m_scene.caret);
    const bool isSeen = caret.bottom() > 0 && caret.top() < viewport()->height();
    return {.line = isSeen ? lineFrom(m_scene.caret) : topLine(), .y = isSeen ? caret.top() : 0};
}

RowPlaces::Anchor CompareCanvas::topAnchor() const
{
    return m_scene.places().anchorAt(scrolled());
}

void CompareCanvas::restore(const RowPlaces::Anchor &anchor)
{
    if (anchor.index < m_scene.places().count())
        verticalScrollBar()->setValue(m_scene.places().pixelOf(anchor));
}

void CompareCanvas::takeWraps(const CompareDocumentPtr &document, const WrapCounts &counts)
{
    const RowPlaces::Anchor anchor = topAnchor();
    m_scene.wrap().take(document, counts);
    updateScrollBars();
    restore(anchor);
    viewport()->update();
    emit rowsChanged();
}

void CompareCanvas::announceCaret()
{
    if (m_scene.isEmpty() || m_scene.folds().count() == 0)
        return;
    setAccessibleDescription(RowWords::row(m_scene, m_scene.caret));
    tellCaret();
}

void CompareCanvas::tellCaret()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *self = QAccessible::queryAccessibleInterface(this);
    QAccessibleTextInterface *text = self != nullptr ? self->textInterface() : nullptr;
    if (text == nullptr)
        return;
    QAccessibleTextCursorEvent event(this, text->cursorPosition());
    QAccessible::updateAccessibility(&event);
}

std::optional<std::uint32_t> CompareCanvas::topLine() const
{
    return m_scene.isEmpty() ? std::nullopt : lineFrom(m_scene.places().at(scrolled()));
}

std::optional<std::uint32_t> CompareCanvas::lineFrom(int index) const
{
    for (; index < m_scene.folds().count(); ++index) {
        const std::int64_t line = m_scene.rows()[m_scene.folds().at(index).row].right;
        if (line >= 0)
            return static_cast<std::uint32_t>(line);
    }
    return std::nullopt;
}

} // namespace edgewright
