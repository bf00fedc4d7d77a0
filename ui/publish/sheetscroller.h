// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace edgewright {

/// The middle of a sheet: as high as what it holds, and scrolling when there is less room. Shows no
/// ground of its own.
class SheetScroller final : public QScrollArea {
    Q_OBJECT

public:
    /// \p content needs a layout and becomes the scroller's.
    explicit SheetScroller(QWidget *content, QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Whether there is more than can be seen.
    void overflowChanged(bool overflows);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace edgewright
