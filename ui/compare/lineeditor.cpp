// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/lineeditor.h"

#include "compare/comparescene.h"
#include "text/suspicious.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

int send(const QsciScintillaBase &editor, unsigned message, qint64 wParam = 0, qint64 lParam = 0)
{
    return static_cast<int>(editor.SendScintilla(message, static_cast<unsigned long>(wParam),
                                                 static_cast<long>(lParam)));
}

int sendText(const QsciScintillaBase &editor, unsigned message, qint64 wParam, const char *bytes)
{
    return static_cast<int>(
        editor.SendScintilla(message, static_cast<unsigned long>(wParam), bytes));
}

void sendColor(const QsciScintillaBase &editor, unsigned message, qint64 wParam,
               const QColor &color)
{
    editor.SendScintilla(message, static_cast<unsigned long>(wParam), color);
}

bool isOwnKey(const QKeyEvent &key)
{
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    return key.key() == Qt::Key_Escape || (isEnter && key.modifiers() == Qt::ControlModifier);
}

} // namespace

LineEditor::LineEditor(QWidget *parent)
    : QsciScintilla(parent)
{
    setObjectName(u"compareLineEditor"_s);
    setUtf8(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int margin = 0; margin < 5; ++margin)
        setMarginWidth(margin, 0);
    send(*this, SCI_SETMARGINLEFT, 0, 0);
    send(*this, SCI_SETMARGINRIGHT, 0, 0);
    send(*this, SCI_SETLEXER, SCLEX_CONTAINER);
    send(*this, SCI_SETENDATLASTLINE, 1);
    send(*this, SCI_SETSCROLLWIDTHTRACKING, 1);
    send(*this, SCI_SETSCROLLWIDTH, 1);
    send(*this, SCI_SETPASTECONVERTENDINGS, 1);
    setAutoIndent(true);
    // A wrapped line goes on where the row ends, as it does in the rows.
    for (const auto &[point, label] : visibleRepresentations()) {
        const QByteArray encoded = QString::fromUcs4(&point, 1).toUtf8();
        SendScintilla(SCI_SETREPRESENTATION, encoded.constData(), label.constData());
    }
    connect(this, &QsciScintilla::textChanged, this, [this] {
        if (m_isSetting)
            return;
        colour();
        emit bytesChanged();
    });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, &LineEditor::caretMoved);
    hide();
}

void LineEditor::setBytes(const QByteArray &bytes, const javascript::LineState &state)
{
    m_isSetting = true;
    m_state = state;
    send(*this, SCI_CLEARALL);
    sendText(*this, SCI_APPENDTEXT, bytes.size(), bytes.constData());
    send(*this, SCI_EMPTYUNDOBUFFER);
    colour();
    m_isSetting = false;
}

QByteArray LineEditor::bytes() const
{
    const int length = send(*this, SCI_GETLENGTH);
    QByteArray out(length, '\0');
    if (length == 0)
        return out;
    const long address = SendScintilla(SCI_GETRANGEPOINTER, 0UL, static_cast<long>(length));
    std::copy_n(reinterpret_cast<const char *>(address), length, out.data());
    return out;
}

void LineEditor::setFormat(bool isCrLf, bool usesTabs, int width)
{
    setEolMode(isCrLf ? EolWindows : EolUnix);
    setIndentationsUseTabs(usesTabs);
    setIndentationWidth(width);
}

void LineEditor::setLook(const CompareScene &scene)
{
    constexpr int kTabColumns = 4; // As the rows have them.
    const Theme &theme = scene.theme();
    const QByteArray family = scene.font().family().toUtf8();
    sendText(*this, SCI_STYLESETFONT, STYLE_DEFAULT, family.constData());
    send(*this, SCI_STYLESETSIZEFRACTIONAL, STYLE_DEFAULT,
         qRound(scene.font().pointSizeF() * int{SC_FONT_SIZE_MULTIPLIER}));
    sendColor(*this, SCI_STYLESETFORE, STYLE_DEFAULT, theme.editor.text);
    sendColor(*this, SCI_STYLESETBACK, STYLE_DEFAULT, theme.editor.background);
    send(*this, SCI_STYLECLEARALL);
    for (std::size_t kind = 1; kind < theme.tokens.size(); ++kind)
        sendColor(*this, SCI_STYLESETFORE, static_cast<int>(kind), theme.tokens[kind]);
    SendScintilla(SCI_SETCARETFORE, theme.editor.caret);
    sendColor(*this, SCI_SETSELBACK, 1, theme.editor.selection);
    send(*this, SCI_SETSELFORE, 0);
    send(*this, SCI_SETEXTRAASCENT, 0);
    send(*this, SCI_SETEXTRADESCENT, 0);
    const int air = std::max(0, scene.rowHeight() - send(*this, SCI_TEXTHEIGHT, 0));
    send(*this, SCI_SETEXTRAASCENT, air / 2);
    send(*this, SCI_SETEXTRADESCENT, air - air / 2);
    setTabWidth(kTabColumns);
    const bool wraps = scene.isWrapped() || scene.document().isCut;
    send(*this, SCI_SETWRAPMODE, wraps ? SC_WRAP_CHAR : SC_WRAP_NONE);
}

void LineEditor::type(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    send(*this, SCI_BEGINUNDOACTION);
    sendText(*this, SCI_REPLACESEL, 0, "");
    sendText(*this, SCI_ADDTEXT, utf8.size(), utf8.constData());
    send(*this, SCI_ENDUNDOACTION);
}

void LineEditor::selectBytes(qsizetype begin, qsizetype end)
{
    send(*this, SCI_SETSEL, begin, end);
}

int LineEditor::rows() const
{
    const int lines = send(*this, SCI_GETLINECOUNT);
    int rows = 0;
    for (int line = 0; line < lines; ++line)
        rows += std::max(1, send(*this, SCI_WRAPCOUNT, line));
    return rows;
}

int LineEditor::caretTop() const
{
    return send(*this, SCI_POINTYFROMPOSITION, 0, send(*this, SCI_GETCURRENTPOS));
}

void LineEditor::showFromTop()
{
    if (send(*this, SCI_GETFIRSTVISIBLELINE) != 0)
        send(*this, SCI_SETFIRSTVISIBLELINE, 0);
}

void LineEditor::colour()
{
    const QByteArray text = bytes();
    javascript::LineState state = m_state;
    QByteArray styles(text.size(), '\0');
    for (const javascript::Token &token :
         javascript::tokenize({text.constData(), static_cast<std::size_t>(text.size())}, state))
        std::fill(styles.begin() + token.begin, styles.begin() + token.end,
                  static_cast<char>(token.kind));
    send(*this, SCI_STARTSTYLING, 0);
    sendText(*this, SCI_SETSTYLINGEX, styles.size(), styles.constData());
}

bool LineEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (isOwnKey(*key) || key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
            || key->matches(QKeySequence::SelectAll) || key->matches(QKeySequence::Copy)
            || key->matches(QKeySequence::Cut) || key->matches(QKeySequence::Paste))
        {
            key->accept();
            return true;
        }
    }
    return QsciScintilla::event(event);
}

void LineEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit takenBack();
    else if (isOwnKey(*event))
        emit kept();
    else if (event->matches(QKeySequence::Redo))
        redo();
    else
        QsciScintilla::keyPressEvent(event);
}

void LineEditor::focusOutEvent(QFocusEvent *event)
{
    QsciScintilla::focusOutEvent(event);
    const Qt::FocusReason reason = event->reason();
    // Whoever looks something up elsewhere comes back to the same place.
    if (reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason
        && reason != Qt::ActiveWindowFocusReason)
        emit kept();
}

void LineEditor::hideEvent(QHideEvent *event)
{
    QsciScintilla::hideEvent(event);
    if (!event->spontaneous())
        emit kept();
}

void LineEditor::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, bool isEnabled, auto act) {
        QAction *action = menu->addAction(text);
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, act);
    };
    const bool canWrite = !isReadOnly();
    add(tr("&Undo"), canWrite && isUndoAvailable(), &QsciScintilla::undo);
    add(tr("&Redo"), canWrite && isRedoAvailable(), &QsciScintilla::redo);
    menu->addSeparator();
    add(tr("Cu&t"), canWrite && hasSelectedText(), &QsciScintilla::cut);
    add(tr("&Copy"), hasSelectedText(), &QsciScintilla::copy);
    add(tr("&Paste"), canWrite, &QsciScintilla::paste);
    add(tr("Select &All"), true, [this] { selectAll(); });
    menu->addSeparator();
    add(tr("&Keep (Ctrl+Enter)"), canWrite, &LineEditor::kept);
    add(tr("Take &Back (Esc)"), canWrite, &LineEditor::takenBack);
    menu->popup(event->globalPos());
}

void LineEditor::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace edgewright
