// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchcontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "probe/requesttext.h"
#include "publish/publishsheet.h"
#include "shell/documentarea.h"
#include "shell/settings.h"
#include "testing/remembered.h"

#include <QEvent>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr auto kTypingPause = 600ms;
constexpr auto kRefresh = 15s;
constexpr qsizetype kMostAddresses = 10;

QStringList withoutSecrets(const QStringList &addresses)
{
    QStringList clean;
    for (const QString &address : addresses)
        clean.append(withoutSecrets(TestRequest{.url = address}).url);
    return clean;
}

bool isSamePlace(const Publication &a, const Publication &b)
{
    return a.accountId == b.accountId && a.routine == b.routine && a.environment == b.environment;
}

} // namespace

WatchController::WatchController(const ShellContext &shell, Settings &settings, PublishSheet &sheet,
                                 QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_settings(settings)
    , m_sheet(sheet)
    , m_client(new ProbeClient({}, this))
    , m_targets(new ProbeTargets(shell, this))
    , m_options(new WatchOptions)
    , m_board(new WatchBoard(shell, this))
    , m_memory(settings)
{
    m_sheet.addSection(m_options);
    m_sheet.installEventFilter(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &WatchController::build);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (m_coming && m_sheet.isVisible())
            m_coming->lookBefore();
    });
    connect(m_options, &WatchOptions::changed, &m_typing, [this] { m_typing.start(); });
    connect(&m_sheet, &PublishSheet::environmentChanged, this, &WatchController::build);
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this,
            [this] { delete m_coming; });
    // A new key of the same account ends no watch.
    connect(&m_shell.services.connection(), &Connection::changed, this, [this] {
        for (WatchRun *run : std::as_const(m_runs)) {
            if (run->publication().accountId != accountId())
                run->leave();
        }
    });
    connect(&m_shell.services.history(), &VersionHistory::versionsKnown, this,
            &WatchController::tellCutOff, Qt::QueuedConnection);
}

QString WatchController::accountId() const
{
    return m_shell.services.connection().account().id;
}

bool WatchController::eventFilter(QObject *watched, QEvent *event)
{
    // A window that is minimized and comes back closes and opens nothing.
    const bool isOwn = watched == &m_sheet && !event->spontaneous();
    if (isOwn && event->type() == QEvent::Show)
        sheetOpened();
    // It hides right before it is told that what it was confirmed for was published.
    if (isOwn && event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &WatchController::disarm, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void WatchController::disarm()
{
    if (!m_sheet.isHidden())
        return; // opened again, or only the window is hidden
    m_typing.stop();
    m_refresh.stop();
    ++m_build;
    m_environment.clear();
    delete m_coming;
}

void WatchController::sheetOpened()
{
    const QString routine = m_sheet.context().routine;
    const Settings::Watch kept = m_settings.watch(accountId(), routine);
    WatchOptions::Choice choice{.on = kept.on,
                                .addresses = kept.addresses,
                                .waitSeconds = kept.waitSeconds,
                                .lengthSeconds = kept.lengthSeconds};
    const std::optional<Routine> known = m_shell.services.catalog().routine(routine);
    if (choice.addresses.isEmpty() && known)
        choice.addresses = {m_targets->usualUrl(known->defaultHost).toString()};
    m_options->setChoice(choice);
    m_environment.clear();
    build();
}

void WatchController::build()
{
    m_typing.stop();
    m_refresh.stop();
    delete m_coming;
    m_environment.clear();
    m_problem.clear();
    m_options->setState({});
    const quint64 run = ++m_build;
    const WatchOptions::Choice choice = m_options->choice();
    if (!choice.on || m_sheet.context().routine.isEmpty())
        return;
    if (choice.addresses.isEmpty())
        return fail(tr("No address is given."));
    const std::optional<Routine> known =
        m_shell.services.catalog().routine(m_sheet.context().routine);
    const ProbeTargets::Wish wish{.routine = m_sheet.context().routine,
                                  .environment = m_sheet.environment(),
                                  .defaultHost = known ? known->defaultHost : QString()};
    const QStringList addresses = choice.addresses.mid(0, kMostAddresses);
    const auto ready = std::make_shared<QList<ProbeRequest>>(); // shared by the answers
    for (const QString &address : addresses) {
        const QUrl url(address.contains("://"_L1) ? address : u"https://"_s + address);
        if (const Result<QByteArray> text = requestText({.url = url}); !text)
            return fail(oneLine(address, 60) + u": "_s + text.error().message);
        m_targets->prepare({.url = url}, wish)
            ->then(this, [this, run, ready,
                          count = addresses.size()](const Result<ProbeRequest> &request) {
                if (run != m_build)
                    return;
                if (!request)
                    return fail(request.error().text());
                ready->append(*request);
                if (ready->size() == count)
                    adopt(*ready);
            });
    }
}

void WatchController::adopt(const QList<ProbeRequest> &requests)
{
    WatchPlan plan = m_plan;
    if (m_plan.wait == WatchPlan().wait)
        plan = WatchPlan::lasting(std::chrono::seconds(m_options->choice().waitSeconds),
                                  std::chrono::seconds(m_options->choice().lengthSeconds));
    m_coming = new Watch(*m_client, plan, requests, this);
    if (!m_environment.isEmpty()) {
        // It is being published already: what answers now is none from before.
        m_coming->freeze();
        return;
    }
    connect(m_coming, &Watch::lookedBefore, this,
            [this] { m_options->setState(WatchWords::before(m_coming->addresses())); });
    m_options->setState(tr("Looking at the addresses…"));
    m_coming->lookBefore();
    m_refresh.start(kRefresh);
}

void WatchController::fail(const QString &problem)
{
    m_problem = problem;
    m_options->setState(problem);
}

void WatchController::noteSending()
{
    if (m_typing.isActive())
        build();
    m_refresh.stop();
    m_choice = m_options->choice();
    m_settings.setWatch(accountId(), m_sheet.context().routine,
                        {.on = m_choice.on,
                         .addresses = withoutSecrets(m_choice.addresses),
                         .waitSeconds = m_choice.waitSeconds,
                         .lengthSeconds = m_choice.lengthSeconds});
    m_environment = m_choice.on ? m_sheet.environment() : QString();
    if (m_coming)
        m_coming->freeze();
}

void WatchController::notePublished(const Publication &publication)
{
    m_board->forget(this);
    for (WatchRun *run : std::as_const(m_runs)) {
        if (!isSamePlace(run->publication(), publication))
            continue;
        m_board->forget(run);
        run->supersede();
    }
}

void WatchController::watchPublished(const Publication &publication)
{
    const bool isAwaited = !m_environment.isEmpty() && publication.environment == m_environment
                           && publication.routine == m_sheet.context().routine
                           && publication.accountId == accountId();
    m_environment.clear();
    if (isAwaited && m_coming)
        begin(publication);
    else if (isAwaited)
        tellUnwatched(publication);
}

void WatchController::tellUnwatched(const Publication &publication)
{
    const QString reason =
        m_problem.isEmpty() ? tr("Its addresses were not ready in time.") : m_problem;
    m_board->tell(
        this, {.kind = MessageBar::Kind::Warning,
               //: %1 is a version, %2 a sentence
               .text = tr("%1 is not being watched: %2")
                           .arg(WatchRun::nameOf(m_shell, publication, publication.after), reason),
               .isOver = true});
}

void WatchController::tellCutOff()
{
    // What is said before a routine is on screen would go when one comes.
    if (m_shell.services.history().routine().isEmpty())
        return;
    const auto isRunning = [this](const Settings::RunningWatch &watch) {
        return std::ranges::any_of(m_runs, [&watch](const WatchRun *run) {
            return (run->isWatching() || run->isRollingBack())
                   && WatchMemory::isAt(watch, run->publication());
        });
    };
    QStringList sentences;
    const QList<Settings::RunningWatch> cutOff = m_memory.takeCutOff(accountId(), isRunning);
    for (const Settings::RunningWatch &watch : cutOff)
        //: %1 is a routine, %2 a version, %3 "in production"
        sentences.append(tr("“%1”: the watch of %2 %3 was cut off; nothing is rolled back by "
                            "itself. Look at its addresses yourself.")
                             .arg(oneLine(watch.routine, 60), oneLine(watch.versionName),
                                  WatchWords{.environment = watch.environment}.place()));
    if (!sentences.isEmpty())
        m_board->tell(this, {.kind = MessageBar::Kind::Warning, .text = sentences.join(u' ')});
}

bool WatchController::isRollingBackAt(const Publication &publication) const
{
    return std::ranges::any_of(m_runs, [&publication](const WatchRun *run) {
        return run->isRollingBack() && isSamePlace(run->publication(), publication);
    });
}

void WatchController::begin(const Publication &publication)
{
    // What is over is kept for the buttons it has offered, until the next one at its place.
    const QList<WatchRun *> runs = m_runs;
    for (WatchRun *run : runs) {
        if (!isSamePlace(run->publication(), publication) || run->isRollingBack())
            continue;
        m_board->forget(run);
        m_runs.removeOne(run);
        run->deleteLater();
    }
    auto *run =
        new WatchRun(m_shell, *m_board, m_coming,
                     {.publication = publication,
                      .rollsBack = m_choice.rollBack,
                      .mayRollBack = [this, publication] { return !isRollingBackAt(publication); }},
                     this);
    m_coming = nullptr;
    m_runs.append(run);
    connect(run, &WatchRun::published, this, &WatchController::published);
    connect(run, &WatchRun::rollbackRequested, this, &WatchController::rollbackRequested);
    connect(run, &WatchRun::compareRequested, this, &WatchController::compareRequested);
    connect(run, &WatchRun::finished, this, [this, publication] {
        m_memory.end(publication);
        emit idle();
    });
    m_memory.begin(publication, WatchRun::nameOf(m_shell, publication, publication.after));
    run->begin();
}

bool WatchController::isRunning() const
{
    return std::ranges::any_of(m_runs, &WatchRun::isRollingBack);
}

bool WatchController::stop()
{
    bool isDone = true;
    for (WatchRun *run : std::as_const(m_runs))
        isDone = run->stop() && isDone;
    return isDone;
}

} // namespace edgewright
