// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/publishdraftflow.h"

#include "workspace/connectioncall.h"

namespace edgewright {

PublishDraftFlow::PublishDraftFlow(Connection &connection, Ledger &ledger, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_ledger(ledger)
{
}

void PublishDraftFlow::start(const Request &request)
{
    Q_ASSERT(m_save == nullptr);
    m_request = request;
    m_accountId = m_connection.account().id;
    m_request.save.publishTo = request.publish.environment;
    const RoutineService *service = m_connection.service();
    if (service != nullptr && service->capabilities().environmentVariables)
        m_request.save.variablesOf = request.publish.environment;
    m_save = new SaveVersionFlow(m_connection, m_ledger, this);
    connect(m_save, &SaveVersionFlow::stepChanged, this, &PublishDraftFlow::onSaveStep);
    connect(m_save, &SaveVersionFlow::progressed, this, &PublishDraftFlow::progressed);
    connect(m_save, &SaveVersionFlow::finished, this, &PublishDraftFlow::onSaved);
    m_save->start(m_request.save);
}

bool PublishDraftFlow::canCancel() const
{
    if (m_publish != nullptr)
        return m_publish->canCancel();
    return m_save != nullptr && m_save->canCancel();
}

void PublishDraftFlow::cancel()
{
    if (m_publish != nullptr)
        m_publish->cancel();
    else if (m_save != nullptr)
        m_save->cancel();
}

QString PublishDraftFlow::describeNow() const
{
    if (m_publish != nullptr)
        return PublishFlow::describe(m_publish->step());
    return m_save != nullptr ? SaveVersionFlow::describe(m_save->step()) : QString();
}

QList<VersionShare> PublishDraftFlow::before() const
{
    return m_publish != nullptr ? m_publish->before().shares : QList<VersionShare>();
}

std::optional<Error> PublishDraftFlow::unrecorded() const
{
    if (m_publish != nullptr && m_publish->unrecorded())
        return m_publish->unrecorded();
    return m_save != nullptr ? m_save->unrecorded() : std::nullopt;
}

void PublishDraftFlow::onSaveStep(SaveVersionFlow::Step step)
{
    if (step == SaveVersionFlow::Step::Verifying)
        enter(Step::Comparing);
    else if (step != SaveVersionFlow::Step::Done)
        enter(Step::Saving);
}

void PublishDraftFlow::onSaved(const Result<QString> &versionId)
{
    if (!versionId) {
        emit finished(versionId.error());
        return;
    }
    m_versionId = *versionId;
    emit saved(m_versionId);
    // Left after it was saved and before that was told: another account may have a like-named one.
    if (m_connection.account().id != m_accountId) {
        m_save->closeEntry();
        tellUnpublished(accountLeft());
        return;
    }
    PublishFlow::Request request = m_request.publish;
    for (VersionShare &share : request.shares) {
        if (share.versionId.isEmpty())
            share.versionId = m_versionId;
    }
    request.versionNames.insert(m_versionId, tr("the new version"));
    m_publish = new PublishFlow(m_connection, m_ledger, this);
    connect(m_publish, &PublishFlow::stepChanged, this, &PublishDraftFlow::onPublishStep);
    // From here on the entry of the publication tells what is to be found out.
    connect(m_publish, &PublishFlow::recorded, m_save, &SaveVersionFlow::closeEntry);
    connect(m_publish, &PublishFlow::finished, this, &PublishDraftFlow::onPublished);
    m_publish->start(request);
}

void PublishDraftFlow::onPublishStep(PublishFlow::Step step)
{
    switch (step) {
    case PublishFlow::Step::Idle:
        break;
    case PublishFlow::Step::Checking:
        enter(Step::Checking);
        break;
    case PublishFlow::Step::Publishing:
        enter(Step::Publishing);
        break;
    case PublishFlow::Step::ReadingBack:
        enter(Step::ReadingBack);
        break;
    case PublishFlow::Step::Done:
        enter(Step::Done);
        break;
    }
}

void PublishDraftFlow::onPublished(const Result<Routine> &routine)
{
    m_save->closeEntry();
    // Sent and not refused: the publication's own words tell what is known of it.
    const bool isInDoubt = !routine && m_publish->step() > PublishFlow::Step::Checking
                           && (routine.error().code == ErrorCode::OutcomeUnknown
                               || routine.error().code == ErrorCode::Mismatch);
    if (routine || isInDoubt)
        emit finished(routine);
    else
        tellUnpublished(routine.error());
}

void PublishDraftFlow::tellUnpublished(const Error &error)
{
    const QString message = tr("The version was saved, but it was not published.");
    Error told = because(message, error);
    if (m_publish != nullptr && m_publish->step() == PublishFlow::Step::Publishing) {
        // Refused: that nothing was published is said, and the advice is the refusal's own words.
        told = error;
        told.message = message;
    }
    // What stopped before anything was sent leaves nothing in doubt, whatever stopped it.
    if (error.code == ErrorCode::Cancelled)
        told.advice.clear();
    emit finished(told);
}

void PublishDraftFlow::enter(Step step)
{
    m_step = step;
    emit stepChanged(step);
}

} // namespace edgewright
