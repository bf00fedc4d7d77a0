// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/exportcontroller.h"

#include "archive/exportnames.h"
#include "archive/folderwriter.h"
#include "archive/gitimport.h"
#include "archive/gitstreamwriter.h"
#include "archive/historyexport.h"
#include "archive/zipwriter.h"
#include "base/durablefile.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "history/historypanel.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/versionpage.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qint64 kProgressPauseMs = 1000;
constexpr qsizetype kMostNamed = 10;

/// The first few of a long list.
QString listed(const QStringList &names)
{
    QStringList shown = names.mid(0, kMostNamed);
    if (shown.size() < names.size())
        shown.append(u"…"_s);
    return oneLine(QLocale().createSeparatedList(shown));
}

} // namespace

ExportController::ExportController(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    connectActions();
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this, [this] {
        // What is left could only be said to be missing.
        if (m_running)
            m_running->cancel();
    });
    connect(&m_shell.historyPanel, &HistoryPanel::selectionChanged, this,
            &ExportController::updateActions);
    connect(&m_shell.documents, &DocumentArea::currentChanged, this,
            &ExportController::updateActions);
    const VersionListModel *model = &m_shell.services.history().model();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &ExportController::updateActions);
    updateActions();
}

void ExportController::connectActions()
{
    const auto on = [this](ActionId id, void (ExportController::*act)()) {
        connect(&m_shell.actions.action(id), &QAction::triggered, this, act);
    };
    on(ActionId::ExportVersion, &ExportController::exportVersion);
    on(ActionId::ExportFolder, &ExportController::exportFolder);
    on(ActionId::ExportZip, &ExportController::exportZip);
    on(ActionId::ExportGit, &ExportController::exportGit);
}

void ExportController::updateActions()
{
    const bool hasVersions = m_shell.services.history().model().rowCount() > 0;
    for (const ActionId id : {ActionId::ExportFolder, ActionId::ExportZip, ActionId::ExportGit})
        m_shell.actions.action(id).setEnabled(hasVersions);
    m_shell.actions.action(ActionId::ExportVersion).setEnabled(!versionOnScreen().isEmpty());
}

QString ExportController::versionOnScreen() const
{
    const VersionPage *page = m_shell.documents.openVersionPage();
    if (page && m_shell.documents.currentPage() == page)
        return page->versionId();
    const QStringList selected = m_shell.historyPanel.selectedIds();
    return selected.size() == 1 ? selected.constFirst() : QString();
}

void ExportController::exportVersion()
{
    VersionHistory &history = m_shell.services.history();
    const QString routine = history.routine();
    history.fetchCode(routine, versionOnScreen())
        ->then(this, [this, routine](const Result<VersionCode> &code) {
            if (!code || !code->verdict.isCode()) {
                m_shell.messages.showError(
                    code ? Error{.code = ErrorCode::NotCode,
                                 .message = tr("%1 was not exported.").arg(code->name),
                                 .advice = code->verdict.reason}
                         : code.error());
                return;
            }
            const QString name = exportFileName(routine + u'-' + code->name, u".js"_s);
            m_shell.prompts.chooseFileToSave(
                this, tr("Export %1").arg(code->name), name,
                [this, code = *code](const QString &path) {
                    if (path.isEmpty())
                        return;
                    if (const Result<> written = writeDurablyForUser(path, code.bytes); !written)
                        m_shell.messages.showError(written.error());
                    else
                        m_shell.messages.showMessage(
                            MessageBar::Kind::Success,
                            //: %1 is a version, %2 a file name
                            tr("%1 was written to “%2”.")
                                .arg(code.name, oneLine(QFileInfo(path).fileName())));
                });
        });
}

void ExportController::exportFolder()
{
    if (isBusy())
        return;
    m_shell.prompts.chooseFolder(this, tr("Export History as Folder"), [this](const QString &path) {
        if (!path.isEmpty())
            run(std::make_unique<FolderWriter>(path),
                [this](const ExportReport &report) { tellEnd(report); });
    });
}

void ExportController::exportZip()
{
    if (isBusy())
        return;
    const QString name = exportFileName(m_shell.services.history().routine(), u"-history.zip"_s);
    m_shell.prompts.chooseFileToSave(
        this, tr("Export History as Zip"), name, [this](const QString &path) {
            if (!path.isEmpty())
                run(std::make_unique<ZipWriter>(path),
                    [this](const ExportReport &report) { tellEnd(report); });
        });
}

void ExportController::exportGit()
{
    if (isBusy())
        return;
    if (GitImport::program().isEmpty()) {
        exportStream();
        return;
    }
    m_shell.prompts.chooseFolder(this, tr("Export History as Git Repository"),
                                 [this](const QString &path) {
                                     if (!path.isEmpty())
                                         makeRepository(path);
                                 });
}

void ExportController::exportStream()
{
    const QString name = exportFileName(m_shell.services.history().routine(), u".fast-import"_s);
    m_shell.prompts.chooseFileToSave(
        this, tr("Export for “git fast-import”, as git is not installed"), name,
        [this](const QString &path) {
            if (!path.isEmpty())
                run(std::make_unique<GitStreamWriter>(path),
                    [this](const ExportReport &report) { tellEnd(report); });
        });
}

void ExportController::makeRepository(const QString &parent)
{
    m_work = std::make_unique<QTemporaryDir>();
    run(std::make_unique<GitStreamWriter>(m_work->filePath(u"stream"_s)),
        [this, parent](const ExportReport &report) { importStream(parent, report); });
}

void ExportController::importStream(const QString &parent, const ExportReport &report)
{
    Reply<QString> *import = GitImport::run(this, report.path, parent, m_plan.routine);
    watch(import);
    import->then(this, [this, report](const Result<QString> &made) {
        m_work.reset();
    if (!made) {
        tellFailure(made.error());
        return;
    }
    ExportReport done = report;
    done.path = *made;
    tellEnd(done);
});
} // namespace edgewright

bool ExportController::isBusy()
{
    if (m_running)
        m_shell.messages.showMessage(MessageBar::Kind::Info,
                                     tr("Another export is still under way."));
    return m_running;
}

ExportPlan ExportController::plan() const
{
    VersionHistory &history = m_shell.services.history();
    ExportPlan plan{.routine = history.routine(),
                    .accountName = m_shell.services.connection().account().name};
    for (const VersionListModel::Item &item : history.model().items()) {
        if (!item.version.isUnstable)
            plan.versions.prepend({.version = item.version, .name = item.name});
    }
    if (const std::optional<Routine> routine = m_shell.services.catalog().routine(plan.routine))
        plan.live = routine->deployments;
    return plan;
}

Reply<QByteArray> *ExportController::codeOf(const QString &versionId)
{
    auto *reply = new Reply<QByteArray>(this);
    m_shell.services.history()
        .fetchCode(m_plan.routine, versionId)
        ->then(reply, [reply](const Result<VersionCode> &code) {
            if (!code)
                reply->resolve(code.error());
            else if (!code->verdict.isCode())
                reply->resolve(Error{.code = ErrorCode::NotCode, .message = code->verdict.reason});
            else
                reply->resolve(code->bytes);
        });
    return reply;
}

void ExportController::run(std::unique_ptr<HistoryWriter> writer,
                           std::function<void(const ExportReport &)> next)
{
    if (isBusy())
        return;
    m_plan = plan();
    Reply<ExportReport> *reply =
        HistoryExport::run(this, m_plan, std::move(writer),
                           [this](const QString &versionId) { return codeOf(versionId); });
    watch(reply);
    connect(reply, &ReplyBase::progressed, this, &ExportController::tellProgress);
    reply->then(this, [this, next = std::move(next)](const Result<ExportReport> &report) {
        m_running.clear();
        if (report) {
            next(*report);
            return;
        }
        m_work.reset();
        tellFailure(report.error());
    });
}

void ExportController::tellFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        m_shell.messages.showMessage(MessageBar::Kind::Info, error.message);
    else
        m_shell.messages.showError(error);
}

void ExportController::watch(ReplyBase *reply)
{
    m_running = reply;
    m_lastTold.start();
    tellProgress(-1, 0);
}

void ExportController::tellProgress(qint64 done, qint64 total)
{
    // Each text is read aloud to those who listen.
    if (done >= 0 && m_lastTold.elapsed() < kProgressPauseMs)
        return;
    m_lastTold.restart();
    QString text = tr("The history of “%1” is being exported…").arg(oneLine(m_plan.routine));
    if (done >= 0)
        text = joinSentences(text, tr("%1 of %2 versions").arg(done).arg(total));
    m_shell.messages.showMessage(MessageBar::Kind::Info, text);
    m_shell.messages.setAction(tr("Stop"), m_running, [this] {
        if (m_running)
            m_running->cancel();
    });
}

void ExportController::tellEnd(const ExportReport &report)
{
    QString text = tr("%n version(s) of “%1” were exported to “%2”.", nullptr,
                      static_cast<int>(report.written))
                       .arg(oneLine(m_plan.routine), oneLine(QFileInfo(report.path).fileName()));
    if (!report.missing.isEmpty())
        text = joinSentences(
            text, tr("Missing, as their code is not known: %1.").arg(listed(report.missing)));
    if (!report.untagged.isEmpty())
        text = joinSentences(text, tr("So these have no tag: %1.").arg(listed(report.untagged)));
    m_shell.messages.showMessage(
        report.missing.isEmpty() ? MessageBar::Kind::Success : MessageBar::Kind::Warning, text);
}

} // namespace edgewright
