// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/importcontroller.h"

#include "base/background.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/draftcontroller.h"
#include "shell/draftpage.h"
#include "shell/importdialog.h"

#include <QFileInfo>

namespace edgewright {

ImportController::ImportController(QWidget &window, const ShellContext &shell,
                                   DraftController &drafts)
    : QObject(&window)
    , m_window(window)
    , m_shell(shell)
    , m_drafts(drafts)
{
    connect(&m_shell.actions.action(ActionId::ImportFolder), &QAction::triggered, this, [this] {
        if (DraftPage *page = draft())
            m_shell.prompts.chooseFolder(page, tr("Import from Folder"),
                                         [this, page](const QString &path) {
                                             if (!path.isEmpty())
                                                 read(page, path, &codeimport::readFolder);
                                         });
    });
    connect(&m_shell.actions.action(ActionId::ImportZip), &QAction::triggered, this, [this] {
        if (DraftPage *page = draft())
            m_shell.prompts.chooseFileToOpen(page, tr("Import from Zip"),
                                             [this, page](const QString &path) {
                                                 if (!path.isEmpty())
                                                     read(page, path, &codeimport::readZip);
                                             });
    });
    connect(&m_shell.documents, &DocumentArea::currentChanged, this,
            &ImportController::updateActions);
    connect(&m_shell.documents, &DocumentArea::draftAdded, this, [this](const DraftPage *page) {
        connect(page, &DraftPage::loaded, this, &ImportController::updateActions);
    });
    updateActions();
}

void ImportController::updateActions()
{
    for (const ActionId id : {ActionId::ImportFolder, ActionId::ImportZip})
        m_shell.actions.action(id).setEnabled(draft() != nullptr);
}

DraftPage *ImportController::draft() const
{
    DraftPage *page = m_shell.documents.currentDraft();
    return page && page->isLoaded() ? page : nullptr;
}

void ImportController::read(DraftPage *page, const QString &path, Reader reader)
{
    // Stops looking when the tab goes.
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    connect(page, &QObject::destroyed, this, [cancelled] { cancelled->store(true); });
    runInBackground<ImportSource>(page, [path, reader, cancelled] {
        return reader(path, cancelled.get());
    })->then(page, [this, page](const Result<ImportSource> &source) {
        if (source)
            choose(page, *source);
        else
            m_shell.messages.showError(source.error());
    });
}

void ImportController::choose(DraftPage *page, const ImportSource &source)
{
    if (source.candidates.size() == 1) {
        take(page, source, source.candidates.constFirst().path);
        return;
    }
    auto *dialog = new ImportDialog(source, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::chosen, page,
            [this, page, source](const QString &path) { take(page, source, path); });
    dialog->open();
}

void ImportController::take(DraftPage *page, const ImportSource &source, const QString &path)
{
    runInBackground<QByteArray>(page, [source, path] {
        return codeimport::readCandidate(source, path);
    })->then(page, [this, page, path](const Result<QByteArray> &code) {
        if (!code) {
            m_shell.messages.showError(code.error());
            return;
        }
        if (!m_drafts.isReplaced(page->takeText(*code)))
            return;
        m_shell.messages.showMessage(
            MessageBar::Kind::Info,
            joinSentences(
                tr("The draft is now the text of “%1”.").arg(oneLine(QFileInfo(path).fileName())),
                DraftController::wayBack()));
        page->page().editor().setFocus();
    });
}

} // namespace edgewright
