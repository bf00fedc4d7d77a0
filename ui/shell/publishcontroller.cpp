// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishcontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "history/historypanel.h"
#include "shell/descriptionproposal.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/publishfacts.h"
#include "shell/savecontroller.h"
#include "shell/versionpage.h"

#include <QApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace edgewright {

PublishController::PublishController(const ShellContext &shell, PublishSheet &sheet,
                                     SaveController &save, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
    , m_save(save)
    , m_facts(new PublishFacts(shell, sheet, this))
    , m_checker(new PublishChecker({.connection = shell.services.connection(),
                                    .catalog = shell.services.catalog(),
                                    .history = shell.services.history(),
                                    .guard = shell.services.guard(),
                                    .wayBack = shell.services.wayBack(),
                                    .archive = shell.services.archive(),
                                    .ledger = shell.services.ledger()},
                                   this))
    , m_proposal(new DescriptionProposal(shell, PublishSheet::kLongestDescription, this))
    , m_run(new PublishRun(shell, sheet, this))
{
    connect(&m_sheet, &PublishSheet::publishRequested, this, &PublishController::confirm);
    connect(&m_sheet, &PublishSheet::cancelRequested, this, &PublishController::cancel);
    connect(&m_sheet, &PublishSheet::compareRequested, this, &PublishController::showChanges);
    connect(&m_sheet, &PublishSheet::environmentChanged, this, &PublishController::startChecks);
    connect(m_checker, &PublishChecker::changed, this,
            [this] { m_sheet.setChecks(m_checker->checks()); });
    connect(m_checker, &PublishChecker::looked, this, &PublishController::onLooked);
    connect(m_proposal, &DescriptionProposal::proposed, &m_sheet, &PublishSheet::propose);
    connect(m_run, &PublishRun::saved, this, &PublishController::onSaved);
    connect(m_run, &PublishRun::finished, this, &PublishController::finish);
    connect(&m_shell.historyPanel, &HistoryPanel::publishRequested, this,
            [this](const QString &id) { openVersion(id, kStaging); });
    connect(&m_save, &SaveController::saved, this,
            [this](const QString &versionId, const QString &publishTo) {
                if (!publishTo.isEmpty())
                    openVersion(versionId, publishTo);
            });
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &PublishController::onLive);
    connect(&m_shell.services.history(), &VersionHistory::refreshed, this,
            &PublishController::onNamed);
    // The flow itself reports how it ended when its account is left.
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this,
            &PublishController::close);
}

void PublishController::open(const QString &environment)
{
    if (const VersionPage *page = m_shell.documents.openVersionPage();
        page && m_shell.documents.currentPage() == page)
    {
        openVersion(page->versionId(), environment);
        return;
    }
    DraftPage *page = m_shell.documents.currentDraft();
    const QStringList selected = m_shell.historyPanel.selectedIds();
    // In a comparison the draft is what is at hand; an older version may still be selected.
    if (!page && m_shell.documents.isComparing()
        && !m_shell.historyPanel.isAncestorOf(QApplication::focusWidget()))
        page = m_shell.documents.draftOf(m_shell.services.connection().account().id,
                                         m_shell.services.history().routine());
    if (page && page->isLoaded()) {
        if (page->isEdited() || page->baseVersionId().isEmpty())
            openDraft(*page, environment);
        else
            openVersion(page->baseVersionId(), environment);
    } else if (selected.size() == 1) {
        openVersion(selected.constFirst(), environment);
    } else {
        say(MessageBar::Kind::Info, tr("Select the version to publish in the list on the right."));
    }
}

void PublishController::openDraft(DraftPage &page, const QString &environment)
{
    VersionHistory &history = m_shell.services.history();
    const bool isHere = page.accountId() == m_shell.services.connection().account().id
                        && page.routine() == history.routine();
    if (isRunning() || !isHere)
        return;
    const QByteArray code = page.text();
    const QByteArray digest = QCryptographicHash::hash(code, QCryptographicHash::Sha256);
    const auto suits = [&](const CodeVersion &version) {
        return variablesCarriedBy(version) == environment;
    };
    QString equal = history.book().versionWithCode(page.routine(), digest, suits);
    // The check of the variables says what to do about another one.
    if (equal.isEmpty())
        equal = history.book().versionWithCode(page.routine(), digest);
    if (!equal.isEmpty()) {
        page.rebase(equal, code);
        openVersion(equal, environment);
        return;
    }
    const bool isFull = history.quota() > 0 && history.used() >= history.quota();
    if (isFull || (history.isRefreshing() && history.used() == 0)) {
        // Its sheet makes room, and comes back here afterwards.
        m_save.open(environment);
        return;
    }
    PublishJob job{.accountId = page.accountId(),
                   .routine = page.routine(),
                   .code = code,
                   .baseVersionId = page.baseVersionId(),
                   .newestSeen = page.newestVersionId(),
                   .page = &page};
    openJob(job, {}, environment);
    m_proposal->look(job.routine, job.baseVersionId, code);
}

bool PublishController::isPublishable(const QString &versionId)
{
    const VersionHistory &history = m_shell.services.history();
    const std::optional<CodeVersion> version = history.version(versionId);
    const VersionListModel &model = m_shell.services.history().model();
    const int row = model.rowOf(versionId);
    if (row >= 0 && !model.items().at(row).onService) {
        say(MessageBar::Kind::Warning,
            tr("%1 is only on this computer: use its code as draft and save that as a version to "
               "publish it.")
                .arg(history.nameOf(versionId)));
        return false;
    }
    if (!version || version->isUnstable) {
        say(MessageBar::Kind::Warning,
            version ? tr("The staging slot cannot be published; save the code as a version first.")
                    : tr("That version is not in the list. Refresh, then publish again."));
        return false;
    }
    return true;
}

void PublishController::openVersion(const QString &versionId, const QString &environment)
{
    if (isRunning() || !isPublishable(versionId))
        return;
    const VersionHistory &history = m_shell.services.history();
    const PublishJob job{.accountId = m_shell.services.connection().account().id,
                         .routine = history.routine(),
                         .versionId = versionId,
                         .versionName = history.nameOf(versionId),
                         .baseVersionId = versionId,
                         .newestSeen = history.newestVersionId()};
    openJob(job, history.version(versionId)->description, environment);
}

void PublishController::openJob(const PublishJob &job, const QString &description,
                                const QString &environment)
{
    close();
    m_job = job;
    for (const VersionListModel::Item &item : m_shell.services.history().model().items())
        m_job.knownVersionIds.append(item.version.id);
    {
        // Everything is looked at once for the environment that is wanted.
        const QSignalBlocker blocker(m_sheet);
        m_sheet.setContext({.routine = m_job.routine,
                            .versionId = m_job.versionId,
                            .versionName = m_job.versionName,
                            .description = description,
                            .staging = m_facts->live(m_job, kStaging),
                            .production = m_facts->live(m_job, kProduction)});
        m_sheet.chooseEnvironment(environment);
    }
    if (m_job.isDraft())
        m_sheet.setSteps(PublishRun::stepsOf(m_job));
    m_sheet.open();
    m_facts->show(m_job);
    startChecks();
    // What is live may have changed since it was last read.
    m_shell.services.catalog().refreshRoutine(m_job.routine);
}

void PublishController::startChecks()
{
    if (m_job.routine.isEmpty() || isRunning())
        return;
    m_finding.reset();
    m_confirmed.reset();
    clearObstacle();
    m_question = question();
    m_checker->start({.routine = m_job.routine,
                      .environment = m_sheet.environment(),
                      .versionId = m_job.versionId,
                      .code = m_job.code,
                      .question = m_question});
}

GuardQuestion PublishController::question() const
{
    const std::optional<QList<VersionShare>> live =
        m_facts->shares(m_job.routine, m_sheet.environment());
    return {.routine = m_job.routine,
            .environment = m_sheet.environment(),
            .baseVersionId = m_job.baseVersionId,
            .newestSeen = m_job.newestSeen,
            .liveSeen = live.value_or(QList<VersionShare>()),
            .code = m_job.code,
            .isLiveKnown = live.has_value()};
}

void PublishController::onLive(const QString &routine)
{
    if (!m_sheet.isVisible() || isRunning() || routine != m_job.routine)
        return;
    m_facts->updateLive();
    if (m_question.isLiveKnown)
        return;
    // What was not known when the sheet opened is shown now for the first time.
    const GuardQuestion now = question();
    m_question.liveSeen = now.liveSeen;
    m_question.isLiveKnown = now.isLiveKnown;
}

void PublishController::showChanges(const QString &fromVersionId, const QString &toVersionId)
{
    const PublishJob job = m_job;
    const QString environment = m_sheet.environment();
    // The comparison would stand behind the sheet.
    close();
    emit compareRequested(fromVersionId, toVersionId);
    say(MessageBar::Kind::Info, job.isDraft()
                                    ? tr("The draft is not published yet.")
                                    : tr("%1 is not published yet.").arg(job.versionName));
    m_shell.messages.setAction(tr("Back to Publish…"), this, [this, job, environment] {
        if (m_shell.services.connection().account().id != job.accountId
            || m_shell.services.history().routine() != job.routine)
            return;
        if (!job.isDraft())
            openVersion(job.versionId, environment);
        else if (job.page)
            openDraft(*job.page, environment);
    });
}

void PublishController::confirm()
{
    if (isRunning() || m_isInDoubt || m_job.routine.isEmpty())
        return;
    if (m_job.isDraft() && !m_job.page) {
        close();
        say(MessageBar::Kind::Warning, tr("The draft was closed; nothing was published."));
        return;
    }
    lookBeforeSending();
}

void PublishController::send()
{
    if (m_shell.services.connection().account().id != m_job.accountId) {
        close();
        say(MessageBar::Kind::Info, tr("Stopped; nothing was published."));
        emit idle();
        return;
    }
    if (DraftPage *page = m_shell.documents.draftOf(m_job.accountId, m_job.routine))
        page->note(m_job.isDraft() ? SnapshotReason::BeforeSaveVersion
                                   : SnapshotReason::BeforePublish);
    emit sending();
    m_run->start(m_job, m_question.isLiveKnown ? std::optional(m_question.liveSeen) : std::nullopt);
}

void PublishController::onSaved(const QString &versionId)
{
    if (m_job.page)
        m_job.page->rebase(versionId, m_job.code);
    if (m_shell.services.history().routine() == m_job.routine)
        m_shell.services.history().refresh();
}

bool PublishController::stop()
{
    if (m_isLooking && m_look)
        m_look->cancel();
    return m_run->stop() && !m_isLooking;
}

void PublishController::cancel()
{
    if (isRunning())
        stop();
    else
        close();
}

void PublishController::close()
{
    m_facts->stop();
    m_checker->stop();
    m_proposal->stop();
    m_finding.reset();
    m_confirmed.reset();
    m_isInDoubt = false;
    if (m_look)
        m_look->cancel();
    m_look = nullptr;
    // What was found may be on its way already; it must not send anything any more.
    if (std::exchange(m_isLooking, false)) {
        say(MessageBar::Kind::Info, tr("Stopped; nothing was published."));
        QMetaObject::invokeMethod(this, &PublishController::idle, Qt::QueuedConnection);
    }
    m_sheet.dismiss();
}

void PublishController::say(MessageBar::Kind kind, const QString &text)
{
    m_shell.messages.showMessage(kind, text);
}

} // namespace edgewright
