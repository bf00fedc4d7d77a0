// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QLayout;
class QWidget;

namespace edgewright {

/// Where Tab goes from \p from within \p sheet: in the order in which things stand in \p parts, one
/// part after the other, whenever they were made. \p from itself when there is nowhere else.
[[nodiscard]] QWidget *nextStop(QWidget &sheet, const QList<const QLayout *> &parts, QWidget *from,
                                bool forwards);

/// Who gets the focus back when a sheet over \p area goes that was opened while \p before had it:
/// never a message bar, whose buttons change under the fingers.
[[nodiscard]] QWidget *focusAfterSheet(QWidget *before, QWidget *area);

} // namespace edgewright
