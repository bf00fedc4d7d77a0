// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/scintilla.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <string>

namespace edgewright {

using namespace Qt::StringLiterals;
using scintilla::Sci;
using scintilla::send;
using scintilla::sendText;

namespace {

struct Lines {
    int first = 0;
    int last = 0;
};

/// Lines the selection touches; one whose first column it only ends at does not count.
Lines selectedLines(const CodeEditor &editor)
{
    const int begin = send(editor, Sci::SCI_GETSELECTIONSTART);
    const int end = send(editor, Sci::SCI_GETSELECTIONEND);
    const int first = send(editor, Sci::SCI_LINEFROMPOSITION, begin);
    int last = send(editor, Sci::SCI_LINEFROMPOSITION, end);
    if (last > first && send(editor, Sci::SCI_POSITIONFROMLINE, last) == end)
        --last;
    return {first, last};
}

std::string_view lineText(const CodeEditor &editor, int line)
{
    return scintilla::range(editor, send(editor, Sci::SCI_POSITIONFROMLINE, line),
                            send(editor, Sci::SCI_GETLINEENDPOSITION, line));
}

std::size_t indentOf(std::string_view text)
{
    return text.find_first_not_of(" \t");
}

struct CommentPlan {
    bool uncomment = true;
    std::size_t column = std::string_view::npos;
};

CommentPlan planComment(const CodeEditor &editor, Lines lines)
{
    CommentPlan plan;
    for (int line = lines.first; line <= lines.last; ++line) {
        const std::string_view text = lineText(editor, line);
        const std::size_t indent = indentOf(text);
        if (indent == std::string_view::npos)
            continue;
        plan.column = std::min(plan.column, indent);
        plan.uncomment = plan.uncomment && text.substr(indent).starts_with("//");
    }
    if (plan.column == std::string_view::npos)
        plan = {.uncomment = false, .column = 0};
    return plan;
}

void commentLine(CodeEditor &editor, int line, const CommentPlan &plan, bool evenBlank)
{
    const std::string_view text = lineText(editor, line);
    const std::size_t indent = indentOf(text);
    if (indent == std::string_view::npos && !evenBlank)
        return;
    const int begin = send(editor, Sci::SCI_POSITIONFROMLINE, line);
    if (!plan.uncomment) {
        const auto column = static_cast<int>(std::min(plan.column, text.size()));
        sendText(editor, Sci::SCI_INSERTTEXT, begin + column, "// ");
        return;
    }
    const int length = text.substr(indent).starts_with("// ") ? 3 : 2;
    send(editor, Sci::SCI_DELETERANGE, begin + static_cast<int>(indent), length);
}

} // namespace

void CodeEditor::toggleComment()
{
    if (isReadOnly())
        return;
    const Lines lines = selectedLines(*this);
    const CommentPlan plan = planComment(*this, lines);
    const scintilla::UndoStep step(*this);
    for (int line = lines.first; line <= lines.last; ++line)
        commentLine(*this, line, plan, lines.first == lines.last);
}

void CodeEditor::moveLinesUp()
{
    send(*this, Sci::SCI_MOVESELECTEDLINESUP);
}

void CodeEditor::moveLinesDown()
{
    send(*this, Sci::SCI_MOVESELECTEDLINESDOWN);
}

QList<int> CodeEditor::selections() const
{
    QList<int> ends;
    const int count = send(*this, Sci::SCI_GETSELECTIONS);
    for (int index = 0; index < count; ++index)
        ends << send(*this, Sci::SCI_GETSELECTIONNSTART, index)
             << send(*this, Sci::SCI_GETSELECTIONNEND, index);
    return ends;
}

void CodeEditor::addNextOccurrence()
{
    send(*this, Sci::SCI_TARGETWHOLEDOCUMENT);
    const bool caretOnly = send(*this, Sci::SCI_GETSELECTIONEMPTY) != 0;
    // Until something else is selected, the word that was picked up here stays a whole word.
    m_wholeWordOccurrences = caretOnly || (m_wholeWordOccurrences && m_occurrences == selections());
    const int words = m_wholeWordOccurrences ? Sci::SCFIND_WHOLEWORD : 0;
    send(*this, Sci::SCI_SETSEARCHFLAGS, Sci::SCFIND_MATCHCASE | words);
    send(*this, Sci::SCI_MULTIPLESELECTADDNEXT);
    send(*this, Sci::SCI_SCROLLCARET);
    m_occurrences = selections();
}

bool CodeEditor::handleKey(const QKeyEvent &event)
{
    const bool shift = event.modifiers() == Qt::ShiftModifier;
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool control = (event.modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier;
    const bool alt = event.modifiers() == Qt::AltModifier;
    const int key = event.key();
    if (key == Qt::Key_F3 && (plain || shift))
        shift ? emit findPreviousRequested() : emit findNextRequested();
    else if (control && key == Qt::Key_F)
        emit findRequested();
    else if (control && key == Qt::Key_H)
        emit replaceRequested();
    else if (control && key == Qt::Key_G)
        emit goToLineRequested();
    else if (control && key == Qt::Key_Slash)
        toggleComment();
    else if (control && key == Qt::Key_D)
        addNextOccurrence();
    else if (alt && (key == Qt::Key_Up || key == Qt::Key_Down))
        key == Qt::Key_Up ? moveLinesUp() : moveLinesDown();
    else if (control && (key == Qt::Key_Plus || key == Qt::Key_Equal))
        zoomInStep();
    else if (control && key == Qt::Key_Minus)
        zoomOutStep();
    else if (control && key == Qt::Key_0)
        resetZoom();
    else
        return false;
    return true;
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        QsciScintilla::keyPressEvent(event);
}

int CodeEditor::positionAt(const QPointF &point) const
{
    return send(*this, Sci::SCI_POSITIONFROMPOINT, qRound(point.x()), qRound(point.y()));
}

// QScintilla on X11 hides Alt from Scintilla and takes Ctrl for it, so both are done here.
void CodeEditor::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    const bool addsCaret =
        event->modifiers() == Qt::AltModifier || event->modifiers() == Qt::ControlModifier;
    m_selectsColumns = left && event->modifiers() == (Qt::AltModifier | Qt::ShiftModifier);
    const int position = positionAt(event->position());
    if (left && addsCaret) {
        setFocus();
        send(*this, Sci::SCI_ADDSELECTION, position, position);
    } else if (m_selectsColumns) {
        setFocus();
        send(*this, Sci::SCI_SETRECTANGULARSELECTIONANCHOR, position);
        send(*this, Sci::SCI_SETRECTANGULARSELECTIONCARET, position);
    } else {
        QsciScintilla::mousePressEvent(event);
    }
}

void CodeEditor::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_selectsColumns) {
        QsciScintilla::mouseMoveEvent(event);
        return;
    }
    send(*this, Sci::SCI_SETRECTANGULARSELECTIONCARET, positionAt(event->position()));
    send(*this, Sci::SCI_SCROLLCARET);
}

void CodeEditor::mouseReleaseEvent(QMouseEvent *event)
{
    m_selectsColumns = false;
    QsciScintilla::mouseReleaseEvent(event);
}

void CodeEditor::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setObjectName(u"codeEditorMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool selection = send(*this, Sci::SCI_GETSELECTIONEMPTY) == 0;
    const bool writable = !isReadOnly();
    const auto add = [this, menu](const QString &text, const QKeySequence &keys, bool enabled,
                                  auto slot) {
        QAction *const action = menu->addAction(text, keys, this, slot);
        action->setEnabled(enabled);
    };
    add(tr("&Undo"), QKeySequence::Undo, writable && isUndoAvailable(), &QsciScintilla::undo);
    add(tr("&Redo"), QKeySequence::Redo, writable && isRedoAvailable(), &QsciScintilla::redo);
    menu->addSeparator();
    add(tr("Cu&t"), QKeySequence::Cut, writable && selection, &QsciScintilla::cut);
    add(tr("&Copy"), QKeySequence::Copy, selection, &QsciScintilla::copy);
    add(tr("&Paste"), QKeySequence::Paste, writable && send(*this, Sci::SCI_CANPASTE) != 0,
        &QsciScintilla::paste);
    add(tr("Select &All"), QKeySequence::SelectAll, true, [this] { selectAll(true); });
    menu->addSeparator();
    add(tr("Toggle Co&mment"), QKeySequence(u"Ctrl+/"_s), writable, &CodeEditor::toggleComment);
    add(tr("Add &Next Occurrence"), QKeySequence(u"Ctrl+D"_s), true,
        &CodeEditor::addNextOccurrence);
    add(tr("&Find…"), QKeySequence::Find, true, &CodeEditor::findRequested);
    emit contextMenuAboutToShow(menu);
    menu->popup(event->globalPos());
}

} // namespace edgewright
