// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/linediff.h"

#include "diff/lineengine.h"

namespace edgewright::diff {

std::uint64_t LineDiff::removed() const
{
    std::uint64_t sum = 0;
    for (const Change &change : changes)
        sum += change.leftCount;
    return sum;
}

std::uint64_t LineDiff::added() const
{
    std::uint64_t sum = 0;
    for (const Change &change : changes)
        sum += change.rightCount;
    return sum;
}

LineDiff diffLines(std::string_view left, std::string_view right, Ignore ignore,
                   const Limits &limits)
{
    const std::vector<std::uint32_t> leftStarts = lineStarts(left);
    const std::vector<std::uint32_t> rightStarts = lineStarts(right);
    return diffTables(lineTable(left, leftStarts), lineTable(right, rightStarts), ignore, limits);
}

} // namespace edgewright::diff
