// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/savecontroller.h"

#include "base/background.h"
#include "common/changewords.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "publish/saveversionsheet.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"

namespace edgewright {

namespace {

constexpr std::chrono::seconds kPatience{3};

} // namespace

SaveController::SaveController(const ShellContext &shell, SaveVersionSheet &sheet, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
{
    connect(&m_sheet, &SaveVersionSheet::saveRequested, this, &SaveController::start);
    connect(&m_sheet, &SaveVersionSheet::cancelRequested, this, &SaveController::cancel);
    connect(&m_sheet, &SaveVersionSheet::publishExistingRequested, this,
            &SaveController::publishExisting);
    // The flow itself reports how it ended when its account is left.
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this, [this] {
        m_news.reset();
        dismiss();
    });
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, [this] {
        if (m_sheet.isVisible() && !isRunning() && m_shell.documents.currentDraft() != m_job.page)
            dismiss();
    });
    const VersionHistory *history = &m_shell.services.history();
    connect(history, &VersionHistory::refreshed, this, &SaveController::announce);
    connect(history, &VersionHistory::refreshFailed, this, &SaveController::announce);
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
    m_job = {.accountId = page->accountId(),
             .routine = page->routine(),
             .publishTo = publishTo,
             .page = page};
    for (const VersionListModel::Item &item : m_shell.services.history().model().items())
        m_job.knownVersionIds.append(item.version.id);
    const QByteArray code = page->text();
    m_sheet.reset();
    m_sheet.setContext({.routine = page->routine(),
                        .size = code.size(),
                        .used = history.used(),
                        .quota = history.quota(),
                        .sameAsName = history.nameOf(equalVersion(code))});
    m_sheet.open();
    propose(code);
}

void SaveController::propose(const QByteArray &code)
{
    const QString base = m_job.page->baseVersionId();
    const quint64 proposal = ++m_proposal;
    if (base.isEmpty())
        return;
    m_shell.services.history()
        .fetchCode(m_job.routine, base)
        ->then(this, [this, proposal, code](const Result<VersionCode> &before) {
            if (proposal == m_proposal && before && before->verdict.isCode())
                summarize(before->bytes, code);
        });
}

void SaveController::summarize(const QByteArray &base, const QByteArray &code)
{
    auto *reply =
        runInBackground<diff::ChangeSummary>(this, [base, code]() -> Result<diff::ChangeSummary> {
            return diff::summarizeChanges(
                {base.constData(), static_cast<std::size_t>(base.size())},
                {code.constData(), static_cast<std::size_t>(code.size())},
                {.deadline = std::chrono::steady_clock::now() + kPatience});
        });
    reply->then(this, [this, proposal = m_proposal](const Result<diff::ChangeSummary> &summary) {
        if (proposal == m_proposal && summary)
            m_sheet.propose(
                ChangeWords::description(*summary, SaveVersionSheet::kLongestDescription));
    });
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

void SaveController::start(const QString &description)
{
    if (isRunning())
        return;
    if (!m_job.page) {
        dismiss();
        m_shell.messages.showMessage(MessageBar::Kind::Warning,
                                     tr("The draft was closed; nothing was saved as a version."));
        return;
    }
    const QByteArray code = m_job.page->text();
    m_job.page->note(SnapshotReason::BeforeSaveVersion);
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
                   .description = description,
                   .code = code,
                   .knownVersionIds = m_job.knownVersionIds});
}

void SaveController::publishExisting()
{
    const Job job = m_job;
    const QByteArray code = job.page ? job.page->text() : QByteArray();
    const QString versionId = equalVersion(code);
    dismiss();
    if (versionId.isEmpty() || m_shell.services.history().routine() != job.routine)
        return;
    job.page->rebase(versionId, code);
    emit saved(versionId, job.publishTo.isEmpty() ? QString(kStaging) : job.publishTo);
}

bool SaveController::stop()
{
    if (!isRunning())
        return true;
    if (m_flow->canCancel())
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
    m_job = {};
    ++m_proposal;
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
        m_news = News{.job = job, .versionId = *versionId};
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
    if (error.code == ErrorCode::Cancelled) {
        dismiss();
        m_shell.messages.showMessage(
            MessageBar::Kind::Info,
            tr("Stopped; no version of “%1” was saved.").arg(oneLine(job.routine)));
        return;
    }
    if (m_sheet.isVisible())
        m_sheet.showError(error);
    else
        m_shell.messages.showError(error);
}

void SaveController::announce()
{
    if (!m_news)
        return;
    const News news = *std::exchange(m_news, std::nullopt);
    const QString name =
        m_shell.services.names().name(news.job.accountId, news.job.routine, news.versionId);
    m_shell.messages.showMessage(
        MessageBar::Kind::Success,
        name.isEmpty()
            ? tr("“%1” was saved as a new version and read back: the bytes are the same.")
                  .arg(oneLine(news.job.routine))
            : tr("Saved as %1 and read back: the bytes are the same.").arg(name));
    if (m_shell.services.history().version(news.versionId))
        emit saved(news.versionId, news.job.publishTo);
}

QString SaveController::equalVersion(const QByteArray &code) const
{
    const VersionHistory &history = m_shell.services.history();
    for (const VersionListModel::Item &item : m_shell.services.history().model().items()) {
        const std::optional<VersionCode> known =
            history.knownCode(history.routine(), item.version.id);
        // One that the service does not have any more can be saved again and published then.
        const bool isThere = item.onService && !item.version.isUnstable;
        if (known && isThere && known->bytes == code)
            return item.version.id;
    }
    return {};
}

} // namespace edgewright
