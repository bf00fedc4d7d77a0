// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mergeeditor.h"

#include "common/themeservice.h"
#include "editor/codeeditor.h"
#include "editor/decorators/linenotes.h"
#include "editor/editorlook.h"
#include "editor/editorpage.h"
#include "editor/scintilla.h"

#include <QEvent>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

using scintilla::Sci;
using scintilla::send;
using scintilla::sendColor;

namespace {

/// Marker numbers below those of folds; one for each part.
constexpr int kFirstMarker = 4;
constexpr std::array kParts{MergePart::Mine,      MergePart::Theirs,     MergePart::Both,
                            MergePart::Decided,   MergePart::FrameLine,  MergePart::FrameMine,
                            MergePart::FrameBase, MergePart::FrameTheirs};
constexpr int kLinesAbove = 6;

int markerOf(MergePart part)
{
    return kFirstMarker + static_cast<int>(part);
}

QColor groundOf(MergePart part, const Theme &theme, const DiffColors &diff)
{
    switch (part) {
    case MergePart::Mine:
    case MergePart::FrameMine:
        return theme.draft.background;
    case MergePart::Theirs:
    case MergePart::FrameTheirs:
        return diff.movedLine;
    case MergePart::Both:
    case MergePart::FrameBase:
        return diff.filler;
    case MergePart::Decided:
        return theme.success.background;
    case MergePart::FrameLine:
        break;
    }
    return theme.warning.background;
}

} // namespace

MergeEditor::MergeEditor(const ThemeService &themes, QWidget *parent)
    : m_themes(themes)
    , m_page(new EditorPage(themes, parent))
    , m_editor(m_page->editor())
    , m_notes(new LineNotesDecorator(m_editor))
{
    m_editor.setObjectName(u"mergeEditor"_s);
    m_notes->setEnabled(true);
    connectEditor();
    defineMarks();
}

void MergeEditor::connectEditor()
{
    connect(&m_editor, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char *, int length) {
                const bool isUndo = (type & (Sci::SC_PERFORMED_UNDO | Sci::SC_PERFORMED_REDO)) != 0;
                if ((type & Sci::SC_MOD_INSERTTEXT) != 0)
                    emit changed(position, 0, length, isUndo);
                else if ((type & Sci::SC_MOD_DELETETEXT) != 0)
                    emit changed(position, length, 0, isUndo);
            });
    connect(&m_editor, &CodeEditor::caretMoved, this, &MergeText::caretMoved);
    connect(&m_editor, &QsciScintillaBase::SCN_UPDATEUI, this, &MergeText::scrolled);
    connect(&m_editor, &QsciScintillaBase::SCN_ZOOM, this, &MergeText::scrolled);
    connect(&m_editor, &CodeEditor::reset, this, &MergeEditor::defineMarks);
    m_editor.viewport()->installEventFilter(this);
}

void MergeEditor::defineMarks()
{
    const Theme &theme = m_themes.current();
    for (const MergePart part : kParts) {
        send(m_editor, Sci::SCI_MARKERDEFINE, markerOf(part), Sci::SC_MARK_BACKGROUND);
        sendColor(m_editor, Sci::SCI_MARKERSETBACK, markerOf(part),
                  groundOf(part, theme, m_themes.diffColors()));
    }
    // A mark shows through the line of the caret.
    send(m_editor, Sci::SCI_SETCARETLINEFRAME, 1);
}

QWidget *MergeEditor::widget() const
{
    return m_page;
}

QWidget *MergeEditor::viewport() const
{
    return m_editor.viewport();
}

QByteArray MergeEditor::bytes() const
{
    return m_editor.bytes();
}

void MergeEditor::setBytes(const QByteArray &text)
{
    m_notes->setNotes({}, {});
    m_editor.setBytes(text);
}

void MergeEditor::replace(qsizetype begin, qsizetype length, const QByteArray &text)
{
    m_editor.replaceRange(static_cast<int>(begin), static_cast<int>(begin + length), text);
}

int MergeEditor::lineOf(qsizetype position) const
{
    return send(m_editor, Sci::SCI_LINEFROMPOSITION, position);
}

void MergeEditor::setMarks(const QList<MergeMark> &marks)
{
    for (const MergePart part : kParts)
        send(m_editor, Sci::SCI_MARKERDELETEALL, markerOf(part));
    QList<LineNote> notes;
    QList<int> noteOfLine(send(m_editor, Sci::SCI_GETLINECOUNT), -1);
    for (const MergeMark &mark : marks) {
        const int first = lineOf(mark.begin);
        const int last = mark.length == 0 ? first : lineOf(mark.begin + mark.length - 1);
        if (!mark.words.isEmpty())
            notes.append({.text = mark.words, .details = mark.words});
        for (int line = first; line <= last && line < noteOfLine.size(); ++line) {
            if (mark.length > 0)
                send(m_editor, Sci::SCI_MARKERADD, line, markerOf(mark.part));
            if (!mark.words.isEmpty())
                noteOfLine[line] = static_cast<int>(notes.size()) - 1;
        }
    }
    m_notes->setNotes(notes, noteOfLine);
}

qsizetype MergeEditor::caret() const
{
    return m_editor.caretPosition();
}

void MergeEditor::goTo(qsizetype position)
{
    m_editor.goToPosition(static_cast<int>(position));
    const int row = send(m_editor, Sci::SCI_VISIBLEFROMDOCLINE, lineOf(position));
    send(m_editor, Sci::SCI_SETFIRSTVISIBLELINE, std::max(0, row - kLinesAbove));
    emit caretMoved();
}

QRect MergeEditor::lineAt(qsizetype position) const
{
    const int line = lineOf(position);
    const int height = send(m_editor, Sci::SCI_TEXTHEIGHT, line);
    const int top = send(m_editor, Sci::SCI_POINTYFROMPOSITION, 0, position);
    const QRect area = m_editor.viewport()->rect();
    const bool isThere = send(m_editor, Sci::SCI_GETLINEVISIBLE, line) != 0;
    if (!isThere || top + height <= area.top() || top > area.bottom())
        return {};
    const int left = send(m_editor, Sci::SCI_POINTXFROMPOSITION, 0, position);
    return {std::max(left, 0), top, std::max(area.width() - std::max(left, 0), 0), height};
}

bool MergeEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &MergeText::scrolled, Qt::QueuedConnection);
    return MergeText::eventFilter(watched, event);
}

} // namespace edgewright
