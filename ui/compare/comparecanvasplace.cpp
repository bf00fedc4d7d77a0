// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"
#include "compare/rowwords.h"

#include <QAccessible>
#include <QScrollBar>

#include <algorithm>

// Where the reader is: kept when the texts, the width or the font change, and told.
namespace edgewright {

void CompareCanvas::setDocument(CompareDocumentPtr document, bool keepPlace)
{
    const KeptPlace kept = keepPlace ? keptPlace() : KeptPlace();
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
}

CompareCanvas::KeptPlace CompareCanvas::keptPlace() const
{
    if (m_scene.isEmpty() || m_scene.folds().count() == 0)
        return {};
    const QRect caret = rowRect(m_scene.caret);
    const bool isSeen = caret.bottom() > 0 && caret.top() < viewport()->height();
    return {.line = isSeen ? lineFrom(m_scene.caret) : topLine(), .y = isSeen ? caret.top() : 0};
}

CompareCanvas::Anchor CompareCanvas::topAnchor() const
{
    const RowPlaces &places = m_scene.places();
    const int index = places.at(scrolled());
    const double inside = scrolled() - places.top(index);
    return {.index = index,
            .fraction = index < places.count() ? inside / places.height(index) : 0.0};
}

void CompareCanvas::restore(const Anchor &anchor)
{
    const RowPlaces &places = m_scene.places();
    if (anchor.index >= places.count())
        return;
    const auto inside = static_cast<int>(anchor.fraction * places.height(anchor.index));
    verticalScrollBar()->setValue(places.top(anchor.index) + inside);
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
