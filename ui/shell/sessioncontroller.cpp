// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sessioncontroller.h"

#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/comparecontroller.h"
#include "shell/comparesession.h"
#include "shell/documentarea.h"
#include "shell/draftcontroller.h"
#include "shell/draftpage.h"
#include "shell/editorplace.h"
#include "shell/versioncontroller.h"
#include "shell/versionpage.h"

#include <QScopeGuard>
#include <QScrollBar>

#include <chrono>

using namespace std::chrono_literals;

namespace edgewright {

SessionController::SessionController(const ShellContext &shell, const Openers &openers,
                                     QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_openers(openers)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &SessionController::remember);
    const DocumentArea *documents = &m_shell.documents;
    connect(documents, &DocumentArea::currentChanged, this, &SessionController::watch);
    connect(documents, &DocumentArea::currentChanged, this, &SessionController::remember);
    connect(documents, &DocumentArea::tabsMoved, this, &SessionController::remember);
    connect(&m_openers.compare, &CompareController::changed, this,
            &SessionController::rememberSoon);
    // One routine that cannot be read does not keep the others' drafts closed.
    // What the archive remembers is enough to open tabs for.
    for (const auto signal : {&RoutineCatalog::restored, &RoutineCatalog::listed})
        connect(&m_shell.services.catalog(), signal, this, &SessionController::restore);
    const Connection *connection = &m_shell.services.connection();
    connect(connection, &Connection::changed, this, [this] {
        if (m_shell.services.connection().state() == ConnectionState::Failed)
            openKeptDrafts();
    });
}

void SessionController::rememberNow()
{
    remember();
    (void)m_shell.services.sessions().flush();
}

void SessionController::leaveAccount()
{
    remember();
    m_restored = false;
}

void SessionController::watch()
{
    const EditorPage *page = m_shell.documents.currentEditorPage();
    if (!page)
        return;
    connect(&page->editor(), &CodeEditor::caretMoved, this, &SessionController::rememberSoon,
            Qt::UniqueConnection);
    connect(page->editor().verticalScrollBar(), &QScrollBar::valueChanged, this,
            &SessionController::rememberSoon, Qt::UniqueConnection);
}

void SessionController::rememberSoon()
{
    // Not put off by what follows: somebody may scroll for a long time.
    if (m_restored && !m_soon.isActive())
        m_soon.start();
}

void SessionController::remember()
{
    m_soon.stop();
    if (!m_restored)
        return;
    Session session;
    for (QWidget *page : m_shell.documents.pages()) {
        const std::optional<Session::Tab> tab = tabOf(page);
        if (!tab)
            continue;
        if (page == m_shell.documents.currentPage())
            session.current = static_cast<int>(session.tabs.size());
        session.tabs.append(*tab);
    }
    m_shell.services.sessions().save(accountId(), session);
}

std::optional<Session::Tab> SessionController::tabOf(QWidget *page) const
{
    if (const auto *draft = qobject_cast<DraftPage *>(page)) {
        if (draft->accountId() != accountId())
            return {};
        return Session::Tab{.routine = draft->routine(),
                            .versionId = {},
                            .caret = draft->place().caret,
                            .firstLine = draft->place().firstLine};
    }
    if (const CompareTab *comparison = m_openers.compare.tabOf(page))
        return keptTab(comparison->pair(), comparison->view().ignore());
    const auto *version = qobject_cast<VersionPage *>(page);
    if (!version || version->versionId().isEmpty())
        return {};
    const EditorPlace place = placeIn(version->page().editor());
    return Session::Tab{.routine = version->routine(),
                        .versionId = version->versionId(),
                        .caret = place.caret,
                        .firstLine = place.firstLine};
}

void SessionController::restore()
{
    if (m_restored)
        return;
    const auto restored = qScopeGuard([this] {
        m_restored = true;
        remember();
    });
    const Session session = m_shell.services.sessions().session(accountId());
    if (!m_shell.services.sessions().contains(accountId()))
        openKeptDrafts();
    QList<QWidget *> pages;
    QWidget *current = nullptr;
    for (qsizetype i = 0; i < session.tabs.size(); ++i) {
        QWidget *page = open(session.tabs[i], session.savedAt);
        if (page)
            pages.append(page);
        if (i == session.current)
            current = page;
    }
    m_shell.documents.arrange(pages);
    if (current)
        m_shell.documents.show(current);
    // A window that shows code says more than an empty one.
    const RoutineListModel &model = m_shell.services.catalog().model();
    if (m_shell.documents.pages().isEmpty() && !model.items().isEmpty())
        m_openers.drafts.open(model.items().constFirst().routine.name);
}

void SessionController::openKeptDrafts()
{
    DraftStore &drafts = m_shell.services.drafts();
    const Session session = m_shell.services.sessions().session(accountId());
    if (!m_shell.services.sessions().contains(accountId())) {
        for (const QString &routine : drafts.routines(accountId()))
            m_openers.drafts.open(routine);
    }
    for (const Session::Tab &tab : session.tabs) {
        if (tab.compared.isEmpty() && tab.versionId.isEmpty()
            && drafts.contains(accountId(), tab.routine))
            (void)openDraft(tab, session.savedAt);
    }
}

QWidget *SessionController::open(const Session::Tab &tab, const QDateTime &savedAt)
{
    if (!tab.compared.isEmpty())
        return openComparison(tab);
    const bool isListed = m_shell.services.catalog().model().rowOf(tab.routine) >= 0;
    if (!tab.versionId.isEmpty())
        return isListed ? openVersion(tab) : nullptr;
    // What was typed outlives its routine.
    if (!isListed && !m_shell.services.drafts().contains(accountId(), tab.routine))
        return nullptr;
    return openDraft(tab, savedAt);
}

QWidget *SessionController::openDraft(const Session::Tab &tab, const QDateTime &savedAt)
{
    m_openers.drafts.open(tab.routine);
    DraftPage *page = m_shell.documents.draftOf(accountId(), tab.routine);
    // A draft knows where its last change was; whatever is newer counts.
    if (page && (!page->isLoaded() || savedAt >= page->savedAt()))
        page->setPlace({.caret = tab.caret, .firstLine = tab.firstLine});
    return page;
}

QWidget *SessionController::openVersion(const Session::Tab &tab)
{
    m_openers.versions.open(tab.routine, tab.versionId);
    VersionPage *page = m_shell.documents.openVersionPage();
    if (!page)
        return nullptr;
    const auto arrive = [page, tab] {
        if (page->versionId() == tab.versionId)
            goToPlace(page->page().editor(), {.caret = tab.caret, .firstLine = tab.firstLine});
    };
    if (page->hasCode())
        arrive();
    else
        connect(page, &VersionPage::codeShown, this, arrive, Qt::SingleShotConnection);
    return page;
}

QWidget *SessionController::openComparison(const Session::Tab &tab)
{
    const std::optional<SourcePair> pair = keptPair(tab);
    if (!pair)
        return nullptr;
    CompareView &view = m_openers.compare.openForLater(*pair).view();
    view.setIgnore(keptIgnore(tab));
    return &view;
}

QString SessionController::accountId() const
{
    return m_shell.services.connection().account().id;
}

} // namespace edgewright
