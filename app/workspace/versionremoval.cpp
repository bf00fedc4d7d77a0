// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectioncall.h"
#include "workspace/recordedcall.h"
#include "workspace/versionhistory.h"

// How a version is deleted: first its code is secured.
namespace edgewright {

Reply<> *VersionHistory::remove(const QString &versionId, LastCopy lastCopy)
{
    auto *reply = new Reply<>(this);
    if (m_connection.service() == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    const int row = m_model.rowOf(versionId);
    if (row >= 0 && m_model.items().at(row).isLive()) {
        reply->resolve(Error{
            .code = ErrorCode::InUse,
            .message = tr("%1 is live and cannot be deleted.").arg(m_model.items().at(row).name),
            .advice = tr("Publish another version in its place first.")});
        return reply;
    }
    const Deletion deletion{.accountId = m_connection.account().id,
                            .routine = m_routine,
                            .versionId = versionId,
                            .reply = reply};
    if (lastCopy == LastCopy::GiveUp) {
        deleteNow(deletion);
        return reply;
    }
    m_codes.secure(m_routine, versionId)->then(this, [this, deletion](const Result<> &secured) {
        if (deletion.reply == nullptr)
            return;
        if (deletion.accountId != m_connection.account().id)
            deletion.reply->resolve(accountLeft());
        else if (secured)
            deleteNow(deletion);
        else
            deletion.reply->resolve(because(
                tr("The version was not deleted, because the archive does not have its code."),
                secured.error()));
    });
    return reply;
}

void VersionHistory::deleteNow(const Deletion &deletion)
{
    const LedgerEntry entry{.key = {.routine = deletion.routine},
                            .kind = ActKind::DeleteVersion,
                            .versionId = deletion.versionId};
    RecordedCall::start(m_connection, m_ledger, entry, [deletion](RoutineService &service) {
        return service.deleteVersion(deletion.routine, deletion.versionId);
    })->then(this, [this, deletion](const Result<> &deleted) {
        if (deletion.reply != nullptr)
            deletion.reply->resolve(deleted);
        if (deleted || deleted.error().code != ErrorCode::Cancelled)
            refresh();
    });
}

} // namespace edgewright
