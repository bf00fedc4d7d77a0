// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/recordedcall.h"
#include "workspace/routinecatalog.h"

// How routines are created and deleted.
namespace edgewright {

Reply<> *RoutineCatalog::create(const QString &name, const QString &description)
{
    const LedgerEntry entry{.key = {.routine = name},
                            .kind = ActKind::CreateRoutine,
                            .existedBefore = m_model.rowOf(name) >= 0};
    return thenRefresh(RecordedCall::start(m_connection, m_ledger, entry,
                                           [name, description](RoutineService &service) {
                                               return service.createRoutine(name, description);
                                           }));
}

Reply<> *RoutineCatalog::remove(const QString &name)
{
    const LedgerEntry entry{
        .key = {.routine = name}, .kind = ActKind::DeleteRoutine, .existedBefore = true};
    return thenRefresh(
        RecordedCall::start(m_connection, m_ledger, entry, [name](RoutineService &service) {
            return service.deleteRoutine(name);
        }));
}

Reply<> *RoutineCatalog::thenRefresh(Reply<> *call)
{
    call->then(this, [this](const Result<> &done) {
        if (done)
            refresh();
    });
    return call;
}

} // namespace edgewright
