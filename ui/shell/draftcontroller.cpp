// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/draftcontroller.h"

#include "base/background.h"
#include "base/durablefile.h"
#include "base/paths.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"

#include <QApplication>
#include <QFileInfo>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

// What a routine without any version starts with.
constexpr char kFirstCode[] = R"js(export default {
  async fetch(request) {
    const url = new URL(request.url);
    return new Response(`Hello from the edge: ${url.pathname}`, {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  },
};
)js";

/// What a draft is based on as long as there is no version.
VersionCode templateCode()
{
    return {.version = {}, .name = {}, .bytes = kFirstCode, .verdict = judgeBody(kFirstCode)};
}

// The focus stays with somebody who is writing in a field.
bool isTyping()
{
    return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr
           || QApplication::activeModalWidget() != nullptr;
}

} // namespace

DraftController::DraftController(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    VersionHistory &history = m_shell.services.history();
    connect(&history, &VersionHistory::refreshed, this, &DraftController::fillFromHistory);
    connect(&history, &VersionHistory::refreshFailed, this, &DraftController::explainFailure);
    connect(&history, &VersionHistory::versionsKnown, this, &DraftController::fillFromArchive);
    connect(&m_shell.documents, &DocumentArea::draftAdded, this, &DraftController::attach);
    connect(&m_shell.documents, &DocumentArea::closeRefused, this,
            &DraftController::explainOpenTab);
    connect(&m_shell.documents, &DocumentArea::languageChanged, this, [this] {
        for (DraftPage *page : m_shell.documents.drafts())
            updateTab(page);
    });
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this, [this] {
        flushAll();
        m_shell.documents.closeAll();
    });
}

void DraftController::open(const QString &routine)
{
    const QString accountId = m_shell.services.connection().account().id;
    if (DraftPage *page = m_shell.documents.draftOf(accountId, routine)) {
        m_shell.documents.show(page);
        return;
    }
    const auto newestVersion = [history = &m_shell.services.history(), routine] {
        return history->newestVersionId(routine);
    };
    auto *page = new DraftPage(accountId, routine,
                               {.drafts = m_shell.services.drafts(),
                                .themes = m_shell.themes,
                                .newestVersion = newestVersion},
                               &m_shell.documents);
    m_shell.documents.addDraft(page);
    updateTab(page);
    load(page);
}

void DraftController::load(DraftPage *page)
{
    const Result<std::optional<Draft>> kept =
        m_shell.services.drafts().load(page->accountId(), page->routine());
    if (!kept && holdsUnreadableDraft(*page)) {
        page->showProblem([message = kept.error().message] { return message; },
                          kept.error().advice);
        return;
    }
    if (!kept)
        m_shell.messages.showError(kept.error());
    if (kept && *kept) {
        page->loadDraft(**kept);
        fetchBase(page);
        return;
    }
    page->showLoading([page] { return tr("Reading “%1”…").arg(oneLine(page->routine())); });
    // Otherwise the coming refresh of the history fills it.
    if (m_shell.services.history().routine() == page->routine()
        && !m_shell.services.history().isRefreshing())
        m_shell.services.history().refresh();
}

bool DraftController::holdsUnreadableDraft(const DraftPage &page) const
{
    return !page.isLoaded()
           && m_shell.services.drafts().isBlocked(page.accountId(), page.routine());
}

void DraftController::fillFromHistory()
{
    const QString accountId = m_shell.services.connection().account().id;
    DraftPage *page = m_shell.documents.draftOf(accountId, m_shell.services.history().routine());
    if (!page)
        return;
    const VersionHistory &history = m_shell.services.history();
    const bool isAsRemembered = m_remembered.removeAll(page) > 0 && !page->isEdited()
                                && page->baseVersionId() != history.newestVersionId();
    if ((!page->isLoaded() && !holdsUnreadableDraft(*page)) || isAsRemembered)
        fill(page, isAsRemembered);
    updateTab(page);
}

void DraftController::fillFromArchive(const QString &routine)
{
    const VersionHistory &history = m_shell.services.history();
    DraftPage *page =
        m_shell.documents.draftOf(m_shell.services.connection().account().id, routine);
    const bool isSettled = history.isListed() || history.isRefreshing();
    if (routine != history.routine() || isSettled || !page || page->isLoaded()
        || holdsUnreadableDraft(*page))
        return;
    if (history.newestVersionId().isEmpty()) {
        page->showProblem([] { return tr("Not connected to the service"); },
                          tr("The archive has no version of this routine yet."));
        return;
    }
    m_remembered.append(page);
    fill(page, false);
}

void DraftController::fill(DraftPage *page, bool mayReplace)
{
    VersionHistory &history = m_shell.services.history();
    const QString newest = history.newestVersionId();
    if (newest.isEmpty()) {
        page->loadVersion(templateCode());
        return;
    }
    Reply<VersionCode> *reply = history.fetchCode(page->routine(), newest);
    connect(page, &DraftPage::cancelRequested, reply, &ReplyBase::cancel);
    reply->then(page, [page, mayReplace](const Result<VersionCode> &code) {
        if (page->isLoaded()
            && !(mayReplace && !page->isEdited() && code && code->verdict.isCode()))
            return;
        if (!code)
            page->showProblem([] { return tr("The code could not be read"); }, code.error().text());
        else if (!code->verdict.isCode())
            page->showProblem(
                [name = code->name] {
                    return tr("The newest version, %1, holds no code").arg(name);
                },
                code->verdict.reason);
        else
            page->loadVersion(*code);
    });
}

void DraftController::fetchBase(DraftPage *page)
{
    if (page->baseVersionId().isEmpty()) {
        page->setBaseCode(templateCode());
        return;
    }
    m_shell.services.history()
        .fetchCode(page->routine(), page->baseVersionId())
        ->then(page, [page](const Result<VersionCode> &code) {
            // Without the base the draft simply counts as edited.
            if (code)
                page->setBaseCode(*code);
        });
}

void DraftController::explainFailure(const Error &error)
{
    const QString accountId = m_shell.services.connection().account().id;
    DraftPage *page = m_shell.documents.draftOf(accountId, m_shell.services.history().routine());
    if (!page || page->isLoaded() || holdsUnreadableDraft(*page))
        return;
    // What the archive knows is enough to go on with.
    if (!m_shell.services.history().newestVersionId().isEmpty()) {
        m_remembered.append(page);
        fill(page, false);
    } else {
        page->showProblem([] { return tr("The versions could not be read"); }, error.text());
    }
}

void DraftController::useAsDraft(const QString &versionId)
{
    const QString routine = m_shell.services.history().routine();
    m_shell.services.history()
        .fetchCode(routine, versionId)
        ->then(this, [this, routine](const Result<VersionCode> &code) {
            if (!code)
                m_shell.messages.showError(code.error());
            else
                takeVersion(routine, *code);
        });
}

void DraftController::takeVersion(const QString &routine, const VersionCode &code)
{
    if (!code.verdict.isCode()) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            joinSentences(tr("%1 cannot become the draft.").arg(code.name), code.verdict.reason));
        return;
    }
    DraftPage *page =
        m_shell.documents.draftOf(m_shell.services.connection().account().id, routine);
    if (!page)
        return;
    m_shell.documents.show(page);
    if (holdsUnreadableDraft(*page)) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            joinSentences(tr("%1 cannot become the draft.").arg(code.name),
                          tr("There is a draft that cannot be read; it is left as it is.")));
        return;
    }
    if (!page->isLoaded())
        page->loadVersion(code);
    else if (!isReplaced(page->takeCode(code)))
        return;
    m_shell.messages.showMessage(
        MessageBar::Kind::Info,
        joinSentences(tr("The draft is now the code of %1.").arg(code.name), wayBack()));
    page->page().editor().setFocus();
}

bool DraftController::isReplaced(const Result<> &taken)
{
    if (taken)
        return true;
    m_shell.messages.showError({.code = taken.error().code,
                                .message = tr("Nothing was replaced, because the text on screen "
                                              "could not be put into the local history first."),
                                .advice = taken.error().text(),
                                .detail = taken.error().detail});
    return false;
}

QString DraftController::wayBack()
{
    return tr("Undo brings the earlier text back; if it was edited, so does the local history.");
}

void DraftController::openFile()
{
    DraftPage *page = m_shell.documents.currentDraft();
    if (!page || !page->isLoaded())
        return;
    m_shell.prompts.chooseFileToOpen(page, tr("Open File into Draft"),
                                     [this, page](const QString &path) {
                                         if (!path.isEmpty())
                                             readInto(page, path);
                                     });
}

void DraftController::readInto(DraftPage *page, const QString &path)
{
    runInBackground<QByteArray>(page, [path] {
        return readWholeFile(path, DraftStore::kLargestDraft);
    })->then(page, [this, page, path](const Result<QByteArray> &content) {
        if (!content) {
            m_shell.messages.showError(content.error());
            return;
        }
        const BodyVerdict verdict = judgeBody(*content);
        if (!verdict.isCode()) {
            m_shell.messages.showMessage(
                MessageBar::Kind::Warning,
                joinSentences(tr("“%1” was not opened.").arg(QFileInfo(path).fileName()),
                              verdict.reason));
            return;
        }
        if (isReplaced(page->takeText(*content)))
            m_shell.messages.showMessage(
                MessageBar::Kind::Info,
                joinSentences(
                    tr("The draft is now the text of “%1”.").arg(QFileInfo(path).fileName()),
                    wayBack()));
    });
}

void DraftController::exportCode()
{
    const EditorPage *editorPage = m_shell.documents.currentEditorPage();
    if (!editorPage)
        return;
    const QByteArray text = editorPage->editor().bytes();
    const QString name = safeFileName(m_shell.documents.currentRoutine()) + u".js"_s;
    m_shell.prompts.chooseFileToSave(
        this, tr("Export Code"), name, [this, text](const QString &path) {
            if (path.isEmpty())
                return;
            if (const Result<> written = writeDurablyForUser(path, text); !written)
                m_shell.messages.showError(written.error());
            else
                m_shell.messages.showMessage(
                    MessageBar::Kind::Success,
                    tr("The code was written to “%1”.").arg(QFileInfo(path).fileName()));
        });
}

void DraftController::flushAll()
{
    for (DraftPage *page : m_shell.documents.drafts())
        page->flush();
}

QStringList DraftController::unsafeRoutines() const
{
    QStringList routines;
    for (const DraftPage *page : m_shell.documents.drafts()) {
        if (!page->isKept())
            routines.append(page->routine());
    }
    return routines;
}

void DraftController::attach(DraftPage *page)
{
    for (const auto signal : {&DraftPage::editedChanged, &DraftPage::baseChanged})
        connect(page, signal, this, [this, page] { updateTab(page); });
    connect(page, &DraftPage::loaded, this, [this, page] {
        if (m_shell.documents.currentDraft() == page && !isTyping())
            page->page().editor().setFocus();
    });
    connect(page, &DraftPage::cancelRequested, &m_shell.services.history(),
            &VersionHistory::cancel);
    connect(page, &DraftPage::retryRequested, this, [this, page] { load(page); });
    connect(page, &DraftPage::diskStateChanged, this, [this, page, told = QString()]() mutable {
        // Saving is tried again and again: the same reason is told once.
        const QString reason = page->saveError() ? page->saveError()->text() : QString();
        if (!reason.isEmpty() && reason != told)
            m_shell.messages.showError(*page->saveError());
        else if (reason.isEmpty() && !told.isEmpty())
            m_shell.messages.showMessage(
                MessageBar::Kind::Success,
                tr("The draft of “%1” is on the disk again.").arg(oneLine(page->routine())));
        told = reason;
    });
}

void DraftController::explainOpenTab(const DraftPage *page)
{
    const Error reason = page->saveError().value_or(Error());
    m_shell.messages.showError(
        {.code = ErrorCode::Storage,
         .message = tr("The tab of “%1” stays open, because its text is nowhere else.")
                        .arg(oneLine(page->routine())),
         .advice = joinSentences(
             reason.text(), tr("Save the draft again once that is mended, or export the code.")),
         .detail = reason.detail});
}

void DraftController::updateTab(DraftPage *page)
{
    // The dot stands at the name's end and is said in words in the tool tip.
    const QString text = page->isEdited() ? QString(page->routine() + u" •"_s) : page->routine();
    const QString base =
        m_shell.services.names().name(page->accountId(), page->routine(), page->baseVersionId());
    QString state = page->isEdited() ? tr("edited, kept on this computer") : tr("unchanged");
    if (!base.isEmpty())
        //: %1 is a version, %2 is "unchanged" or "edited, kept on this computer"
        state = tr("based on %1, %2").arg(base, state);
    m_shell.documents.setTabText(page, text,
                                 tr("Draft of %1").arg(page->routine()) + u'\n' + state);
}

} // namespace edgewright
