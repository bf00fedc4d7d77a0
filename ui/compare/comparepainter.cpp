// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparepainter.h"

#include "common/plaintext.h"
#include "compare/foldmarks.h"
#include "compare/movemarks.h"

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBarWidth = 4;
constexpr qreal kRound = 2.5;

} // namespace

ComparePainter::ComparePainter(const CompareScene &scene, QPainter &painter, bool hasFocus)
    : m_scene(scene)
    , m_painter(painter)
    , m_strong(strongFont(scene.font()))
    , m_hasFocus(hasFocus)
{
    m_painter.setFont(scene.font());
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void ComparePainter::paint(const QRect &viewport, int scrolled)
{
    m_width = viewport.width();
    m_painter.fillRect(viewport, m_scene.theme().editor.background);
    const RowPlaces &places = m_scene.places();
    const int last = std::min(places.count(), places.at(scrolled + viewport.height()) + 1);
    m_painter.setBrushOrigin(0, -scrolled);
    const auto [gapLeft, gapWidth] = m_scene.gap();
    const QRect gap(gapLeft, 0, gapWidth, viewport.height());
    if (gapWidth > 0) {
        const WindowColors &window = m_scene.theme().window;
        m_painter.fillRect(gap, window.window);
        m_painter.fillRect(gap.left(), 0, 1, gap.height(), window.border);
        m_painter.fillRect(gap.right(), 0, 1, gap.height(), window.border);
    }
    for (int index = places.at(scrolled); index < last; ++index) {
        const FoldedRows::Entry &entry = m_scene.folds().at(index);
        const int y = places.top(index) - scrolled;
        if (entry.isBand())
            paintBand(index, entry, y);
        else
            paintRow(index, entry.row, y);
    }
    if (gapWidth > 0)
        MoveMarks::paintLines(m_painter, m_scene, gap, scrolled);
    paintCurrentChange(scrolled);
}

ComparePainter::Tone ComparePainter::tone(std::uint32_t number) const
{
    const DiffColors &colors = m_scene.colors();
    const diff::Row &row = m_scene.rows()[number];
    switch (row.kind) {
    case diff::RowKind::Removed:
        return {colors.removedLine, colors.removedWord, colors.removedSign, u"−"_s};
    case diff::RowKind::Added:
        return {colors.addedLine, colors.addedWord, colors.addedSign, u"+"_s};
    case diff::RowKind::Changed:
        return {colors.changedLine, colors.changedWord, colors.changedSign, u"~"_s};
    case diff::RowKind::Equal:
    case diff::RowKind::Fold:
        break;
    }
    // A quiet sign: no change, but not the same either.
    if (m_scene.document().rows(m_scene.isUnified()).isOtherwise(number))
        return {{}, {}, m_scene.theme().editor.lineNumber, u"≈"_s};
    return {};
}

ComparePainter::Tone ComparePainter::movedTone(Side side, std::uint32_t line) const
{
    const DiffColors &colors = m_scene.colors();
    return {colors.movedLine, colors.changedWord, colors.movedSign,
            MoveMarks::arrow(m_scene, side, line)};
}

QString ComparePainter::bandText(const CompareScene &scene, const FoldedRows::Entry &entry)
{
    const auto count = static_cast<int>(entry.folded);
    QString text = u"⋯  "_s
                   + (scene.document().isCut ? tr("%n unchanged piece(s) of lines", nullptr, count)
                                             : tr("%n unchanged line(s)", nullptr, count));
    const std::uint32_t next = entry.row + entry.folded;
    const int otherwise = scene.document().rows(scene.isUnified()).otherwiseIn(entry.row, next);
    if (otherwise > 0)
        text += u"  ·  ≈ "_s
                + (scene.document().ignore.formatting
                       ? tr("%n only laid out otherwise", nullptr, otherwise)
                       : tr("%n differ(s) only in what is ignored", nullptr, otherwise));
    const std::optional<std::uint32_t> line =
        next < scene.rows().size() ? scene.lineOf(next, Side::Right) : std::nullopt;
    const QString name =
        line ? scene.functionAt(scene.sideOf(next, Side::Right), *line) : QString();
    if (!name.isEmpty())
        text += u"  ·  "_s + name;
    return text;
}

void ComparePainter::paintBand(int index, const FoldedRows::Entry &entry, int y)
{
    const QRect area(0, y, m_width, m_scene.rowHeight());
    const bool isCaret = m_hasFocus && m_scene.caret == index;
    const bool isHot = isCaret || m_scene.hoveredBand == index;
    m_painter.fillRect(area, m_scene.colors().foldBand);
    m_painter.setPen(m_scene.colors().foldText);
    m_painter.setFont(isHot ? m_strong : m_scene.font());
    FoldMarks::paint(m_painter, m_scene, index, y);
    const QRect text = area.adjusted(m_scene.column(Side::Left).textLeft, 0, -8, 0);
    const QString words = bandText(m_scene, entry);
    m_painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, words);
    const int used = m_painter.fontMetrics().horizontalAdvance(words);
    m_painter.setFont(m_scene.font());
    if (isHot) {
        const QString hint = tr("click: 10 more · Shift+click: all");
        const int width = m_painter.fontMetrics().horizontalAdvance(hint);
        if (used + width + 2 * m_scene.charWidth() < text.width())
            m_painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, hint);
    }
    if (isCaret)
        m_painter.fillRect(0, y, kBarWidth, area.height(), m_scene.theme().editor.caret);
}

void ComparePainter::paintRow(int index, std::uint32_t row, int y)
{
    const std::initializer_list<Side> both{Side::Left, Side::Right};
    for (const Side side : both) {
        if (m_scene.isUnified() && side != m_scene.sideOf(row, side))
            continue;
        const CompareScene::Column column = m_scene.column(side);
        const int room = m_scene.places().room(index);
        const QRect area(column.left, y, column.right - column.left,
                         m_scene.places().height(index) - room);
        if (room > 0)
            paintFiller({area.left(), area.bottom() + 1, area.width(), room});
        const std::optional<std::uint32_t> line = m_scene.lineOf(row, side);
        if (!line) {
            paintFiller(area);
            continue;
        }
        const bool active = m_hasFocus && m_scene.caret == index
                            && (m_scene.isUnified() || m_scene.activeSide == side);
        const bool hasMoved = m_scene.document().moved.of(side, *line) >= 0;
        paintCell({.side = side,
                   .line = *line,
                   .row = row,
                   .area = area,
                   .column = column,
                   .active = active},
                  hasMoved ? movedTone(side, *line) : tone(row));
        if (hasMoved)
            MoveMarks::paintLabel(m_painter, m_scene, index, side, m_scene.places().top(index) - y);
    }
}

void ComparePainter::paintFiller(const QRect &area)
{
    m_painter.fillRect(area, m_scene.colors().filler);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.fillRect(area, QBrush(m_scene.colors().fillerPattern, Qt::BDiagPattern));
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void ComparePainter::paintCell(const Cell &cell, const Tone &tone)
{
    if (tone.line.isValid()) {
        m_painter.fillRect(cell.area, tone.line);
        m_painter.fillRect(cell.area.left(), cell.area.top(), kBarWidth, cell.area.height(),
                           tone.sign);
    } else if (cell.active) {
        m_painter.fillRect(cell.area, m_scene.theme().editor.currentLine);
    }
    paintNumbers(cell, tone);
    m_painter.save();
    m_painter.setClipRect(cell.area.adjusted(cell.column.textLeft - cell.area.left(), 0, 0, 0));
    paintText(cell, tone);
    m_painter.restore();
    if (cell.active)
        m_painter.fillRect(cell.column.textLeft - 4, cell.area.top() + 1, 2, cell.area.height() - 2,
                           m_scene.theme().editor.caret);
}

void ComparePainter::paintNumbers(const Cell &cell, const Tone &tone)
{
    const EditorColors &editor = m_scene.theme().editor;
    const int baseline = cell.area.top() + m_scene.ascent();
    const auto number = [&](Side side, std::int64_t line, int right) {
        const auto piece = static_cast<std::uint32_t>(line);
        const CompareDocument &document = m_scene.document();
        const QString text = document.startsLine(side, piece)
                                 ? QString::number(document.textLine(side, piece) + 1)
                                 : u"·"_s;
        m_painter.drawText(right - m_painter.fontMetrics().horizontalAdvance(text), baseline, text);
    };
    m_painter.setPen(tone.sign.isValid() ? tone.sign
                     : cell.active       ? editor.currentLineNumber
                                         : editor.lineNumber);
    m_painter.setFont(cell.active ? m_strong : m_scene.font());
    const diff::Row &row = m_scene.rows()[cell.row];
    if (!m_scene.isUnified()) {
        number(cell.side, cell.line, cell.column.numberRight);
    } else {
        if (row.left >= 0)
            number(Side::Left, row.left, m_scene.unifiedLeftNumberRight());
        if (row.right >= 0)
            number(Side::Right, row.right, cell.column.numberRight);
    }
    m_painter.setFont(m_strong);
    m_painter.drawText(cell.column.signLeft, baseline, tone.glyph);
    m_painter.setFont(m_scene.font());
}

qreal ComparePainter::textX(const Cell &cell) const
{
    return cell.column.textLeft - m_scene.horizontalOffset;
}

void ComparePainter::paintText(const Cell &cell, const Tone &tone)
{
    const LaidLine &laid = m_scene.layouts().at(cell.side, cell.line);
    if (tone.word.isValid()) {
        for (const diff::Span &span : m_scene.document().changedWords(cell.side, cell.line))
            paintSpan(laid, cell, span, tone.word);
    }
    paintMatches(laid, cell);
    paintSelection(laid, cell);
    paintMarks(laid, cell);
    m_painter.setPen(m_scene.theme().editor.text);
    laid.layout.draw(&m_painter, QPointF(textX(cell), cell.area.top()));
    paintLineEnd(laid, cell);
}

QRectF ComparePainter::boxOf(const Cell &cell, const LaidLine::Stretch &stretch) const
{
    const int top = cell.area.top() + stretch.row * m_scene.rowHeight();
    return {QPointF(textX(cell) + stretch.from, top + 1),
            QPointF(textX(cell) + stretch.to, top + m_scene.rowHeight() - 1)};
}

void ComparePainter::paintSpan(const LaidLine &laid, const Cell &cell, diff::Span span,
                               const QColor &color)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    for (const LaidLine::Stretch &stretch : laid.stretches(span))
        m_painter.drawRoundedRect(boxOf(cell, stretch), kRound, kRound);
    m_painter.setBrush(Qt::NoBrush);
}

void ComparePainter::paintMarks(const LaidLine &laid, const Cell &cell)
{
    for (const DisplayLine::Mark &mark : laid.line.marks) {
        const bool isLookAlike = mark.kind == DisplayLine::MarkKind::LookAlike;
        m_painter.setPen(isLookAlike ? QPen(m_scene.theme().editor.suspiciousText, 1.0)
                                     : QPen(Qt::NoPen));
        m_painter.setBrush(mark.kind == DisplayLine::MarkKind::Elision
                               ? m_scene.colors().foldBand
                               : m_scene.theme().editor.suspiciousBackground);
        for (const LaidLine::Stretch &stretch : laid.stretchesOfUnits(mark.begin, mark.end))
            m_painter.drawRoundedRect(boxOf(cell, stretch).adjusted(0.5, 1.0, -0.5, 0.0), kRound,
                                      kRound);
    }
    m_painter.setBrush(Qt::NoBrush);
}

void ComparePainter::paintMatches(const LaidLine &laid, const Cell &cell)
{
    const auto before = [](const CompareMatch &one, const std::pair<Side, std::uint32_t> &at) {
        return std::pair(one.side, one.line) < at;
    };
    const std::vector<CompareMatch> &all = m_scene.matches;
    auto match = std::lower_bound(all.begin(), all.end(), std::pair(cell.side, cell.line), before);
    for (; match != all.end() && match->side == cell.side && match->line == cell.line; ++match) {
        paintSpan(laid, cell, match->bytes, m_scene.theme().editor.findMatch);
        if (match - all.begin() != m_scene.currentMatch)
            continue;
        m_painter.setPen(QPen(m_scene.theme().editor.findMatchOutline, 1.5));
        for (const LaidLine::Stretch &stretch : laid.stretches(match->bytes))
            m_painter.drawRoundedRect(boxOf(cell, stretch), kRound, kRound);
    }
}

void ComparePainter::paintSelection(const LaidLine &laid, const Cell &cell)
{
    const CompareSelection &selected = m_scene.selection;
    const ComparePosition begin = selected.begin();
    const ComparePosition end = selected.end();
    const bool otherSide = !m_scene.isUnified() && selected.side != cell.side;
    if (selected.isEmpty() || otherSide || cell.row < begin.row || cell.row > end.row)
        return;
    const bool goesOn = cell.row < end.row;
    const diff::Span bytes{.begin = cell.row == begin.row ? begin.byte : 0,
                           .end = goesOn ? UINT32_MAX : end.byte};
    const int height = m_scene.rowHeight();
    const auto fill = [&](int row, qreal from, qreal to) {
        m_painter.fillRect(
            QRectF(textX(cell) + from, cell.area.top() + row * height, to - from, height),
            m_scene.theme().editor.selection);
    };
    for (const LaidLine::Stretch &stretch : laid.stretches(bytes))
        fill(stretch.row, stretch.from, stretch.to);
    // The line end is selected, too.
    const int last = laid.rows() - 1;
    if (goesOn)
        fill(last, laid.width(last), laid.width(last) + m_scene.charWidth());
}

void ComparePainter::paintLineEnd(const LaidLine &laid, const Cell &cell)
{
    const CompareDocument &document = m_scene.document();
    const bool differs =
        document.leftFacts.format.finalNewline != document.rightFacts.format.finalNewline;
    if (!differs || !document.lacksLineEnd(cell.side, cell.line))
        return;
    const QString words = tr("no newline at end");
    const int last = laid.rows() - 1;
    const qreal x = textX(cell) + laid.width(last) + m_scene.charWidth();
    const QRectF chip(x, cell.area.top() + last * m_scene.rowHeight() + 1.5,
                      m_painter.fontMetrics().horizontalAdvance(words) + m_scene.charWidth(),
                      m_scene.rowHeight() - 3.0);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_scene.theme().warning.background);
    m_painter.drawRoundedRect(chip, kRound, kRound);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(m_scene.theme().warning.text);
    m_painter.drawText(chip, Qt::AlignCenter, words);
}

void ComparePainter::paintCurrentChange(int scrolled)
{
    if (m_scene.currentChange < 0)
        return;
    const auto [begin, end] = m_scene.changeRows(m_scene.currentChange);
    const int top = m_scene.places().top(m_scene.folds().indexOf(begin)) - scrolled;
    const int bottom = m_scene.places().top(m_scene.folds().indexOf(end - 1) + 1) - scrolled;
    m_painter.setPen(QPen(m_scene.theme().window.link, 1));
    // Its upper edge lies in the row above, where there is one.
    const qreal edge = top == 0 ? 0.5 : top - 0.5;
    m_painter.drawRect(QRectF(QPointF(0.5, edge), QPointF(m_width - 0.5, bottom - 0.5)));
}

} // namespace edgewright
