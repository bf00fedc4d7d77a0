// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishcontroller.h"

#include "common/messagebar.h"
#include "common/times.h"
#include "history/historypanel.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/savecontroller.h"

namespace edgewright {

PublishController::PublishController(const ShellContext &shell, PublishSheet &sheet,
                                     SaveController &save, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
    , m_save(save)
{
    connect(&m_sheet, &PublishSheet::publishRequested, this, &PublishController::start);
    connect(&m_sheet, &PublishSheet::cancelRequested, this, &PublishController::cancel);
    connect(&m_sheet, &PublishSheet::compareRequested, this, &PublishController::compareRequested);
    connect(&m_shell.historyPanel, &HistoryPanel::publishRequested, this,
            [this](const QString &id) { openVersion(id, kStaging); });
    connect(&m_save, &SaveController::saved, this,
            [this](const QString &versionId, bool publishWanted) {
                if (publishWanted)
                    openVersion(versionId, m_wantedEnvironment);
            });
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this,
            &PublishController::close);
}

void PublishController::open(const QString &environment)
{
    m_wantedEnvironment = environment;
    const DraftPage *page = m_shell.documents.currentDraft();
    if (page && page->isLoaded()) {
        if (page->isEdited() || page->baseVersionId().isEmpty())
            m_save.open(true);
        else
            openVersion(page->baseVersionId(), environment);
        return;
    }
    const QStringList selected = m_shell.historyPanel.selectedIds();
    openVersion(selected.size() == 1 ? selected.constFirst()
                                     : m_shell.services.history().newestVersionId(),
                environment);
}

void PublishController::openVersion(const QString &versionId, const QString &environment)
{
    const std::optional<CodeVersion> version = m_shell.services.history().version(versionId);
    if (!version || version->isUnstable || isRunning())
        return;
    m_routine = m_shell.services.history().routine();
    m_versionId = versionId;
    fillSheet();
    m_sheet.chooseEnvironment(environment);
    m_sheet.open();
}

void PublishController::fillSheet()
{
    const std::optional<Routine> routine = m_shell.services.catalog().routine(m_routine);
    const Deployment staging = routine ? routine->deploymentIn(kStaging) : Deployment{};
    const Deployment production = routine ? routine->deploymentIn(kProduction) : Deployment{};
    const std::optional<CodeVersion> version = m_shell.services.history().version(m_versionId);
    m_sheet.setContext({.routine = m_routine,
                        .versionId = m_versionId,
                        .versionName = m_shell.services.history().nameOf(m_versionId),
                        .description = version ? version->description : QString(),
                        .staging = describe(staging, routine.has_value()),
                        .production = describe(production, routine.has_value())});
}

void PublishController::start(const QString &environment)
{
    if (isRunning() || m_versionId.isEmpty())
        return;
    m_flow = new PublishFlow(m_shell.services.connection(), this);
    connect(m_flow, &PublishFlow::stepChanged, this, [this](PublishFlow::Step step) {
        m_sheet.setStep(PublishFlow::describe(step), 0, 0, m_flow->canCancel());
    });
    connect(m_flow, &PublishFlow::finished, this,
            [this, environment](const Result<Routine> &routine) { finish(environment, routine); });
    m_flow->start({.routine = m_routine,
                   .environment = environment,
                   .shares = {{.versionId = m_versionId, .percentage = 100}}});
}

void PublishController::cancel()
{
    if (!isRunning())
        close();
    else if (m_flow->canCancel())
        m_flow->cancel();
}

void PublishController::close()
{
    m_sheet.dismiss();
    if (m_flow)
        m_flow->deleteLater();
    m_flow = nullptr;
}

void PublishController::finish(const QString &environment, const Result<Routine> &routine)
{
    if (m_flow)
        m_flow->deleteLater();
    m_flow = nullptr;
    m_shell.services.catalog().refreshRoutine(m_routine);
    if (!routine) {
        if (routine.error().code == ErrorCode::Cancelled)
            close();
        else
            m_sheet.showError(routine.error());
        return;
    }
    const QString name = m_shell.services.history().nameOf(m_versionId);
    close();
    m_shell.messages.showMessage(
        MessageBar::Kind::Success,
        environment == kProduction
            ? tr("%1 is live in production, confirmed by reading it back.").arg(name)
            : tr("%1 is live in staging, confirmed by reading it back.").arg(name));
}

PublishSheet::Live PublishController::describe(const Deployment &deployment, bool known) const
{
    QList<NamedShare> shares;
    QString largest;
    int percentage = 0;
    for (const VersionShare &share : deployment.shares) {
        shares.append({.versionName = m_shell.services.history().nameOf(share.versionId),
                       .percentage = share.percentage});
        if (share.percentage > percentage) {
            percentage = share.percentage;
            largest = share.versionId;
        }
    }
    return {.text = describeShares(shares),
            .since = deployment.createdAt.isValid()
                         ? relativeTime(deployment.createdAt, QDateTime::currentDateTimeUtc())
                         : QString(),
            .versionId = largest,
            .isSplit = shares.size() > 1,
            .isSame = shares.size() == 1 && largest == m_versionId,
            .known = known};
}

} // namespace edgewright
