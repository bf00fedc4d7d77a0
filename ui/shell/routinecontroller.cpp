// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/routinecontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "history/historypanel.h"
#include "routines/newroutinedialog.h"
#include "routines/routinespanel.h"
#include "shell/documentarea.h"
#include "shell/draftcontroller.h"
#include "shell/draftpage.h"
#include "shell/serviceaccess.h"

namespace edgewright {

RoutineController::RoutineController(const ShellContext &shell, DraftController &drafts,
                                     QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_drafts(drafts)
{
    const RoutinesPanel *panel = &m_shell.routinesPanel;
    connect(panel, &RoutinesPanel::routineActivated, &m_drafts, &DraftController::open);
    connect(panel, &RoutinesPanel::refreshRequested, this, &RoutineController::refresh);
    connect(panel, &RoutinesPanel::deleteRequested, this, &RoutineController::remove);
    connect(panel, &RoutinesPanel::cancelRequested, this,
            [this] { m_shell.services.catalog().cancel(); });
    connect(&m_shell.historyPanel, &HistoryPanel::cancelRequested, &m_shell.services.history(),
            &VersionHistory::cancel);
    watchCatalog();
    watchAccess();
}

void RoutineController::watchCatalog()
{
    const RoutineCatalog *catalog = &m_shell.services.catalog();
    const VersionHistory *history = &m_shell.services.history();
    connect(catalog, &RoutineCatalog::refreshStarted, this,
            [this] { m_shell.routinesPanel.setBusy(true, tr("Reading the routines…")); });
    connect(catalog, &RoutineCatalog::listed, this, [this] {
        // A draft may have been opened before there was a list to mark it in.
        m_shell.routinesPanel.setCurrentRoutine(m_shell.services.history().routine());
    });
    connect(catalog, &RoutineCatalog::restored, this, &RoutineController::showCount);
    connect(catalog, &RoutineCatalog::refreshed, this, [this] {
        m_shell.routinesPanel.setBusy(false, {});
        m_shell.routinesPanel.clearError();
        showCount();
    });
    connect(catalog, &RoutineCatalog::refreshFailed, this, [this](const Error &error) {
        m_shell.routinesPanel.setBusy(false, {});
        if (error.code != ErrorCode::Cancelled)
            m_shell.routinesPanel.showError(error);
    });
    connect(history, &VersionHistory::refreshStarted, this,
            [this] { m_shell.historyPanel.setBusy(true, tr("Reading the versions…")); });
    connect(history, &VersionHistory::refreshed, this, [this] {
        m_shell.historyPanel.setBusy(false, {});
        m_shell.historyPanel.clearError();
        showRoom();
    });
    connect(history, &VersionHistory::refreshFailed, this, [this](const Error &error) {
        m_shell.historyPanel.setBusy(false, {});
        if (error.code != ErrorCode::Cancelled)
            m_shell.historyPanel.showError(error);
    });
    connect(&m_shell.historyPanel, &HistoryPanel::refreshRequested, &m_shell.services.history(),
            &VersionHistory::refresh);
}

void RoutineController::watchAccess()
{
    const Connection *connection = &m_shell.services.connection();
    connect(connection, &Connection::changed, this, &RoutineController::showAccess);
    connect(connection, &Connection::reachabilityChanged, this, &RoutineController::showAccess);
    connect(&m_shell.services.lock(), &WriteLock::changed, this, &RoutineController::showAccess);
    connect(&m_shell.services.quota(), &VersionQuota::changed, this, &RoutineController::showRoom);
    // The window has told the history which routine that is by then.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &RoutineController::showAccess,
            Qt::QueuedConnection);
    connect(connection, &Connection::aboutToChange, this, &RoutineController::forgetAccount);
    connect(&m_shell.services.history(), &VersionHistory::versionsKnown, this, [this] {
        showRoom();
        showAccess();
    });
    showAccess();
}

void RoutineController::showAccess()
{
    const Connection &connection = m_shell.services.connection();
    const QString reason = whyNoService(connection);
    m_shell.historyPanel.setWritable(reason.isEmpty(), reason);
    const std::optional<Error> locked =
        connection.writeRefusal(m_shell.services.history().routine());
    m_shell.historyPanel.setLocked(locked ? locked->text() : QString());
    const QString obstacle = whyNoChange(connection, {});
    m_shell.routinesPanel.setWritable(obstacle.isEmpty(), obstacle);
    const bool hasRoutine = !m_shell.services.history().routine().isEmpty();
    if (!hasRoutine)
        m_shell.historyPanel.setAbsence(tr("No routine is open"),
                                        tr("The versions of the open routine appear here."));
    else if (reason.isEmpty())
        m_shell.historyPanel.setAbsence({}, {});
    else
        m_shell.historyPanel.setAbsence(
            tr("Nothing archived yet"),
            tr("%1 Versions that were read before would stand here.", "%1 is a sentence")
                .arg(reason));
}

void RoutineController::showCount()
{
    const RoutineCatalog &catalog = m_shell.services.catalog();
    m_shell.routinesPanel.setQuota(
        static_cast<int>(m_shell.services.catalog().model().items().size()), catalog.quota());
}

void RoutineController::showRoom()
{
    VersionHistory &history = m_shell.services.history();
    const QString routine = history.routine();
    const bool isKnown = history.isListed() || history.book().isArchiveRead(routine);
    m_shell.historyPanel.setRoom(history.used(), isKnown ? history.quota() : 0);
}

void RoutineController::forgetAccount()
{
    // Nothing of the account that was left is said of the next one.
    m_shell.historyPanel.setBusy(false, {});
    m_shell.historyPanel.clearError();
    m_shell.historyPanel.setRoom(0, 0);
    m_shell.routinesPanel.setBusy(false, {});
    m_shell.routinesPanel.clearError();
}

void RoutineController::create(QWidget &window)
{
    if (!m_shell.services.connection().isReachable())
        return;
    auto *dialog = new NewRoutineDialog(m_shell.themes, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewRoutineDialog::createRequested, this,
            [this, dialog](const QString &name, const QString &description) {
                createNow(dialog, name, description);
            });
    dialog->open();
}

void RoutineController::createNow(NewRoutineDialog *dialog, const QString &name,
                                  const QString &description)
{
    dialog->setBusy(true);
    m_shell.services.catalog()
        .create(name, description)
        ->then(this, [this, name, dialog = QPointer(dialog)](const Result<> &created) {
            if (created && dialog)
                dialog->accept();
            if (created)
                m_drafts.open(name);
            else if (dialog)
                dialog->showError(created.error());
            else
                m_shell.messages.showError(created.error());
        });
}

void RoutineController::remove(const QString &name)
{
    if (name.isEmpty())
        return;
    Prompts::Question question;
    question.title = tr("Delete “%1”?").arg(oneLine(name));
    question.text = tr("The routine, all its versions and everything it has live will be deleted "
                       "from the service. This cannot be undone.");
    question.acceptText = tr("Delete Routine");
    question.destructive = true;
    question.typeToConfirm = name;
    m_shell.prompts.ask(this, question, [this, name](bool accepted) {
        if (accepted)
            removeNow(name);
    });
}

void RoutineController::removeNow(const QString &name)
{
    m_shell.services.catalog().remove(name)->then(this, [this, name](const Result<> &removed) {
        if (!removed) {
            m_shell.messages.showError(removed.error());
            return;
        }
        // The draft stays on the disk: what was typed is not the service's to delete.
        if (DraftPage *page =
                m_shell.documents.draftOf(m_shell.services.connection().account().id, name))
            m_shell.documents.close(page);
        m_shell.messages.showMessage(MessageBar::Kind::Success,
                                     tr("“%1” was deleted from the service.").arg(oneLine(name)));
    });
}

void RoutineController::refresh()
{
    m_shell.services.catalog().refresh();
    if (!m_shell.services.history().routine().isEmpty())
        m_shell.services.history().refresh();
}

} // namespace edgewright
