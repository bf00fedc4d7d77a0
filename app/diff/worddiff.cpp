// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/worddiff.h"

#include "diff/refiner.h"

namespace edgewright::diff {

std::string_view LinedText::line(std::uint32_t number) const
{
    return text.substr(starts[number], starts[number + 1] - starts[number]);
}

Refinement refineChange(const LinedText &left, const LinedText &right, const Change &change,
                        const Limits &limits)
{
    return Refiner(left, right, limits).refine(change);
}

} // namespace edgewright::diff
