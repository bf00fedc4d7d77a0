// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/decorators/autoindent.h"

#include "editor/codeeditor.h"
#include "editor/scintilla.h"

#include <QKeyEvent>

#include <algorithm>
#include <string_view>

namespace edgewright {

using scintilla::Sci;
using scintilla::send;

namespace {

bool opens(char c)
{
    return c == '{' || c == '(' || c == '[';
}

bool closes(char c)
{
    return c == '}' || c == ')' || c == ']';
}

char charAt(const CodeEditor &editor, int position)
{
    return position < 0 ? '\0' : static_cast<char>(send(editor, Sci::SCI_GETCHARAT, position));
}

int skipBlanks(const CodeEditor &editor, int position, int step)
{
    while (charAt(editor, position) == ' ' || charAt(editor, position) == '\t')
        position += step;
    return position;
}

void indentLine(const CodeEditor &editor, int line, int columns)
{
    send(editor, Sci::SCI_SETLINEINDENTATION, line, std::max(0, columns));
}

int levelWidth(const CodeEditor &editor)
{
    const int indent = send(editor, Sci::SCI_GETINDENT);
    return indent > 0 ? indent : send(editor, Sci::SCI_GETTABWIDTH);
}

} // namespace

AutoIndentDecorator::AutoIndentDecorator(CodeEditor &editor)
    : EditorDecorator(editor)
{
    setEnabled(true);
}

void AutoIndentDecorator::start()
{
    editor().installEventFilter(this);
    connect(&editor(), &QsciScintillaBase::SCN_CHARADDED, this,
            &AutoIndentDecorator::outdentClosing);
}

void AutoIndentDecorator::clear()
{
    editor().removeEventFilter(this);
}

bool AutoIndentDecorator::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || editor().isReadOnly())
        return EditorDecorator::eventFilter(watched, event);
    const auto *const key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!enter || !plain || send(editor(), Sci::SCI_GETSELECTIONS) > 1
        || send(editor(), Sci::SCI_AUTOCACTIVE) != 0)
        return EditorDecorator::eventFilter(watched, event);
    breakLine();
    return true;
}

void AutoIndentDecorator::breakLine()
{
    const scintilla::UndoStep step(editor());
    send(editor(), Sci::SCI_REPLACESEL, 0, reinterpret_cast<qint64>(""));
    const int caret = editor().caretPosition();
    const int line = editor().caretLine();
    const int lineBegin = send(editor(), Sci::SCI_POSITIONFROMLINE, line);
    const int columns = std::min(send(editor(), Sci::SCI_GETLINEINDENTATION, line),
                                 send(editor(), Sci::SCI_GETCOLUMN, caret));
    const int before = skipBlanks(editor(), caret - 1, -1);
    const int after = skipBlanks(editor(), caret, +1);
    const bool deeper = before >= lineBegin && opens(charAt(editor(), before));
    const bool closesHere = closes(charAt(editor(), after));
    send(editor(), Sci::SCI_DELETERANGE, caret, after - caret);

    send(editor(), Sci::SCI_NEWLINE);
    indentLine(editor(), line + 1, columns + (deeper ? levelWidth(editor()) : 0));
    if (closesHere) {
        const bool own = deeper;
        if (own) {
            send(editor(), Sci::SCI_GOTOPOS,
                 send(editor(), Sci::SCI_GETLINEINDENTPOSITION, line + 1));
            send(editor(), Sci::SCI_NEWLINE);
        }
        indentLine(editor(), line + (own ? 2 : 1), columns - (own ? 0 : levelWidth(editor())));
        if (own)
            indentLine(editor(), line + 1, columns + levelWidth(editor()));
    }
    send(editor(), Sci::SCI_GOTOPOS, send(editor(), Sci::SCI_GETLINEINDENTPOSITION, line + 1));
    send(editor(), Sci::SCI_CHOOSECARETX);
}

void AutoIndentDecorator::outdentClosing(int character)
{
    if (character != '}' && character != ')' && character != ']')
        return;
    const int caret = editor().caretPosition();
    const int line = editor().caretLine();
    if (line == 0 || send(editor(), Sci::SCI_GETSELECTIONS) > 1
        || send(editor(), Sci::SCI_GETLINEINDENTPOSITION, line) != caret - 1)
        return;
    const int partner = send(editor(), Sci::SCI_BRACEMATCH, caret - 1, 0);
    if (partner < 0)
        return;
    const int partnerLine = send(editor(), Sci::SCI_LINEFROMPOSITION, partner);
    if (partnerLine != line)
        indentLine(editor(), line, send(editor(), Sci::SCI_GETLINEINDENTATION, partnerLine));
}

} // namespace edgewright
