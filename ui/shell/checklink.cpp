// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/checklink.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "editor/codeeditor.h"
#include "editor/decorators/problemmark.h"
#include "editor/editorpage.h"
#include "history/historypanel.h"
#include "publish/publishsheet.h"
#include "routines/routinespanel.h"
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
    const Way way{.accountId = m_shell.services.connection().account().id,
                  .routine = m_sheet.context().routine,
                  .versionId = m_sheet.context().versionId,
                  .environment = m_sheet.environment()};
    const QString &versionId = way.versionId;
    // The code would stand behind the sheet.
    emit m_sheet.cancelRequested();
    // Another routine may have been opened beside the sheet.
    if (m_shell.services.history().routine() != way.routine)
        emit m_shell.routinesPanel.routineActivated(way.routine);
    DraftPage *draft = m_shell.documents.draftOf(way.accountId, way.routine);
    if (!versionId.isEmpty()
        && (!draft || draft->isEdited() || draft->baseVersionId() != versionId)) {
        showInVersion(versionId, static_cast<int>(line) - 1);
    } else if (draft) {
        m_shell.documents.show(draft);
        goTo(draft->page().editor(), static_cast<int>(line) - 1);
    }
    offerReturn(way, found);
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

void CheckLink::offerReturn(const Way &way, const QString &found)
{
    m_shell.messages.showMessage(MessageBar::Kind::Warning,
                                 joinSentences(tr("Nothing was published."), oneLine(found, 300)));
    m_shell.messages.setAction(tr("Back to Publish…"), this, [this, way] {
        if (m_shell.services.connection().account().id != way.accountId
            || m_shell.services.history().routine() != way.routine)
            return;
        if (way.versionId.isEmpty())
            m_publish.open(way.environment);
        else
            m_publish.openVersion(way.versionId, way.environment);
    });
}

} // namespace edgewright
