// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparescene.h"

#include "compare/functionname.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace edgewright {

namespace {

constexpr int kBar = 4;       ///< The coloured bar at the left edge of each side.
constexpr int kPadding = 8;   ///< On both sides of a number.
constexpr int kGap = 26;      ///< Between the sides: room for lines between moved blocks,
constexpr int kTakeGap = 54;  ///< and for the buttons that take a block into the draft.
constexpr int kRoomAtEnd = 4; ///< Columns behind the longest line.
constexpr int kMostColumns = 4000;
constexpr int kMostCutColumns = 600; ///< Where lines longer than that are cut.
constexpr int kFewestColumns = 20;   ///< Narrower rows would be read no better.

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
           || (c >= 'A' && c <= 'Z');
}

} // namespace

void CompareScene::setDocument(CompareDocumentPtr document)
{
    m_document = std::move(document);
    m_layouts.setDocument(m_document);
    m_functions.clear();
    m_room = {0, 0};
    selection = {.side = activeSide, .anchor = {}, .head = {}};
    matches.clear();
    currentMatch = -1;
    currentChange = -1;
    caret = 0;
    hoveredBand = -1;
    m_folds.reset(rows(), m_context);
}

void CompareScene::setUnified(bool unified)
{
    m_unified = unified;
    m_room = {0, 0};
    selection = {.side = activeSide, .anchor = {}, .head = {}};
    if (m_document)
        m_folds.reset(rows(), m_context);
}

void CompareScene::setContext(int context)
{
    m_context = context;
    if (m_document)
        m_folds.reset(rows(), m_context);
}

void CompareScene::setTheme(const Theme &newTheme, bool colorBlindSafe)
{
    m_theme = &edgewright::theme(newTheme.kind);
    m_colorBlindSafe = colorBlindSafe;
    m_layouts.setTheme(newTheme);
}

void CompareScene::setFont(const QFont &font)
{
    m_font = font;
    const QFontMetricsF metrics(font);
    const int air = std::max(2, static_cast<int>(std::lround(metrics.height() * 0.16)));
    m_rowHeight = static_cast<int>(std::ceil(metrics.height())) + air;
    m_ascent = static_cast<int>(std::ceil(metrics.ascent())) + air / 2;
    m_charWidth = std::max(1, static_cast<int>(std::lround(metrics.horizontalAdvance(u'0'))));
    const qreal widest =
        std::max({metrics.horizontalAdvance(u'0'), metrics.horizontalAdvance(u'W'),
                  metrics.horizontalAdvance(u'm'), metrics.horizontalAdvance(u'字') / 2.0});
    m_cellWidth = std::max(1, static_cast<int>(std::ceil(widest)));
    m_layouts.setFont(font, {.height = m_rowHeight, .ascent = m_ascent});
}

void CompareScene::placeRows()
{
    placeLines();
    if (m_room.second > 0 && m_document)
        m_places.setRoom(m_folds.indexOf(m_room.first), m_room.second);
}

void CompareScene::placeLines()
{
    const Column one = column(Side::Left);
    const Column other = column(Side::Right);
    const int room = std::min(one.right - one.textLeft, other.right - other.textLeft);
    const int columns = m_wrapped ? std::max(kFewestColumns, room / m_cellWidth) : 0;
    m_wrap.update(m_document, columns);
    // Rows as high as they were counted, even while others are being counted.
    m_layouts.setColumns(m_wrap.columns());
    if (!m_wrap.isOn() || !m_document) {
        m_places.setUniform(m_folds.count(), m_rowHeight);
        return;
    }
    const std::vector<diff::Row> &all = rows();
    m_places.setWrapped(m_folds.count(), m_rowHeight, [&](int index) {
        const FoldedRows::Entry &entry = m_folds.at(index);
        if (entry.isBand())
            return 1;
        const diff::Row &row = all[entry.row];
        const int right = m_wrap.rows(Side::Right, row.right);
        // A row of a unified view shows its right line if it has one.
        if (m_unified && row.right >= 0)
            return right;
        return std::max(right, m_wrap.rows(Side::Left, row.left));
    });
}

const std::vector<diff::Row> &CompareScene::rows() const
{
    return m_document->rows(m_unified).rows;
}

std::pair<std::uint32_t, std::uint32_t> CompareScene::changeRows(int change) const
{
    const std::vector<diff::Row> &all = rows();
    const std::uint32_t begin =
        m_document->rows(m_unified).changeStarts[static_cast<std::size_t>(change)];
    std::uint32_t end = begin;
    while (end < all.size() && all[end].change == change)
        ++end;
    return {begin, end};
}

std::uint32_t CompareScene::rowOf(Side side, std::uint32_t line) const
{
    const CompareDocument::Rows &all = m_document->rows(m_unified);
    const std::vector<std::uint32_t> &ofLine = side == Side::Left ? all.ofLeft : all.ofRight;
    return line < ofLine.size() ? ofLine[line] : 0;
}

Side CompareScene::sideOf(std::uint32_t row, Side wanted) const
{
    if (!m_unified)
        return wanted;
    return rows()[row].right < 0 ? Side::Left : Side::Right;
}

std::optional<std::uint32_t> CompareScene::lineOf(std::uint32_t row, Side side) const
{
    const diff::Row &found = rows()[row];
    const std::int64_t line = sideOf(row, side) == Side::Left ? found.left : found.right;
    if (line < 0)
        return std::nullopt;
    return static_cast<std::uint32_t>(line);
}

QString CompareScene::functionAt(Side side, std::uint32_t line) const
{
    const quint64 key = (quint64{line} << 1U) | (side == Side::Left ? 0U : 1U);
    const auto known = m_functions.constFind(key);
    if (known != m_functions.constEnd())
        return *known;
    const QString name = enclosingFunction(*m_document, side, line);
    m_functions.insert(key, name);
    return name;
}

std::uint32_t CompareScene::lineLength(std::uint32_t row, Side side) const
{
    const auto line = lineOf(row, side);
    if (!line)
        return 0;
    return static_cast<std::uint32_t>(m_document->line(sideOf(row, side), *line).size());
}

int CompareScene::contentWidth() const
{
    if (m_wrapped)
        return 0;
    const int most = m_document && m_document->isCut ? kMostCutColumns : kMostColumns;
    const int columns = m_document ? std::min(m_document->columns, most) : 0;
    return (columns + kRoomAtEnd) * m_charWidth;
}

int CompareScene::numberWidth() const
{
    std::uint32_t most = 1;
    if (m_document)
        most = std::max(m_document->lineCount(Side::Left), m_document->lineCount(Side::Right));
    int digits = 1;
    for (; most >= 10; most /= 10)
        ++digits;
    return std::max(digits, 3) * m_charWidth;
}

CompareScene::Column CompareScene::column(Side side) const
{
    Column out;
    if (m_unified) {
        out.right = m_width;
        out.numberRight = kBar + 3 * kPadding + 2 * numberWidth();
    } else {
        const auto [middle, width] = gap();
        out.left = side == Side::Left ? 0 : middle + width;
        out.right = side == Side::Left ? middle : m_width;
        out.numberRight = out.left + kBar + kPadding + numberWidth();
    }
    out.signLeft = out.numberRight + kPadding;
    out.textLeft = out.signLeft + 2 * m_charWidth;
    return out;
}

std::pair<int, int> CompareScene::gap() const
{
    if (m_unified)
        return {m_width, 0};
    const bool hasDraft = m_document && (m_document->left.isDraft || m_document->right.isDraft);
    const int width = hasDraft ? kTakeGap : kGap;
    return {(m_width - width) / 2, width};
}

int CompareScene::unifiedLeftNumberRight() const
{
    return kBar + kPadding + numberWidth();
}

Side CompareScene::sideAt(int x) const
{
    return !m_unified && x < column(Side::Right).left ? Side::Left : Side::Right;
}

ComparePosition CompareScene::positionAt(int index, Side side, QPoint inRow) const
{
    const FoldedRows::Entry &entry = m_folds.at(index);
    const auto line = entry.isBand() ? std::nullopt : lineOf(entry.row, side);
    if (!line)
        return {.row = entry.row, .byte = 0};
    const int textX = inRow.x() - column(side).textLeft + horizontalOffset;
    const LaidLine &laid = m_layouts.at(sideOf(entry.row, side), *line);
    return {.row = entry.row, .byte = laid.byteAt(textX, std::max(0, inRow.y()) / m_rowHeight)};
}

QByteArray CompareScene::selectedText() const
{
    QByteArray out;
    const ComparePosition begin = selection.begin();
    const ComparePosition end = selection.end();
    for (std::uint32_t row = begin.row; row <= end.row && !selection.isEmpty(); ++row) {
        const auto number = lineOf(row, selection.side);
        if (!number)
            continue;
        const Side side = sideOf(row, selection.side);
        const std::vector<std::uint32_t> &starts = m_document->starts(side);
        const std::size_t whole = starts[*number + 1] - starts[*number];
        const std::size_t from = row == begin.row ? begin.byte : 0;
        const std::size_t to = row == end.row ? std::min<std::size_t>(end.byte, whole) : whole;
        const std::string_view part =
            m_document->text(side).substr(starts[*number], whole).substr(from, to - from);
        out.append(part.data(), static_cast<qsizetype>(part.size()));
    }
    return out;
}

CompareSelection CompareScene::lineSelection(std::uint32_t row, Side side) const
{
    CompareSelection out{.side = side, .anchor = {.row = row}, .head = {.row = row}};
    if (row + 1 < rows().size())
        out.head = {.row = row + 1, .byte = 0};
    else
        out.head.byte = lineLength(row, side);
    return out;
}

CompareSelection CompareScene::wordSelection(ComparePosition at, Side side) const
{
    CompareSelection out{.side = side, .anchor = at, .head = at};
    const auto number = lineOf(at.row, side);
    if (!number)
        return out;
    const std::string_view line = m_document->line(sideOf(at.row, side), *number);
    while (out.anchor.byte > 0 && isWordByte(line[out.anchor.byte - 1]))
        --out.anchor.byte;
    while (out.head.byte < line.size() && isWordByte(line[out.head.byte]))
        ++out.head.byte;
    return out;
}

} // namespace edgewright
