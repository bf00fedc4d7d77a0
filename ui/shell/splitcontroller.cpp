// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/splitcontroller.h"

#include "common/messagebar.h"
#include "history/historypanel.h"
#include "shell/actionregistry.h"
#include "shell/changerefusal.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/versionpage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

SplitController::SplitController(const ShellContext &shell, SplitSheet &sheet, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
    , m_run(shell, sheet, this)
{
    connect(&m_sheet, &SplitSheet::sharesRequested, this, &SplitController::start);
    connect(&m_sheet, &Sheet::cancelRequested, this, [this] {
        if (m_run.stop())
            m_sheet.dismiss();
    });
    connect(&m_run, &TrafficRun::published, this, &SplitController::published);
    connect(&m_run, &TrafficRun::idle, this, &SplitController::idle);
    connect(&m_run, &TrafficRun::movedSeen, this, [this] {
        m_job.hasMoved = false;
        m_sheet.updateContext(context());
    });
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &SplitController::updateLive);
    connect(&m_shell.services.connection(), &Connection::aboutToChange, &m_sheet,
            &SplitSheet::dismiss);
    connect(&m_shell.actions.action(ActionId::AdjustSplit), &QAction::triggered, this,
            [this] { open(environmentWithSplit()); });
    const VersionHistory *history = &m_shell.services.history();
    connect(history, &VersionHistory::refreshed, this, &SplitController::nameAction);
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &SplitController::nameAction);
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &SplitController::nameAction,
            Qt::QueuedConnection);
    connect(&m_shell.documents, &DocumentArea::languageChanged, this, &SplitController::nameAction,
            Qt::QueuedConnection);
    nameAction();
}

void SplitController::nameAction()
{
    const std::optional<Routine> routine =
        m_shell.services.catalog().routine(m_shell.services.history().routine());
    const bool isSplit = routine && routine->deploymentIn(environmentWithSplit()).shares.size() > 1;
    m_shell.actions.action(ActionId::AdjustSplit)
        .setText(isSplit ? tr("&Adjust Split…") : tr("Share Tr&affic…"));
}

QString SplitController::environmentWithSplit() const
{
    const std::optional<Routine> routine =
        m_shell.services.catalog().routine(m_shell.services.history().routine());
    const bool onStagingOnly = routine && routine->deploymentIn(kProduction).shares.size() < 2
                               && routine->deploymentIn(kStaging).shares.size() == 2;
    return onStagingOnly ? kStaging : kProduction;
}

void SplitController::open(const QString &environment)
{
    const Connection &connection = m_shell.services.connection();
    const QString routine = m_shell.services.history().routine();
    if (m_run.isRunning() || routine.isEmpty() || tellWhyNoChange(m_shell))
        return;
    if (connection.service()->capabilities().sharesPerEnvironment < 2) {
        tell(tr("This service cannot share traffic out between versions."));
        return;
    }
    m_job = {.accountId = connection.account().id,
             .routine = routine,
             .environment = environment,
             .arrives = {},
             .seen = {}};
    const std::optional<Routine> read = m_shell.services.catalog().routine(routine);
    const Deployment live = read ? read->deploymentIn(environment) : Deployment{};
    if (live.shares.isEmpty()) {
        tell(tr("Nothing is live there yet: publish a version first."));
        return;
    }
    m_job.arrives = chosenVersion(live.mainVersionId());
    if (live.shares.size() == 1 && m_job.arrives.isEmpty()) {
        tell(tr("Select the version that is to get a share in the list on the right."));
        return;
    }
    m_sheet.setContext(context());
    m_sheet.open();
    // What is live may have changed since it was last read.
    m_shell.services.catalog().refreshRoutine(routine);
}

bool SplitController::canBePublished(const QString &versionId) const
{
    const VersionListModel &model = m_shell.services.history().model();
    const int row = model.rowOf(versionId);
    return row >= 0 && model.items().at(row).onService && !model.items().at(row).version.isUnstable;
}

QString SplitController::chosenVersion(const QString &live) const
{
    QStringList candidates = m_shell.historyPanel.selectedIds();
    if (const VersionPage *page = m_shell.documents.openVersionPage();
        page && m_shell.documents.currentPage() == page)
        candidates.append(page->versionId());
    if (const DraftPage *page = m_shell.documents.currentDraft(); page && !page->isEdited())
        candidates.append(page->baseVersionId());
    candidates.append(m_shell.services.history().newestVersionId());
    const auto found = std::ranges::find_if(
        candidates, [&](const QString &id) { return id != live && canBePublished(id); });
    return found == candidates.end() ? QString() : *found;
}

SplitSheet::Context SplitController::context()
{
    const std::optional<Routine> routine = m_shell.services.catalog().routine(m_job.routine);
    m_job.seen = routine ? routine->deploymentIn(m_job.environment).shares : QList<VersionShare>();
    const auto named = [this](const QString &id) {
        return SharesField::Version{.id = id, .name = m_run.nameOf(m_job.routine, id)};
    };
    SplitSheet::Context context{.routine = m_job.routine,
                                .environment = m_job.environment,
                                .stays = named(Deployment{.shares = m_job.seen}.mainVersionId()),
                                .arrives = named(m_job.arrives)};
    if (m_job.seen.size() == 2) {
        // The newer one is the one being brought in, whatever share it has by now.
        const VersionHistory &history = m_shell.services.history();
        const auto bornAt = [&history](const VersionShare &share) {
            const std::optional<CodeVersion> version = history.version(share.versionId);
            return version ? version->createdAt : QDateTime();
        };
        const bool isFirstNewer = bornAt(m_job.seen.constFirst()) > bornAt(m_job.seen.constLast());
        const VersionShare &arrives =
            isFirstNewer ? m_job.seen.constFirst() : m_job.seen.constLast();
        const VersionShare &stays = isFirstNewer ? m_job.seen.constLast() : m_job.seen.constFirst();
        context.stays = named(stays.versionId);
        context.arrives = named(arrives.versionId);
        context.share = arrives.percentage;
    } else if (m_job.seen.size() > 2) {
        context.obstacle = tr("More than two versions are live; this can only be changed where it "
                              "was set up.");
    } else if (context.arrives.id == context.stays.id) {
        context.obstacle = tr("%1 has all the traffic already.").arg(context.arrives.name);
    }
    const bool asks = m_job.hasMoved && context.obstacle.isEmpty();
    m_run.showMoved(asks, m_run.textOf(m_job.routine, m_job.seen));
    if (asks)
        context.obstacle = tr("Confirm first that you have seen what is live now.");
    return context;
}

void SplitController::updateLive(const QString &routine)
{
    if (!m_sheet.isVisible() || m_run.isRunning() || routine != m_job.routine)
        return;
    const std::optional<Routine> read = m_shell.services.catalog().routine(routine);
    if (!read || isSameTraffic(read->deploymentIn(m_job.environment).shares, m_job.seen))
        return;
    // A press on its way was meant for what stood there until now.
    m_job.hasMoved = true;
    const QString stays = m_sheet.context().stays.id;
    const QString arrives = m_sheet.context().arrives.id;
    const SplitSheet::Context next = context();
    // Other versions are another question.
    if (next.stays.id == stays && next.arrives.id == arrives)
        m_sheet.updateContext(next);
    else
        m_sheet.setContext(next);
}

void SplitController::start(const QList<VersionShare> &shares)
{
    if (m_run.isRunning() || shares.isEmpty() || m_job.hasMoved)
        return;
    m_run.start({.publication = {.routine = m_job.routine,
                                 .environment = m_job.environment,
                                 .shares = shares,
                                 .versionNames = m_run.names(),
                                 .reason = m_sheet.reason(),
                                 .expected = m_job.seen},
                 .copies = {},
                 .knownVersionIds = {}});
}

void SplitController::tell(const QString &text)
{
    if (!text.isEmpty())
        m_shell.messages.showMessage(MessageBar::Kind::Info, text);
}

} // namespace edgewright
