// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchcontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "probe/requesttext.h"
#include "publish/publishsheet.h"
#include "shell/documentarea.h"
#include "shell/settings.h"
#include "testing/remembered.h"
#include "workspace/connectioncall.h"

#include <QApplication>
#include <QEvent>

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
{
    m_sheet.addSection(m_options);
    m_sheet.installEventFilter(this);
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &WatchController::build);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (m_coming && m_sheet.isVisible())
            m_coming->lookBefore();
    });
    connect(m_options, &WatchOptions::changed, &m_typing, [this] { m_typing.start(kTypingPause); });
    connect(&m_sheet, &PublishSheet::environmentChanged, this, &WatchController::build);
    connect(&m_sheet, &PublishSheet::publishRequested, this, &WatchController::confirmed);
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this, [this] {
        delete m_watch;
        delete m_coming;
    });
}

QString WatchController::accountId() const
{
    return m_shell.services.connection().account().id;
}

bool WatchController::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_sheet && event->type() == QEvent::Show)
        sheetOpened();
    // It hides right before it is told that what it was confirmed for was published.
    if (watched == &m_sheet && event->type() == QEvent::Hide)
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
    WatchOptions::Choice choice{
        .on = kept.on, .addresses = kept.addresses, .waitSeconds = kept.waitSeconds};
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
    m_options->setState({});
    const quint64 run = ++m_build;
    const WatchOptions::Choice choice = m_options->choice();
    if (!choice.on || choice.addresses.isEmpty() || m_sheet.context().routine.isEmpty())
        return;
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
            return m_options->setState(oneLine(address, 60) + u": "_s + text.error().message);
        m_targets->prepare({.url = url}, wish)
            ->then(this, [this, run, ready,
                          count = addresses.size()](const Result<ProbeRequest> &request) {
                if (run != m_build)
                    return;
                if (!request)
                    return m_options->setState(request.error().text());
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
        plan.wait = std::chrono::seconds(m_options->choice().waitSeconds);
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

void WatchController::confirmed(const QString &environment)
{
    if (m_typing.isActive())
        build();
    m_refresh.stop();
    m_choice = m_options->choice();
    m_settings.setWatch(accountId(), m_sheet.context().routine,
                        {.on = m_choice.on,
                         .addresses = withoutSecrets(m_choice.addresses),
                         .waitSeconds = m_choice.waitSeconds});
    m_environment = m_choice.on ? environment : QString();
    if (m_coming)
        m_coming->freeze();
}

void WatchController::notePublished(const Publication &publication)
{
    const bool isSamePlace = publication.routine == m_publication.routine
                             && publication.environment == m_publication.environment;
    if (!m_watch || !isSamePlace)
        return;
    delete m_watch;
    m_shell.messages.showMessage(MessageBar::Kind::Info,
                                 tr("The watch ended: something newer was published there."));
}

void WatchController::watchPublished(const Publication &publication)
{
    const bool isAwaited = m_coming && publication.environment == m_environment
                           && publication.routine == m_sheet.context().routine
                           && publication.accountId == accountId();
    m_environment.clear();
    if (isAwaited)
        begin(publication);
}

void WatchController::begin(const Publication &publication)
{
    delete m_watch; // one at a time
    m_watch = m_coming;
    m_coming = nullptr;
    m_publication = publication;
    m_byItself = m_choice.rollBack;
    connect(m_watch, &Watch::looked, this, &WatchController::tellLook);
    connect(m_watch, &Watch::finished, this, &WatchController::tellEnd);
    m_watch->begin();
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(m_watch->plan().wait).count();
    m_shell.messages.showMessage(
        MessageBar::Kind::Info,
        tr("%1 is live %2; its addresses are looked at in %n second(s).", nullptr,
           static_cast<int>(seconds))
            .arg(words(m_publication).versionName, words(m_publication).place()));
}

WatchWords WatchController::words(const Publication &publication) const
{
    return {.versionName = nameOf(publication, publication.after),
            .environment = publication.environment};
}

QString WatchController::nameOf(const Publication &publication,
                                const QList<VersionShare> &shares) const
{
    QList<NamedShare> named;
    for (const VersionShare &share : shares) {
        const QString name = m_shell.services.names().name(publication.accountId,
                                                           publication.routine, share.versionId);
        named.append(
            {.versionName = name.isEmpty() ? u"…"_s : name, .percentage = share.percentage});
    }
    return describeShares(named);
}

void WatchController::tellLook()
{
    const bool doubtful = std::ranges::any_of(
        m_watch->addresses(), [](const Watch::Address &one) { return one.failures > 0; });
    if (doubtful)
        m_shell.messages.showMessage(MessageBar::Kind::Warning,
                                     joinSentences(words(m_publication).bad(m_watch->addresses()),
                                                   tr("Looking once more before that counts.")));
    else
        m_shell.messages.showMessage(
            MessageBar::Kind::Success,
            joinSentences(words(m_publication).good(m_watch->addresses()), tr("Still watching.")));
}

void WatchController::tellEnd()
{
    const Watch::Outcome outcome = m_watch->outcome();
    const QString good = words(m_publication).good(m_watch->addresses());
    if (outcome == Watch::Outcome::Failed) {
        tellFailed();
    } else if (outcome == Watch::Outcome::Good) {
        m_shell.messages.showMessage(MessageBar::Kind::Success,
                                     joinSentences(good, tr("The watch is over.")));
    } else if (outcome == Watch::Outcome::Overslept) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            tr("This computer was asleep when the addresses should have been looked at; look at "
               "them yourself."));
        offerRollback(m_publication);
    } else {
        m_shell.messages.showMessage(
            MessageBar::Kind::Warning,
            joinSentences(words(m_publication).bad(m_watch->addresses()),
                          tr("That may lie with the network here; nothing is rolled back by "
                             "itself for it.")));
        offerRollback(m_publication);
    }
    if (m_watch)
        m_watch->deleteLater();
    m_watch = nullptr;
}

void WatchController::tellFailed()
{
    const QString what = words(m_publication).bad(m_watch->addresses());
    QApplication::alert(m_shell.documents.window());
    // What may always have answered like that is decided by whoever published; so is what fails
    // while another publication is being taken back.
    if (m_byItself && !isRunning() && m_watch->isProven() && !m_publication.before.isEmpty())
        return rollBack(what, m_publication);
    const QString since =
        //: "Since v18 is live in production: www.acme.com answers 500, before 200."
        tr("Since %1 is live %2: %3")
            .arg(words(m_publication).versionName, words(m_publication).place(), what);
    m_shell.messages.showMessage(MessageBar::Kind::Error, since);
    offerRollback(m_publication);
}

void WatchController::offerRollback(const Publication &publication)
{
    if (publication.before.isEmpty())
        return;
    m_shell.messages.setAction(tr("Roll Back to %1…").arg(nameOf(publication, publication.before)),
                               this, [this, publication] {
                                   if (m_shell.services.history().routine() == publication.routine)
                                       emit rollbackRequested(publication);
                               });
}

void WatchController::rollBack(const QString &cause, const Publication &publication)
{
    m_shell.messages.showMessage(
        MessageBar::Kind::Error,
        joinSentences(cause,
                      tr("Rolling back to %1…").arg(nameOf(publication, publication.before))));
    QHash<QString, QString> names;
    for (const QList<VersionShare> &shares : {publication.before, publication.after}) {
        for (const VersionShare &share : shares)
            names.insert(share.versionId, nameOf(publication, {share}));
    }
    m_flow = new PublishFlow(m_shell.services.connection(), m_shell.services.ledger(), this);
    connect(m_flow, &PublishFlow::finished, this,
            [this, cause, publication](const Result<Routine> &routine) {
                rolledBack(cause, publication, routine);
            });
    // Should something else be live by now, somebody is at it already.
    m_flow->start({.routine = publication.routine,
                   .environment = publication.environment,
                   .shares = publication.before,
                   .versionNames = names,
                   .reason = tr("Rolled back by the watch: %1").arg(cause),
                   .expected = publication.after});
}

void WatchController::rolledBack(const QString &cause, const Publication &publication,
                                 const Result<Routine> &routine)
{
    m_flow->deleteLater();
    m_flow = nullptr;
    const bool sameAccount = accountId() == publication.accountId;
    if (sameAccount && routine)
        m_shell.services.catalog().adopt(*routine);
    else if (sameAccount)
        m_shell.services.catalog().refreshRoutine(publication.routine);
    if (!routine) {
        m_shell.messages.showError(because(
            joinSentences(cause, tr("It could not be rolled back by itself.")), routine.error()));
        offerRollback(publication);
    } else if (sameAccount) {
        const Publication back{.accountId = publication.accountId,
                               .routine = publication.routine,
                               .environment = publication.environment,
                               .before = publication.after,
                               .after = routine->deploymentIn(publication.environment).shares,
                               .at = QDateTime::currentDateTimeUtc()};
        emit published(back);
        m_shell.messages.showMessage(
            MessageBar::Kind::Error,
            joinSentences(cause,
                          tr("Rolled back by itself: %1 is live again %2, confirmed by "
                             "reading it back.")
                              .arg(nameOf(publication, back.after), words(publication).place())));
    }
    emit idle();
}

bool WatchController::stop()
{
    delete m_watch;
    if (!isRunning())
        return true;
    if (m_flow->canCancel())
        m_flow->cancel();
    return false;
}

} // namespace edgewright
