// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparescene.h"

#include <QCoreApplication>
#include <QPainter>

namespace edgewright {

/// How moved blocks are shown beside their lines: a label that leads to the other end, and a line
/// across the gap between the sides.
class MoveMarks final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::MoveMarks)

public:
    /// The move that the line of a visible row belongs to; -1 for none.
    [[nodiscard]] static int moveAt(const CompareScene &scene, int index, Side side);
    /// "moved to line 120 ↓", in the first row of a block; otherwise empty.
    [[nodiscard]] static QString label(const CompareScene &scene, int index, Side side);
    /// Of the label, in the coordinates of the content.
    [[nodiscard]] static QRect labelRect(const CompareScene &scene, int index, Side side);
    /// "↓" or "↑": where the other end is.
    [[nodiscard]] static QString arrow(const CompareScene &scene, Side side, std::uint32_t line);

    static void paintLabel(QPainter &painter, const CompareScene &scene, int index, Side side,
                           int scrolled);
    /// The lines from block to block in \p gap, of which the content from \p scrolled on is seen.
    static void paintLines(QPainter &painter, const CompareScene &scene, const QRect &gap,
                           int scrolled);
};

} // namespace edgewright
