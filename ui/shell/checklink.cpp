// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/checklink.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "editor/codeeditor.h"
#include "editor/decorators/problemmark.h"
#include "editor/editorpage.h"
#include "history/historypanel.h"
#include "publish/publishsheet.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/publishcontroller.h"
#include "shell/versionpage.h"

namespace edgewright {

CheckLink::CheckLink(const ShellContext &shell, PublishSheet &sheet, PublishController &publish,
                     QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
    , m_publish(publish)
{
    connect(&sheet, &PublishSheet::lineRequested, this, &CheckLink::follow);
}

void CheckLink::follow(qint64 line, const QString &found)
{
    if (m_sheet.isWorking() || line < 1)
        return;
    const QString versionId = m_sheet.context().versionId;
    const QString environment = m_sheet.environment();
    DraftPage *draft = m_shell.documents.draftOf(m_shell.services.connection().account().id,
                                                 m_sheet.context().routine);
    // The code would stand behind the sheet.
    emit m_sheet.cancelRequested();
    if (!versionId.isEmpty()
        && (!draft || draft->isEdited() || draft->baseVersionId() != versionId)) {
        showInVersion(versionId, static_cast<int>(line) - 1);
    } else if (draft) {
        m_shell.documents.show(draft);
        goTo(draft->page().editor(), static_cast<int>(line) - 1);
    }
    offerReturn(versionId, environment, found);
}

void CheckLink::showInVersion(const QString &versionId, int line)
{
    emit m_shell.historyPanel.versionActivated(versionId);
    VersionPage *page = m_shell.documents.openVersionPage();
    if (!page || page->versionId() != versionId)
        return;
    if (page->hasCode()) {
        goTo(page->page().editor(), line);
        return;
    }
    connect(
        page, &VersionPage::codeShown, this,
        [this, page, versionId, line] {
            if (page->versionId() == versionId)
                goTo(page->page().editor(), line);
        },
        Qt::SingleShotConnection);
}

void CheckLink::goTo(CodeEditor &editor, int line)
{
    editor.goToLine(line);
    editor.setFocus();
    auto *mark = editor.findChild<ProblemMark *>(QString(), Qt::FindDirectChildrenOnly);
    if (!mark)
        mark = new ProblemMark(editor);
    mark->mark(line, m_shell.themes.current().error.text);
}

void CheckLink::offerReturn(const QString &versionId, const QString &environment,
                            const QString &found)
{
    const QString routine = m_shell.services.history().routine();
    m_shell.messages.showMessage(MessageBar::Kind::Warning,
                                 joinSentences(tr("Nothing was published."), oneLine(found, 300)));
    m_shell.messages.setAction(tr("Back to Publish…"), this,
                               [this, versionId, environment, routine] {
                                   if (m_shell.services.history().routine() != routine)
                                       return;
                                   if (versionId.isEmpty())
                                       m_publish.open(environment);
                                   else
                                       m_publish.openVersion(versionId, environment);
                               });
}

} // namespace edgewright
