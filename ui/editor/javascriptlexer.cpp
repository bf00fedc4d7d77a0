// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/javascriptlexer.h"

#include "common/theme.h"
#include "editor/editorlook.h"
#include "editor/scintilla.h"
#include "text/invisibles.h"
#include "text/javascriptwords.h"

#include <Qsci/qsciscintilla.h>

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace edgewright {

using namespace Qt::StringLiterals;
using javascript::LineState;
using javascript::Token;
using javascript::TokenKind;
using scintilla::Sci;
using scintilla::send;

namespace {

// A bundle on one line must not cost its whole length at each key.
constexpr int kLongestRead = 128 * 1024;
constexpr int kDeepestLevel = 0x0FFF - Sci::SC_FOLDLEVELBASE;
constexpr int kNextShift = 16;

int openBlocks(const LineState &state)
{
    return (state.inBlockComment ? 1 : 0) + (state.inTemplate ? 1 : 0)
           + static_cast<int>(state.templateBraces.size());
}

int bracketStep(char c)
{
    if (c == '{' || c == '(' || c == '[')
        return 1;
    return c == '}' || c == ')' || c == ']' ? -1 : 0;
}

/// Depth over the brackets of a line: at its end and the lowest on the way.
struct Depth {
    int end = 0;
    int lowest = 0;
};

Depth depthOf(std::string_view text, const std::vector<Token> &tokens)
{
    Depth depth;
    for (const Token &token : tokens) {
        if (token.kind != TokenKind::Bracket)
            continue;
        depth.end += bracketStep(text[token.begin]);
        depth.lowest = std::min(depth.lowest, depth.end);
    }
    return depth;
}

/// Characters that do not show are drawn as boxes; those take the colour of their style.
void styleInvisible(std::string_view text, char *styles)
{
    const auto isWide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const auto *wide = std::find_if(text.begin(), text.end(), isWide);
    while (wide != text.end()) {
        const auto at = static_cast<std::size_t>(wide - text.begin());
        const javascript::CodePoint point = javascript::decode(text, at);
        const Invisible *const found = findInvisible(point.value);
        if (found && found->label)
            std::fill_n(styles + at, point.length, static_cast<char>(TokenKind::Invalid));
        wide = std::find_if(wide + point.length, text.end(), isWide);
    }
}

} // namespace

JavaScriptLexer::JavaScriptLexer(QsciScintilla *editor)
    : QsciLexerCustom(editor)
    , m_theme(&theme(ThemeKind::Light))
{
    connect(editor, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int modification, const char *text, int length) {
                noteEdit(position, modification, text, length);
            });
}

void JavaScriptLexer::setTheme(const Theme &theme)
{
    m_theme = &theme;
}

QString JavaScriptLexer::description(int style) const
{
    const bool known = style >= 0 && style < static_cast<int>(m_theme->tokens.size());
    return known ? u"Token %1"_s.arg(style) : QString();
}

QColor JavaScriptLexer::defaultColor(int style) const
{
    const bool known = style > 0 && style < static_cast<int>(m_theme->tokens.size());
    return known ? m_theme->tokens[static_cast<std::size_t>(style)] : m_theme->editor.text;
}

QColor JavaScriptLexer::defaultPaper(int) const
{
    return m_theme->editor.background;
}

QFont JavaScriptLexer::defaultFont(int) const
{
    return editorFont();
}

qint64 JavaScriptLexer::takeBytesRead()
{
    return std::exchange(m_bytesRead, 0);
}

void JavaScriptLexer::noteEdit(int position, int modification, const char *, int length)
{
    const bool inserted = (modification & Sci::SC_MOD_INSERTTEXT) != 0;
    const bool deleted = (modification & Sci::SC_MOD_DELETETEXT) != 0;
    if (!inserted && !deleted)
        return;
    const int change = inserted ? length : -length;
    const auto moved = [position, change](int mark) {
        return mark <= position ? mark : std::max(position, mark + change);
    };
    m_styledTo = moved(m_styledTo);
    m_dirtyTo = std::max(moved(m_dirtyTo), inserted ? position + length : position);
}

void JavaScriptLexer::styleText(int start, int end)
{
    QsciScintilla *const sci = editor();
    // Setting a fold level may make Scintilla unfold lines and ask for their styles meanwhile.
    if (!sci || end <= start || m_styling)
        return;
    const QScopedValueRollback guard(m_styling, true);
    styleLines(send(*sci, Sci::SCI_LINEFROMPOSITION, start), end);
}

void JavaScriptLexer::styleLines(int firstLine, int end)
{
    QsciScintilla *const sci = editor();
    const auto lineStart = [sci](int line) { return send(*sci, Sci::SCI_POSITIONFROMLINE, line); };
    const int length = send(*sci, Sci::SCI_GETLENGTH);
    const int lines = send(*sci, Sci::SCI_GETLINECOUNT);
    QByteArray styles;
    Line line{.number = firstLine, .begin = lineStart(firstLine)};
    const int begin = line.begin;
    bool settled = false;
    while (line.begin < end && line.number < lines && !settled) {
        line.end = line.number + 1 < lines ? lineStart(line.number + 1) : length;
        const bool same = store(line, readLine(line, styles));
        // What Scintilla keeps for a line that was split or joined is that of a neighbour.
        settled = same && line.begin > m_dirtyTo && line.end < m_styledTo;
        line = {.number = line.number + 1, .begin = line.end};
    }
    send(*sci, Sci::SCI_STARTSTYLING, begin);
    if (!styles.isEmpty())
        scintilla::sendText(*sci, Sci::SCI_SETSTYLINGEX, styles.size(), styles.constData());
    m_dirtyTo = 0;
    if (!settled) {
        m_styledTo = line.begin;
        return;
    }
    // Everything up to m_styledTo still has its styles from before the edit.
    send(*sci, Sci::SCI_STARTSTYLING, m_styledTo);
    if (m_styledTo < end)
        styleLines(send(*sci, Sci::SCI_LINEFROMPOSITION, m_styledTo), end);
}

JavaScriptLexer::Outcome JavaScriptLexer::readLine(const Line &line, QByteArray &styles)
{
    QsciScintilla *const sci = editor();
    const int size = line.end - line.begin;
    const int readable = std::min(size, kLongestRead);
    const std::string_view text = scintilla::range(*sci, line.begin, line.begin + readable);
    m_bytesRead += readable;

    const int before = line.number == 0 ? 0 : send(*sci, Sci::SCI_GETLINESTATE, line.number - 1);
    LineState state = m_states.state(before);
    const int blocksBefore = openBlocks(state);
    const std::vector<Token> tokens = javascript::tokenize(text, state);
    const qsizetype stylesBegin = styles.size();
    for (const Token &token : tokens)
        styles.append(token.end - token.begin, static_cast<char>(token.kind));
    styleInvisible(text, styles.data() + stylesBegin);
    styles.append(size - readable, static_cast<char>(TokenKind::Identifier));
    if (readable < size)
        state = {};

    const Depth depth = depthOf(text, tokens);
    const int start = levelAtStart(line.number);
    const int next =
        std::clamp(start + depth.end + openBlocks(state) - blocksBefore, 0, kDeepestLevel);
    // "} else {" belongs to the level outside, where it opens a fold of its own.
    const int shown = std::clamp(start + depth.lowest, 0, kDeepestLevel);
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    int level = (Sci::SC_FOLDLEVELBASE + shown) | (next << kNextShift);
    level |= blank ? int{Sci::SC_FOLDLEVELWHITEFLAG} : 0;
    level |= next > shown ? int{Sci::SC_FOLDLEVELHEADERFLAG} : 0;
    return {.state = m_states.indexOf(state), .level = level};
}

/// True when the line ends as it did before.
bool JavaScriptLexer::store(const Line &line, const Outcome &outcome)
{
    QsciScintilla *const sci = editor();
    const bool sameState = send(*sci, Sci::SCI_GETLINESTATE, line.number) == outcome.state;
    const bool sameLevel = send(*sci, Sci::SCI_GETFOLDLEVEL, line.number) == outcome.level;
    if (!sameState)
        send(*sci, Sci::SCI_SETLINESTATE, line.number, outcome.state);
    if (!sameLevel)
        send(*sci, Sci::SCI_SETFOLDLEVEL, line.number, outcome.level);
    return sameState && sameLevel;
}

int JavaScriptLexer::levelAtStart(int line) const
{
    if (line == 0)
        return 0;
    const int before = send(*editor(), Sci::SCI_GETFOLDLEVEL, line - 1);
    return (before >> kNextShift) & 0x0FFF;
}

} // namespace edgewright
