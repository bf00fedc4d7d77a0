// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mergecontroller.h"

#include "base/background.h"
#include "base/log.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "compare/compareview.h"
#include "editor/codeeditor.h"
#include "editor/editorlook.h"
#include "editor/editorpage.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/mergeeditor.h"
#include "workspace/draftstore.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr std::chrono::seconds kPatience{5};
constexpr std::chrono::seconds kPause{2};

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

} // namespace

MergeController::MergeController(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    connect(&m_shell.actions.action(ActionId::MergeTheirs), &QAction::triggered, this,
            &MergeController::mergeNewest);
    connect(&m_shell.documents, &DocumentArea::currentChanged, this,
            &MergeController::updateAction);
    VersionHistory *history = &m_shell.services.history();
    connect(&history->model(), &QAbstractItemModel::dataChanged, this,
            &MergeController::updateAction);
    connect(history, &VersionHistory::refreshed, this, &MergeController::updateAction);
    connect(&m_shell.documents, &DocumentArea::draftAdded, this, [this](const DraftPage *page) {
        connect(page, &DraftPage::baseChanged, this, &MergeController::updateAction);
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &MergeController::noteUnfinished);
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this, [this] {
        keepUnfinished();
        ++m_request;
        m_job = {};
        if (m_view)
            m_view->showMessage({});
    });
    connect(&m_shell.themes, &ThemeService::changed, this, &MergeController::applyTheme);
    updateAction();
}

QString MergeController::nameOf(const QString &versionId) const
{
    const QString name = m_shell.services.names().name(m_job.accountId, m_job.routine, versionId);
    return name.isEmpty() ? u"…"_s : name;
}

QString MergeController::newestForDraft() const
{
    const DraftPage *page = m_shell.documents.currentDraft();
    VersionHistory &history = m_shell.services.history();
    if (!page || !page->isLoaded() || page->routine() != history.routine())
        return {};
    const QString newest = history.newestVersionId();
    const int row = history.model().rowOf(newest);
    const bool isThere = row >= 0 && history.model().items().at(row).onService;
    return isThere && newest != page->baseVersionId() ? newest : QString();
}

void MergeController::updateAction()
{
    m_shell.actions.action(ActionId::MergeTheirs).setEnabled(!newestForDraft().isEmpty());
}

void MergeController::mergeNewest()
{
    const QString newest = newestForDraft();
    if (!newest.isEmpty())
        merge(m_shell.documents.currentDraft()->routine(), newest);
}

void MergeController::merge(const QString &routine, const QString &theirs, const QString &base)
{
    const QString accountId = m_shell.services.connection().account().id;
    DraftPage *page = m_shell.documents.draftOf(accountId, routine);
    if (!page || !page->isLoaded()) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Info,
            tr("Open the draft of “%1”, then merge again.").arg(oneLine(routine)));
        return;
    }
    const Job job{.accountId = accountId,
                  .routine = routine,
                  .baseId = base.isEmpty() ? page->baseVersionId() : base,
                  .theirsId = theirs,
                  .mine = page->text()};
    const bool isSame = m_view && m_view->isOpen() && m_job.routine == routine
                        && m_job.baseId == job.baseId && m_job.theirsId == theirs
                        && m_job.mine == job.mine;
    makeView();
    if (isSame) {
        openTab();
        return;
    }
    keepUnfinished();
    m_job = job;
    ++m_request;
    m_view->showMessage(tr("Reading %1…").arg(nameOf(theirs)));
    openTab();
    read(theirs, &Job::theirs);
    if (job.baseId.isEmpty())
        m_job.base = VersionCode();
    else
        read(job.baseId, &Job::base);
}

void MergeController::read(const QString &versionId, std::optional<VersionCode> Job::*place)
{
    m_shell.services.history()
        .fetchCode(m_job.routine, versionId)
        ->then(this, [this, place, request = m_request](const Result<VersionCode> &code) {
            if (request != m_request)
                return;
            if (!code) {
                fail(code.error());
                return;
            }
            if (!code->verdict.isCode()) {
                fail({.code = ErrorCode::NotCode,
                      .message = tr("%1 cannot be merged.").arg(code->name),
                      .advice = code->verdict.reason});
                return;
            }
            m_job.*place = *code;
            arrived();
        });
}

void MergeController::arrived()
{
    if (!m_job.base || !m_job.theirs)
        return;
    const MergeSources sources{.base = m_job.base->bytes,
                               .mine = m_job.mine,
                               .theirs = m_job.theirs->bytes,
                               .baseName =
                                   m_job.baseId.isEmpty() ? QString() : nameOf(m_job.baseId),
                               .theirsName = nameOf(m_job.theirsId)};
    runInBackground<diff::Merge>(this, [sources]() -> Result<diff::Merge> {
        return diff::mergeTexts({.base = view(sources.base),
                                 .mine = view(sources.mine),
                                 .theirs = view(sources.theirs)},
                                {.deadline = std::chrono::steady_clock::now() + kPatience});
    })->then(this, [this, sources, request = m_request](const Result<diff::Merge> &merge) {
        if (request == m_request && merge)
            show(sources, *merge);
    });
}

void MergeController::show(const MergeSources &sources, const diff::Merge &merge)
{
    const CompareSide base{.title =
                               sources.baseName.isEmpty() ? tr("No version") : sources.baseName,
                           .text = sources.base};
    m_theirChange->compare(base, {.title = sources.theirsName, .text = sources.theirs});
    m_myChange->compare(base, {.title = tr("Draft"), .text = sources.mine});
    m_view->open(m_job.routine, sources, merge);
    m_shown = m_view->merged();
    if (m_shell.documents.currentPage() == m_view)
        m_editor->page().setFocus();
}

void MergeController::fail(const Error &error)
{
    ++m_request;
    m_view->showMessage(error.text());
}

void MergeController::finish(const QByteArray &merged)
{
    DraftPage *page = m_shell.documents.draftOf(m_job.accountId, m_job.routine);
    if (!page || !page->isLoaded() || page->text() != m_job.mine) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            page ? tr("The draft was changed since this merge began; nothing was replaced.")
                 : tr("The draft was closed; open it again, then finish the merge."));
        if (page)
            m_shell.messages.setAction(tr("Merge Again"), this, [this, job = m_job] {
                merge(job.routine, job.theirsId, job.baseId);
            });
        return;
    }
    if (const Result<> taken = page->takeMerged(merged, *m_job.theirs); !taken) {
        m_shell.messages.showError(taken.error());
        return;
    }
    const QString name = nameOf(m_job.theirsId);
    m_job = {};
    m_shell.documents.close(m_view);
    m_view->showMessage({});
    m_shell.documents.show(page);
    m_shell.messages.showMessage(
        MessageBar::Kind::Success,
        tr("%1 is merged into the draft, which is based on it now. Nothing was sent; Undo brings "
           "the draft back as it was.")
            .arg(name));
}

void MergeController::makeView()
{
    if (m_view)
        return;
    m_theirChange = new CompareView;
    m_myChange = new CompareView;
    for (CompareView *view : {m_theirChange, m_myChange})
        view->setCodeFont(editorFont());
    m_theirChange->setObjectName(u"mergeTheirChange"_s);
    m_myChange->setObjectName(u"mergeMyChange"_s);
    m_editor = new MergeEditor(m_shell.themes, nullptr);
    m_view =
        new MergeView(m_shell.themes,
                      {.theirChange = m_theirChange, .myChange = m_myChange, .together = m_editor},
                      &m_shell.documents);
    connect(m_view, &MergeView::finished, this, &MergeController::finish);
    connect(&m_editor->page().editor(), &QsciScintilla::textChanged, &m_pause,
            qOverload<>(&QTimer::start));
    connect(m_view, &MergeView::pageShown, &m_shell.documents, &DocumentArea::currentChanged);
    applyTheme();
}

std::optional<Draft> MergeController::unfinished() const
{
    if (!m_view || !m_view->isOpen() || !m_job.theirs)
        return {};
    const QByteArray text = m_view->merged();
    if (text == m_shown)
        return {};
    return Draft{.accountId = m_job.accountId,
                 .routine = m_job.routine,
                 .baseVersionId = m_job.theirsId,
                 .newestVersionId = m_job.theirsId,
                 .text = text,
                 .changedAt = QDateTime::currentDateTimeUtc()};
}

void MergeController::noteUnfinished()
{
    if (const std::optional<Draft> draft = unfinished())
        m_shell.services.drafts()
            .snapshotLater(*draft, SnapshotReason::WhileTyping)
            ->then(this, [](const Result<> &noted) {
                if (!noted)
                    qCInfo(lcWorkspace).noquote() << forLog(noted.error().text());
            });
}

void MergeController::keepUnfinished()
{
    m_pause.stop();
    const std::optional<Draft> draft = unfinished();
    if (!draft)
        return;
    if (const Result<> kept = m_shell.services.drafts().snapshot(*draft, SnapshotReason::Discarded);
        !kept)
        m_shell.messages.showError(kept.error());
}

void MergeController::openTab()
{
    m_shell.documents.showPage(
        {.page = m_view, .editor = &m_editor->page(), .routine = m_job.routine});
    //: The tab of a merge: routine and version, "ab-checkout: merge v19"
    m_shell.documents.setTabText(
        m_view, tr("%1: merge %2").arg(oneLine(m_job.routine), nameOf(m_job.theirsId)),
        tr("%1 merged into the draft").arg(nameOf(m_job.theirsId)));
}

void MergeController::applyTheme()
{
    if (!m_view)
        return;
    for (CompareView *view : {m_theirChange, m_myChange}) {
        view->applyTheme(m_shell.themes.current());
        view->setColorBlindSafe(m_shell.themes.isColorBlindSafe());
    }
}

} // namespace edgewright
