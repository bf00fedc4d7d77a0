// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/versioncontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/times.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "history/historypanel.h"
#include "history/versionmarkdialog.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/versionpage.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace edgewright {

VersionController::VersionController(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    const HistoryPanel *panel = &m_shell.historyPanel;
    connect(panel, &HistoryPanel::versionSelected, this, [this](const QString &id) {
        // A comparison on screen follows the list by itself.
        const bool isCompared =
            m_shell.documents.isComparing() && !m_shell.documents.compareRoutine().isEmpty();
        if (!m_selecting && !isCompared)
            read(id, false);
    });
    connect(panel, &HistoryPanel::versionActivated, this,
            [this](const QString &id) { read(id, true); });
    connect(panel, &HistoryPanel::copyIdRequested, this, &VersionController::copyId);
    connect(&m_shell.documents, &DocumentArea::languageChanged, this,
            &VersionController::retranslate);
    connect(panel, &HistoryPanel::deleteRequested, this, &VersionController::remove);
    connect(panel, &HistoryPanel::exportRequested, this,
            [this] { m_shell.actions.action(ActionId::ExportVersion).trigger(); });
    connect(panel, &HistoryPanel::markRequested, this, &VersionController::editMark);
    connect(panel, &HistoryPanel::starRequested, this, &VersionController::toggleStar);
    connect(&m_shell.services.history(), &VersionHistory::versionsKnown, this,
            &VersionController::retranslate);
}

void VersionController::read(const QString &versionId, bool takeFocus)
{
    VersionHistory &history = m_shell.services.history();
    const QString routine = history.routine();
    if (routine.isEmpty() || !history.version(versionId))
        return;
    // The list shows what the middle shows: what is published or deleted next is on the screen.
    m_selecting = true;
    if (m_shell.historyPanel.selectedIds() != QStringList{versionId})
        m_shell.historyPanel.selectVersion(versionId);
    m_selecting = false;
    open(routine, versionId);
    VersionPage *page = m_shell.documents.openVersionPage();
    if (takeFocus && page && page->hasCode())
        page->page().editor().setFocus();
}

void VersionController::open(const QString &routine, const QString &versionId)
{
    const VersionHistory &history = m_shell.services.history();
    VersionPage &page = m_shell.documents.versionPage();
    const quint64 request = ++m_request;
    const QString name = m_shell.services.names().name(m_shell.services.connection().account().id,
                                                       routine, versionId);
    m_shell.documents.setTabText(&page, name + u" · "_s + routine,
                                 tr("%1 of %2, read-only").arg(name, routine));
    if (const std::optional<VersionCode> known = history.knownCode(routine, versionId)) {
        present(page, routine, *known);
    } else {
        page.showLoading(routine, versionId, tr("Reading %1…").arg(name));
        fetch(page, {.routine = routine, .versionId = versionId, .request = request});
    }
    m_shell.documents.show(&page);
}

void VersionController::readText(const QString &routine, const QByteArray &text,
                                 const QString &title)
{
    ++m_request;
    VersionPage &page = m_shell.documents.versionPage();
    m_shell.documents.setTabText(&page, title + u" · "_s + routine,
                                 tr("%1 of %2, read-only").arg(title, routine));
    page.showCode(routine, {.version = {}, .name = title, .bytes = text, .verdict = {}},
                  tr("%1, read-only").arg(title));
    m_shell.documents.show(&page);
    page.page().editor().setFocus();
}

void VersionController::fetch(VersionPage &page, const Wish &wish)
{
    Reply<VersionCode> *reply = m_shell.services.history().fetchCode(wish.routine, wish.versionId);
    connect(&page, &VersionPage::cancelRequested, reply, &ReplyBase::cancel);
    reply->then(&page, [this, &page, wish](const Result<VersionCode> &code) {
        if (wish.request != m_request || !m_shell.documents.isOpen(&page))
            return;
        if (code)
            present(page, wish.routine, *code);
        else
            page.showProblem(tr("The code could not be read"), code.error().text());
    });
}

void VersionController::present(VersionPage &page, const QString &routine, const VersionCode &code)
{
    if (!code.verdict.isCode()) {
        page.showLoading(routine, code.version.id, {});
        page.showProblem(tr("%1 holds no code").arg(code.name), code.verdict.reason);
        return;
    }
    page.showCode(routine, code, bannerOf(code));
}

QString VersionController::bannerOf(const VersionCode &code) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (code.isLost)
        //: %1 is a version, %2 a date: since when the archive has the code
        return tr("%1, read-only · The service returned an error document instead of code. "
                  "Archived copy from %2 is available.")
            .arg(code.name, relativeTime(code.heldSince, now));
    QStringList parts{tr("%1, read-only").arg(code.name)};
    if (code.isOnlyHere)
        parts << tr("only on this computer");
    if (code.version.createdAt.isValid())
        parts << relativeTime(code.version.createdAt, now);
    parts << oneLine(code.version.description);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void VersionController::retranslate()
{
    VersionPage *page = m_shell.documents.openVersionPage();
    if (!page || !page->hasCode())
        return;
    const std::optional<VersionCode> code =
        m_shell.services.history().knownCode(page->routine(), page->versionId());
    if (code)
        page->page().setBanner(bannerOf(*code));
}

void VersionController::copyId(const QString &versionId)
{
    QGuiApplication::clipboard()->setText(versionId);
}

void VersionController::remove(const QString &versionId)
{
    VersionHistory &history = m_shell.services.history();
    const QString name = history.nameOf(versionId);
    const std::optional<CodeVersion> version = history.version(versionId);
    if (!version || version->isUnstable)
        return;
    const VersionListModel &model = history.model();
    if (model.items().at(model.rowOf(versionId)).isLive()) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            tr("%1 is live and cannot be deleted. Publish another version first.").arg(name));
        return;
    }
    // What is deleted there must be here: read back before the question is asked.
    history.codes()
        .secure(history.routine(), versionId)
        ->then(this, [this, deletion = Deletion{.routine = history.routine(),
                                                .versionId = versionId,
                                                .name = name,
                                                .description = version->description.trimmed()}](
                         const Result<> &secured) { askToDelete(deletion, secured); });
}

void VersionController::askToDelete(const Deletion &deletion, const Result<> &secured)
{
    if (m_shell.services.history().routine() != deletion.routine)
        return;
    Prompts::Question question;
    question.title = tr("Delete %1?").arg(deletion.name);
    question.text =
        secured ? tr("%1 of “%2” will be deleted from the service. Its code is in the archive on "
                     "this computer and was read back; there it stays.")
                      .arg(deletion.name, oneLine(deletion.routine))
                : tr("This is the last copy of %1 of “%2”: the archive does not have its code. It "
                     "will be deleted from the service, and this cannot be undone.")
                      .arg(deletion.name, oneLine(deletion.routine));
    question.detail = secured ? deletion.description : secured.error().text();
    question.acceptText = tr("Delete %1").arg(deletion.name);
    question.destructive = true;
    if (!secured)
        question.typeToConfirm = deletion.name;
    const auto lastCopy =
        secured ? VersionHistory::LastCopy::Keep : VersionHistory::LastCopy::GiveUp;
    m_shell.prompts.ask(this, question, [this, deletion, lastCopy](bool accepted) {
        if (accepted && m_shell.services.history().routine() == deletion.routine)
            removeNow(deletion, lastCopy);
    });
}

void VersionController::removeNow(const Deletion &deletion, VersionHistory::LastCopy lastCopy)
{
    m_shell.services.history()
        .remove(deletion.versionId, lastCopy)
        ->then(this, [this, deletion, lastCopy](const Result<> &removed) {
            if (!removed) {
                m_shell.messages.showError(removed.error());
                return;
            }
            VersionPage *page = m_shell.documents.openVersionPage();
            const bool isGone = lastCopy == VersionHistory::LastCopy::GiveUp;
            if (isGone && page && page->versionId() == deletion.versionId)
                m_shell.documents.close(page);
            m_shell.messages.showMessage(
                MessageBar::Kind::Success,
                isGone ? tr("%1 was deleted from the service.").arg(deletion.name)
                       : tr("%1 was deleted from the service; its code stays here.")
                             .arg(deletion.name));
        });
}

VersionMark VersionController::markOf(const QString &versionId) const
{
    const VersionListModel &model = m_shell.services.history().model();
    const int row = model.rowOf(versionId);
    return row < 0 ? VersionMark() : model.items().at(row).mark;
}

void VersionController::editMark(const QString &versionId)
{
    const VersionHistory &history = m_shell.services.history();
    const std::optional<CodeVersion> version = history.version(versionId);
    if (!version || version->isUnstable)
        return;
    auto *dialog = new VersionMarkDialog(history.nameOf(versionId), markOf(versionId),
                                         m_shell.historyPanel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VersionMarkDialog::marked, this,
            [this, routine = history.routine(), versionId](const VersionMark &mark) {
                keepMark(routine, versionId, mark);
            });
    dialog->open();
}

void VersionController::toggleStar(const QString &versionId)
{
    const std::optional<CodeVersion> version = m_shell.services.history().version(versionId);
    if (!version || version->isUnstable)
        return;
    VersionMark mark = markOf(versionId);
    mark.isStarred = !mark.isStarred;
    keepMark(m_shell.services.history().routine(), versionId, mark);
}

void VersionController::keepMark(const QString &routine, const QString &versionId,
                                 const VersionMark &mark)
{
    m_shell.services.history()
        .mark(routine, versionId, mark)
        ->then(this, [this](const Result<> &kept) {
            if (!kept)
                m_shell.messages.showError(kept.error());
        });
}

} // namespace edgewright
