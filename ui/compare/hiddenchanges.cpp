// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/hiddenchanges.h"

namespace edgewright {

namespace {

bool isBefore(const diff::Change &one, const diff::Change &other)
{
    return one.leftStart + one.leftCount < other.leftStart
           || one.rightStart + one.rightCount < other.rightStart;
}

} // namespace

int countHiddenChanges(std::string_view left, std::string_view right, const diff::LineDiff &shown,
                       const diff::Limits &limits)
{
    const diff::LineDiff all = diff::diffLines(left, right, {}, limits);
    int hidden = 0;
    std::size_t at = 0;
    for (const diff::Change &change : all.changes) {
        while (at < shown.changes.size() && isBefore(shown.changes[at], change))
            ++at;
        // What touches a change that is shown can be seen with it.
        if (at == shown.changes.size() || isBefore(change, shown.changes[at]))
            ++hidden;
    }
    return hidden;
}

} // namespace edgewright
