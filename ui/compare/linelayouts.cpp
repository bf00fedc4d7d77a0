// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/linelayouts.h"

#include <QFontMetricsF>
#include <QTextOption>

namespace edgewright {

namespace {

constexpr int kTabColumns = 4;

QTextLayout::FormatRange range(int begin, int end, const QColor &color)
{
    QTextLayout::FormatRange out;
    out.start = begin;
    out.length = end - begin;
    out.format.setForeground(color);
    return out;
}

} // namespace

qreal LaidLine::xOfUnit(int unit) const
{
    return layout.lineCount() > 0 ? layout.lineAt(0).cursorToX(unit) : 0.0;
}

qreal LaidLine::xOf(std::uint32_t byte) const
{
    return xOfUnit(line.unitOf(byte));
}

std::uint32_t LaidLine::byteAt(qreal x) const
{
    return layout.lineCount() > 0 ? line.byteAt(layout.lineAt(0).xToCursor(x)) : 0;
}

qreal LaidLine::width() const
{
    return layout.lineCount() > 0 ? layout.lineAt(0).naturalTextWidth() : 0.0;
}

void LineLayouts::setDocument(CompareDocumentPtr document)
{
    m_document = std::move(document);
    m_syntax = {};
    m_lines.clear();
}

void LineLayouts::setSyntax(SyntaxPair syntax)
{
    m_syntax = std::move(syntax);
    m_lines.clear();
}

void LineLayouts::setTheme(const Theme &newTheme)
{
    m_theme = &theme(newTheme.kind);
    m_lines.clear();
}

void LineLayouts::setFont(const QFont &font)
{
    m_font = font;
    m_lines.clear();
}

const LaidLine &LineLayouts::at(Side side, std::uint32_t line) const
{
    const quint64 key = (quint64{line} << 1U) | (side == Side::Left ? 0U : 1U);
    LaidLine *found = m_lines.object(key);
    if (found == nullptr) {
        found = lay(side, line);
        m_lines.insert(key, found);
    }
    return *found;
}

LaidLine *LineLayouts::lay(Side side, std::uint32_t line) const
{
    ++m_laidOut;
    auto *laid = new LaidLine;
    laid->line = displayLine(m_document->line(side, line), m_document->changedWords(side, line));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(QFontMetricsF(m_font).horizontalAdvance(u' ') * kTabColumns);
    option.setFlags(QTextOption::IncludeTrailingSpaces);
    laid->layout.setText(laid->line.text);
    laid->layout.setFont(m_font);
    laid->layout.setTextOption(option);
    laid->layout.setFormats(formats(side, line, laid->line));
    laid->layout.setCacheEnabled(true);
    laid->layout.beginLayout();
    QTextLine row = laid->layout.createLine();
    if (row.isValid())
        row.setLineWidth(1e7);
    laid->layout.endLayout();
    return laid;
}

QList<QTextLayout::FormatRange> LineLayouts::formats(Side side, std::uint32_t line,
                                                     const DisplayLine &shown) const
{
    const bool isLeft = side == Side::Left;
    const SyntaxMap &late = isLeft ? m_syntax.left : m_syntax.right;
    const SyntaxMap &early = isLeft ? m_document->leftSyntax : m_document->rightSyntax;
    const SyntaxMap &map = early.isEmpty() ? late : early;
    QList<QTextLayout::FormatRange> out;
    for (const javascript::Token &token :
         map.tokens(m_document->text(side), m_document->starts(side), line))
    {
        const int begin = shown.unitOf(token.begin);
        const int end = shown.unitOf(token.end);
        if (begin < end && token.kind != javascript::TokenKind::Space)
            out.append(range(begin, end, m_theme->token(token.kind)));
    }
    for (const DisplayLine::Mark &mark : shown.marks) {
        const bool isBox = mark.kind == DisplayLine::MarkKind::Box;
        out.append(range(mark.begin, mark.end,
                         isBox ? m_theme->editor.suspiciousText : m_theme->diff().foldText));
    }
    return out;
}

} // namespace edgewright
