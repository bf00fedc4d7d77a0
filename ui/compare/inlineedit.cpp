// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/inlineedit.h"

#include "compare/blockedit.h"
#include "compare/comparecanvas.h"
#include "compare/lineeditor.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

/// What goes beyond is no small correction any more, and slow without the editor's own tricks.
constexpr qsizetype kMostBytes = 256 * 1024;
constexpr std::uint32_t kMostLines = 2000;

} // namespace

InlineEdit::InlineEdit(CompareCanvas &canvas)
    : QObject(&canvas)
    , m_canvas(canvas)
    , m_editor(new LineEditor(canvas.viewport()))
{
    m_editor->setAccessibleName(tr("Lines of the draft"));
    connect(m_editor, &LineEditor::bytesChanged, this, &InlineEdit::write);
    connect(m_editor, &LineEditor::caretMoved, this, &InlineEdit::follow);
    connect(m_editor, &LineEditor::kept, this, &InlineEdit::finish);
    connect(m_editor, &LineEditor::takenBack, this, &InlineEdit::takeBack);
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> InlineEdit::rowsToEdit() const
{
    const CompareScene &scene = m_canvas.scene();
    if (scene.isEmpty() || scene.caret >= scene.folds().count()
        || scene.folds().at(scene.caret).isBand())
        return std::nullopt;
    const std::uint32_t caret = scene.folds().at(scene.caret).row;
    const CompareSelection &selected = scene.selection;
    const std::uint32_t first = selected.begin().row;
    // A selection that ends where a row begins does not reach into it.
    const bool endsBefore = selected.end().byte == 0 && selected.end().row > first;
    const std::uint32_t last = selected.end().row - (endsBefore ? 1 : 0);
    const int shown = scene.folds().indexOf(last) - scene.folds().indexOf(first);
    const bool isSeen = !selected.isEmpty() && static_cast<std::uint32_t>(shown) == last - first
                        && !scene.folds().at(scene.folds().indexOf(first)).isBand();
    if (isSeen && first <= caret && caret <= last + 1)
        return std::pair(first, last);
    return std::pair(caret, caret);
}

bool InlineEdit::open(const QString &text)
{
    if (m_isOpen)
        return true;
    const CompareScene &scene = m_canvas.scene();
    if (scene.isEmpty() || !draftSide(scene.document()))
        return false;
    if (m_isBehind) {
        m_waiting = m_waiting.value_or(QString()) + text;
        return true;
    }
    const auto rows = rowsToEdit();
    const auto range =
        rows ? editRange(scene.document(), scene.isUnified(), rows->first, rows->second)
             : std::nullopt;
    if (!range)
        return false;
    if (range->length > kMostBytes || range->lines > kMostLines) {
        emit tooLong(static_cast<int>(scene.document().textLine(range->side, range->firstLine)));
        return true;
    }
    show(*range);
    if (!text.isEmpty())
        m_editor->type(text);
    return true;
}

void InlineEdit::paste()
{
    // Line ends become those of the draft.
    if (open())
        m_editor->paste();
}

bool InlineEdit::undo(bool redo)
{
    if (!m_isOpen)
        return false;
    if (redo)
        m_editor->redo();
    else
        m_editor->undo();
    return true;
}

void InlineEdit::show(const EditRange &range)
{
    const CompareDocument &document = m_canvas.scene().document();
    m_range = range;
    m_text = document.side(range.side).text;
    m_original = m_text.mid(range.begin, range.length);
    m_length = range.length;
    m_hasEdited = false;
    const auto &facts = range.side == Side::Left ? document.leftFacts : document.rightFacts;
    m_editor->setFormat(range.lineEnd == "\r\n", facts.format.indentation.tabs,
                        facts.format.indentation.width);
    applyLook();
    m_editor->setReadOnly(false);
    m_editor->setBytes(range.shown,
                       m_canvas.scene().layouts().stateBefore(range.side, range.firstLine));
    m_isOpen = true;
    name();
    place();
    placeCaret(range);
    m_editor->show();
    m_editor->setFocus();
    follow();
    emit opened();
}

void InlineEdit::placeCaret(const EditRange &range)
{
    const CompareScene &scene = m_canvas.scene();
    const auto placeOf = [&](const ComparePosition &at) -> std::optional<qsizetype> {
        const auto line = scene.lineOf(at.row, range.side);
        if (!line || scene.sideOf(at.row, range.side) != range.side || *line < range.firstLine)
            return std::nullopt;
        if (*line >= range.firstLine + range.lines)
            return range.shown.size();
        const qsizetype start = scene.document().starts(range.side)[*line];
        return std::min(start - range.begin + qsizetype{at.byte}, range.shown.size());
    };
    const CompareSelection &selected = scene.selection;
    const bool isHere = scene.isUnified() || selected.side == range.side;
    const std::uint32_t caretRow = scene.folds().at(scene.caret).row;
    const auto anchor = placeOf(selected.anchor);
    const auto head = placeOf(selected.head);
    if (isHere && anchor && head && (!selected.isEmpty() || selected.head.row == caretRow)) {
        m_editor->selectBytes(*anchor, *head);
        return;
    }
    const qsizetype line = placeOf({.row = caretRow, .byte = 0}).value_or(0);
    qsizetype at = line;
    while (at < range.shown.size() && (range.shown.at(at) == ' ' || range.shown.at(at) == '\t'))
        ++at;
    m_editor->selectBytes(at, at);
}

void InlineEdit::name()
{
    const auto first =
        static_cast<int>(m_canvas.scene().document().textLine(m_range.side, m_range.firstLine));
    const auto lines = static_cast<int>(m_range.lines);
    m_editor->setAccessibleName(
        lines > 1 ? tr("Lines %1 to %2 of the draft").arg(first + 1).arg(first + lines)
                  : tr("Line %1 of the draft").arg(first + 1));
    m_editor->setAccessibleDescription(
        tr("Ctrl+Enter keeps what you typed, Escape takes it back."));
}

void InlineEdit::applyLook()
{
    if (!m_canvas.scene().isEmpty())
        m_editor->setLook(m_canvas.scene());
}

void InlineEdit::place()
{
    if (m_editor->isHidden() && !m_isOpen)
        return;
    const CompareScene &scene = m_canvas.scene();
    const CompareScene::Column column = scene.column(m_range.side);
    const int first = scene.folds().indexOf(m_range.firstRow);
    const int last = scene.folds().indexOf(m_range.lastRow);
    const int wanted = m_editor->rows() * scene.rowHeight();
    const int bottom = m_canvas.rowRect(last).bottom() + 1 - m_room;
    const int top = m_range.coversRows ? m_canvas.rowRect(first).top() : bottom;
    m_editor->setGeometry(column.textLeft, top, column.right - column.textLeft,
                          std::max(wanted, bottom - top));
    m_editor->showFromTop();
    const int room = std::max(0, wanted - (bottom - top));
    if (room == m_room)
        return;
    m_room = room;
    m_canvas.makeRoom(m_range.lastRow, room);
}

void InlineEdit::write()
{
    if (!m_isOpen)
        return;
    const QByteArray bytes = m_range.bytesFor(m_editor->bytes(), m_original);
    const CompareEdit edit{.side = m_range.side,
                           .begin = m_range.begin,
                           .length = m_length,
                           .replacement = bytes,
                           .before = m_text};
    m_text = edit.result();
    m_length = bytes.size();
    m_hasEdited = true;
    place();
    emit edited(edit);
}

void InlineEdit::follow()
{
    if (!m_isOpen)
        return;
    place();
    const int top = m_editor->y() + m_editor->caretTop();
    m_canvas.ensureSeen(top, top + m_canvas.scene().rowHeight());
}

void InlineEdit::finish()
{
    if (m_isOpen)
        close(true);
}

void InlineEdit::takeBack()
{
    if (m_isOpen)
        close(!m_hasEdited);
}

void InlineEdit::close(bool isKept)
{
    m_isOpen = false;
    const bool hadFocus = m_editor->hasFocus();
    m_editor->setReadOnly(true);
    // What was typed stays in sight until the rows have it, too.
    if (m_hasEdited && isKept)
        m_isBehind = true;
    else
        hideEditor();
    if (hadFocus)
        m_canvas.setFocus();
    emit finished(isKept, m_hasEdited);
}

void InlineEdit::drop()
{
    m_hasEdited = false;
    close(true);
    hideEditor();
}

void InlineEdit::hideEditor()
{
    m_editor->hide();
    if (std::exchange(m_room, 0) != 0)
        m_canvas.makeRoom(m_range.lastRow, 0);
}

void InlineEdit::leaveRows()
{
    finish();
    hideEditor();
}

void InlineEdit::rowsCame()
{
    m_isBehind = false;
    if (const std::optional<QString> text = std::exchange(m_waiting, std::nullopt))
        open(*text);
}

void InlineEdit::noRowsCome()
{
    m_isBehind = false;
    m_waiting.reset();
    leaveRows();
}

} // namespace edgewright
