// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/windowactions.h"

#include "base/paths.h"
#include "history/historypanel.h"
#include "routines/routinespanel.h"
#include "shell/accountcontroller.h"
#include "shell/documentarea.h"
#include "shell/draftcontroller.h"
#include "shell/draftpage.h"
#include "shell/gotodialog.h"
#include "shell/helpdialogs.h"
#include "shell/publishcontroller.h"
#include "shell/routinecontroller.h"
#include "shell/savecontroller.h"
#include "shell/serviceaccess.h"
#include "shell/versioncontroller.h"

#include <QDesktopServices>
#include <QUrl>

namespace edgewright {

WindowActions::WindowActions(QWidget &window, const ShellContext &shell,
                             const Controllers &controllers)
    : QObject(&window)
    , m_window(window)
    , m_shell(shell)
    , m_controllers(controllers)
{
    connectFiles();
    connectVersions();
    connectWindow();
    connect(&m_shell.historyPanel, &HistoryPanel::selectionChanged, this, &WindowActions::update);
    for (const auto signal : {&Connection::changed, &Connection::reachabilityChanged})
        connect(&m_shell.services.connection(), signal, this, &WindowActions::update);
    connect(&m_shell.services.lock(), &WriteLock::changed, this, &WindowActions::update);
    update();
}

template <typename Act>
void WindowActions::on(ActionId id, Act act)
{
    connect(&m_shell.actions.action(id), &QAction::triggered, this, act);
}

void WindowActions::connectFiles()
{
    const auto create = [this] { m_controllers.routines.create(m_window); };
    on(ActionId::NewRoutine, create);
    connect(&m_shell.routinesPanel, &RoutinesPanel::createRequested, this, create);
    on(ActionId::OpenFile, [this] { m_controllers.drafts.openFile(); });
    on(ActionId::SaveDraft, [this] {
        if (DraftPage *page = m_shell.documents.currentDraft())
            page->flush();
    });
    on(ActionId::SaveVersion, [this] { m_controllers.save.open(); });
    on(ActionId::ExportCode, [this] { m_controllers.drafts.exportCode(); });
    on(ActionId::CloseTab, [this] { m_shell.documents.close(m_shell.documents.currentPage()); });
    on(ActionId::Quit, [this] { m_window.close(); });
    on(ActionId::Refresh, [this] {
        m_controllers.accounts.tryAgain();
        m_controllers.routines.refresh();
    });
    on(ActionId::DeleteRoutine,
       [this] { m_controllers.routines.remove(m_shell.services.history().routine()); });
}

void WindowActions::connectVersions()
{
    const auto onSelected = [this](ActionId id, auto act) {
        on(id, [this, act] {
            const QStringList ids = m_shell.historyPanel.selectedIds();
            if (ids.size() == 1)
                act(ids.constFirst());
        });
    };
    onSelected(ActionId::OpenVersion,
               [this](const QString &id) { m_controllers.versions.read(id, true); });
    onSelected(ActionId::UseAsDraft,
               [this](const QString &id) { m_controllers.drafts.useAsDraft(id); });
    onSelected(ActionId::CopyVersionId,
               [this](const QString &id) { m_controllers.versions.copyId(id); });
    onSelected(ActionId::MarkVersion,
               [this](const QString &id) { m_controllers.versions.editMark(id); });
    onSelected(ActionId::StarVersion,
               [this](const QString &id) { m_controllers.versions.toggleStar(id); });
    onSelected(ActionId::DeleteVersion,
               [this](const QString &id) { m_controllers.versions.remove(id); });
    on(ActionId::PublishStaging, [this] { m_controllers.publish.open(kStaging); });
    on(ActionId::PublishProduction, [this] { m_controllers.publish.open(kProduction); });
}

void WindowActions::connectWindow()
{
    on(ActionId::GoTo, [this] { goTo(); });
    on(ActionId::Accounts, [this] { m_controllers.accounts.openDialog(); });
    on(ActionId::OpenDataFolder,
       [] { QDesktopServices::openUrl(QUrl::fromLocalFile(dataFolder())); });
    on(ActionId::Shortcuts, [this] { showShortcuts(m_window, m_shell.actions); });
    on(ActionId::About, [this] { showAbout(m_window); });
}

void WindowActions::goTo()
{
    auto *dialog = new GoToDialog(m_shell, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDialog::routineChosen, &m_controllers.drafts, &DraftController::open);
    connect(dialog, &GoToDialog::versionChosen, this,
            [this](const QString &id) { m_controllers.versions.read(id, true); });
    dialog->open();
}

bool WindowActions::canDeleteSelected() const
{
    const QStringList ids = m_shell.historyPanel.selectedIds();
    const VersionListModel &model = m_shell.services.history().model();
    const int row = ids.size() == 1 ? model.rowOf(ids.constFirst()) : -1;
    return row >= 0 && model.items().at(row).onService && !model.items().at(row).isLive()
           && !model.items().at(row).version.isUnstable;
}

void WindowActions::enable(std::initializer_list<ActionId> ids, bool on) const
{
    for (const ActionId id : ids)
        m_shell.actions.action(id).setEnabled(on);
}

QString WindowActions::whyNoChangeHere() const
{
    return whyNoChange(m_shell.services.connection(), m_shell.services.history().routine());
}

void WindowActions::enableUnless(const QString &obstacle, std::initializer_list<ActionId> ids,
                                 bool on) const
{
    enable(ids, on && obstacle.isEmpty());
    for (const ActionId id : ids) {
        // An empty tip stands for the action's own text.
        m_shell.actions.action(id).setToolTip(obstacle);
        m_shell.actions.action(id).setStatusTip(obstacle);
    }
}

void WindowActions::update()
{
    const Connection &connection = m_shell.services.connection();
    const bool hasRoutine = !m_shell.services.history().routine().isEmpty();
    const qsizetype selected = m_shell.historyPanel.selectedIds().size();
    enable({ActionId::Refresh}, !connection.account().id.isEmpty());
    enableUnless(whyNoChange(connection, {}), {ActionId::NewRoutine}, true);
    enableUnless(whyNoChangeHere(),
                 {ActionId::MakeRoom, ActionId::SaveVersion, ActionId::PublishStaging,
                  ActionId::PublishProduction, ActionId::AdjustSplit, ActionId::RollBack,
                  ActionId::DeleteRoutine},
                 hasRoutine);
    enable({ActionId::OpenStaging}, hasRoutine);
    enable({ActionId::CompareDraftProduction, ActionId::CompareDraftStaging,
            ActionId::CompareDraftBase, ActionId::CompareStagingProduction,
            ActionId::CompareClipboard, ActionId::CompareFile, ActionId::CompareOther},
           hasRoutine);
    enable({ActionId::SaveDraft, ActionId::OpenFile, ActionId::DiscardDraft},
           m_shell.documents.currentDraft() != nullptr);
    enable({ActionId::OpenVersion, ActionId::UseAsDraft, ActionId::CopyVersionId,
            ActionId::MarkVersion, ActionId::StarVersion},
           selected == 1);
    enableUnless(whyNoChangeHere(), {ActionId::DeleteVersion}, canDeleteSelected());
    enable({ActionId::CompareSelected}, selected == 1 || selected == 2);
    enable({ActionId::NextChange, ActionId::PreviousChange, ActionId::GoToDraftLine,
            ActionId::CopyBothSides, ActionId::ExportPatch, ActionId::ExportHtml,
            ActionId::ExportMarkdown},
           m_shell.documents.isComparing());
    enable({ActionId::CloseTab}, m_shell.documents.currentPage() != nullptr);
}

} // namespace edgewright
