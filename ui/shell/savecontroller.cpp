// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/savecontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "publish/saveversionsheet.h"
#include "shell/descriptionproposal.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/roomcontroller.h"
#include "shell/savevariables.h"
#include "workspace/connectioncall.h"

#include <QCryptographicHash>
#include <QLocale>

namespace edgewright {

SaveController::SaveController(const ShellContext &shell, SaveVersionSheet &sheet,
                               Settings &settings, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
    , m_proposal(new DescriptionProposal(shell, SaveVersionSheet::kLongestDescription, this))
    , m_room(new RoomController(shell, sheet, RoomController::Purpose::OneMore, this))
    , m_variables(new SaveVariables(shell, sheet, settings, this))
{
    connect(m_proposal, &DescriptionProposal::proposed, &m_sheet, &SaveVersionSheet::propose);
    connect(&m_sheet, &SaveVersionSheet::saveRequested, this, &SaveController::confirm);
    connect(&m_sheet, &SaveVersionSheet::cancelRequested, this, &SaveController::cancel);
    connect(&m_sheet, &SaveVersionSheet::publishExistingRequested, this,
            &SaveController::publishExisting);
    connect(&m_sheet, &SaveVersionSheet::useExistingRequested, this, &SaveController::useExisting);
    connect(m_variables, &SaveVariables::changed, this, &SaveController::showEqual);
    connect(m_room, &RoomController::changed, this, &SaveController::showRoom);
    connect(
        m_room, &RoomController::stepChanged, this,
        [this](const QString &text, bool canCancel) { m_sheet.setStep(text, 0, 0, canCancel); });
    // What runs reports by itself how it ended when its account is left.
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this, [this] {
        m_news.reset();
        dismiss();
    });
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, [this] {
        if (m_sheet.isVisible() && !isRunning() && m_shell.documents.currentDraft() != m_job.page)
            dismiss();
    });
    const VersionHistory *history = &m_shell.services.history();
    connect(history, &VersionHistory::versionsKnown, this, &SaveController::showEqual);
    connect(history, &VersionHistory::refreshed, this, &SaveController::announce);
    connect(history, &VersionHistory::refreshFailed, this, &SaveController::announce);
}

bool SaveController::isRunning() const
{
    return m_flow != nullptr || m_before != nullptr || m_room->isRunning();
}

void SaveController::open(const QString &publishTo)
{
    DraftPage *page = wantedPage();
    if (!page || isRunning())
        return;
    m_shell.documents.show(page);
    const VersionHistory &history = m_shell.services.history();
    if (history.isRefreshing() && history.used() == 0 && !page->baseVersionId().isEmpty()) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Info,
            tr("The versions are still being read; save again in a moment."));
        return;
    }
    const QByteArray code = page->text();
    m_job = {.accountId = page->accountId(),
             .routine = page->routine(),
             .publishTo = publishTo,
             .digest = QCryptographicHash::hash(code, QCryptographicHash::Sha256),
             .page = page};
    for (const VersionListModel::Item &item : m_shell.services.history().model().items())
        m_job.knownVersionIds.append(item.version.id);
    m_isInDoubt = false;
    m_dropped.clear();
    m_sheet.reset();
    m_variables->look(m_job.accountId, m_job.routine, publishTo);
    m_sheet.setContext({.routine = page->routine(),
                        .size = code.size(),
                        .used = history.used(),
                        .quota = history.quota(),
                        .sameAsName = history.nameOf(equalVersion()),
                        .willPublish = !publishTo.isEmpty()});
    m_sheet.open();
    m_room->look(page->routine());
    m_proposal->look(m_job.routine, page->baseVersionId(), code);
}

void SaveController::openRefused(const Error &error, const QString &publishTo)
{
    open(publishTo);
    if (!m_sheet.isVisible() || isRunning())
        return;
    m_sheet.showError(error);
    m_room->learn(error);
}

void SaveController::showRoom()
{
    m_sheet.setRoom(m_room->chosenNames(), m_isInDoubt
                                               ? tr("Look at the versions before saving again.")
                                               : m_room->obstacle());
}

void SaveController::showEqual()
{
    if (m_sheet.isVisible() && !isRunning() && !m_job.digest.isEmpty())
        m_sheet.setSameAs(m_shell.services.history().nameOf(equalVersion()));
}

DraftPage *SaveController::wantedPage() const
{
    const QString accountId = m_shell.services.connection().account().id;
    DraftPage *page = m_shell.documents.currentDraft();
    if (!page)
        page = m_shell.documents.draftOf(accountId, m_shell.services.history().routine());
    // A draft of an account that was left cannot be saved to the one in use.
    return page && page->isLoaded() && page->accountId() == accountId ? page : nullptr;
}

bool SaveController::hasDraft()
{
    if (m_job.page)
        return true;
    const Error closed{.code = ErrorCode::Cancelled,
                       .message = tr("The draft was closed; nothing was saved as a version.")};
    dismiss();
    m_shell.messages.showMessage(MessageBar::Kind::Warning, withDropped(closed).message);
    emit idle();
    return false;
}

void SaveController::confirm()
{
    if (!isRunning() && hasDraft())
        look();
}

void SaveController::look()
{
    m_sheet.setStep(tr("Looking for what others did meanwhile…"), 0, 0, true);
    Reply<GuardFinding> *reply =
        m_shell.services.guard().look({.routine = m_job.routine,
                                       .environment = {},
                                       .baseVersionId = m_job.page->baseVersionId(),
                                       .newestSeen = m_job.page->newestVersionId(),
                                       .code = m_job.page->text()});
    m_before = reply;
    reply->then(this, [this, job = m_job](const Result<GuardFinding> &finding) {
        m_before.clear();
        if (!finding) {
            report(job, because(tr("What others did meanwhile could not be read; nothing was "
                                   "saved as a version."),
                                finding.error()));
            emit idle();
        } else if (finding->isOvertaken()) {
            m_sheet.setWaiting();
            emit overtaken(*finding);
            emit idle();
        } else {
            makeRoom();
        }
    });
}

void SaveController::saveAnyway()
{
    if (!isRunning() && m_sheet.isVisible() && hasDraft())
        makeRoom();
}

void SaveController::makeRoom()
{
    if (!hasDraft())
        return;
    const RoutineService *service = m_shell.services.connection().service();
    const std::optional<Error> problem =
        service ? SaveVersionFlow::problemWith(m_job.page->text(), service->capabilities())
                : notConnected();
    if (problem) {
        // Nothing is deleted for a text that no service takes.
        const Job job = m_job; // that goes with the sheet
        report(job, *problem);
        emit idle();
        return;
    }
    Reply<QStringList> *reply = m_room->make();
    m_before = reply;
    reply->then(this, [this, job = m_job](const Result<QStringList> &dropped) {
        m_before.clear();
        if (dropped)
            start(*dropped);
        else
            reportRoom(job, dropped.error());
    });
}

void SaveController::reportRoom(const Job &job, const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        // Some of it may be gone: it says so.
        dismiss();
        m_shell.messages.showMessage(MessageBar::Kind::Info, error.text());
    } else {
        report(job, error);
    }
    emit idle();
}

void SaveController::start(const QStringList &dropped)
{
    m_dropped.append(dropped);
    if (!hasDraft())
        return;
    const QByteArray code = m_job.page->text();
    m_job.page->note(SnapshotReason::BeforeSaveVersion);
    m_variables->remember();
    m_flow = new SaveVersionFlow(m_shell.services.connection(), m_shell.services.ledger(), this);
    connect(m_flow, &SaveVersionFlow::stepChanged, this, [this](SaveVersionFlow::Step step) {
        m_sheet.setStep(SaveVersionFlow::describe(step), 0, 0, m_flow->canCancel());
    });
    connect(m_flow, &SaveVersionFlow::progressed, this, [this](qint64 sent, qint64 total) {
        m_sheet.setStep(SaveVersionFlow::describe(m_flow->step()), sent, total,
                        m_flow->canCancel());
    });
    connect(m_flow, &SaveVersionFlow::finished, this,
            [this, job = m_job, code](const Result<QString> &versionId) {
                finish(job, code, versionId);
            });
    m_flow->start({.routine = m_job.routine,
                   .description = m_sheet.description(),
                   .code = code,
                   .knownVersionIds = m_job.knownVersionIds,
                   .publishTo = {},
                   .variablesOf = m_variables->wanted()});
}

void SaveController::publishExisting()
{
    const Job job = m_job;
    const QString versionId = equalVersion();
    const QByteArray code = job.page ? job.page->text() : QByteArray();
    dismiss();
    if (versionId.isEmpty() || m_shell.services.history().routine() != job.routine)
        return;
    job.page->rebase(versionId, code);
    emit saved(versionId, job.publishTo.isEmpty() ? QString(kStaging) : job.publishTo);
}

void SaveController::useExisting()
{
    const Job job = m_job;
    const QString versionId = equalVersion();
    dismiss();
    if (versionId.isEmpty() || !job.page)
        return;
    job.page->rebase(versionId, job.page->text());
    m_shell.messages.showMessage(
        MessageBar::Kind::Info,
        //: %1 is a version
        tr("Nothing was sent: the draft is now based on %1, which has the same bytes.")
            .arg(m_shell.services.history().nameOf(versionId)));
}

bool SaveController::stop()
{
    if (!isRunning())
        return true;
    if (m_before != nullptr)
        m_before->cancel();
    else if (m_flow != nullptr && m_flow->canCancel())
        m_flow->cancel();
    return false;
}

void SaveController::cancel()
{
    if (isRunning())
        stop();
    else
        dismiss();
}

void SaveController::dismiss()
{
    m_sheet.dismiss();
    m_room->forget();
    m_variables->forget();
    m_job = {};
    m_proposal->stop();
}

void SaveController::finish(const Job &job, const QByteArray &code,
                            const Result<QString> &versionId)
{
    m_flow->deleteLater();
    m_flow = nullptr;
    if (versionId) {
        dismiss();
        if (job.page)
            job.page->rebase(*versionId, code);
        // The new version has its name once the list was read again.
        m_news = News{.job = job, .versionId = *versionId, .dropped = m_dropped};
    } else {
        report(job, versionId.error());
    }
    if (m_shell.services.history().routine() == job.routine)
        m_shell.services.history().refresh();
    else
        announce();
    emit idle();
}

void SaveController::report(const Job &job, const Error &error)
{
    const Error told = withDropped(error);
    if (error.code == ErrorCode::Cancelled && m_dropped.isEmpty()) {
        dismiss();
        m_shell.messages.showMessage(
            MessageBar::Kind::Info,
            tr("Stopped; no version of “%1” was saved.").arg(oneLine(job.routine)));
        return;
    }
    if (!m_sheet.isVisible()) {
        m_shell.messages.showError(told);
        return;
    }
    m_isInDoubt = error.code == ErrorCode::OutcomeUnknown || error.code == ErrorCode::Mismatch;
    m_sheet.showError(told);
    m_room->learn(error);
    showRoom();
}

Error SaveController::withDropped(const Error &error) const
{
    if (m_dropped.isEmpty())
        return error;
    Error told = error;
    //: %1 is one version or several
    told.message = joinSentences(
        error.message, tr("Deleted from the service before that, with the code in the archive: %1.")
                           .arg(QLocale().createSeparatedList(m_dropped)));
    return told;
}

void SaveController::announce()
{
    if (!m_news)
        return;
    const News news = *std::exchange(m_news, std::nullopt);
    const QString name =
        m_shell.services.names().name(news.job.accountId, news.job.routine, news.versionId);
    const QString told =
        name.isEmpty()
            ? tr("“%1” was saved as a new version and read back: the bytes are the same.")
                  .arg(oneLine(news.job.routine))
            : tr("Saved as %1 and read back: the bytes are the same.").arg(name);
    const QString dropped = oneLine(QLocale().createSeparatedList(news.dropped));
    m_shell.messages.showMessage(
        MessageBar::Kind::Success,
        dropped.isEmpty()
            ? told
            //: %1 is one version or several
            : joinSentences(told, tr("Deleted from the service to make room: %1.").arg(dropped)));
    if (m_shell.services.history().version(news.versionId))
        emit saved(news.versionId, news.job.publishTo);
}

QString SaveController::equalVersion() const
{
    VersionHistory &history = m_shell.services.history();
    if (m_job.digest.isEmpty() || history.routine() != m_job.routine)
        return {};
    const QString archived = history.book().versionWithCode(
        m_job.routine, m_job.digest,
        [this](const CodeVersion &version) { return m_variables->suits(version); });
    if (!archived.isEmpty() || !m_job.page)
        return archived;
    // Without the archive what was read in this run still counts.
    const QByteArray code = m_job.page->text();
    for (const VersionListModel::Item &item : history.model().items()) {
        const bool isThere =
            item.onService && !item.version.isUnstable && m_variables->suits(item.version);
        const std::optional<VersionCode> known =
            isThere ? history.knownCode(m_job.routine, item.version.id) : std::nullopt;
        if (known && known->bytes == code)
            return item.version.id;
    }
    return {};
}

} // namespace edgewright
