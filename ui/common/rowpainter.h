// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QRect>

class QPainter;
class QStyleOptionViewItem;

/// What the rows of all lists have in common.
namespace edgewright {

inline constexpr int kRowPadding = 12;
inline constexpr int kRowSpacing = 4;

/// Ground for the row's state: hovered, selected with a bar at its leading edge, ring when focused.
void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme);

/// One line of plain text, cut with "…", vertically centred; answers the width it took.
int paintText(QPainter *painter, const QRect &rect, const QString &text, const QColor &color);

/// A word on its tone, centred vertically at the leading edge of \p rect; nothing when it does not
/// fit. Uses the painter's font; answers the width it took.
int paintBadge(QPainter *painter, const QRect &rect, const QString &word, const TonePair &tone);

} // namespace edgewright
