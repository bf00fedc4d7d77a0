// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sheetstops.h"

#include "common/messagebar.h"

#include <QLayout>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace edgewright {

namespace {

/// The place of \p widget, or of what holds it, among the items of \p layout; -1: not in there.
int placeIn(const QLayout &layout, const QWidget *widget)
{
    for (int place = 0; place < layout.count(); ++place) {
        QLayoutItem *item = layout.itemAt(place);
        if (item->widget() && (item->widget() == widget || item->widget()->isAncestorOf(widget)))
            return place;
        if (item->layout() && placeIn(*item->layout(), widget) >= 0)
            return place;
    }
    return -1;
}

/// The part, and the place in it.
std::pair<int, int> placeOf(const QList<const QLayout *> &parts, const QWidget *widget)
{
    for (int part = 0; part < static_cast<int>(parts.size()); ++part) {
        if (const int place = placeIn(*parts.at(part), widget); place >= 0)
            return {part, place};
    }
    return {static_cast<int>(parts.size()), 0};
}

QList<QWidget *> stopsOf(QWidget &sheet, const QList<const QLayout *> &parts)
{
    QList<std::pair<std::pair<int, int>, QWidget *>> stops;
    for (QWidget *widget = sheet.nextInFocusChain(); widget != &sheet;
         widget = widget->nextInFocusChain())
    {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (takesTab && sheet.isAncestorOf(widget) && widget->isVisible() && widget->isEnabled())
            stops.append({placeOf(parts, widget), widget});
    }
    std::ranges::stable_sort(stops, {}, [](const auto &stop) { return stop.first; });
    QList<QWidget *> widgets;
    for (const auto &stop : std::as_const(stops))
        widgets.append(stop.second);
    return widgets;
}

} // namespace

QWidget *nextStop(QWidget &sheet, const QList<const QLayout *> &parts, QWidget *from, bool forwards)
{
    const QList<QWidget *> stops = stopsOf(sheet, parts);
    if (stops.isEmpty())
        return from;
    const qsizetype place = stops.indexOf(from);
    if (place < 0)
        return forwards ? stops.constFirst() : stops.constLast();
    return stops.at((place + (forwards ? 1 : stops.size() - 1)) % stops.size());
}

QWidget *focusAfterSheet(QWidget *before, QWidget *area)
{
    if (before == nullptr || !before->isVisible() || !before->isEnabled())
        return area;
    for (QWidget *widget = before; widget; widget = widget->parentWidget()) {
        if (qobject_cast<MessageBar *>(widget))
            return area;
    }
    return before;
}

} // namespace edgewright
