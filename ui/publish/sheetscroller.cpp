// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sheetscroller.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

namespace edgewright {

namespace {

constexpr int kLeastHeight = 72;

} // namespace

SheetScroller::SheetScroller(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int least, int most) { emit overflowChanged(most > least); });
}

int SheetScroller::heightForWidth(int width) const
{
    const QLayout *layout = widget()->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                       : layout->totalSizeHint().height();
}

QSize SheetScroller::sizeHint() const
{
    return widget()->layout()->totalSizeHint();
}

QSize SheetScroller::minimumSizeHint() const
{
    return {0, qMin(kLeastHeight, sizeHint().height())};
}

bool SheetScroller::eventFilter(QObject *watched, QEvent *event)
{
    const bool handled = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return handled;
}

} // namespace edgewright
