// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/stagingcontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/serviceaccess.h"

using namespace Qt::StringLiterals;

namespace edgewright {

StagingController::StagingController(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    connect(&m_shell.actions.action(ActionId::StageDraft), &QAction::triggered, this,
            &StagingController::ask);
    const Connection *connection = &m_shell.services.connection();
    connect(&m_shell.services.lock(), &WriteLock::changed, this, &StagingController::updateAction);
    for (const auto signal : {&Connection::changed, &Connection::reachabilityChanged})
        connect(connection, signal, this, &StagingController::updateAction);
    // Once the routine on screen is known to all.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this,
            &StagingController::updateAction, Qt::QueuedConnection);
    updateAction();
}

void StagingController::updateAction()
{
    const Connection &connection = m_shell.services.connection();
    QAction &action = m_shell.actions.action(ActionId::StageDraft);
    const RoutineService *service = connection.service();
    action.setVisible(service && service->capabilities().stagingUploads);
    const QString obstacle = whyNoChange(connection, m_shell.services.history().routine());
    action.setEnabled(action.isVisible() && obstacle.isEmpty()
                      && m_shell.documents.currentDraft() != nullptr);
    action.setToolTip(obstacle);
    action.setStatusTip(obstacle);
}

void StagingController::ask()
{
    const DraftPage *page = m_shell.documents.currentDraft();
    const QString accountId = m_shell.services.connection().account().id;
    if (isRunning() || !page || !page->isLoaded() || page->accountId() != accountId)
        return;
    const Job job{.accountId = accountId, .routine = page->routine(), .code = page->text()};
    const QString now = stagingNow(accountId, job.routine);
    m_shell.prompts.ask(
        this,
        {.title = tr("Put Draft on Staging"),
         .text = tr("Put the draft of “%1” on staging without saving it as a version?")
                     .arg(oneLine(job.routine, 60)),
         .detail = joinSentences(
             now.isEmpty() ? tr("Staging runs nothing now.") : tr("Staging runs %1 now.").arg(now),
             tr("The draft serves staging as soon as it is uploaded. Production is not touched; "
                "only a version can go there.")),
         .acceptText = tr("Put on Staging")},
        [this, job](bool accepted) {
            if (accepted && job.accountId == m_shell.services.connection().account().id)
                start(job);
        });
}

void StagingController::start(const Job &job)
{
    if (isRunning())
        return;
    if (DraftPage *page = m_shell.documents.draftOf(job.accountId, job.routine))
        page->note(SnapshotReason::BeforePublish);
    m_flow = new StageDraftFlow(m_shell.services.connection(), m_shell.services.ledger(), this);
    connect(m_flow, &StageDraftFlow::stepChanged, this, [this](StageDraftFlow::Step step) {
        m_shell.messages.showMessage(MessageBar::Kind::Info, StageDraftFlow::describe(step));
    });
    connect(m_flow, &StageDraftFlow::finished, this,
            [this, job](const Result<Routine> &routine) { finish(job, routine); });
    m_flow->start({.routine = job.routine,
                   .code = job.code,
                   .reason = tr("Draft that is not a version", "a reason in the ledger")});
}

void StagingController::finish(const Job &job, const Result<Routine> &routine)
{
    const QList<VersionShare> before = m_flow->before().shares;
    m_flow->deleteLater();
    m_flow = nullptr;
    const bool sameAccount = m_shell.services.connection().account().id == job.accountId;
    if (sameAccount && routine)
        m_shell.services.catalog().adopt(*routine);
    else if (sameAccount)
        m_shell.services.catalog().refreshRoutine(job.routine);
    if (!routine) {
        m_shell.messages.showError(routine.error());
        emit idle();
        return;
    }
    tellStaged();
    if (sameAccount) {
        // The list then has the slot that staging runs.
        if (m_shell.services.history().routine() == job.routine)
            m_shell.services.history().refresh();
        emit published({.accountId = job.accountId,
                        .routine = job.routine,
                        .environment = kStaging,
                        .before = before,
                        .after = routine->deploymentIn(kStaging).shares,
                        .at = QDateTime::currentDateTimeUtc()});
    }
    emit idle();
}

void StagingController::tellStaged()
{
    m_shell.messages.showMessage(
        MessageBar::Kind::Success,
        tr("Staging now runs the draft, which is not a version yet; confirmed by reading it "
           "back."));
    m_shell.messages.setAction(tr("Save as Version…"), this,
                               [this] { m_shell.actions.action(ActionId::SaveVersion).trigger(); });
}

QString StagingController::stagingNow(const QString &accountId, const QString &routine) const
{
    const std::optional<Routine> known = m_shell.services.catalog().routine(routine);
    const QString id = known ? known->deploymentIn(kStaging).mainVersionId() : QString();
    if (id.isEmpty())
        return {};
    if (id == kStagingSlot)
        return tr("a draft that is no version", "staging runs …");
    const QString name = m_shell.services.names().name(accountId, routine, id);
    return name.isEmpty() ? id : name;
}

bool StagingController::stop()
{
    if (!isRunning())
        return true;
    if (m_flow->canCancel())
        m_flow->cancel();
    return false;
}

} // namespace edgewright
