// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/savecontroller.h"

#include "common/messagebar.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "publish/saveversionsheet.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"

namespace edgewright {

SaveController::SaveController(const ShellContext &shell, SaveVersionSheet &sheet, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
{
    connect(&m_sheet, &SaveVersionSheet::saveRequested, this, &SaveController::start);
    connect(&m_sheet, &SaveVersionSheet::cancelRequested, this, &SaveController::cancel);
    connect(&m_sheet, &SaveVersionSheet::publishExistingRequested, this,
            &SaveController::publishExisting);
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this,
            &SaveController::close);
}

void SaveController::open(bool publishAfter)
{
    DraftPage *page = m_shell.documents.currentDraft();
    if (!page)
        page = m_shell.documents.draftOf(m_shell.services.connection().account().id,
                                         m_shell.services.history().routine());
    if (!page || !page->isLoaded() || isRunning())
        return;
    m_shell.documents.show(page);
    m_page = page;
    m_publishAfter = publishAfter;
    const QByteArray code = page->text();
    const VersionHistory &history = m_shell.services.history();
    m_sheet.setContext({.routine = page->routine(),
                        .size = code.size(),
                        .used = history.used(),
                        .quota = history.quota(),
                        .sameAsName = history.nameOf(equalVersion(code))});
    m_sheet.open();
}

void SaveController::start(const QString &description)
{
    if (!m_page || isRunning())
        return;
    Connection &connection = m_shell.services.connection();
    const QByteArray code = m_page->text();
    const QString routine = m_page->routine();
    QStringList known;
    for (const VersionListModel::Item &item : m_shell.services.history().model().items())
        known.append(item.version.id);
    m_flow = new SaveVersionFlow(connection, this);
    connect(m_flow, &SaveVersionFlow::stepChanged, this, [this](SaveVersionFlow::Step step) {
        m_sheet.setStep(SaveVersionFlow::describe(step), 0, 0, m_flow->canCancel());
    });
    connect(m_flow, &SaveVersionFlow::progressed, this, [this](qint64 sent, qint64 total) {
        m_sheet.setStep(SaveVersionFlow::describe(m_flow->step()), sent, total,
                        m_flow->canCancel());
    });
    connect(m_flow, &SaveVersionFlow::finished, this,
            [this, routine, code](const Result<QString> &versionId) {
                finish(routine, code, versionId);
            });
    m_flow->start(
        {.routine = routine, .description = description, .code = code, .knownVersionIds = known});
}

void SaveController::publishExisting()
{
    const QString versionId = m_page ? equalVersion(m_page->text()) : QString();
    const QByteArray code = m_page ? m_page->text() : QByteArray();
    if (versionId.isEmpty())
        return;
    m_page->rebase(versionId, code);
    close();
    emit saved(versionId, true);
}

void SaveController::cancel()
{
    if (!isRunning())
        close();
    else if (m_flow->canCancel())
        m_flow->cancel();
}

void SaveController::close()
{
    m_sheet.dismiss();
    if (m_flow)
        m_flow->deleteLater();
    m_flow = nullptr;
    if (m_page && m_page->isLoaded())
        m_page->page().editor().setFocus();
    m_page = nullptr;
}

void SaveController::finish(const QString &routine, const QByteArray &code,
                            const Result<QString> &versionId)
{
    if (m_flow)
        m_flow->deleteLater();
    m_flow = nullptr;
    if (!versionId) {
        if (versionId.error().code == ErrorCode::Cancelled)
            close();
        else
            m_sheet.showError(versionId.error());
        m_shell.services.history().refresh();
        return;
    }
    if (m_page)
        m_page->rebase(*versionId, code);
    const QString id = *versionId;
    const bool publishAfter = m_publishAfter;
    close();
    VersionHistory &history = m_shell.services.history();
    // The new version has its name once the list was read again.
    connect(
        &history, &VersionHistory::refreshed, this,
        [this, routine, id, publishAfter] {
            const QString name = m_shell.services.names().name(
                m_shell.services.connection().account().id, routine, id);
            m_shell.messages.showMessage(
                MessageBar::Kind::Success,
                tr("Saved as %1 and read back: the same bytes are on the service.").arg(name));
            emit saved(id, publishAfter);
        },
        Qt::SingleShotConnection);
    history.refresh();
}

QString SaveController::equalVersion(const QByteArray &code) const
{
    const VersionHistory &history = m_shell.services.history();
    for (const VersionListModel::Item &item : m_shell.services.history().model().items()) {
        const std::optional<VersionCode> known =
            history.knownCode(history.routine(), item.version.id);
        if (known && !item.version.isUnstable && known->bytes == code)
            return item.version.id;
    }
    return {};
}

} // namespace edgewright
