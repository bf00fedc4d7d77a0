// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/worddiff.h"

#include "diff/linepairs.h"
#include "diff/tokendiff.h"

namespace edgewright::diff {

std::string_view LinedText::line(std::uint32_t number) const
{
    return text.substr(starts[number], starts[number + 1] - starts[number]);
}

Refinement refineChange(const LinedText &left, const LinedText &right, const Change &change,
                        const Limits &limits)
{
    Stop stop(limits);
    Refinement result;
    result.pairs = pairLines(left, right, change, stop);
    TokenDiff words(left.text, right.text, stop);
    for (const LinePair &pair : result.pairs) {
        if (pair.left < 0 || pair.right < 0)
            continue;
        const auto l = static_cast<std::size_t>(pair.left);
        const auto r = static_cast<std::size_t>(pair.right);
        words.compare({left.starts[l], left.starts[l + 1]}, {right.starts[r], right.starts[r + 1]},
                      result);
    }
    result.refined = result.refined && !stop.wasReached();
    return result;
}

} // namespace edgewright::diff
