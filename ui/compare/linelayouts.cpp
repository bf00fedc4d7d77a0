// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/linelayouts.h"

#include <QFontMetricsF>
#include <QTextOption>

namespace edgewright {

namespace {

constexpr int kTabColumns = 4;
constexpr qreal kEndless = 1e7;

QTextLayout::FormatRange range(int begin, int end, const QColor &color)
{
    QTextLayout::FormatRange out;
    out.start = begin;
    out.length = end - begin;
    out.format.setForeground(color);
    return out;
}

} // namespace

LaidLine::Place LaidLine::placeOf(std::uint32_t byte) const
{
    int unit = line.unitOf(byte);
    // At a break the byte stands at the start of the next row, not at the end of this one.
    if (unit < line.text.size() && line.text.at(unit) == QChar(QChar::LineSeparator))
        ++unit;
    const QTextLine row = layout.lineForTextPosition(unit);
    return row.isValid() ? Place{.row = row.lineNumber(), .x = row.cursorToX(unit)} : Place();
}

std::vector<LaidLine::Stretch> LaidLine::stretchesOfUnits(int begin, int end) const
{
    std::vector<Stretch> out;
    for (int row = 0; row < layout.lineCount(); ++row) {
        const QTextLine part = layout.lineAt(row);
        const int from = std::max(begin, part.textStart());
        const int to = std::min(end, part.textStart() + part.textLength());
        if (from > to || (from == to && begin != end))
            continue;
        const qreal one = part.cursorToX(from);
        const qreal other = part.cursorToX(to);
        if (one != other || begin == end)
            out.push_back({.row = row, .from = std::min(one, other), .to = std::max(one, other)});
    }
    return out;
}

std::vector<LaidLine::Stretch> LaidLine::stretches(diff::Span bytes) const
{
    return stretchesOfUnits(line.unitOf(bytes.begin), line.unitOf(bytes.end));
}

std::uint32_t LaidLine::byteAt(qreal x, int row) const
{
    if (layout.lineCount() == 0)
        return 0;
    return line.byteAt(layout.lineAt(std::clamp(row, 0, layout.lineCount() - 1)).xToCursor(x));
}

qreal LaidLine::width(int row) const
{
    return row < layout.lineCount() ? layout.lineAt(row).naturalTextWidth() : 0.0;
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

void LineLayouts::setFont(const QFont &font, const RowMetrics &metrics)
{
    m_font = font;
    m_metrics = metrics;
    m_lines.clear();
}

void LineLayouts::setColumns(int columns)
{
    if (m_columns == columns)
        return;
    m_columns = columns;
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

const SyntaxMap &LineLayouts::syntax(Side side) const
{
    const bool isLeft = side == Side::Left;
    const SyntaxMap &early = isLeft ? m_document->leftSyntax : m_document->rightSyntax;
    if (!early.isEmpty())
        return early;
    return isLeft ? m_syntax.left : m_syntax.right;
}

javascript::LineState LineLayouts::stateBefore(Side side, std::uint32_t line) const
{
    return syntax(side).stateBefore(m_document->text(side), m_document->starts(side), line);
}

LaidLine *LineLayouts::lay(Side side, std::uint32_t line) const
{
    ++m_laidOut;
    auto *laid = new LaidLine;
    laid->line =
        displayLine(m_document->line(side, line), m_document->changedWords(side, line), m_columns);
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
    for (QTextLine row = laid->layout.createLine(); row.isValid(); row = laid->layout.createLine())
    {
        row.setLineWidth(kEndless);
        const qreal baseline = row.lineNumber() * m_metrics.height + m_metrics.ascent;
        row.setPosition(QPointF(0.0, baseline - row.ascent()));
    }
    laid->layout.endLayout();
    return laid;
}

QList<QTextLayout::FormatRange> LineLayouts::formats(Side side, std::uint32_t line,
                                                     const DisplayLine &shown) const
{
    QList<QTextLayout::FormatRange> out;
    for (const javascript::Token &token :
         syntax(side).tokens(m_document->text(side), m_document->starts(side), line))
    {
        const int begin = shown.unitOf(token.begin);
        const int end = shown.unitOf(token.end);
        if (begin < end && token.kind != javascript::TokenKind::Space)
            out.append(range(begin, end, m_theme->token(token.kind)));
    }
    for (const DisplayLine::Mark &mark : shown.marks) {
        const bool isElision = mark.kind == DisplayLine::MarkKind::Elision;
        out.append(range(mark.begin, mark.end,
                         isElision ? m_theme->diff().foldText : m_theme->editor.suspiciousText));
    }
    return out;
}

} // namespace edgewright
