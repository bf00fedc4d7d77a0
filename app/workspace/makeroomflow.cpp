// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/makeroomflow.h"

#include "workspace/connectioncall.h"
#include "workspace/recordedcall.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

MakeRoomFlow::MakeRoomFlow(const Around &around, QObject *parent)
    : QObject(parent)
    , m_around(around)
{
    connect(&m_around.connection, &Connection::aboutToChange, this, &MakeRoomFlow::abandon);
}

template <typename T, typename Next>
void MakeRoomFlow::await(Reply<T> *reply, Next next)
{
    m_pending = reply;
    reply->then(this, [this, next](const Result<T> &result) {
        if (m_step != Step::Done)
            next(result);
    });
}

QString MakeRoomFlow::description() const
{
    switch (m_step) {
    case Step::Idle:
        return {};
    case Step::Checking:
        return tr("Checking that nothing of it is live…");
    case Step::Securing:
        return tr("Checking the archive's copy of %1…").arg(nameOf(m_current));
    case Step::Deleting:
        return tr("Deleting %1…").arg(nameOf(m_current));
    case Step::Done:
        return tr("Room was made");
    }
    return {};
}

void MakeRoomFlow::start(Request request)
{
    Q_ASSERT(m_step == Step::Idle);
    m_request = std::move(request);
    m_left = m_request.versionIds;
    if (m_left.isEmpty()) {
        finish(QStringList());
        return;
    }
    if (m_around.connection.service() == nullptr) {
        finish(notConnected());
        return;
    }
    if (const auto refusal = m_around.connection.writeRefusal(m_request.routine)) {
        finish(*refusal);
        return;
    }
    check();
}

void MakeRoomFlow::check()
{
    enter(Step::Checking);
    const quint64 reading = m_around.ledger.nextReading();
    await(m_around.connection.service()->fetchRoutine(m_request.routine),
          [this, reading](const Result<Routine> &routine) {
              if (!routine) {
                  fail(tr("What is live could not be read."), routine.error());
                  return;
              }
              m_around.ledger.observe({.accountId = m_around.connection.account().id,
                                       .routine = *routine,
                                       .at = m_around.ledger.now(),
                                       .reading = reading});
              judge(*routine);
          });
}

void MakeRoomFlow::judge(const Routine &routine)
{
    for (const Deployment &deployment : routine.deployments) {
        for (const VersionShare &share : deployment.shares) {
            if (!m_left.contains(share.versionId))
                continue;
            fail(tr("%1 is live now and stays.").arg(nameOf(share.versionId)),
                 {.code = ErrorCode::InUse,
                  .advice = tr("Somebody published it meanwhile; choose another version.")});
            return;
        }
    }
    next();
}

void MakeRoomFlow::next()
{
    if (m_left.isEmpty()) {
        finish(m_deleted);
        return;
    }
    m_current = m_left.takeFirst();
    secure();
}

void MakeRoomFlow::secure()
{
    enter(Step::Securing);
    await(m_around.codes.secure(m_request.routine, m_current), [this](const Result<> &secured) {
        if (secured)
            deleteCurrent();
        else
            fail(tr("%1 was not deleted, because the archive does not have its code.")
                     .arg(nameOf(m_current)),
                 secured.error());
    });
}

void MakeRoomFlow::deleteCurrent()
{
    enter(Step::Deleting);
    const LedgerEntry entry{.key = {.routine = m_request.routine},
                            .kind = ActKind::DeleteVersion,
                            .versionId = m_current,
                            .reason = tr("To make room for another version")};
    await(RecordedCall::start(
              m_around.connection, m_around.ledger, entry,
              [routine = m_request.routine, versionId = m_current](RoutineService &service) {
                  return service.deleteVersion(routine, versionId);
              }),
          [this](const Result<> &deleted) {
              if (deleted)
                  goOn();
              else if (deleted.error().code == ErrorCode::NotFound)
                  confirmGone(deleted.error());
              else
                  fail((deleted.error().code == ErrorCode::OutcomeUnknown
                            ? tr("Whether %1 was deleted is not known.")
                            : tr("%1 could not be deleted."))
                           .arg(nameOf(m_current)),
                       deleted.error());
          });
}

void MakeRoomFlow::confirmGone(const Error &refusal)
{
    await(m_around.connection.service()->listVersions(m_request.routine),
          [this, refusal](const Result<VersionList> &list) {
              // Who was faster has made the same room.
              if (list && std::ranges::count(list->versions, m_current, &CodeVersion::id) == 0)
                  goOn();
              else
                  fail(tr("%1 could not be deleted.").arg(nameOf(m_current)), refusal);
          });
}

void MakeRoomFlow::goOn()
{
    m_deleted.append(m_current);
    next();
}

void MakeRoomFlow::cancel()
{
    if (m_step == Step::Done || !canCancel())
        return;
    if (m_pending != nullptr)
        m_pending->cancel();
    fail(tr("Making room was stopped."), {.code = ErrorCode::Cancelled});
}

void MakeRoomFlow::abandon()
{
    if (m_step == Step::Idle || m_step == Step::Done)
        return;
    if (m_step == Step::Deleting)
        fail(tr("The account was left while %1 was being deleted; it may or may not be gone.")
                 .arg(nameOf(m_current)),
             {.code = ErrorCode::OutcomeUnknown});
    else
        fail(tr("The account was left while room was being made."), {.code = ErrorCode::Cancelled});
}

QString MakeRoomFlow::nameOf(const QString &versionId) const
{
    return m_request.names.value(versionId, versionId);
}

QString MakeRoomFlow::truth() const
{
    if (m_deleted.isEmpty())
        return tr("Nothing was deleted.");
    QStringList names;
    for (const QString &id : m_deleted)
        names.append(nameOf(id));
    return tr("Deleted from the service before that, with the code in the archive: %1.")
        .arg(QLocale().createSeparatedList(names));
}

void MakeRoomFlow::fail(const QString &problem, const Error &cause)
{
    Error error = cause;
    error.advice = cause.message.isEmpty() ? cause.advice : cause.text();
    const bool isInDoubt = cause.code == ErrorCode::OutcomeUnknown && m_deleted.isEmpty();
    error.message = isInDoubt ? problem : joinSentences(problem, truth());
    finish(error);
}

void MakeRoomFlow::finish(const Result<QStringList> &result)
{
    m_pending.clear();
    enter(Step::Done);
    QMetaObject::invokeMethod(
        this, [this, result] { emit finished(result); }, Qt::QueuedConnection);
}

void MakeRoomFlow::enter(Step step)
{
    m_step = step;
    emit stepChanged(step);
}

} // namespace edgewright
