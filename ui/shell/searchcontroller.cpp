// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/searchcontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "history/archivedialog.h"
#include "history/searchpanel.h"
#include "shell/actionregistry.h"
#include "shell/bottompanel.h"
#include "shell/documentarea.h"
#include "shell/versioncontroller.h"
#include "shell/versionpage.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kLongestProposal = 200;
constexpr std::chrono::minutes kBackupInterval{30};

} // namespace

SearchController::SearchController(QWidget &window, const ShellContext &shell,
                                   VersionController &versions)
    : QObject(&window)
    , m_window(window)
    , m_shell(shell)
    , m_versions(versions)
    , m_search(shell.services.archive())
    , m_panel(new SearchPanel)
{
    m_shell.bottom.addPage(m_panel, [] { return tr("Search"); });
    connect(&m_shell.actions.action(ActionId::FindInVersions), &QAction::triggered, this,
            &SearchController::show);
    connect(&m_shell.actions.action(ActionId::ArchiveCare), &QAction::triggered, this,
            &SearchController::showArchive);
    connect(m_panel, &SearchPanel::searchRequested, &m_search, &ArchiveSearch::start);
    connect(m_panel, &SearchPanel::stopRequested, &m_search, &ArchiveSearch::cancel);
    connect(m_panel, &SearchPanel::hitActivated, this, &SearchController::open);
    connect(&m_search, &ArchiveSearch::found, m_panel, &SearchPanel::addHits);
    connect(&m_search, &ArchiveSearch::finished, m_panel, &SearchPanel::showSummary);
    // The routine on screen is set by others that hear of the same.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &SearchController::follow,
            Qt::QueuedConnection);
    connect(&m_shell.services.connection(), &Connection::changed, this, &SearchController::follow);
    connect(&m_shell.services.archive(), &Archive::conditionChanged, this,
            &SearchController::tellCondition);
    // A window that stays open for days has its backups too.
    m_backupTimer.setInterval(kBackupInterval);
    connect(&m_backupTimer, &QTimer::timeout, &m_shell.services.archive(), &Archive::backUpToday);
    m_backupTimer.start();
    tellCondition();
    follow();
}

void SearchController::follow()
{
    m_panel->setSubject({.accountId = m_shell.services.connection().account().id,
                         .routine = m_shell.services.history().routine()});
}

void SearchController::show()
{
    const auto *editor = qobject_cast<CodeEditor *>(QApplication::focusWidget());
    const QString selected = editor != nullptr ? editor->selectedText() : QString();
    const bool isProposal = !selected.contains(u'\n') && selected.size() <= kLongestProposal;
    m_shell.bottom.showPage(m_panel);
    m_panel->begin(isProposal ? selected : QString());
}

void SearchController::open(const SearchHit &hit)
{
    ++m_request;
    if (hit.key.accountId != m_shell.services.connection().account().id) {
        openFromArchive(hit);
        return;
    }
    VersionPage &page = m_shell.documents.versionPage();
    connect(&page, &VersionPage::codeShown, this, &SearchController::goToLine,
            Qt::UniqueConnection);
    m_wish = {.routine = hit.key.routine, .versionId = hit.versionId, .line = hit.line};
    m_versions.open(hit.key.routine, hit.versionId);
}

void SearchController::openFromArchive(const SearchHit &hit)
{
    m_shell.services.archive()
        .body(hit.key, hit.versionId)
        ->then(this, [this, hit, request = m_request](const Result<QByteArray> &bytes) {
            if (request != m_request)
                return;
            if (!bytes) {
                m_shell.messages.showError(bytes.error());
                return;
            }
            m_versions.readText(hit.key.routine, *bytes, oneLine(hit.key.routine));
            if (const VersionPage *page = m_shell.documents.openVersionPage()) {
                page->page().editor().goToLine(hit.line);
                page->page().editor().setFocus();
            }
        });
}

void SearchController::goToLine()
{
    const VersionPage *page = m_shell.documents.openVersionPage();
    const Wish wish = std::exchange(m_wish, {});
    if (page == nullptr || wish.line < 0 || page->routine() != wish.routine
        || page->versionId() != wish.versionId)
        return;
    page->page().editor().goToLine(wish.line);
    page->page().editor().setFocus();
}

void SearchController::showArchive()
{
    auto *dialog = new ArchiveDialog(m_shell.services.archive(), m_shell.prompts, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SearchController::tellCondition()
{
    Archive &archive = m_shell.services.archive();
    const ArchiveCondition &condition = archive.condition();
    archive.backUpToday();
    if (!condition.hasProblem())
        return;
    m_shell.messages.showError(condition.problem);
    m_shell.messages.setAction(tr("Archive…"), this, [this] { showArchive(); });
}

} // namespace edgewright
