// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rollbackcontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "shell/actionregistry.h"
#include "shell/changecount.h"
#include "shell/changerefusal.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

bool has(const QList<VersionShare> &shares, const QString &versionId)
{
    return std::ranges::find(shares, versionId, &VersionShare::versionId) != shares.end();
}

/// Of \p shares the largest that is not among \p others; without one, the largest of all.
QString mainOf(const QList<VersionShare> &shares, const QList<VersionShare> &others)
{
    QList<VersionShare> own = shares;
    own.removeIf([&](const VersionShare &share) { return has(others, share.versionId); });
    return Deployment{.shares = own.isEmpty() ? shares : own}.mainVersionId();
}

bool haveSameVersions(const QList<VersionShare> &a, const QList<VersionShare> &b)
{
    return a.size() == b.size() && std::ranges::all_of(a, [&](const VersionShare &share) {
               return has(b, share.versionId);
           });
}

QString shortTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

RollbackController::RollbackController(const ShellContext &shell, RollbackSheet &sheet,
                                       QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
    , m_run(shell, sheet, this)
{
    connect(&m_sheet, &RollbackSheet::rollbackRequested, this, &RollbackController::confirm);
    connect(&m_sheet, &RollbackSheet::changesRequested, this, &RollbackController::showChanges);
    connect(&m_sheet, &Sheet::cancelRequested, this, [this] {
        if (m_run.stop())
            m_sheet.dismiss();
    });
    connect(&m_run, &TrafficRun::published, this, &RollbackController::onPublished);
    connect(&m_run, &TrafficRun::failed, this, &RollbackController::onFailed);
    connect(&m_run, &TrafficRun::idle, this, &RollbackController::idle);
    connect(&m_run, &TrafficRun::movedSeen, this, [this] {
        m_job.hasMoved = false;
        show();
    });
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &RollbackController::updateLive);
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this, [this] {
        ++m_request;
        m_sheet.dismiss();
    });
    connect(&m_shell.actions.action(ActionId::RollBack), &QAction::triggered, this,
            [this] { open(kProduction); });
}

void RollbackController::open(const QString &environment)
{
    const QString routine = m_shell.services.history().routine();
    if (m_run.isRunning() || routine.isEmpty() || tellWhyNoChange(m_shell))
        return;
    const Job job{.accountId = m_shell.services.connection().account().id,
                  .routine = routine,
                  .environment = environment};
    m_shell.services.wayBack()
        .find(routine, environment)
        ->then(this, [this, job, request = ++m_request](const Result<std::optional<WayBack>> &way) {
            if (request != m_request || isStale(job))
                return;
            if (!way) {
                m_shell.messages.showError(way.error());
                return;
            }
            if (!*way) {
                tell(job.environment == kProduction
                         ? tr("There is no way back in production: the ledger knows nothing else "
                              "good that was live there.")
                         : tr("There is no way back on staging: the ledger knows nothing else good "
                              "that was live there."));
                return;
            }
            Job found = job;
            found.target = (*way)->shares();
            if ((*way)->liveFrom.isValid() && (*way)->liveUntil.isValid())
                found.wasLive = tr("was live %1 – %2", "two times")
                                    .arg(shortTime((*way)->liveFrom), shortTime((*way)->liveUntil));
            begin(found);
        });
}

void RollbackController::openBefore(const Publication &publication, Purpose purpose)
{
    Job job{.accountId = publication.accountId,
            .routine = publication.routine,
            .environment = publication.environment,
            .target = publication.before,
            .isUndo = purpose == Purpose::UndoRollback};
    if (!m_run.isRunning() && !isStale(job) && !job.target.isEmpty() && !tellWhyNoChange(m_shell))
        begin(job);
}

void RollbackController::openShares(const QString &environment, const QList<VersionShare> &shares)
{
    if (!m_run.isRunning() && !shares.isEmpty() && !tellWhyNoChange(m_shell))
        begin({.accountId = m_shell.services.connection().account().id,
               .routine = m_shell.services.history().routine(),
               .environment = environment,
               .target = shares});
}

bool RollbackController::isStale(const Job &job) const
{
    return job.accountId != m_shell.services.connection().account().id
           || job.routine != m_shell.services.history().routine();
}

void RollbackController::begin(const Job &job)
{
    m_job = job;
    m_job.hasMoved = false;
    m_shell.services.wayBack()
        .versions(job.routine)
        ->then(this, [this, job, request = ++m_request](const Result<Versions> &versions) {
            if (request != m_request || isStale(job) || m_run.isRunning())
                return;
            // Without the archive what is on the service is taken as it is.
            plan(versions ? *versions : Versions());
            m_sheet.clearReason();
            m_sheet.setChanges({}, false);
            show();
            m_sheet.open();
            describe();
            // What is live may have changed since it was last read.
            m_shell.services.catalog().refreshRoutine(job.routine);
        });
}

void RollbackController::plan(const Versions &versions)
{
    m_job.copies.clear();
    m_job.obstacle.clear();
    for (VersionShare &share : m_job.target)
        planShare(share, versions);
}

void RollbackController::planShare(VersionShare &share, const Versions &versions)
{
    if (const QString id = publishableVersion(share.versionId, versions); !id.isEmpty()) {
        share.versionId = id;
        return;
    }
    const QString name = m_run.nameOf(m_job.routine, share.versionId);
    if (versions.isEmpty())
        return;
    if (!versions.value(share.versionId).isHeld()) {
        m_job.obstacle =
            tr("%1 is gone from the service, and its code is not in the archive.").arg(name);
        return;
    }
    QString description = tr("copy of %1", "a version").arg(name);
    const std::optional<KnownVersion> known =
        m_shell.services.history().book().find(m_job.routine, share.versionId);
    if (known && !known->version.description.trimmed().isEmpty())
        description += u": "_s + oneLine(known->version.description, 100);
    m_job.copies.append({.versionId = share.versionId,
                         .name = name,
                         .description = description,
                         .variablesOf = variablesFor(known)});
}

QString RollbackController::variablesFor(const std::optional<KnownVersion> &lost) const
{
    const RoutineService *service = m_shell.services.connection().service();
    if (service == nullptr || !service->capabilities().environmentVariables)
        return {};
    return lost && lost->areVariablesKnown ? lost->version.variablesOf : m_job.environment;
}

bool RollbackController::isLiveKnown() const
{
    const RoutineListModel &model = m_shell.services.catalog().model();
    const int row = model.rowOf(m_job.routine);
    return row >= 0 && model.items().at(row).liveKnown;
}

Deployment RollbackController::live() const
{
    const std::optional<Routine> routine = m_shell.services.catalog().routine(m_job.routine);
    return routine ? routine->deploymentIn(m_job.environment) : Deployment{};
}

void RollbackController::show()
{
    m_job.seen = this->live().shares;
    m_job.isSeen = isLiveKnown();
    QStringList copied;
    for (const RepublishFlow::Copy &copy : std::as_const(m_job.copies))
        copied.append(copy.name);
    QString obstacle = m_job.obstacle;
    const QString target = m_run.textOf(m_job.routine, m_job.target);
    if (obstacle.isEmpty() && isSameTraffic(m_job.seen, m_job.target))
        obstacle = tr("%1 is what is live already.").arg(target);
    const QString live = m_run.textOf(m_job.routine, m_job.seen);
    const bool asks = m_job.hasMoved && obstacle.isEmpty();
    m_run.showMoved(asks, live);
    if (asks)
        obstacle = tr("Confirm first that you have seen what is live now.");
    m_sheet.setContext({.routine = m_job.routine,
                        .environment = m_job.environment,
                        .liveText = live,
                        .targetText = target,
                        .wasLive = m_job.wasLive,
                        .copied = copied.join(tr(", ", "between versions")),
                        .obstacle = obstacle,
                        .isUndo = m_job.isUndo});
}

void RollbackController::describe()
{
    if (m_job.seen.isEmpty() || haveSameVersions(m_job.seen, m_job.target)) {
        m_sheet.setChanges(m_job.seen.isEmpty() ? tr("Nothing is live now.")
                                                : tr("Only the shares change, not the code."),
                           false);
        return;
    }
    // Of splits, what goes and what comes.
    const QString from = mainOf(m_job.seen, m_job.target);
    const QString to = mainOf(m_job.target, m_job.seen);
    VersionHistory &history = m_shell.services.history();
    history.fetchCode(m_job.routine, from)
        ->then(this, [this, to, routine = m_job.routine,
                      request = ++m_request](const Result<VersionCode> &live) {
            if (request != m_request)
                return;
            if (!live) {
                m_sheet.setChanges(tr("The code of what is live could not be read."), false);
                return;
            }
            m_shell.services.history()
                .fetchCode(routine, to)
                ->then(this, [this, request, live = *live](const Result<VersionCode> &target) {
                    if (request != m_request)
                        return;
                    if (target)
                        countLines(live, *target);
                    else
                        m_sheet.setChanges(tr("The code to go back to could not be read."), false);
                });
        });
}

void RollbackController::countLines(const VersionCode &live, const VersionCode &target)
{
    if (!live.verdict.isCode() || !target.verdict.isCode()) {
        m_sheet.setChanges(live.verdict.isCode() ? target.verdict.reason : live.verdict.reason,
                           true);
        return;
    }
    countChanges(this, live.bytes, target.bytes, ChangeDepth::Words)
        ->then(this, [this, request = m_request](const Result<ChangeCount> &count) {
            if (request == m_request && count)
                m_sheet.setChanges(describeChanges(*count), true);
        });
}

void RollbackController::updateLive(const QString &routine)
{
    if (!m_sheet.isVisible() || m_run.isRunning() || routine != m_job.routine
        || isSameTraffic(live().shares, m_job.seen))
        return;
    // A press on its way was meant for what stood there until now.
    m_job.hasMoved = m_job.hasMoved || m_job.isSeen;
    show();
    describe();
}

void RollbackController::showChanges()
{
    const Job job = m_job;
    // The comparison would stand behind the sheet.
    m_sheet.dismiss();
    emit compareRequested(mainOf(job.seen, job.target), mainOf(job.target, job.seen));
    tell(tr("Nothing was rolled back yet."));
    m_shell.messages.setAction(tr("Back to Roll Back…"), this, [this, job] {
        if (!m_run.isRunning() && !isStale(job))
            begin(job);
    });
}

void RollbackController::confirm()
{
    if (m_run.isRunning() || m_job.target.isEmpty() || m_job.hasMoved)
        return;
    ++m_request;
    QStringList known;
    for (const VersionListModel::Item &item : m_shell.services.history().model().items())
        known.append(item.version.id);
    m_run.start({.publication = {.routine = m_job.routine,
                                 .environment = m_job.environment,
                                 .shares = m_job.target,
                                 .versionNames = m_run.names(),
                                 .reason = m_sheet.reason(),
                                 .expected = m_job.seen},
                 .copies = m_job.copies,
                 .knownVersionIds = known});
}

void RollbackController::onFailed(const Error &error, const QHash<QString, QString> &copies)
{
    if (copies.isEmpty())
        return;
    // What is saved again by now is not saved once more with the next press.
    for (VersionShare &share : m_job.target)
        share.versionId = copies.value(share.versionId, share.versionId);
    m_job.copies.removeIf(
        [&](const RepublishFlow::Copy &copy) { return copies.contains(copy.versionId); });
    const bool isInDoubt =
        error.code == ErrorCode::OutcomeUnknown || error.code == ErrorCode::Mismatch;
    if (m_sheet.isVisible() && !isInDoubt)
        show();
}

void RollbackController::onPublished(const Publication &publication)
{
    const bool isUndo = m_job.isUndo;
    emit published(publication);
    if (!isUndo)
        emit rolledBack(publication);
}

void RollbackController::tell(const QString &text)
{
    if (!text.isEmpty())
        m_shell.messages.showMessage(MessageBar::Kind::Info, text);
}

} // namespace edgewright
