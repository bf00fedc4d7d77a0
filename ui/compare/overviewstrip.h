// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparecanvas.h"

namespace edgewright {

/// All changes and search hits of a comparison in one narrow strip beside it; a click goes there.
/// Removed lines stand left, added ones right, as many of both across, so that shape tells as well
/// as colour.
class OverviewStrip final : public QWidget {
    Q_OBJECT

public:
    /// \p canvas must outlive this.
    explicit OverviewStrip(CompareCanvas &canvas, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

    /// Where the lines of a change are drawn; a side without lines has none.
    struct Marks {
        QRect removed;
        QRect added;

        [[nodiscard]] bool operator==(const Marks &other) const = default;
    };
    [[nodiscard]] Marks marks(int change) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int contentPixels() const;
    [[nodiscard]] int yOf(int index) const;
    void paintMoves(QPainter &painter);
    void goTo(int y);

    CompareCanvas &m_canvas;
};

} // namespace edgewright
