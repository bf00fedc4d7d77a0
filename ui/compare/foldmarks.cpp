// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/foldmarks.h"

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBar = 4;

} // namespace

QRect FoldMarks::place(const CompareScene &scene, FoldedRows::From from)
{
    const CompareScene::Column column = scene.column(Side::Left);
    const int left = column.left + kBar;
    const int half = (column.signLeft - left) / 2;
    return {from == FoldedRows::From::Above ? left : left + half, 0, half, scene.rowHeight()};
}

FoldedRows::From FoldMarks::at(const CompareScene &scene, int index, int x)
{
    const std::int32_t fold = scene.folds().at(index).fold;
    for (const FoldedRows::From from : {FoldedRows::From::Above, FoldedRows::From::Below}) {
        const QRect area = place(scene, from);
        if (x >= area.left() && x <= area.right() && scene.folds().opensFrom(fold, from))
            return from;
    }
    return FoldedRows::From::Both;
}

QString FoldMarks::tip(FoldedRows::From from)
{
    switch (from) {
    case FoldedRows::From::Above:
        return tr("10 more lines below the text above (Alt+Down)");
    case FoldedRows::From::Below:
        return tr("10 more lines above the text below (Alt+Up)");
    case FoldedRows::From::Both:
        break;
    }
    return tr("Click for 10 more lines (Return), Shift+click for all (Shift+Return)");
}

void FoldMarks::paint(QPainter &painter, const CompareScene &scene, int index, int y)
{
    const std::int32_t fold = scene.folds().at(index).fold;
    if (scene.folds().opensFrom(fold, FoldedRows::From::Above))
        painter.drawText(place(scene, FoldedRows::From::Above).translated(0, y), Qt::AlignCenter,
                         u"↓"_s);
    if (scene.folds().opensFrom(fold, FoldedRows::From::Below))
        painter.drawText(place(scene, FoldedRows::From::Below).translated(0, y), Qt::AlignCenter,
                         u"↑"_s);
}

} // namespace edgewright
