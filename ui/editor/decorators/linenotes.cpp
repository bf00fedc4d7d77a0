// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/decorators/linenotes.h"

#include "common/plaintext.h"
#include "editor/codeeditor.h"
#include "editor/editorlook.h"
#include "editor/scintilla.h"

#include <QHelpEvent>
#include <QSet>
#include <QTextBoundaryFinder>
#include <QToolTip>

#include <algorithm>

namespace edgewright {

using scintilla::Sci;
using scintilla::send;
using scintilla::sendColor;
using scintilla::sendText;

namespace {

constexpr int kPlainStyle = Sci::STYLE_LASTPREDEFINED + 1;
constexpr int kBandStyle = kPlainStyle + 1;
constexpr int kSidePadding = 6;
constexpr int kMostCharacters = 30; ///< Digits wide.
constexpr int kSizePercent = 85;    ///< Of the code's font.

QColor styleColor(const CodeEditor &editor, unsigned message, int style)
{
    const int bgr = send(editor, message, style);
    return {bgr & 0xff, (bgr >> 8) & 0xff, (bgr >> 16) & 0xff};
}

QColor mix(const QColor &one, const QColor &other, int percent)
{
    const auto part = [percent](int a, int b) { return a + (b - a) * percent / 100; };
    return {part(one.red(), other.red()), part(one.green(), other.green()),
            part(one.blue(), other.blue())};
}

} // namespace

LineNotesDecorator::LineNotesDecorator(CodeEditor &editor)
    : EditorDecorator(editor)
{
}

void LineNotesDecorator::start()
{
    send(editor(), Sci::SCI_SETMARGINTYPEN, NotesMargin, Sci::SC_MARGIN_TEXT);
    send(editor(), Sci::SCI_SETMARGINMASKN, NotesMargin, 0);
    connect(&editor(), &CodeEditor::reset, this, &LineNotesDecorator::applyLook);
    connect(&editor(), &QsciScintillaBase::SCN_ZOOM, this, &LineNotesDecorator::show);
    editor().viewport()->installEventFilter(this);
    applyLook();
}

void LineNotesDecorator::clear()
{
    editor().viewport()->removeEventFilter(this);
    send(editor(), Sci::SCI_MARGINTEXTCLEARALL);
    send(editor(), Sci::SCI_SETMARGINWIDTHN, NotesMargin, 0);
}

void LineNotesDecorator::setNotes(const QList<LineNote> &notes, const QList<int> &noteOfLine)
{
    m_notes = notes;
    m_noteOfLine = noteOfLine;
    if (isEnabled())
        show();
}

const LineNote *LineNotesDecorator::noteOf(int line) const
{
    const int note = line >= 0 && line < m_noteOfLine.size() ? m_noteOfLine.at(line) : -1;
    return note >= 0 && note < m_notes.size() ? &m_notes.at(note) : nullptr;
}

void LineNotesDecorator::applyLook()
{
    const QColor text = styleColor(editor(), Sci::SCI_STYLEGETFORE, Sci::STYLE_DEFAULT);
    const QColor ground = styleColor(editor(), Sci::SCI_STYLEGETBACK, Sci::STYLE_LINENUMBER);
    const int size =
        send(editor(), Sci::SCI_STYLEGETSIZEFRACTIONAL, Sci::STYLE_DEFAULT) * kSizePercent / 100;
    for (const int style : {kPlainStyle, kBandStyle}) {
        const QColor own = style == kBandStyle ? mix(ground, text, 7) : ground;
        send(editor(), Sci::SCI_STYLESETSIZEFRACTIONAL, style, size);
        sendColor(editor(), Sci::SCI_STYLESETFORE, style, mix(text, own, 20));
        sendColor(editor(), Sci::SCI_STYLESETBACK, style, own);
    }
    sendColor(editor(), Sci::SCI_SETMARGINBACKN, NotesMargin, ground);
    show();
}

void LineNotesDecorator::show()
{
    send(editor(), Sci::SCI_MARGINTEXTCLEARALL);
    fitWidth();
    const int most = widthOf(QString(kMostCharacters, u'9'));
    QStringList texts;
    for (const LineNote &note : m_notes)
        texts.append(cut(oneLine(note.text), most));
    const int lines =
        std::min(static_cast<int>(m_noteOfLine.size()), send(editor(), Sci::SCI_GETLINECOUNT));
    bool band = true;
    for (int line = 0; line < lines; ++line) {
        const LineNote *note = noteOf(line);
        const bool isFirst = line == 0 || m_noteOfLine.at(line) != m_noteOfLine.at(line - 1);
        band = band != isFirst;
        if (note == nullptr)
            continue;
        // A line without text would get no ground.
        const QByteArray shown =
            isFirst ? ' ' + texts.at(m_noteOfLine.at(line)).toUtf8() : QByteArray(" ");
        sendText(editor(), Sci::SCI_MARGINSETTEXT, line, shown.constData());
        send(editor(), Sci::SCI_MARGINSETSTYLE, line, band ? kBandStyle : kPlainStyle);
    }
}

void LineNotesDecorator::fitWidth()
{
    const int most = widthOf(QString(kMostCharacters, u'9'));
    int widest = 0;
    const QSet<int> used(m_noteOfLine.begin(), m_noteOfLine.end());
    for (qsizetype i = 0; i < m_notes.size(); ++i) {
        if (used.contains(static_cast<int>(i)))
            widest = std::max(widest, widthOf(oneLine(m_notes.at(i).text)));
    }
    const int width =
        widest == 0 ? 0 : std::min(widest, most) + widthOf(QString(u' ')) + 2 * kSidePadding;
    send(editor(), Sci::SCI_SETMARGINWIDTHN, NotesMargin, width);
}

int LineNotesDecorator::widthOf(const QString &text) const
{
    return sendText(editor(), Sci::SCI_TEXTWIDTH, kPlainStyle, text.toUtf8().constData());
}

QString LineNotesDecorator::cut(const QString &text, int width) const
{
    if (widthOf(text) <= width)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.toEnd();
    QString shorter;
    do {
        const qsizetype end = finder.toPreviousBoundary();
        shorter = text.left(std::max<qsizetype>(end, 0)) + u'…';
    } while (shorter.size() > 1 && widthOf(shorter) > width);
    return shorter;
}

int LineNotesDecorator::lineAt(const QPoint &point) const
{
    if (point.x() < 0 || point.x() >= send(editor(), Sci::SCI_GETMARGINWIDTHN, NotesMargin))
        return -1;
    const int position = send(editor(), Sci::SCI_POSITIONFROMPOINT, point.x(), point.y());
    const int line = send(editor(), Sci::SCI_LINEFROMPOSITION, position);
    const int top = send(editor(), Sci::SCI_POINTYFROMPOSITION, 0, position);
    const int bottom = top + send(editor(), Sci::SCI_TEXTHEIGHT, line);
    return point.y() < bottom ? line : -1;
}

bool LineNotesDecorator::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = dynamic_cast<QHelpEvent *>(event);
        const LineNote *note = noteOf(lineAt(help->pos()));
        if (note != nullptr) {
            QToolTip::showText(help->globalPos(), plainToolTip(note->details), editor().viewport());
            return true;
        }
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = dynamic_cast<QMouseEvent *>(event);
        const int line = lineAt(mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && mouse->modifiers() == Qt::AltModifier && line >= 0)
        {
            emit noteActivated(line);
            return true;
        }
    }
    return EditorDecorator::eventFilter(watched, event);
}

} // namespace edgewright
