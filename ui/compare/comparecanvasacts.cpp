// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/plaintext.h"
#include "compare/blockbuttons.h"
#include "compare/comparecanvas.h"
#include "compare/comparewords.h"
#include "compare/foldmarks.h"
#include "compare/inlineedit.h"
#include "compare/movemarks.h"
#include "text/suspicious.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

// What can be done with folded stretches, moved blocks and changes.
namespace edgewright {

namespace {

constexpr std::uint32_t kRowsPerClick = 10;
constexpr double kUpperThird = 0.33;

std::optional<BlockAct> blockActOf(const QKeyEvent &event, Side draft)
{
    const int towards = draft == Side::Right ? Qt::Key_Right : Qt::Key_Left;
    if (event.key() == towards && event.modifiers() == Qt::AltModifier)
        return BlockAct::Take;
    if (event.key() == towards && event.modifiers() == (Qt::AltModifier | Qt::ShiftModifier))
        return BlockAct::KeepBoth;
    if (event.key() == Qt::Key_Delete && event.modifiers() == Qt::ControlModifier)
        return BlockAct::Delete;
    return std::nullopt;
}

} // namespace

void CompareCanvas::openBand(int index, bool all, FoldedRows::From from)
{
    const FoldedRows::Entry entry = m_scene.folds().at(index);
    if (all)
        m_scene.folds().revealAll(entry.fold);
    else
        m_scene.folds().reveal(entry.fold, kRowsPerClick, from);
    // The caret stays on what is left of the band, so that the same key opens more.
    const std::optional<int> left = m_scene.folds().bandOf(entry.fold);
    m_scene.caret = left.value_or(m_scene.folds().indexOf(entry.row));
    afterRowsChanged();
    ensureCaretVisible();
    announceCaret();
    emit caretMoved();
}

bool CompareCanvas::isOnBand() const
{
    return !m_scene.isEmpty() && m_scene.caret < m_scene.folds().count()
           && m_scene.folds().at(m_scene.caret).isBand();
}

bool CompareCanvas::isOnDraft() const
{
    const std::optional<Side> draft =
        m_scene.isEmpty() ? std::nullopt : draftSide(m_scene.document());
    if (!draft || m_scene.caret >= m_scene.folds().count() || isOnBand())
        return false;
    // A row of a unified view without change is the draft's as well.
    const std::uint32_t row = m_scene.folds().at(m_scene.caret).row;
    return m_scene.isUnified() ? m_scene.rows()[row].kind == diff::RowKind::Equal
                                     || m_scene.sideOf(row, *draft) == *draft
                               : m_scene.activeSide == *draft;
}

void CompareCanvas::goToOtherEnd()
{
    if (m_scene.isEmpty() || m_scene.folds().count() == 0)
        return;
    const Side opposite = m_scene.activeSide == Side::Left ? Side::Right : Side::Left;
    if (MoveMarks::moveAt(m_scene, m_scene.caret, m_scene.activeSide) < 0)
        m_scene.activeSide = opposite;
    if (MoveMarks::moveAt(m_scene, m_scene.caret, m_scene.activeSide) < 0)
        return;
    const std::uint32_t row = m_scene.folds().at(m_scene.caret).row;
    const Side from = m_scene.sideOf(row, m_scene.activeSide);
    const Side to = from == Side::Left ? Side::Right : Side::Left;
    const std::uint32_t line =
        m_scene.document().moved.otherEnd(from, *m_scene.lineOf(row, m_scene.activeSide));
    const std::uint32_t target = m_scene.rowOf(to, line);
    m_scene.folds().revealRow(target);
    m_scene.activeSide = to;
    m_scene.caret = m_scene.folds().indexOf(target);
    m_scene.selection = {.side = to, .anchor = {.row = target}, .head = {.row = target}};
    m_scene.currentChange = changeAtCaret();
    afterRowsChanged();
    const QRect place = rowRect(m_scene.caret);
    if (place.top() < 0 || place.bottom() > viewport()->height())
        scrollToRow(m_scene.caret, kUpperThird);
    announceCaret();
    emit caretMoved();
}

bool CompareCanvas::followMark(int index, QPoint point)
{
    const auto [gapLeft, gapWidth] = m_scene.gap();
    const Side side = point.x() < gapLeft + gapWidth / 2 || m_scene.isUnified()
                          ? m_scene.sideAt(point.x())
                          : Side::Right;
    if (MoveMarks::moveAt(m_scene, index, side) < 0)
        return false;
    const CompareScene::Column column = m_scene.column(side);
    const QRect label = MoveMarks::labelRect(m_scene, index, side).translated(0, -scrolled());
    const bool isSign = point.x() >= column.signLeft && point.x() < column.textLeft;
    const bool isGap = gapWidth > 0 && point.x() >= gapLeft && point.x() < gapLeft + gapWidth;
    if (!label.contains(point) && !isSign && !isGap)
        return false;
    m_scene.activeSide = side;
    m_scene.caret = index;
    goToOtherEnd();
    return true;
}

bool CompareCanvas::handleActKey(const QKeyEvent &event, bool onlyAsk)
{
    const bool alt = event.modifiers() == Qt::AltModifier;
    if (isOnBand() && alt && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down)) {
        if (!onlyAsk)
            openBand(m_scene.caret, false,
                     event.key() == Qt::Key_Down ? FoldedRows::From::Above
                                                 : FoldedRows::From::Below);
        return true;
    }
    if (event.key() == Qt::Key_M && event.modifiers() == Qt::ControlModifier) {
        if (!onlyAsk)
            goToOtherEnd();
        return true;
    }
    const std::optional<Side> draft =
        m_scene.isEmpty() ? std::nullopt : draftSide(m_scene.document());
    if (!draft)
        return false;
    if (event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo)) {
        if (!onlyAsk && event.matches(QKeySequence::Undo))
            emit undoRequested();
        else if (!onlyAsk)
            emit redoRequested();
        return true;
    }
    const bool isEdit = event.key() == Qt::Key_F2 && event.modifiers() == Qt::NoModifier;
    if (isEdit || event.matches(QKeySequence::Paste)) {
        if (!onlyAsk && isEdit)
            m_inlineEdit->open();
        else if (!onlyAsk && isOnDraft())
            m_inlineEdit->paste();
        return true;
    }
    const std::optional<BlockAct> act = blockActOf(event, *draft);
    if (act && !onlyAsk)
        actOnBlock(*act);
    return act.has_value();
}

void CompareCanvas::actOnBlock(BlockAct act)
{
    const std::optional<Side> draft =
        m_scene.isEmpty() ? std::nullopt : draftSide(m_scene.document());
    const int change = m_scene.currentChange;
    if (!draft || change < 0)
        return;
    const auto edit = blockEdit(m_scene.document(), change, act, *draft);
    if (edit)
        emit blockTaken(*edit);
}

void CompareCanvas::placeButtons()
{
    const int change = m_scene.isEmpty() ? -1 : m_scene.currentChange;
    if (change < 0 || !draftSide(m_scene.document()) || m_inlineEdit->isOpen()) {
        m_buttons->hide();
        return;
    }
    const auto [begin, end] = m_scene.changeRows(change);
    const QRect first = rowRect(m_scene.folds().indexOf(begin));
    const QRect last = rowRect(m_scene.folds().indexOf(end - 1));
    if (last.bottom() < 0 || first.top() > viewport()->height()) {
        m_buttons->hide();
        return;
    }
    m_buttons->offer(m_scene.document(), change, m_scene.rowHeight());
    // A tall change keeps its buttons in sight.
    const int lowest = std::max(first.top(), last.bottom() + 1 - m_buttons->height());
    const int y = std::clamp(0, first.top(), lowest);
    const auto [gapLeft, gapWidth] = m_scene.gap();
    const int x = gapWidth > 0 ? gapLeft + (gapWidth - m_buttons->width()) / 2
                               : viewport()->width() - m_buttons->width() - 4;
    m_buttons->move(x, y);
}

QString CompareCanvas::tipAt(QPoint point) const
{
    const int index = indexAt(point.y());
    if (index < 0)
        return {};
    if (m_scene.folds().at(index).isBand())
        return FoldMarks::tip(FoldMarks::at(m_scene, index, point.x()));
    const Side side = m_scene.sideAt(point.x());
    const auto [gapLeft, gapWidth] = m_scene.gap();
    if (MoveMarks::moveAt(m_scene, index, side) >= 0
        && (point.x() < m_scene.column(side).textLeft || point.x() >= gapLeft
            || MoveMarks::labelRect(m_scene, index, side)
                   .translated(0, -scrolled())
                   .contains(point)))
        return tr("This block was moved; click to go to its other end (Ctrl+M)");
    const std::uint32_t row = m_scene.folds().at(index).row;
    if (point.x() < m_scene.column(side).textLeft
        && m_scene.document().rows(m_scene.isUnified()).isOtherwise(row))
        return CompareWords::otherwise(m_scene.document());
    const ComparePosition at = m_scene.positionAt(index, side, inRow(index, point));
    const auto line = m_scene.lineOf(at.row, side);
    if (!line || point.x() < m_scene.column(side).textLeft)
        return {};
    const std::string_view bytes = m_scene.document().line(m_scene.sideOf(at.row, side), *line);
    const QByteArray text(bytes.data(), static_cast<qsizetype>(std::min(bytes.size(), 4000UL)));
    for (const SuspiciousCharacter &found : findSuspicious(text)) {
        const auto byte = static_cast<std::uint32_t>(found.offset);
        // The nearest edge is that in front of it or that behind it.
        if (byte <= at.byte && at.byte <= byte + 4)
            return displayName(found.codePoint);
    }
    return {};
}

bool CompareCanvas::showTip(const QHelpEvent &event)
{
    const QString tip = m_scene.isEmpty() ? QString() : tipAt(event.pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPos(), plainToolTip(tip), viewport());
    return true;
}

void CompareCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, bool isEnabled, auto act) {
        QAction *action = menu->addAction(text);
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("&Copy"), !m_scene.selection.isEmpty(), [this] { copy(); });
    add(tr("Select &All of This Side"), !m_scene.isEmpty(), [this] { selectAll(); });
    const std::optional<Side> draft =
        m_scene.isEmpty() ? std::nullopt : draftSide(m_scene.document());
    const int change = m_scene.currentChange;
    if (draft) {
        const auto can = [&](BlockAct act) {
            return change >= 0 && blockEdit(m_scene.document(), change, act, *draft).has_value();
        };
        menu->addSeparator();
        add(*draft == Side::Right ? tr("&Take Change from the Left")
                                  : tr("&Take Change from the Right"),
            can(BlockAct::Take), [this] { actOnBlock(BlockAct::Take); });
        add(tr("&Edit These Lines of the Draft (F2)"), true, [this] { m_inlineEdit->open(); });
        add(tr("&Keep Both, Left First"), can(BlockAct::KeepBoth),
            [this] { actOnBlock(BlockAct::KeepBoth); });
        add(tr("&Delete These Lines from the Draft"), can(BlockAct::Delete),
            [this] { actOnBlock(BlockAct::Delete); });
    }
    const bool hasMoved = !m_scene.isEmpty() && m_scene.folds().count() > 0
                          && MoveMarks::moveAt(m_scene, m_scene.caret, m_scene.activeSide) >= 0;
    if (hasMoved)
        add(tr("Go to the &Other End of the Move"), true, [this] { goToOtherEnd(); });
    emit contextMenuAboutToShow(menu);
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    menu->popup(isMouse ? event->globalPos()
                        : viewport()->mapToGlobal(rowRect(m_scene.caret).bottomLeft()));
}

} // namespace edgewright
