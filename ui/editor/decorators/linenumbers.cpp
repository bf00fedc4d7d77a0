// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/decorators/linenumbers.h"

#include "editor/codeeditor.h"
#include "editor/editorlook.h"
#include "editor/scintilla.h"

#include <algorithm>

namespace edgewright {

using scintilla::Sci;
using scintilla::send;

LineNumbersDecorator::LineNumbersDecorator(CodeEditor &editor)
    : EditorDecorator(editor)
{
    setEnabled(true);
}

void LineNumbersDecorator::start()
{
    connect(&editor(), &CodeEditor::lineCountChanged, this, &LineNumbersDecorator::fitWidth);
    connect(&editor(), &CodeEditor::reset, this, &LineNumbersDecorator::fitWidth);
    connect(&editor(), &QsciScintillaBase::SCN_ZOOM, this, &LineNumbersDecorator::fitWidth);
    fitWidth();
}

void LineNumbersDecorator::clear()
{
    send(editor(), Sci::SCI_SETMARGINWIDTHN, LineNumberMargin, 0);
}

void LineNumbersDecorator::fitWidth()
{
    constexpr qsizetype kFewestDigits = 3;
    constexpr int kPadding = 18;
    const QByteArray count = QByteArray::number(send(editor(), Sci::SCI_GETLINECOUNT));
    const QByteArray widest(std::max(kFewestDigits, count.size()), '9');
    const int width = scintilla::sendText(editor(), Sci::SCI_TEXTWIDTH, Sci::STYLE_LINENUMBER,
                                          widest.constData());
    send(editor(), Sci::SCI_SETMARGINWIDTHN, LineNumberMargin, width + kPadding);
}

} // namespace edgewright
