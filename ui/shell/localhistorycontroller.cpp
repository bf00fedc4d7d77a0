// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/localhistorycontroller.h"

#include "base/background.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/times.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "history/localhistoryview.h"
#include "shell/actionregistry.h"
#include "shell/comparecontroller.h"
#include "shell/documentarea.h"
#include "shell/draftcontroller.h"
#include "shell/draftpage.h"
#include "shell/versioncontroller.h"

using namespace Qt::StringLiterals;

namespace edgewright {

LocalHistoryController::LocalHistoryController(const ShellContext &shell, LocalHistoryView &view,
                                               const Helpers &helpers, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_view(view)
    , m_helpers(helpers)
{
    connect(&m_shell.services.drafts(), &DraftStore::snapshotTaken, this,
            [this](const QString &accountId, const QString &routine) {
                if (accountId == m_shell.services.connection().account().id && routine == m_routine)
                    refresh();
            });
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, [this] {
        if (m_shell.documents.currentRoutine() != m_routine)
            refresh();
    });
    // Bases have their names once the versions were read.
    connect(&m_shell.services.history(), &VersionHistory::refreshed, this,
            &LocalHistoryController::refresh);
    connect(&m_view, &LocalHistoryView::useAsDraftRequested, this, &LocalHistoryController::use);
    connect(&m_view, &LocalHistoryView::activated, this, &LocalHistoryController::show);
    connect(&m_view, &LocalHistoryView::compareWithDraftRequested, this,
            [this](const Snapshot &snapshot) {
                m_helpers.compare.compare(
                    {.left = sourceOf(snapshot), .right = DraftSource{.routine = m_routine}});
            });
    connect(&m_view, &LocalHistoryView::compareRequested, this,
            [this](const Snapshot &older, const Snapshot &newer) {
                m_helpers.compare.compare({.left = sourceOf(older), .right = sourceOf(newer)});
            });
    connect(&m_shell.actions.action(ActionId::DiscardDraft), &QAction::triggered, this,
            &LocalHistoryController::discard);
    refresh();
}

void LocalHistoryController::refresh()
{
    const quint64 request = ++m_request;
    const QString routine = m_shell.documents.currentRoutine();
    if (routine != m_routine)
        m_view.setRows({});
    m_routine = routine;
    if (routine.isEmpty())
        return;
    m_shell.services.drafts()
        .snapshots(m_shell.services.connection().account().id, routine)
        ->then(this, [this, request](const Result<QList<Snapshot>> &snapshots) {
            if (request == m_request && snapshots)
                showRows(*snapshots);
        });
}

void LocalHistoryController::showRows(const QList<Snapshot> &snapshots)
{
    const QString accountId = m_shell.services.connection().account().id;
    QList<LocalHistoryView::Row> rows;
    for (const Snapshot &snapshot : snapshots)
        rows.append({.snapshot = snapshot,
                     .baseName = m_shell.services.names().name(accountId, m_routine,
                                                               snapshot.baseVersionId)});
    m_view.setRows(rows);
}

DraftPage *LocalHistoryController::draft() const
{
    DraftPage *page =
        m_shell.documents.draftOf(m_shell.services.connection().account().id, m_routine);
    if (!page || !page->isLoaded())
        return nullptr;
    m_shell.documents.show(page);
    return page;
}

Reply<Draft> *LocalHistoryController::read(const Snapshot &snapshot)
{
    DraftStore &drafts = m_shell.services.drafts();
    // The store waits for its threads, so its history is there as long as they need it.
    return runInBackground<Draft>(drafts.pool(), this, [&history = drafts.history(), snapshot] {
        return history.read(snapshot);
    });
}

CompareSource LocalHistoryController::sourceOf(const Snapshot &snapshot) const
{
    return SnapshotSource{.routine = m_routine, .snapshot = snapshot};
}

void LocalHistoryController::show(const Snapshot &snapshot)
{
    read(snapshot)->then(this, [this, routine = m_routine, title = titleOf(snapshot),
                                wish = ++m_wish](const Result<Draft> &text) {
        // Somebody who went on to something else does not want to be brought back.
        if (wish != m_wish || routine != m_routine)
            return;
        if (text)
            m_helpers.versions.readText(routine, text->text, title);
        else
            m_shell.messages.showError(text.error());
    });
}

QString LocalHistoryController::titleOf(const Snapshot &snapshot) const
{
    //: A text of the local history: %1 is a time, %2 is "before format", "discarded" …
    return tr("%1, %2").arg(relativeTime(snapshot.takenAt, QDateTime::currentDateTimeUtc()),
                            describe(snapshot.reason));
}

void LocalHistoryController::use(const Snapshot &snapshot)
{
    DraftPage *page = draft();
    if (!page)
        return;
    read(snapshot)->then(
        page, [this, page, title = titleOf(snapshot), wish = ++m_wish](const Result<Draft> &text) {
            if (wish != m_wish || !m_shell.documents.isOpen(page))
                return;
            if (text)
                take(*page, *text, title);
            else
                m_shell.messages.showError(text.error());
        });
}

void LocalHistoryController::take(DraftPage &page, const Draft &text, const QString &title)
{
    if (!m_helpers.drafts.isReplaced(page.takeDraft(text)))
        return;
    m_helpers.drafts.fetchBase(&page);
    //: %1 is a moment of the local history: "2 h ago, before format"
    m_shell.messages.showMessage(MessageBar::Kind::Info,
                                 joinSentences(tr("The draft is again what it was: %1.").arg(title),
                                               DraftController::wayBack()));
    page.page().editor().setFocus();
}

void LocalHistoryController::discard()
{
    DraftPage *page = m_shell.documents.currentDraft();
    if (!page || !page->isLoaded())
        return;
    if (!page->canDiscard()) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Info,
            page->isEdited() ? tr("The code the draft is based on could not be read, so there is "
                                  "nothing to go back to.")
                             : tr("There is nothing to discard: nothing was changed."));
        return;
    }
    const Draft discarded = page->draft();
    if (!m_helpers.drafts.isReplaced(page->discard()))
        return;
    const QString base =
        m_shell.services.names().name(page->accountId(), page->routine(), page->baseVersionId());
    m_shell.messages.showMessage(
        MessageBar::Kind::Info,
        base.isEmpty()
            ? tr("The draft was discarded. It is in the local history.")
            //: %1 is a version
            : tr("The draft was discarded: it is the code of %1 again. What you typed is in the "
                 "local history.")
                  .arg(base));
    offerUndo(page, discarded);
}

void LocalHistoryController::offerUndo(DraftPage *page, const Draft &discarded)
{
    m_shell.messages.setAction(tr("Undo"), page, [this, page, discarded] {
        m_shell.documents.show(page);
        if (!m_helpers.drafts.isReplaced(page->takeDraft(discarded)))
            return;
        page->setPlace({.caret = discarded.caret, .firstLine = discarded.firstLine});
        page->page().editor().setFocus();
    });
}

} // namespace edgewright
