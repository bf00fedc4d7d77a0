// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/regionscontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "history/historypanel.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/serviceaccess.h"
#include "shell/versionpage.h"
#include "workspace/recordedcall.h"
#include "workspace/regions.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

RegionsController::RegionsController(const ShellContext &shell, RegionsSheet &sheet,
                                     QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
{
    connect(&m_sheet, &RegionsSheet::publishRequested, this, &RegionsController::publish);
    connect(&m_sheet, &RegionsSheet::removeRequested, this, &RegionsController::remove);
    connect(&m_sheet, &RegionsSheet::limitRequested, this, &RegionsController::setLimit);
    connect(&m_sheet, &RegionsSheet::cancelRequested, this, &RegionsController::cancel);
    connect(&m_shell.actions.action(ActionId::PublishRegions), &QAction::triggered, this,
            &RegionsController::open);
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            [this](const QString &routine) {
                if (m_sheet.isVisible() && !isRunning() && routine == m_job.routine)
                    showItems();
            });
    const Connection *connection = &m_shell.services.connection();
    connect(connection, &Connection::aboutToChange, &m_sheet, &RegionsSheet::dismiss);
    connect(&m_shell.services.lock(), &WriteLock::changed, this, &RegionsController::updateAction);
    for (const auto signal : {&Connection::changed, &Connection::reachabilityChanged})
        connect(connection, signal, this, &RegionsController::updateAction);
    // Once the routine on screen is known to all.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this,
            &RegionsController::updateAction, Qt::QueuedConnection);
    updateAction();
}

void RegionsController::updateAction()
{
    const Connection &connection = m_shell.services.connection();
    QAction &action = m_shell.actions.action(ActionId::PublishRegions);
    const RoutineService *service = connection.service();
    action.setVisible(service && service->capabilities().canaryEnvironments);
    const QString obstacle = whyNoChange(connection, m_shell.services.history().routine());
    action.setEnabled(action.isVisible() && obstacle.isEmpty()
                      && !m_shell.services.history().routine().isEmpty());
    action.setToolTip(obstacle);
    action.setStatusTip(obstacle);
}

QString RegionsController::wantedVersion() const
{
    const VersionPage *read = m_shell.documents.openVersionPage();
    if (read && m_shell.documents.currentPage() == read)
        return read->versionId();
    const QStringList selected = m_shell.historyPanel.selectedIds();
    if (selected.size() == 1)
        return selected.constFirst();
    const DraftPage *page = m_shell.documents.currentDraft();
    return page && page->isLoaded() && !page->isEdited() ? page->baseVersionId() : QString();
}

void RegionsController::open()
{
    const RoutineService *service = m_shell.services.connection().service();
    if (isRunning() || !service || !service->capabilities().canaryEnvironments)
        return;
    const VersionHistory &history = m_shell.services.history();
    QString versionId = wantedVersion();
    std::optional<CodeVersion> version = history.version(versionId);
    const int row = m_shell.services.history().model().rowOf(versionId);
    const bool isThere = row >= 0 && m_shell.services.history().model().items().at(row).onService;
    if (!version || version->isUnstable || !isThere) {
        versionId.clear();
        version.reset();
    }
    m_job = {.accountId = m_shell.services.connection().account().id,
             .routine = history.routine(),
             .versionId = versionId,
             .versionName = versionId.isEmpty() ? QString() : history.nameOf(versionId)};
    m_regions.clear();
    m_sheet.setContext({.routine = m_job.routine,
                        .versionId = m_job.versionId,
                        .versionName = m_job.versionName,
                        .description = version ? version->description : QString()});
    m_sheet.untickAll();
    m_sheet.setLimits({});
    showItems();
    m_sheet.open();
    askForChoices();
    m_shell.services.catalog().refreshRoutine(m_job.routine);
}

void RegionsController::askForChoices()
{
    RoutineService *service = m_shell.services.connection().service();
    const quint64 opening = ++m_opening;
    service->fetchCanaryEnvironments()->then(this,
                                             [this, opening](const Result<QStringList> &regions) {
                                                 if (opening != m_opening || !regions)
                                                     return;
                                                 m_regions = *regions;
                                                 showItems();
                                             });
    if (!service->capabilities().processorTiers)
        return;
    service->fetchProcessorTiers()->then(this, [this, opening](const Result<QStringList> &limits) {
        if (opening == m_opening && limits)
            m_sheet.setLimits(*limits);
    });
}

void RegionsController::showItems()
{
    const std::optional<Routine> routine = m_shell.services.catalog().routine(m_job.routine);
    QStringList environments{kProduction, kStaging};
    QStringList regions = m_regions.isEmpty() ? documentedRegions() : m_regions;
    if (routine) {
        for (const Deployment &deployment : routine->deployments) {
            if (isRegion(deployment.environment))
                regions.append(deployment.environment);
        }
    }
    std::ranges::sort(regions);
    environments += regions;
    environments.removeDuplicates();
    QList<RegionListModel::Item> items;
    for (const QString &environment : std::as_const(environments)) {
        RegionListModel::Item item{.environment = environment};
        const auto deployment =
            routine ? std::ranges::find(routine->deployments, environment, &Deployment::environment)
                    : QList<Deployment>::const_iterator();
        if (routine && deployment != routine->deployments.cend()) {
            item.isPresent = true;
            item.limit = deployment->processorTier;
            item.runs = nameOf(deployment->mainVersionId());
        }
        items.append(item);
    }
    // What has something of its own comes first.
    std::ranges::stable_sort(items, std::greater(), &RegionListModel::Item::isPresent);
    m_sheet.setItems(items);
}

bool RegionsController::isStale(const Job &job) const
{
    return job.accountId != m_shell.services.connection().account().id;
}

void RegionsController::publish(const QStringList &environments)
{
    if (!m_job.versionId.isEmpty())
        run(environments, m_job.versionId);
}

void RegionsController::remove(const QStringList &environments)
{
    if (environments.isEmpty() || isRunning())
        return;
    QStringList names;
    for (const QString &environment : environments)
        names.append(regionName(environment).both());
    m_shell.prompts.ask(
        this,
        {.title = tr("Remove Regions"),
         .text = tr("Remove %n region(s) from “%1”?", nullptr, static_cast<int>(names.size()))
                     .arg(oneLine(m_job.routine, 60)),
         .detail = tr("They then run nothing of their own: %1.")
                       .arg(QLocale().createSeparatedList(names)),
         .acceptText = tr("Remove"),
         .destructive = true},
        [this, environments, job = m_job](bool accepted) {
            if (accepted && job.routine == m_job.routine && !isStale(job))
                run(environments, {});
        });
}

void RegionsController::run(const QStringList &environments, const QString &versionId)
{
    if (isRunning() || isStale(m_job))
        return;
    m_flow = new RegionFlow(m_shell.services.connection(), m_shell.services.ledger(), this);
    connect(m_flow, &RegionFlow::stepChanged, this, [this](RegionFlow::Step step) {
        m_sheet.setStep(RegionFlow::describe(step), 0, 0, m_flow->canCancel());
    });
    Job job = m_job;
    job.versionId = versionId;
    connect(m_flow, &RegionFlow::finished, this,
            [this, job, environments](const Result<Routine> &routine) {
                finish(job, environments, routine);
            });
    m_flow->start({.routine = m_job.routine,
                   .environments = environments,
                   .versionId = versionId,
                   .versionName = m_job.versionName,
                   .reason = m_sheet.reason()});
}

void RegionsController::finish(const Job &job, const QStringList &environments,
                               const Result<Routine> &routine)
{
    const QList<Deployment> before = m_flow->before();
    m_flow->deleteLater();
    m_flow = nullptr;
    const bool sameAccount = m_shell.services.connection().account().id == job.accountId;
    if (sameAccount && routine)
        m_shell.services.catalog().adopt(*routine);
    else if (sameAccount)
        m_shell.services.catalog().refreshRoutine(job.routine);
    if (!routine) {
        tellFailure(routine.error());
    } else {
        m_sheet.dismiss();
        tell(job, environments, *routine);
        for (const Deployment &was : before) {
            if (sameAccount && !job.versionId.isEmpty())
                emit published({.accountId = job.accountId,
                                .routine = job.routine,
                                .environment = was.environment,
                                .before = was.shares,
                                .after = routine->deploymentIn(was.environment).shares,
                                .at = QDateTime::currentDateTimeUtc()});
        }
    }
    emit idle();
}

void RegionsController::tellFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        m_sheet.dismiss();
        m_shell.messages.showMessage(MessageBar::Kind::Info, error.message);
    } else if (m_sheet.isVisible()) {
        m_sheet.showError(error);
    } else {
        m_shell.messages.showError(error);
    }
}

void RegionsController::tell(const Job &job, const QStringList &environments,
                             const Routine &routine)
{
    const int count = static_cast<int>(environments.size());
    QString text = job.versionId.isEmpty()
                       ? tr("%n region(s) run nothing of their own any more, confirmed by reading "
                            "back.",
                            nullptr, count)
                       : tr("%1 runs in %n region(s), confirmed by reading back.", nullptr, count)
                             .arg(job.versionName);
    const QString production = routine.deploymentIn(kProduction).mainVersionId();
    if (!job.versionId.isEmpty() && production != job.versionId)
        text = joinSentences(text, production.isEmpty()
                                       ? tr("Production runs nothing.")
                                       : tr("Production still runs %1.").arg(nameOf(production)));
    m_shell.messages.showMessage(MessageBar::Kind::Success, text);
}

void RegionsController::setLimit(const QString &environment, const QString &limit)
{
    if (isRunning() || isStale(m_job) || environment.isEmpty() || limit.isEmpty())
        return;
    m_sheet.setStep(tr("Setting the CPU time limit…"), 0, 0, false);
    const QString routine = m_job.routine;
    m_setting =
        RecordedCall::start(m_shell.services.connection(), m_shell.services.ledger(),
                            {.key = {.routine = routine},
                             .kind = ActKind::LimitProcessor,
                             .environment = environment,
                             .versionId = limit,
                             .reason = m_sheet.reason()},
                            [routine, environment, limit](RoutineService &service) {
                                return service.setProcessorTier(routine, environment, limit);
                            });
    m_setting->then(this, [this, job = m_job](const Result<> &set) { onLimitSet(job, set); });
}

void RegionsController::onLimitSet(const Job &job, const Result<> &set)
{
    m_setting = nullptr;
    if (m_shell.services.connection().account().id == job.accountId)
        m_shell.services.catalog().refreshRoutine(job.routine);
    if (set)
        m_sheet.setContext({.routine = job.routine,
                            .versionId = job.versionId,
                            .versionName = job.versionName,
                            .description = {}});
    else
        tellFailure(set.error());
    emit idle();
}

bool RegionsController::stop()
{
    if (!isRunning())
        return true;
    if (m_flow && m_flow->canCancel())
        m_flow->cancel();
    return false;
}

void RegionsController::cancel()
{
    if (isRunning())
        stop();
    else
        m_sheet.dismiss();
}

QString RegionsController::nameOf(const QString &versionId) const
{
    if (versionId.isEmpty())
        return {};
    const QString name = m_shell.services.names().name(m_job.accountId, m_job.routine, versionId);
    return name.isEmpty() ? versionId : name;
}

} // namespace edgewright
