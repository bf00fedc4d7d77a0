// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/decorators/problemmark.h"

#include "editor/codeeditor.h"
#include "editor/scintilla.h"

namespace edgewright {

using scintilla::Sci;
using scintilla::send;
using scintilla::sendColor;

ProblemMark::ProblemMark(CodeEditor &editor)
    : EditorDecorator(editor)
{
    setEnabled(true);
}

void ProblemMark::start()
{
    send(editor(), Sci::SCI_INDICSETSTYLE, scintilla::ProblemIndicator, Sci::INDIC_SQUIGGLE);
    connect(&editor(), &CodeEditor::edited, this, &ProblemMark::clear);
    connect(&editor(), &CodeEditor::reset, this, &ProblemMark::clear);
}

void ProblemMark::clear()
{
    if (m_line < 0)
        return;
    m_line = -1;
    send(editor(), Sci::SCI_SETINDICATORCURRENT, scintilla::ProblemIndicator);
    send(editor(), Sci::SCI_INDICATORCLEARRANGE, 0, send(editor(), Sci::SCI_GETLENGTH));
}

void ProblemMark::mark(int line, const QColor &color)
{
    clear();
    const int begin = send(editor(), Sci::SCI_GETLINEINDENTPOSITION, line);
    const int end = send(editor(), Sci::SCI_GETLINEENDPOSITION, line);
    sendColor(editor(), Sci::SCI_INDICSETFORE, scintilla::ProblemIndicator, color);
    send(editor(), Sci::SCI_SETINDICATORCURRENT, scintilla::ProblemIndicator);
    // Where the line is empty there is still its end to be marked.
    send(editor(), Sci::SCI_INDICATORFILLRANGE, begin, end > begin ? end - begin : 1);
    m_line = line;
}

} // namespace edgewright
