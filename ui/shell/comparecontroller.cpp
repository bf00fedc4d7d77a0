// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparecontroller.h"

#include "base/background.h"
#include "base/durablefile.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/times.h"
#include "compare/compareview.h"
#include "history/historypanel.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qint64 kLargestFile = 64'000'000;

} // namespace

CompareController::CompareController(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    const HistoryPanel *panel = &m_shell.historyPanel;
    connect(panel, &HistoryPanel::compareRequested, this,
            [this](const QString &older, const QString &newer) {
                compare({.versionId = older}, {.versionId = newer});
            });
    connect(panel, &HistoryPanel::compareWithDraftRequested, this,
            [this](const QString &id) { compare({.versionId = id}, {}); });
}

void CompareController::compare(const Side &left, const Side &right)
{
    const quint64 request = ++m_request;
    m_left.reset();
    m_right.reset();
    CompareView &view = m_shell.documents.compareView();
    m_view = &view;
    const VersionHistory &history = m_shell.services.history();
    const auto nameOf = [&history, this](const Side &side) {
        return side.versionId.isEmpty() ? tr("Draft") : history.nameOf(side.versionId);
    };
    const QString title = nameOf(left) + u" ⇄ "_s + nameOf(right);
    view.setLoading(tr("Reading %1…").arg(title));
    m_shell.documents.setCompareRoutine(history.routine());
    //: The tab of a comparison: routine and both sides, "ab-checkout: v5 ⇄ v8"
    m_shell.documents.setTabText(&view, tr("%1: %2").arg(history.routine(), title),
                                 tr("Comparison in %1").arg(history.routine()));
    m_shell.documents.show(&view);
    fetch(left)->then(
        this, [this, request](const Result<Text> &text) { sideArrived(request, true, text); });
    fetch(right)->then(
        this, [this, request](const Result<Text> &text) { sideArrived(request, false, text); });
}

void CompareController::compareEnvironments(const QString &leftEnvironment,
                                            const QString &rightEnvironment)
{
    const QString left = liveVersion(leftEnvironment);
    const QString right = liveVersion(rightEnvironment);
    if (!left.isEmpty() && !right.isEmpty())
        compare({.versionId = left}, {.versionId = right});
}

void CompareController::compareEnvironmentWithDraft(const QString &environment)
{
    const QString live = liveVersion(environment);
    if (!live.isEmpty())
        compare({.versionId = live}, {});
}

void CompareController::compareBaseWithDraft()
{
    const DraftPage *page = m_shell.documents.draftOf(m_shell.services.connection().account().id,
                                                      m_shell.services.history().routine());
    if (page && !page->baseVersionId().isEmpty())
        compare({.versionId = page->baseVersionId()}, {});
    else
        m_shell.messages.showMessage(MessageBar::Kind::Info,
                                     tr("The draft is not based on a version yet."));
}

void CompareController::compareFiles(const QString &leftPath, const QString &rightPath)
{
    const quint64 request = ++m_request;
    m_left.reset();
    m_right.reset();
    CompareView &view = m_shell.documents.compareView();
    m_shell.documents.setTabText(
        &view, QFileInfo(leftPath).fileName() + u" ⇄ "_s + QFileInfo(rightPath).fileName(),
        leftPath + u'\n' + rightPath);
    m_shell.documents.show(&view);
    const auto read = [this, request](const QString &path, bool left) {
        runInBackground<Text>(this, [path]() -> Result<Text> {
            Result<QByteArray> content = readWholeFile(path, kLargestFile);
            if (!content)
                return content.error();
            return Text{.title = QFileInfo(path).fileName(), .bytes = *std::move(content)};
        })->then(this, [this, request, left](const Result<Text> &text) {
            sideArrived(request, left, text);
        });
    };
    read(leftPath, true);
    read(rightPath, false);
}

void CompareController::goToChange(bool forward)
{
    if (!m_shell.documents.isComparing())
        return;
    CompareView &view = m_shell.documents.compareView();
    if (forward)
        view.goToNextChange();
    else
        view.goToPreviousChange();
}

Reply<CompareController::Text> *CompareController::fetch(const Side &side)
{
    auto *reply = new Reply<Text>(this);
    if (side.versionId.isEmpty()) {
        reply->resolve(draftText());
        return reply;
    }
    VersionHistory &history = m_shell.services.history();
    history.fetchCode(history.routine(), side.versionId)
        ->then(reply, [this, reply](const Result<VersionCode> &code) {
            if (code)
                reply->resolve(versionText(*code));
            else
                reply->resolve(code.error());
        });
    return reply;
}

CompareController::Text CompareController::draftText() const
{
    const DraftPage *page = m_shell.documents.draftOf(m_shell.services.connection().account().id,
                                                      m_shell.services.history().routine());
    if (!page || !page->isLoaded())
        return {.title = tr("Draft"), .problem = tr("The draft is not open.")};
    return {.title = tr("Draft"), .bytes = page->text()};
}

CompareController::Text CompareController::versionText(const VersionCode &code) const
{
    QString title = code.name;
    if (code.version.createdAt.isValid())
        title += u" · "_s + relativeTime(code.version.createdAt, QDateTime::currentDateTimeUtc());
    const QString description = oneLine(code.version.description);
    if (!description.isEmpty())
        title += u" · "_s + description;
    return {.title = title,
            .bytes = code.bytes,
            .problem = code.verdict.isCode() ? QString()
                                             : joinSentences(tr("%1 holds no code.").arg(code.name),
                                                             code.verdict.reason)};
}

QString CompareController::liveVersion(const QString &environment) const
{
    const std::optional<Routine> routine =
        m_shell.services.catalog().routine(m_shell.services.history().routine());
    if (!routine)
        return {};
    const QString live = routine->deploymentIn(environment).mainVersionId();
    if (!live.isEmpty())
        return live;
    m_shell.messages.showMessage(MessageBar::Kind::Info,
                                 environment == kProduction
                                     ? tr("Nothing is live in production yet.")
                                     : tr("Nothing is live in staging yet."));
    return {};
}

void CompareController::sideArrived(quint64 request, bool left, const Result<Text> &text)
{
    if (request != m_request)
        return;
    (left ? m_left : m_right) = text;
    if (m_left && m_right)
        present();
}

void CompareController::present()
{
    // A tab that was closed meanwhile stays closed.
    if (!m_shell.documents.isOpen(m_view))
        return;
    CompareView &view = *m_view;
    for (const auto *side : {&*m_left, &*m_right}) {
        if (!*side) {
            view.showProblem(side->error().text());
            return;
        }
        if (!(**side).problem.isEmpty()) {
            view.showProblem((**side).problem);
            return;
        }
    }
    view.compare({.title = (*m_left)->title, .text = (*m_left)->bytes},
                 {.title = (*m_right)->title, .text = (*m_right)->bytes});
}

} // namespace edgewright
