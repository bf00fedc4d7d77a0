// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"

#include "editor/decorators/autoindent.h"
#include "editor/decorators/bracematch.h"
#include "editor/decorators/linenumbers.h"
#include "editor/decorators/longlines.h"
#include "editor/decorators/suspiciousmarks.h"
#include "editor/editorlook.h"
#include "editor/javascriptlexer.h"
#include "editor/scintilla.h"

#include <QEvent>

#include <algorithm>
#include <chrono>

namespace edgewright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using scintilla::Sci;
using scintilla::send;
using scintilla::sendText;

namespace {

constexpr int kTextChanges = Sci::SC_MOD_INSERTTEXT | Sci::SC_MOD_DELETETEXT;

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// What two texts have in common at both ends, in whole characters.
struct Common {
    qsizetype head = 0;
    qsizetype tail = 0;
};

Common commonEnds(QByteArrayView one, QByteArrayView other)
{
    const qsizetype shorter = std::min(one.size(), other.size());
    Common common;
    common.head =
        std::mismatch(one.begin(), one.begin() + shorter, other.begin()).first - one.begin();
    const auto splits = [](QByteArrayView text, qsizetype at) {
        return at < text.size() && isContinuation(text[at]);
    };
    while (common.head > 0 && (splits(one, common.head) || splits(other, common.head)))
        --common.head;
    const qsizetype most = shorter - common.head;
    while (common.tail < most
           && one[one.size() - 1 - common.tail] == other[other.size() - 1 - common.tail])
        ++common.tail;
    while (common.tail > 0 && splits(one, one.size() - common.tail))
        --common.tail;
    return common;
}

} // namespace

CodeEditor::CodeEditor(QWidget *parent)
    : QsciScintilla(parent)
    , m_lexer(new JavaScriptLexer(this))
{
    setObjectName(u"codeEditor"_s);
    setUtf8(true);
    setLexer(m_lexer);
    configureEditor(*this);
    clearClashingKeys(*this);
    addDecorators();

    m_formatTimer.setSingleShot(true);
    m_formatTimer.setInterval(600ms);
    connect(&m_formatTimer, &QTimer::timeout, this, &CodeEditor::refreshFormat);
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int, int modification, const char *, int, int linesAdded) {
                noteModification(modification, linesAdded);
            });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, &CodeEditor::noteUpdate);
    retranslate();
    applyTheme(theme(ThemeKind::Light));
}

void CodeEditor::addDecorators()
{
    new LineNumbersDecorator(*this);
    new BraceMatchDecorator(*this);
    new AutoIndentDecorator(*this);
    new LongLinesDecorator(*this);
    m_suspicious = new SuspiciousDecorator(*this);
    connect(m_suspicious, &SuspiciousDecorator::found, this,
            &CodeEditor::suspiciousCharactersChanged);
}

void CodeEditor::setBytes(const QByteArray &utf8)
{
    const bool wasReadOnly = isReadOnly();
    m_loading = true;
    send(*this, Sci::SCI_SETREADONLY, 0);
    send(*this, Sci::SCI_SETUNDOCOLLECTION, 0);
    send(*this, Sci::SCI_CLEARALL);
    send(*this, Sci::SCI_ALLOCATE, utf8.size() + 1024);
    sendText(*this, Sci::SCI_ADDTEXT, utf8.size(), utf8.constData());
    send(*this, Sci::SCI_SETUNDOCOLLECTION, 1);
    send(*this, Sci::SCI_EMPTYUNDOBUFFER);
    send(*this, Sci::SCI_SETSAVEPOINT);
    send(*this, Sci::SCI_GOTOPOS, 0);
    send(*this, Sci::SCI_SETXOFFSET, 0);
    send(*this, Sci::SCI_SETREADONLY, wasReadOnly ? 1 : 0);
    m_loading = false;
    m_formatTimer.stop();
    m_format = detectFormat(utf8);
    applyFormat();
    emit reset();
    emit formatChanged(m_format);
    noteUpdate();
}

QByteArray CodeEditor::bytes() const
{
    const std::string_view all = scintilla::range(*this, 0, send(*this, Sci::SCI_GETLENGTH));
    return QByteArray(all.data(), static_cast<qsizetype>(all.size()));
}

void CodeEditor::replaceAllUndoably(const QByteArray &utf8)
{
    const int length = send(*this, Sci::SCI_GETLENGTH);
    const std::string_view now = scintilla::range(*this, 0, length);
    const Common common = commonEnds(QByteArrayView(now.data(), length), utf8);
    const qsizetype middle = utf8.size() - common.head - common.tail;
    if (middle == 0 && common.head + common.tail == length)
        return;
    replaceRange(static_cast<int>(common.head), length - static_cast<int>(common.tail),
                 utf8.mid(common.head, middle));
    refreshFormat();
}

void CodeEditor::replaceRange(int begin, int end, const QByteArray &utf8)
{
    const scintilla::UndoStep step(*this);
    send(*this, Sci::SCI_SETTARGETRANGE, begin, end);
    sendText(*this, Sci::SCI_REPLACETARGET, utf8.size(), utf8.constData());
}

QList<SuspiciousCharacter> CodeEditor::suspiciousCharacters() const
{
    return m_suspicious->characters();
}

int CodeEditor::caretPosition() const
{
    return send(*this, Sci::SCI_GETCURRENTPOS);
}

int CodeEditor::caretLine() const
{
    return send(*this, Sci::SCI_LINEFROMPOSITION, caretPosition());
}

int CodeEditor::caretColumn() const
{
    const int begin = send(*this, Sci::SCI_POSITIONFROMLINE, caretLine());
    return send(*this, Sci::SCI_COUNTCHARACTERS, begin, caretPosition());
}

void CodeEditor::goToLine(int line)
{
    const int last = send(*this, Sci::SCI_GETLINECOUNT) - 1;
    goToPosition(send(*this, Sci::SCI_POSITIONFROMLINE, std::clamp(line, 0, last)));
}

void CodeEditor::goToPosition(int position)
{
    selectRange(position, position);
}

void CodeEditor::selectRange(int begin, int end)
{
    const int line = send(*this, Sci::SCI_LINEFROMPOSITION, end);
    send(*this, Sci::SCI_ENSUREVISIBLEENFORCEPOLICY, line);
    send(*this, Sci::SCI_SETSEL, begin, end);
    send(*this, Sci::SCI_SCROLLCARET);
}

QString CodeEditor::selectedLineText() const
{
    const int begin = send(*this, Sci::SCI_GETSELECTIONSTART);
    const int end = send(*this, Sci::SCI_GETSELECTIONEND);
    const bool oneLine = send(*this, Sci::SCI_LINEFROMPOSITION, begin)
                         == send(*this, Sci::SCI_LINEFROMPOSITION, end);
    const std::string_view text =
        oneLine ? scintilla::range(*this, begin, end) : std::string_view();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void CodeEditor::setWordWrap(bool on)
{
    m_wordWrap = on;
    send(*this, Sci::SCI_SETWRAPMODE, on ? Sci::SC_WRAP_WORD : Sci::SC_WRAP_NONE);
    send(*this, Sci::SCI_SETWRAPVISUALFLAGS, on ? Sci::SC_WRAPVISUALFLAG_END : 0);
}

void CodeEditor::setShowWhitespace(bool on)
{
    send(*this, Sci::SCI_SETVIEWWS, on ? Sci::SCWS_VISIBLEALWAYS : Sci::SCWS_INVISIBLE);
}

bool CodeEditor::isShowingWhitespace() const
{
    return send(*this, Sci::SCI_GETVIEWWS) != Sci::SCWS_INVISIBLE;
}

void CodeEditor::zoomInStep()
{
    send(*this, Sci::SCI_ZOOMIN);
}

void CodeEditor::zoomOutStep()
{
    send(*this, Sci::SCI_ZOOMOUT);
}

void CodeEditor::resetZoom()
{
    send(*this, Sci::SCI_SETZOOM, 0);
}

void CodeEditor::applyTheme(const Theme &theme)
{
    m_lexer->setTheme(theme);
    applyEditorTheme(*this, theme, editorFont());
    emit reset();
}

void CodeEditor::noteModification(int modification, int linesAdded)
{
    if (m_loading || (modification & kTextChanges) == 0)
        return;
    m_formatTimer.start();
    if (linesAdded != 0)
        emit lineCountChanged();
    emit edited();
}

void CodeEditor::noteUpdate()
{
    const int caret = caretPosition();
    if (caret == m_caret || m_loading)
        return;
    m_caret = caret;
    emit caretMoved(caretLine() + 1, caretColumn() + 1);
}

void CodeEditor::refreshFormat()
{
    m_formatTimer.stop();
    const std::string_view all = scintilla::range(*this, 0, send(*this, Sci::SCI_GETLENGTH));
    TextFormat format =
        detectFormat(QByteArray::fromRawData(all.data(), static_cast<qsizetype>(all.size())));
    // While typing, the guess must not change under the hands.
    format.indentation = m_format.indentation;
    if (format == m_format)
        return;
    m_format = format;
    applyFormat();
    emit formatChanged(m_format);
}

void CodeEditor::applyFormat()
{
    const bool crLf = m_format.lineEnd == LineEnd::CrLf;
    const bool cr = m_format.lineEnd == LineEnd::Cr;
    send(*this, Sci::SCI_SETEOLMODE,
         crLf ? Sci::SC_EOL_CRLF
         : cr ? Sci::SC_EOL_CR
              : Sci::SC_EOL_LF);
    send(*this, Sci::SCI_SETUSETABS, m_format.indentation.tabs ? 1 : 0);
    send(*this, Sci::SCI_SETTABWIDTH, m_format.indentation.width);
    send(*this, Sci::SCI_SETINDENT, m_format.indentation.width);
}

void CodeEditor::retranslate()
{
    setAccessibleName(tr("Code editor"));
}

void CodeEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QsciScintilla::changeEvent(event);
}

} // namespace edgewright
