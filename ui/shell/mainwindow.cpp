// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "common/dialogprompts.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/themeservice.h"
#include "history/historypanel.h"
#include "history/ledgerpanel.h"
#include "history/localhistoryview.h"
#include "publish/livestrip.h"
#include "routines/routinespanel.h"
#include "shell/accountcontroller.h"
#include "shell/archiveindicator.h"
#include "shell/bottompanel.h"
#include "shell/comparecontroller.h"
#include "shell/compareexporter.h"
#include "shell/comparefollower.h"
#include "shell/documentarea.h"
#include "shell/draftcontroller.h"
#include "shell/draftpage.h"
#include "shell/editoractions.h"
#include "shell/exportcontroller.h"
#include "shell/importcontroller.h"
#include "shell/ledgercontroller.h"
#include "shell/livestripcontroller.h"
#include "shell/localhistorycontroller.h"
#include "shell/lockcontroller.h"
#include "shell/publishedbar.h"
#include "shell/probecontroller.h"
#include "shell/publishing.h"
#include "shell/rollbackcontroller.h"
#include "shell/routinecontroller.h"
#include "shell/searchcontroller.h"
#include "shell/sessioncontroller.h"
#include "shell/splitcontroller.h"
#include "shell/startpage.h"
#include "shell/statusline.h"
#include "shell/timetravelcontroller.h"
#include "shell/versioncontroller.h"
#include "shell/viewcontroller.h"
#include "shell/windowactions.h"
#include "shell/windowmenus.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLocale>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kRoutinesWidth = 270;
constexpr int kVersionsWidth = 320;

} // namespace

MainWindow::MainWindow(const Surroundings &surroundings)
    : m_around(surroundings)
    , m_prompts(std::make_unique<DialogPrompts>(this))
    , m_status(new StatusLine(this))
{
    setObjectName(u"mainWindow"_s);
    m_menus = std::make_unique<WindowMenus>(*this, m_actions);
    setStatusBar(m_status);
    buildDocks();
    buildMiddle();
    buildControllers();
    buildStartPage();
    m_status->watch(*m_shell);
    m_status->addPermanentWidget(
        new ArchiveIndicator(m_around.services.archiver(), m_around.themes, m_status));
    connect(&m_around.themes, &ThemeService::changed, this, &MainWindow::applyTheme);
    applyTheme();
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::start(const StartOptions &options)
{
    m_view->start(options);
    m_view->restoreLayout();
    if (options.comparedFiles.size() == 2) {
        compareFiles(options.comparedFiles);
        return;
    }
    m_accounts->start(options);
}

void MainWindow::compareFiles(const QStringList &paths)
{
    // Routines belong into the one window that keeps their drafts.
    m_isForFiles = true;
    m_routinesDock->hide();
    m_versionsDock->hide();
    m_bottom->hide();
    findChild<QToolBar *>(u"mainToolBar"_s)->hide();
    for (const ActionId id : {ActionId::Accounts, ActionId::ShowRoutines, ActionId::ShowVersions,
                              ActionId::LocalHistory, ActionId::GoTo})
        m_actions.action(id).setEnabled(false);
    connect(m_compare, &CompareController::changed, this, &MainWindow::showCurrentRoutine);
    m_compare->compareFiles(paths[0], paths[1]);
    connect(&m_shell->documents, &DocumentArea::currentChanged, this, [this] {
        if (!m_shell->documents.currentPage())
            close();
    });
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_publishing->stop()) {
        // Half a publish is worse than a window that closes a second later.
        event->ignore();
        m_closing = true;
        m_shell->messages.showMessage(
            MessageBar::Kind::Info,
            tr("A change of the service is under way; Edgewright closes when it is done."));
        return;
    }
    m_drafts->flushAll();
    const QStringList unsafe = m_drafts->unsafeRoutines();
    if (!unsafe.isEmpty()) {
        event->ignore();
        m_shell->messages.showMessage(
            MessageBar::Kind::Error,
            tr("The draft of %1 could not be put on the disk. Edgewright stays open so that "
               "nothing is lost: make room, or export the code.")
                .arg(oneLine(QLocale().createSeparatedList(unsafe))));
        return;
    }
    m_session->rememberNow();
    if (!m_isForFiles)
        m_view->rememberLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::buildDocks()
{
    AppServices &services = m_around.services;
    const auto makeDock = [this](const QString &name, QWidget *panel, Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(this);
        dock->setObjectName(name);
        dock->setTitleBarWidget(new QWidget(dock));
        dock->setWidget(panel);
        addDockWidget(area, dock);
        return dock;
    };
    m_routinesDock = makeDock(u"routinesDock"_s,
                              new RoutinesPanel(services.catalog().model(), m_around.themes, this),
                              Qt::LeftDockWidgetArea);
    auto *right = new QSplitter(Qt::Vertical, this);
    right->setObjectName(u"versionsSplitter"_s);
    right->setChildrenCollapsible(false);
    right->addWidget(new HistoryPanel(services.history().model(), m_around.themes, right));
    right->setFocusProxy(right->widget(0));
    m_localHistory = new LocalHistoryView(right);
    right->addWidget(m_localHistory);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 1);
    m_versionsDock = makeDock(u"versionsDock"_s, right, Qt::RightDockWidgetArea);
    m_bottom = new BottomPanel(this);
    addDockWidget(Qt::BottomDockWidgetArea, m_bottom);
    // The lists beside the code keep their full height.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    resizeDocks({m_routinesDock, m_versionsDock}, {kRoutinesWidth, kVersionsWidth}, Qt::Horizontal);
}

void MainWindow::buildMiddle()
{
    m_middle = new QWidget(this);
    auto *layout = new QVBoxLayout(m_middle);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *strip = new LiveStrip(m_around.themes, m_middle);
    auto *messages = new MessageBar(m_around.themes, m_middle);
    auto *documents = new DocumentArea(m_around.themes, m_middle);
    layout->addWidget(strip);
    layout->addWidget(messages);
    layout->addWidget(documents, 1);
    setCentralWidget(m_middle);
    m_shell = std::make_unique<ShellContext>(ShellContext{
        .services = m_around.services,
        .prompts = *m_prompts,
        .themes = m_around.themes,
        .routinesPanel = *qobject_cast<RoutinesPanel *>(m_routinesDock->widget()),
        .historyPanel = *m_versionsDock->findChild<HistoryPanel *>(),
        .documents = *documents,
        .liveStrip = *strip,
        .messages = *messages,
        .bottom = *m_bottom,
        .actions = m_actions,
    });
}

void MainWindow::buildStartPage()
{
    auto *page = new StartPage(this);
    connect(page, &StartPage::connectRequested, m_accounts, &AccountController::openDialog);
    connect(page, &StartPage::sandboxRequested, m_accounts,
            [this] { m_accounts->connectToSandbox(); });
    const Connection *connection = &m_around.services.connection();
    const auto update = [page, this] {
        page->setConnected(m_around.services.connection().state() == ConnectionState::Connected);
    };
    connect(connection, &Connection::changed, page, update);
    m_shell->documents.setStartPage(page);
}

void MainWindow::buildControllers()
{
    m_view = new ViewController({.window = *this,
                                 .actions = m_actions,
                                 .settings = m_around.settings,
                                 .themes = m_around.themes,
                                 .language = m_around.language,
                                 .routines = *m_routinesDock,
                                 .versions = *m_versionsDock,
                                 .bottom = *m_bottom,
                                 .documents = m_shell->documents},
                                this);
    // First of all that hear of it: the others close the tabs that are to be remembered.
    connect(&m_around.services.connection(), &Connection::aboutToChange, this,
            [this] { m_session->leaveAccount(); });
    m_drafts = new DraftController(*m_shell, this);
    m_routines = new RoutineController(*m_shell, *m_drafts, this);
    m_versions = new VersionController(*m_shell, this);
    m_compare = new CompareController(*m_shell, m_around.settings, this);
    m_session = new SessionController(
        *m_shell, {.drafts = *m_drafts, .versions = *m_versions, .compare = *m_compare}, this);
    buildMemoryControllers();
    m_publishing = new Publishing(*m_shell, m_around.settings, this);
    m_accounts = new AccountController(*m_shell, m_around.settings, *this, this);
    m_editorActions = new EditorActions(*m_shell, m_actions, m_around.settings, this);
    m_strip = new LiveStripController(*m_shell, this);
    m_windowActions = new WindowActions(*this, *m_shell,
                                        {.accounts = *m_accounts,
                                         .drafts = *m_drafts,
                                         .publish = m_publishing->publish(),
                                         .routines = *m_routines,
                                         .save = m_publishing->save(),
                                         .versions = *m_versions});
    new LockController(*m_shell, *this, this);
    connectControllers();
}

void MainWindow::buildMemoryControllers()
{
    new CompareExporter(*m_shell, *m_compare, this);
    new CompareFollower(*m_shell, *m_compare, this);
    new LocalHistoryController(
        *m_shell, *m_localHistory,
        {.drafts = *m_drafts, .versions = *m_versions, .compare = *m_compare}, this);
    connect(&m_actions.action(ActionId::LocalHistory), &QAction::triggered, this, [this] {
        m_versionsDock->show();
        m_localHistory->setFocus();
    });
    new TimeTravelController(*m_shell, *m_versions, this);
    new ExportController(*m_shell, this);
    new ImportController(*this, *m_shell, *m_drafts);
    new LedgerController(*m_shell, *m_compare, *m_versions, this);
    new ProbeController(*m_shell, m_around.settings, *m_compare, this);
    new SearchController(*this, *m_shell, *m_versions);
}

void MainWindow::connectControllers()
{
    connect(m_strip, &LiveStripController::versionWanted, this,
            [this](const QString &id) { m_versions->read(id, true); });
    qobject_cast<QVBoxLayout *>(m_middle->layout())->insertWidget(1, &m_publishing->bar());
    connect(m_strip, &LiveStripController::rollbackWanted, &m_publishing->rollback(),
            &RollbackController::open);
    connect(m_strip, &LiveStripController::splitWanted, &m_publishing->split(),
            &SplitController::open);
    connect(m_bottom->findChild<LedgerPanel *>(), &LedgerPanel::rollbackRequested,
            &m_publishing->rollback(), &RollbackController::openShares);
    connect(m_publishing, &Publishing::idle, this, &MainWindow::closeWhenIdle);
    connect(m_publishing, &Publishing::compareRequested, this,
            [this](const QString &from, const QString &to) {
                const QString routine = m_compare->currentRoutine();
                const CompareSource draft = DraftSource{.routine = routine};
                const CompareSource version = VersionSource{.routine = routine, .versionId = to};
                m_compare->compare({.left = VersionSource{.routine = routine, .versionId = from},
                                    .right = to.isEmpty() ? draft : version});
            });
    connect(m_publishing, &Publishing::textsCompareRequested, m_compare,
            [this](const SourcePair &pair) { m_compare->compare(pair); });
    connect(&m_shell->historyPanel, &HistoryPanel::useAsDraftRequested, m_drafts,
            &DraftController::useAsDraft);
    connect(&m_shell->documents, &DocumentArea::currentChanged, this,
            &MainWindow::showCurrentRoutine);
    connect(&m_shell->documents, &DocumentArea::draftAdded, this, [this](const DraftPage *page) {
        for (const auto signal : {&DraftPage::loaded, &DraftPage::baseChanged})
            connect(page, signal, this, &MainWindow::showCurrentRoutine);
    });
}

void MainWindow::closeWhenIdle()
{
    if (std::exchange(m_closing, false))
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
}

void MainWindow::showCurrentRoutine()
{
    VersionHistory &history = m_around.services.history();
    const QString shown = m_shell->documents.currentRoutine();
    const bool anyDraft = !m_shell->documents.drafts().isEmpty();
    if ((!shown.isEmpty() || !anyDraft) && history.routine() != shown)
        history.setRoutine(shown);
    const DraftPage *page =
        m_shell->documents.draftOf(m_around.services.connection().account().id, history.routine());
    history.setBase(page ? page->baseVersionId() : QString());
    m_shell->routinesPanel.setCurrentRoutine(history.routine());
    const QString routine = m_around.services.history().routine();
    if (routine != m_routine) {
        // What was said of another routine would be read as said of this one.
        m_shell->messages.clear();
        m_routine = routine;
    }
    m_strip->update();
    if (m_isForFiles && m_compare->pair())
        setWindowTitle(m_compare->shortTitle() + u" — Edgewright"_s);
    else
        setWindowTitle(routine.isEmpty() ? u"Edgewright"_s : u"Edgewright — "_s + oneLine(routine));
    m_windowActions->update();
}

void MainWindow::applyTheme()
{
    m_menus->applyTheme(m_around.themes.current());
    m_shell->documents.applyTheme();
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    m_menus->retranslate();
    m_shell->messages.setPlace(tr("Code"));
    m_routinesDock->setWindowTitle(tr("Routines"));
    m_versionsDock->setWindowTitle(tr("Versions"));
    showCurrentRoutine();
    // What these say was put together before: say it again in the new language.
    m_accounts->showState();
    m_shell->messages.clear();
}

} // namespace edgewright
