// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparescene.h"

#include <QCoreApplication>
#include <QPainter>

namespace edgewright {

/// The arrows at the left of a folded stretch that open it from one of its ends.
class FoldMarks final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::FoldMarks)

public:
    /// Which end a click at \p x opens.
    [[nodiscard]] static FoldedRows::From at(const CompareScene &scene, int index, int x);
    [[nodiscard]] static QString tip(FoldedRows::From from);
    static void paint(QPainter &painter, const CompareScene &scene, int index, int y);

private:
    [[nodiscard]] static QRect place(const CompareScene &scene, FoldedRows::From from);
};

} // namespace edgewright
