// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/decorators/longlines.h"

#include "editor/codeeditor.h"
#include "editor/scintilla.h"

#include <algorithm>

namespace edgewright {

using scintilla::Sci;
using scintilla::send;

LongLinesDecorator::LongLinesDecorator(CodeEditor &editor)
    : EditorDecorator(editor)
{
    setEnabled(true);
}

void LongLinesDecorator::start()
{
    connect(&editor(), &CodeEditor::reset, this, &LongLinesDecorator::inspectAll);
    connect(&editor(), &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int modification, const char *, int length, int linesAdded) {
                if ((modification & Sci::SC_MOD_INSERTTEXT) == 0 || m_wrapping)
                    return;
                const int line = send(editor(), Sci::SCI_LINEFROMPOSITION, position);
                if (length < kLongLine || linesAdded == 0)
                    inspect(line, line);
                else
                    inspect(line, line + std::max(0, linesAdded));
            });
    inspectAll();
}

void LongLinesDecorator::clear()
{
    m_wrapping = false;
    editor().setWordWrap(editor().isWordWrap());
}

void LongLinesDecorator::inspectAll()
{
    if (m_wrapping)
        clear();
    inspect(0, send(editor(), Sci::SCI_GETLINECOUNT) - 1);
}

void LongLinesDecorator::inspect(int firstLine, int lastLine)
{
    for (int line = firstLine; line <= lastLine; ++line) {
        if (send(editor(), Sci::SCI_LINELENGTH, line) <= kLongLine)
            continue;
        m_wrapping = true;
        send(editor(), Sci::SCI_SETWRAPMODE, Sci::SC_WRAP_CHAR);
        send(editor(), Sci::SCI_SETWRAPVISUALFLAGS, Sci::SC_WRAPVISUALFLAG_END);
        return;
    }
}

} // namespace edgewright
