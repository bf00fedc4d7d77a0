// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/movemarks.h"

#include <QFontMetrics>
#include <QPainterPath>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBracket = 3;

/// From where to where a block reaches on its side, in the coordinates of the content.
std::pair<int, int> extent(const CompareScene &scene, int move, Side side)
{
    const auto [first, end] = scene.document().moved.lines(move, side);
    const int top = scene.folds().indexOf(scene.rowOf(side, first));
    const int last = scene.folds().indexOf(scene.rowOf(side, end - 1));
    return {scene.places().top(top), scene.places().top(last + 1)};
}

} // namespace

int MoveMarks::moveAt(const CompareScene &scene, int index, Side side)
{
    const FoldedRows::Entry &entry = scene.folds().at(index);
    const auto line = entry.isBand() ? std::nullopt : scene.lineOf(entry.row, side);
    return line ? scene.document().moved.of(scene.sideOf(entry.row, side), *line) : -1;
}

QString MoveMarks::arrow(const CompareScene &scene, Side side, std::uint32_t line)
{
    const Side other = side == Side::Left ? Side::Right : Side::Left;
    const std::uint32_t there = scene.rowOf(other, scene.document().moved.otherEnd(side, line));
    return there > scene.rowOf(side, line) ? u"↓"_s : u"↑"_s;
}

QString MoveMarks::label(const CompareScene &scene, int index, Side side)
{
    const int move = moveAt(scene, index, side);
    if (move < 0)
        return {};
    const std::uint32_t row = scene.folds().at(index).row;
    const Side shown = scene.sideOf(row, side);
    const std::uint32_t line = *scene.lineOf(row, side);
    if (scene.document().moved.lines(move, shown).first != line)
        return {};
    const Side there = shown == Side::Left ? Side::Right : Side::Left;
    const std::uint32_t other =
        scene.document().textLine(there, scene.document().moved.otherEnd(shown, line)) + 1;
    const QString words = shown == Side::Left ? tr("moved to line %1").arg(other)
                                              : tr("moved from line %1").arg(other);
    return words + u' ' + arrow(scene, shown, line);
}

QRect MoveMarks::labelRect(const CompareScene &scene, int index, Side side)
{
    const QString words = label(scene, index, side);
    if (words.isEmpty())
        return {};
    const CompareScene::Column column = scene.column(side);
    const std::uint32_t row = scene.folds().at(index).row;
    const LaidLine &laid = scene.layouts().at(scene.sideOf(row, side), *scene.lineOf(row, side));
    const int width = QFontMetrics(scene.font()).horizontalAdvance(words) + scene.charWidth();
    const int afterText = column.textLeft - scene.horizontalOffset + static_cast<int>(laid.width(0))
                          + 2 * scene.charWidth();
    const int x = std::min(afterText, column.right - width - scene.charWidth());
    return {std::max(x, column.textLeft), scene.places().top(index) + 1, width,
            scene.rowHeight() - 2};
}

void MoveMarks::paintLabel(QPainter &painter, const CompareScene &scene, int index, Side side,
                           int scrolled)
{
    const QRect area = labelRect(scene, index, side).translated(0, -scrolled);
    if (area.isEmpty())
        return;
    painter.setPen(QPen(scene.colors().movedSign, 1.0));
    painter.setBrush(scene.colors().movedLine);
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0);
    painter.setBrush(Qt::NoBrush);
    painter.drawText(area, Qt::AlignCenter, label(scene, index, side));
}

void MoveMarks::paintLines(QPainter &painter, const CompareScene &scene, const QRect &gap,
                           int scrolled)
{
    const auto moves = static_cast<int>(scene.document().moved.moves().size());
    const int current =
        scene.folds().count() > 0 ? moveAt(scene, scene.caret, scene.activeSide) : -1;
    painter.save();
    painter.setClipRect(gap);
    for (int move = 0; move < moves; ++move) {
        const auto [leftTop, leftBottom] = extent(scene, move, Side::Left);
        const auto [rightTop, rightBottom] = extent(scene, move, Side::Right);
        const bool isSeen = (leftBottom > scrolled && leftTop < scrolled + gap.height())
                            || (rightBottom > scrolled && rightTop < scrolled + gap.height());
        if (!isSeen)
            continue;
        const QColor &color = scene.colors().movedSign;
        painter.fillRect(gap.left(), leftTop - scrolled, kBracket, leftBottom - leftTop, color);
        painter.fillRect(gap.right() - kBracket + 1, rightTop - scrolled, kBracket,
                         rightBottom - rightTop, color);
        // An end far away is drawn a screen away: the line leaves in the same direction.
        const auto middleOf = [&](int top, int bottom) {
            return std::clamp((top + bottom) / 2 - scrolled, -gap.height(), 2 * gap.height());
        };
        const QPointF from(gap.left() + kBracket, middleOf(leftTop, leftBottom));
        const QPointF to(gap.right() - kBracket + 1, middleOf(rightTop, rightBottom));
        const qreal middle = (from.x() + to.x()) / 2.0;
        QPainterPath path(from);
        path.cubicTo(QPointF(middle, from.y()), QPointF(middle, to.y()), to);
        painter.setPen(QPen(color, move == current ? 2.5 : 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
    painter.restore();
}

} // namespace edgewright
