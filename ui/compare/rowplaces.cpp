// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/rowplaces.h"

#include <algorithm>

namespace edgewright {

void RowPlaces::setUniform(int count, int height)
{
    m_tops.clear();
    m_count = count;
    m_height = std::max(1, height);
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

int RowPlaces::top(int index) const
{
    const int row = std::clamp(index, 0, m_count);
    return m_tops.empty() ? row * m_height : m_tops[static_cast<std::size_t>(row)];
}

int RowPlaces::at(int pixel) const
{
    if (pixel >= total())
        return m_count + (pixel - total()) / m_height;
    if (m_tops.empty())
        return std::max(0, pixel) / m_height;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), std::max(0, pixel));
    return static_cast<int>(after - m_tops.begin()) - 1;
}

} // namespace edgewright
