// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"

#include "common/plaintext.h"
#include "compare/blockbuttons.h"
#include "compare/compareaccessible.h"
#include "compare/comparepainter.h"
#include "compare/comparewords.h"
#include "compare/inlineedit.h"
#include "compare/rowwords.h"
#include "compare/wrapcounter.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>

namespace edgewright {

namespace {

constexpr int kSmallestFont = 6;
constexpr int kLargestFont = 48;
constexpr double kUpperThird = 0.33;

} // namespace

CompareCanvas::CompareCanvas(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_buttons(new BlockButtons(viewport()))
    , m_inlineEdit(new InlineEdit(*this))
    , m_wrapCounter(new WrapCounter(this))
{
    CompareAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setCornerWidget(new QWidget(this));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    m_selectionScroll.setInterval(30);
    connect(&m_selectionScroll, &QTimer::timeout, this, &CompareCanvas::scrollWhileSelecting);
    connect(m_buttons, &BlockButtons::chosen, this, &CompareCanvas::actOnBlock);
    connect(this, &CompareCanvas::caretMoved, this, &CompareCanvas::placeButtons);
    connect(this, &CompareCanvas::rowsChanged, this, &CompareCanvas::placeButtons);
    connect(m_wrapCounter, &WrapCounter::counted, this, &CompareCanvas::takeWraps);
    connect(this, &CompareCanvas::rowsChanged, m_inlineEdit, &InlineEdit::place);
    connect(m_inlineEdit, &InlineEdit::opened, this, &CompareCanvas::placeButtons);
    connect(m_inlineEdit, &InlineEdit::finished, this, &CompareCanvas::placeButtons);
    setCodeFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

CompareCanvas::~CompareCanvas()
{
    blockSignals(true);
    // Hiding the children ends what is edited in them.
    m_inlineEdit->blockSignals(true);
    m_inlineEdit->leaveRows();
}

void CompareCanvas::setSyntax(SyntaxPair syntax)
{
    m_scene.setSyntax(std::move(syntax));
    viewport()->update();
}

void CompareCanvas::setUnified(bool unified)
{
    if (m_scene.isUnified() == unified)
        return;
    m_inlineEdit->finish();
    const std::optional<std::uint32_t> top = topLine();
    const int change = m_scene.currentChange;
    m_scene.setUnified(unified);
    if (m_scene.isEmpty())
        return;
    updateScrollBars();
    m_scene.currentChange = change;
    if (change >= 0) {
        showChange(change);
    } else if (top) {
        m_scene.caret = m_scene.folds().indexOf(m_scene.rowOf(Side::Right, *top));
        scrollToRow(m_scene.caret, 0.0);
    }
    afterRowsChanged();
}

void CompareCanvas::setContext(int context)
{
    m_inlineEdit->finish();
    const int change = m_scene.currentChange;
    const std::optional<std::uint32_t> top = topLine();
    m_scene.setContext(context);
    if (m_scene.isEmpty())
        return;
    updateScrollBars();
    if (change >= 0) {
        showChange(change);
    } else if (top) {
        m_scene.caret = m_scene.folds().indexOf(m_scene.rowOf(Side::Right, *top));
        scrollToRow(m_scene.caret, 0.0);
    }
    afterRowsChanged();
}

void CompareCanvas::applyTheme(const Theme &theme, bool colorBlindSafe)
{
    m_scene.setTheme(theme, colorBlindSafe);
    m_buttons->applyTheme(theme);
    m_inlineEdit->applyLook();
    viewport()->update();
}

void CompareCanvas::setCodeFont(const QFont &font)
{
    m_codeFont = font;
    zoom(0);
}

void CompareCanvas::zoom(int steps)
{
    m_zoom = steps == 0 ? 0 : m_zoom + steps;
    QFont font = m_codeFont;
    const double base = font.pointSizeF() > 0 ? font.pointSizeF() : 10.0;
    const double size = std::clamp(base + m_zoom, double{kSmallestFont}, double{kLargestFont});
    m_zoom = static_cast<int>(size - base);
    font.setPointSizeF(size);
    const RowPlaces::Anchor anchor = topAnchor();
    m_scene.setFont(font);
    m_inlineEdit->applyLook();
    updateScrollBars();
    restore(anchor);
    viewport()->update();
    emit rowsChanged();
}

void CompareCanvas::setWrapped(bool wrapped)
{
    if (m_scene.isWrapped() == wrapped)
        return;
    const RowPlaces::Anchor anchor = topAnchor();
    m_scene.setWrapped(wrapped);
    m_inlineEdit->applyLook();
    updateScrollBars();
    restore(anchor);
    viewport()->update();
    emit rowsChanged();
}

void CompareCanvas::showChange(int change)
{
    const auto [begin, end] = m_scene.changeRows(change);
    m_scene.currentChange = change;
    m_scene.caret = m_scene.folds().indexOf(begin);
    const int top = m_scene.places().top(m_scene.caret);
    const int bottom = m_scene.places().top(m_scene.folds().indexOf(end - 1) + 1);
    const int margin = m_scene.rowHeight();
    const bool seen =
        top >= scrolled() + margin && bottom <= scrolled() + viewport()->height() - margin;
    if (!seen)
        scrollToRow(m_scene.caret, kUpperThird);
    viewport()->update();
    setAccessibleDescription(RowWords::change(m_scene, change));
    tellCaret();
    emit caretMoved();
}

int CompareCanvas::changeAtCaret() const
{
    if (m_scene.isEmpty() || m_scene.folds().count() == 0)
        return -1;
    const FoldedRows::Entry &entry = m_scene.folds().at(m_scene.caret);
    return entry.isBand() ? -1 : m_scene.rows()[entry.row].change;
}

int CompareCanvas::changeAfterCaret() const
{
    const int count = m_scene.isEmpty() ? 0 : m_scene.document().changeCount();
    if (count == 0)
        return -1;
    const std::vector<std::uint32_t> &starts =
        m_scene.document().rows(m_scene.isUnified()).changeStarts;
    const std::uint32_t row = m_scene.folds().at(m_scene.caret).row;
    const auto next = std::upper_bound(starts.begin(), starts.begin() + count, row);
    return next == starts.begin() + count ? 0 : static_cast<int>(next - starts.begin());
}

int CompareCanvas::changeBeforeCaret() const
{
    const int count = m_scene.isEmpty() ? 0 : m_scene.document().changeCount();
    if (count == 0)
        return -1;
    const std::vector<std::uint32_t> &starts =
        m_scene.document().rows(m_scene.isUnified()).changeStarts;
    const int current = changeAtCaret();
    const std::uint32_t row = current >= 0 ? starts[static_cast<std::size_t>(current)]
                                           : m_scene.folds().at(m_scene.caret).row;
    const auto next = std::lower_bound(starts.begin(), starts.begin() + count, row);
    return (next == starts.begin() ? count : static_cast<int>(next - starts.begin())) - 1;
}

void CompareCanvas::setMatches(std::vector<CompareMatch> matches)
{
    m_scene.matches = std::move(matches);
    m_scene.currentMatch = -1;
    viewport()->update();
}

void CompareCanvas::showMatch(int match)
{
    m_scene.currentMatch = match;
    const CompareMatch &found = m_scene.matches[static_cast<std::size_t>(match)];
    const std::uint32_t row = m_scene.rowOf(found.side, found.line);
    m_scene.folds().revealRow(row);
    m_scene.activeSide = found.side;
    m_scene.caret = m_scene.folds().indexOf(row);
    m_scene.currentChange = changeAtCaret();
    afterRowsChanged();
    ensureCaretVisible();
    const CompareScene::Column column = m_scene.column(found.side);
    const int x =
        static_cast<int>(m_scene.layouts().at(found.side, found.line).xOf(found.bytes.begin));
    const int room = column.right - column.textLeft;
    if (x < m_scene.horizontalOffset || x > m_scene.horizontalOffset + room)
        horizontalScrollBar()->setValue(x - room / 2);
    announceCaret();
    emit caretMoved();
}

QRect CompareCanvas::lineRect(Side side, std::uint32_t line) const
{
    const std::uint32_t row = m_scene.rowOf(side, line);
    const int index = m_scene.folds().indexOf(row);
    if (m_scene.folds().at(index).isBand())
        return {};
    const CompareScene::Column column = m_scene.column(side);
    return {column.left, m_scene.places().top(index) - scrolled(), column.right - column.left,
            m_scene.places().height(index)};
}

void CompareCanvas::copy() const
{
    const QByteArray text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
}

void CompareCanvas::selectAll()
{
    if (m_scene.isEmpty() || m_scene.rows().empty())
        return;
    const auto last = static_cast<std::uint32_t>(m_scene.rows().size() - 1);
    m_scene.selection = {
        .side = m_scene.activeSide, .anchor = {}, .head = {.row = last, .byte = UINT32_MAX}};
    viewport()->update();
}

void CompareCanvas::scrollToRow(int index, double fraction)
{
    const int above = static_cast<int>(viewport()->height() * fraction);
    verticalScrollBar()->setValue(m_scene.places().top(index) - above);
}

void CompareCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (m_scene.isEmpty()) {
        painter.fillRect(viewport()->rect(), m_scene.theme().editor.background);
        return;
    }
    ComparePainter(m_scene, painter, hasFocus()).paint(viewport()->rect(), scrolled());
    const bool nothingElse = m_scene.folds().count() == 0
                             || (m_scene.folds().count() == 1 && m_scene.folds().at(0).isBand());
    if (!nothingElse)
        return;
    painter.setFont(titleFont(font()));
    painter.setPen(m_scene.theme().window.muted);
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
                     CompareWords::sameness(m_scene.document()));
}

int CompareCanvas::scrolled() const
{
    return verticalScrollBar()->value();
}

int CompareCanvas::indexAt(int y) const
{
    const int index = m_scene.places().at(y + scrolled());
    return m_scene.isEmpty() || y < -scrolled() || index >= m_scene.folds().count() ? -1 : index;
}

QRect CompareCanvas::rowRect(int index) const
{
    return {0, m_scene.places().top(index) - scrolled(), viewport()->width(),
            m_scene.places().height(index)};
}

int CompareCanvas::rowsPerPage() const
{
    const RowPlaces &places = m_scene.places();
    const int top = places.top(m_scene.caret);
    const int rows = places.at(top + viewport()->height() - m_scene.rowHeight()) - m_scene.caret;
    return std::max(1, rows);
}

void CompareCanvas::updateScrollBars()
{
    m_scene.setWidth(viewport()->width());
    m_scene.placeRows();
    if (const std::optional<int> columns = m_scene.wrap().missing())
        m_wrapCounter->count(m_scene.shared(), *columns);
    const int height = m_scene.isEmpty() ? 0 : m_scene.contentHeight();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_scene.rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    const CompareScene::Column column = m_scene.column(Side::Right);
    const int room = std::max(1, column.right - column.textLeft);
    horizontalScrollBar()->setPageStep(room);
    horizontalScrollBar()->setSingleStep(4 * m_scene.charWidth());
    horizontalScrollBar()->setRange(0, std::max(0, m_scene.contentWidth() - room));
}

void CompareCanvas::afterRowsChanged()
{
    ++m_rowsVersion;
    updateScrollBars();
    m_scene.hoveredBand = -1;
    m_scene.caret = std::clamp(m_scene.caret, 0, std::max(0, m_scene.folds().count() - 1));
    viewport()->update();
    emit rowsChanged();
}

void CompareCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const RowPlaces::Anchor anchor = topAnchor();
    updateScrollBars();
    if (m_scene.isWrapped())
        restore(anchor);
    emit rowsChanged();
}

void CompareCanvas::scrollContentsBy(int, int)
{
    m_scene.horizontalOffset = horizontalScrollBar()->value();
    viewport()->update();
    placeButtons();
    m_inlineEdit->place();
}

} // namespace edgewright
