// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/versioncontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/times.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "history/historypanel.h"
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
        if (!m_selecting)
            read(id, false);
    });
    connect(panel, &HistoryPanel::versionActivated, this,
            [this](const QString &id) { read(id, true); });
    connect(panel, &HistoryPanel::copyIdRequested, this, &VersionController::copyId);
    connect(&m_shell.documents, &DocumentArea::languageChanged, this,
            &VersionController::retranslate);
    connect(panel, &HistoryPanel::deleteRequested, this, &VersionController::remove);
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
    VersionPage &page = m_shell.documents.versionPage();
    const quint64 request = ++m_request;
    const QString name = history.nameOf(versionId);
    m_shell.documents.setTabText(&page, name + u" · "_s + routine,
                                 tr("%1 of %2, read-only").arg(name, routine));
    if (const std::optional<VersionCode> known = history.knownCode(routine, versionId)) {
        present(page, routine, *known);
    } else {
        page.showLoading(routine, versionId, tr("Reading %1…").arg(name));
        fetch(page, {.routine = routine, .versionId = versionId, .request = request});
    }
    open(routine, versionId);
    VersionPage *page = m_shell.documents.openVersionPage();
    if (takeFocus && page && page->hasCode())
        page->page().editor().setFocus();
}

void VersionController::open(const QString &routine, const QString &versionId)
{
    const VersionHistory &history = m_shell.services.history();
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
    const QString description = oneLine(code.version.description);
    QString banner = tr("%1, read-only").arg(code.name);
    if (code.version.createdAt.isValid())
        banner += u" · "_s + relativeTime(code.version.createdAt, QDateTime::currentDateTimeUtc());
    if (!description.isEmpty())
        banner += u" · "_s + description;
    return banner;
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
    Prompts::Question question;
    question.title = tr("Delete %1?").arg(name);
    question.text = tr("%1 of “%2” will be deleted from the service. This cannot be undone.")
                        .arg(name, oneLine(history.routine()));
    question.detail = version->description.trimmed();
    question.acceptText = tr("Delete %1").arg(name);
    question.destructive = true;
    m_shell.prompts.ask(this, question, [this, versionId, name](bool accepted) {
        if (accepted)
            removeNow(versionId, name);
    });
}

void VersionController::removeNow(const QString &versionId, const QString &name)
{
    m_shell.services.history().remove(versionId)->then(
        this, [this, versionId, name](const Result<> &removed) {
            if (!removed) {
                m_shell.messages.showError(removed.error());
                return;
            }
            VersionPage *page = m_shell.documents.openVersionPage();
            if (page && page->versionId() == versionId)
                m_shell.documents.close(page);
            m_shell.messages.showMessage(MessageBar::Kind::Success,
                                         tr("%1 was deleted from the service.").arg(name));
        });
}

} // namespace edgewright
