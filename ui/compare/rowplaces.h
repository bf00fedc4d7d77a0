// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/foldedrows.h"

#include <functional>

namespace edgewright {

/// Where each visible row lies and how high it is, in pixels from the top of the content. Rows of
/// one line each cost nothing.
class RowPlaces final {
public:
    /// A place in the rows that outlives their heights.
    struct Anchor {
        int index = 0;
        double fraction = 0.0; ///< Of that row, above the place.
    };

    void setUniform(int count, int height);
    /// \p rowsOf tells how many lines of text a visible row needs.
    void setWrapped(int count, int height, const std::function<int(int)> &rowsOf);
    /// Leaves \p pixels free below the content of a row, until the rows are set anew.
    void setRoom(int index, int pixels);
    /// What is left free below a row.
    [[nodiscard]] int room(int index) const { return index == m_roomBelow ? m_room : 0; }

    [[nodiscard]] int count() const { return m_count; }
    /// \p index may be count(): the height of everything.
    [[nodiscard]] int top(int index) const;
    [[nodiscard]] int height(int index) const { return top(index + 1) - top(index); }
    [[nodiscard]] int total() const { return top(m_count); }
    /// The row over a pixel; count() and more below the last one.
    [[nodiscard]] int at(int pixel) const;
    [[nodiscard]] Anchor anchorAt(int pixel) const;
    [[nodiscard]] int pixelOf(const Anchor &anchor) const;

private:
    [[nodiscard]] int plainTop(int index) const; ///< Without the room below a row.

    std::vector<int> m_tops; ///< Empty while all rows are equally high.
    int m_count = 0;
    int m_height = 1;
    int m_roomBelow = -1;
    int m_room = 0;
};

} // namespace edgewright
