// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/rowplaces.h"

#include <QtGlobal>

#include <algorithm>

namespace edgewright {

void RowPlaces::setUniform(int count, int height)
{
    m_tops.clear();
    m_count = count;
    m_height = std::max(1, height);
    m_roomBelow = -1;
    m_room = 0;
}

void RowPlaces::setWrapped(int count, int height, const std::function<int(int)> &rowsOf)
{
    setUniform(count, height);
    m_tops.reserve(static_cast<std::size_t>(count) + 1);
    int top = 0;
    for (int index = 0; index < count; ++index) {
        m_tops.push_back(top);
        top += std::max(1, rowsOf(index)) * m_height;
    }
    m_tops.push_back(top);
}

void RowPlaces::setRoom(int index, int pixels)
{
    m_roomBelow = index;
    m_room = std::max(0, pixels);
}

int RowPlaces::plainTop(int index) const
{
    const int row = std::clamp(index, 0, m_count);
    return m_tops.empty() ? row * m_height : m_tops[static_cast<std::size_t>(row)];
}

int RowPlaces::top(int index) const
{
    const bool isBelow = m_roomBelow >= 0 && index > m_roomBelow;
    return plainTop(index) + (isBelow ? m_room : 0);
}

RowPlaces::Anchor RowPlaces::anchorAt(int pixel) const
{
    const int index = at(pixel);
    const double inside = pixel - top(index);
    return {.index = index, .fraction = index < m_count ? inside / height(index) : 0.0};
}

int RowPlaces::pixelOf(const Anchor &anchor) const
{
    if (anchor.index >= m_count)
        return total();
    return top(anchor.index) + qRound(anchor.fraction * height(anchor.index));
}

int RowPlaces::at(int pixel) const
{
    if (pixel >= total())
        return m_count + (pixel - total()) / m_height;
    int plain = std::max(0, pixel);
    if (m_room > 0 && plain >= plainTop(m_roomBelow + 1)) {
        if (plain < plainTop(m_roomBelow + 1) + m_room)
            return m_roomBelow;
        plain -= m_room;
    }
    if (m_tops.empty())
        return plain / m_height;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), plain);
    return static_cast<int>(after - m_tops.begin()) - 1;
}

} // namespace edgewright
