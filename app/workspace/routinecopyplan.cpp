// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/routinecopyplan.h"

#include <algorithm>

namespace edgewright {

int CopyPlan::count(CopyState state) const
{
    return static_cast<int>(std::ranges::count(rows, state, &CopyRow::state));
}

qsizetype CopyPlan::next() const
{
    const auto found = std::ranges::find(rows, CopyState::Waiting, &CopyRow::state);
    return found == rows.end() ? -1 : found - rows.begin();
}

CopyPlan planCopy(const QList<CopySource> &sources, const QList<CopyTarget> &targets, int quota)
{
    CopyPlan plan;
    for (const CopySource &source : sources)
        plan.rows.append({.source = source, .targetId = {}, .state = CopyState::OnlySource});
    auto from = plan.rows.begin();
    QList<CopyRow> strangers;
    for (const CopyTarget &target : targets) {
        const auto found = std::find_if(from, plan.rows.end(), [&](const CopyRow &row) {
            return row.source.digest == target.digest;
        });
        if (found == plan.rows.end()) {
            strangers.append(
                {.source = {}, .targetId = target.versionId, .state = CopyState::OnlyTarget});
            continue;
        }
        found->state = CopyState::Same;
        found->targetId = target.versionId;
        from = found + 1;
    }
    const qsizetype room = std::max<qsizetype>(0, quota - targets.size());
    const qsizetype newer = plan.rows.end() - from;
    for (auto row = plan.rows.end() - std::min(room, newer); row != plan.rows.end(); ++row)
        row->state = CopyState::Waiting;
    plan.rows += strangers;
    return plan;
}

} // namespace edgewright
