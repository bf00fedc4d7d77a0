// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/changeview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastLines = 3;

QLatin1StringView signOf(ExcerptLine::Kind kind)
{
    if (kind == ExcerptLine::Kind::Removed)
        return QLatin1StringView{"-"};
    return kind == ExcerptLine::Kind::Added ? QLatin1StringView{"+"} : QLatin1StringView{" "};
}

} // namespace

ChangeView::ChangeView(const ThemeService &themes, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_themes(themes)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_themes, &ThemeService::changed, this, &ChangeView::restyle);
    restyle();
}

void ChangeView::setExcerpt(const ChangeExcerpt &excerpt)
{
    m_excerpt = excerpt;
    fill();
    updateGeometry();
}

void ChangeView::setMostLines(int lines)
{
    if (lines == m_mostLines)
        return;
    m_mostLines = lines;
    updateGeometry();
}

QSize ChangeView::sizeHint() const
{
    const int lines = std::clamp(static_cast<int>(m_excerpt.lines.size()), kLeastLines,
                                 std::max(kLeastLines, m_mostLines));
    const int margins = 2 * (frameWidth() + static_cast<int>(document()->documentMargin()));
    return {240, lines * fontMetrics().lineSpacing() + margins
                     + horizontalScrollBar()->sizeHint().height()};
}

QSize ChangeView::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void ChangeView::restyle()
{
    fill();
}

void ChangeView::fill()
{
    clear();
    qint64 largest = 1;
    for (const ExcerptLine &line : std::as_const(m_excerpt.lines))
        largest = std::max(largest, line.number);
    const int digits = static_cast<int>(QString::number(largest).size());
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const ExcerptLine &line : std::as_const(m_excerpt.lines)) {
        if (!cursor.atStart())
            cursor.insertBlock();
        append(cursor, line, digits);
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void ChangeView::append(QTextCursor &cursor, const ExcerptLine &line, int digits)
{
    const DiffColors &colors = m_themes.diffColors();
    const EditorColors &editor = m_themes.current().editor;
    QTextBlockFormat block;
    QTextCharFormat sign;
    QTextCharFormat word;
    if (line.kind == ExcerptLine::Kind::Removed) {
        block.setBackground(colors.removedLine);
        sign.setForeground(colors.removedSign);
        word.setBackground(colors.removedWord);
    } else if (line.kind == ExcerptLine::Kind::Added) {
        block.setBackground(colors.addedLine);
        sign.setForeground(colors.addedSign);
        word.setBackground(colors.addedWord);
    } else if (line.kind == ExcerptLine::Kind::Gap) {
        block.setBackground(colors.foldBand);
    }
    cursor.setBlockFormat(block);
    QTextCharFormat number;
    number.setForeground(editor.lineNumber);
    if (line.kind == ExcerptLine::Kind::Gap) {
        number.setForeground(colors.foldText);
        cursor.insertText(QString(digits, u' ') + u"  \u22ef"_s, number);
        return;
    }
    cursor.insertText(QString::number(line.number).rightJustified(digits) + u' ', number);
    cursor.insertText(signOf(line.kind) + u' ', sign);
    QTextCharFormat plain;
    plain.setForeground(editor.text);
    word.setForeground(editor.text);
    int at = 0;
    for (const auto &[position, length] : line.words) {
        cursor.insertText(line.text.mid(at, position - at), plain);
        cursor.insertText(line.text.mid(position, length), word);
        at = position + length;
    }
    cursor.insertText(line.text.mid(at), plain);
}

void ChangeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void ChangeView::keyPressEvent(QKeyEvent *event)
{
    // Enter and Esc belong to whatever the view stands in.
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape)
        event->ignore();
    else
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace edgewright
