// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishcontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/times.h"
#include "history/historypanel.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/savecontroller.h"
#include "shell/versionpage.h"

using namespace Qt::StringLiterals;

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
    connect(&m_sheet, &PublishSheet::compareRequested, this, &PublishController::showChanges);
    connect(&m_shell.historyPanel, &HistoryPanel::publishRequested, this,
            [this](const QString &id) { openVersion(id, kStaging); });
    connect(&m_save, &SaveController::saved, this,
            [this](const QString &versionId, const QString &publishTo) {
                if (!publishTo.isEmpty())
                    openVersion(versionId, publishTo);
            });
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &PublishController::updateLive);
    // The flow itself reports how it ended when its account is left.
    connect(&m_shell.services.connection(), &Connection::aboutToChange, &m_sheet,
            &PublishSheet::dismiss);
}

void PublishController::open(const QString &environment)
{
    if (const VersionPage *page = m_shell.documents.openVersionPage();
        page && m_shell.documents.currentPage() == page)
    {
        openVersion(page->versionId(), environment);
        return;
    }
    const DraftPage *page = m_shell.documents.currentDraft();
    const QStringList selected = m_shell.historyPanel.selectedIds();
    if (page && page->isLoaded()) {
        if (page->isEdited() || page->baseVersionId().isEmpty())
            m_save.open(environment);
        else
            openVersion(page->baseVersionId(), environment);
    } else if (selected.size() == 1) {
        openVersion(selected.constFirst(), environment);
    } else {
        m_shell.messages.showMessage(MessageBar::Kind::Info,
                                     tr("Select the version to publish in the list on the right."));
    }
}

void PublishController::openVersion(const QString &versionId, const QString &environment)
{
    if (isRunning())
        return;
    const VersionHistory &history = m_shell.services.history();
    const std::optional<CodeVersion> version = history.version(versionId);
    const VersionListModel &model = m_shell.services.history().model();
    const int row = model.rowOf(versionId);
    if (row >= 0 && !model.items().at(row).onService) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            tr("%1 is only on this computer: use its code as draft and save that as a version to "
               "publish it.")
                .arg(nameOf(versionId)));
        return;
    }
    if (!version || version->isUnstable) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            version ? tr("The staging slot cannot be published; save the code as a version first.")
                    : tr("That version is not in the list. Refresh, then publish again."));
        return;
    }
    m_job = {.accountId = m_shell.services.connection().account().id,
             .routine = history.routine(),
             .versionId = versionId,
             .versionName = history.nameOf(versionId)};
    m_sheet.setContext({.routine = m_job.routine,
                        .versionId = versionId,
                        .versionName = m_job.versionName,
                        .description = version->description,
                        .staging = live(kStaging),
                        .production = live(kProduction)});
    m_sheet.chooseEnvironment(environment);
    m_sheet.open();
    // What is live may have changed since it was last read.
    m_shell.services.catalog().refreshRoutine(m_job.routine);
}

void PublishController::updateLive(const QString &routine)
{
    if (m_sheet.isVisible() && !isRunning() && routine == m_job.routine)
        m_sheet.setLive(live(kStaging), live(kProduction));
}

void PublishController::showChanges(const QString &fromVersionId, const QString &toVersionId)
{
    const Job job = m_job;
    const QString environment = m_sheet.environment();
    // The comparison would stand behind the sheet.
    m_sheet.dismiss();
    emit compareRequested(fromVersionId, toVersionId);
    m_shell.messages.showMessage(MessageBar::Kind::Info,
                                 tr("%1 is not published yet.").arg(job.versionName));
    m_shell.messages.setAction(tr("Back to Publish…"), this, [this, job, environment] {
        if (m_shell.services.connection().account().id == job.accountId
            && m_shell.services.history().routine() == job.routine)
            openVersion(job.versionId, environment);
    });
}

void PublishController::start(const QString &environment)
{
    if (isRunning() || m_job.versionId.isEmpty())
        return;
    if (DraftPage *page =
            m_shell.documents.draftOf(m_shell.services.connection().account().id, m_job.routine))
        page->note(SnapshotReason::BeforePublish);
    m_flow = new PublishFlow(m_shell.services.connection(), m_shell.services.ledger(), this);
    connect(m_flow, &PublishFlow::stepChanged, this, [this](PublishFlow::Step step) {
        m_sheet.setStep(PublishFlow::describe(step), 0, 0, m_flow->canCancel());
    });
    connect(m_flow, &PublishFlow::finished, this,
            [this, job = m_job, environment](const Result<Routine> &routine) {
                finish(job, environment, routine);
            });
    QHash<QString, QString> names;
    for (const VersionListModel::Item &item : m_shell.services.history().model().items())
        names.insert(item.version.id, item.name);
    m_flow->start({.routine = m_job.routine,
                   .environment = environment,
                   .shares = {{.versionId = m_job.versionId, .percentage = 100}},
                   .versionNames = names,
                   .reason = m_sheet.reason()});
}

bool PublishController::stop()
{
    if (!isRunning())
        return true;
    if (m_flow->canCancel())
        m_flow->cancel();
    return false;
}

void PublishController::cancel()
{
    if (isRunning())
        stop();
    else
        m_sheet.dismiss();
}

void PublishController::finish(const Job &job, const QString &environment,
                               const Result<Routine> &routine)
{
    const std::optional<Error> unrecorded = m_flow->unrecorded();
    const QList<VersionShare> before = m_flow->before().shares;
    m_flow->deleteLater();
    m_flow = nullptr;
    const bool sameAccount = m_shell.services.connection().account().id == job.accountId;
    if (sameAccount && routine)
        m_shell.services.catalog().adopt(*routine);
    else if (sameAccount)
        m_shell.services.catalog().refreshRoutine(job.routine);
    if (!routine && routine.error().code != ErrorCode::Cancelled) {
        if (m_sheet.isVisible())
            m_sheet.showError(routine.error());
        else
            m_shell.messages.showError(routine.error());
        emit idle();
        return;
    }
    m_sheet.dismiss();
    if (!routine)
        m_shell.messages.showMessage(MessageBar::Kind::Info, tr("Stopped; nothing was published."));
    else
        tellPublished(job, environment, unrecorded);
    if (sameAccount && routine)
        emit published({.accountId = job.accountId,
                        .routine = job.routine,
                        .environment = environment,
                        .before = before,
                        .after = routine->deploymentIn(environment).shares,
                        .at = QDateTime::currentDateTimeUtc()});
    emit idle();
}

void PublishController::tellPublished(const Job &job, const QString &environment,
                                      const std::optional<Error> &unrecorded)
{
    const QString text =
        environment == kProduction
            ? tr("%1 is live in production, confirmed by reading it back.").arg(job.versionName)
            : tr("%1 is live in staging, confirmed by reading it back.").arg(job.versionName);
    if (!unrecorded)
        m_shell.messages.showMessage(MessageBar::Kind::Success, text);
    else
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            joinSentences(text, tr("It could not be written into the ledger before it was sent.")));
}

PublishSheet::Live PublishController::live(const QString &environment) const
{
    const RoutineListModel &model = m_shell.services.catalog().model();
    const int row = model.rowOf(m_job.routine);
    if (row < 0 || !model.items().at(row).liveKnown)
        return {.known = false};
    const Deployment deployment = model.items().at(row).routine.deploymentIn(environment);
    QList<NamedShare> shares;
    for (const VersionShare &share : deployment.shares)
        shares.append({.versionName = nameOf(share.versionId), .percentage = share.percentage});
    return {.text = describeShares(shares),
            .since = deployment.createdAt.isValid()
                         ? relativeTime(deployment.createdAt, QDateTime::currentDateTimeUtc())
                         : QString(),
            .versionId = deployment.mainVersionId(),
            .isSplit = shares.size() > 1,
            .isSame = shares.size() == 1 && deployment.mainVersionId() == m_job.versionId,
            .known = true};
}

QString PublishController::nameOf(const QString &versionId) const
{
    const QString name = m_shell.services.names().name(m_job.accountId, m_job.routine, versionId);
    return name.isEmpty() ? u"…"_s : name;
}

} // namespace edgewright
