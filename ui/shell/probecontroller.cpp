// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/probecontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "probe/answertext.h"
#include "probe/curlcommand.h"
#include "probe/requesttext.h"
#include "shell/actionregistry.h"
#include "shell/bottompanel.h"
#include "shell/comparecontroller.h"
#include "shell/documentarea.h"
#include "shell/serviceaccess.h"
#include "shell/settings.h"
#include "testing/answerview.h"
#include "testing/testpanel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

QString wordFor(const QString &environment)
{
    return environment == kStaging ? ProbeController::tr("Staging")
                                   : ProbeController::tr("Production");
}

/// What is typed is an address of a site even without its scheme.
QUrl urlOf(const QString &typed)
{
    return QUrl(typed.contains("://"_L1) ? typed : u"https://"_s + typed);
}

/// "www.acme.com/old*" as an address to begin with; empty when it covers no single one.
QString exampleOf(const QString &reach)
{
    const qsizetype slash = reach.indexOf(u'/');
    const QString host = slash < 0 ? reach : reach.left(slash);
    QString path = slash < 0 ? u"/"_s : reach.mid(slash);
    if (path.endsWith(u'*'))
        path.chop(1);
    return isHostName(host) ? QString(u"https://"_s + host + path) : QString();
}

} // namespace

ProbeController::ProbeController(const ShellContext &shell, Settings &settings,
                                 CompareController &compare, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_settings(settings)
    , m_compare(compare)
    , m_client(new ProbeClient({}, this))
    , m_targets(new ProbeTargets(shell, this))
    , m_panel(new TestPanel(shell.themes))
{
    m_shell.bottom.addPage(m_panel, [] { return tr("Test"); });
    connectPanel();
    connect(&m_shell.actions.action(ActionId::OpenStaging), &QAction::triggered, this,
            [this] { show(kStaging); });
    // The routine on screen is set by others that hear of the same.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &ProbeController::follow,
            Qt::QueuedConnection);
    for (const auto signal : {&Connection::changed, &Connection::reachabilityChanged})
        connect(&m_shell.services.connection(), signal, this, &ProbeController::follow);
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &ProbeController::follow);
    follow();
}

void ProbeController::connectPanel()
{
    connect(m_panel, &TestPanel::sendRequested, this, &ProbeController::send);
    connect(m_panel, &TestPanel::stopRequested, this, &ProbeController::stop);
    connect(m_panel, &TestPanel::compareRequested, this, &ProbeController::compare);
    connect(m_panel, &TestPanel::curlRequested, this, &ProbeController::copyCurl);
    connect(m_panel, &TestPanel::linkRequested, this, &ProbeController::makeLink);
    connect(m_panel, &TestPanel::stagingChosen, this, &ProbeController::readAddresses);
}

void ProbeController::show(const QString &environment)
{
    follow();
    m_panel->setStaging(environment == kStaging);
    m_shell.bottom.showPage(m_panel);
    suggestHosts();
    if (m_panel->isStaging())
        readAddresses();
}

void ProbeController::follow()
{
    const QString accountId = m_shell.services.connection().account().id;
    const QString routine = m_shell.services.history().routine();
    const bool moved = accountId != m_accountId || routine != m_routine;
    if (accountId != m_accountId) {
        m_addresses.clear();
        m_panel->setAddresses({});
    }
    if (moved) {
        stop();
        m_accountId = accountId;
        m_routine = routine;
        m_history = testRequestsFrom(m_settings.testRequests(accountId, routine));
        m_panel->setHistory(m_history);
        m_panel->setRequest(m_history.isEmpty() ? TestRequest() : m_history.constFirst());
        m_panel->answer().showNote({});
    }
    if (m_panel->request().url.isEmpty()) {
        TestRequest request = m_panel->request();
        request.url = m_targets->usualUrl(wish(kStaging).defaultHost).toString();
        m_panel->setRequest(request);
    }
    updateObstacles();
    if (moved && m_panel->isVisible())
        suggestHosts();
}

void ProbeController::updateObstacles()
{
    const RoutineService *service = m_shell.services.connection().service();
    QString obstacle = whyNoService(m_shell.services.connection());
    if (obstacle.isEmpty() && m_routine.isEmpty())
        obstacle = tr("Open a routine first.");
    m_panel->setObstacle(obstacle);
    if (obstacle.isEmpty() && (!service || !service->capabilities().accessTokens))
        obstacle = tr("This service has no test links.");
    m_panel->setLinkObstacle(obstacle);
}

void ProbeController::suggestHosts()
{
    const QUrl usual = m_targets->usualUrl(wish(kStaging).defaultHost);
    const QStringList usuals = usual.isEmpty() ? QStringList() : QStringList{usual.toString()};
    m_panel->setHosts(usuals);
    RoutineService *service = m_shell.services.connection().service();
    if (service == nullptr || m_routine.isEmpty())
        return;
    service->fetchReach(m_routine)->then(
        this, [this, usuals, routine = m_routine](const Result<QStringList> &reach) {
            if (!reach || routine != m_routine)
                return;
            QStringList urls;
            for (const QString &one : *reach) {
                const QString url = exampleOf(one);
                if (!url.isEmpty() && !urls.contains(url))
                    urls.append(url);
            }
            m_panel->setHosts(urls + usuals);
        });
}

void ProbeController::readAddresses()
{
    if (!m_addresses.isEmpty() || m_shell.services.connection().service() == nullptr)
        return;
    const QString accountId = m_accountId;
    m_targets->stagingAddresses()->then(
        this, [this, accountId](const Result<QList<QHostAddress>> &addresses) {
            if (accountId != m_accountId || !addresses)
                return;
            m_addresses = *addresses;
            m_panel->setAddresses(m_addresses);
        });
}

ProbeTargets::Wish ProbeController::wish(const QString &environment) const
{
    const std::optional<Routine> known = m_shell.services.catalog().routine(m_routine);
    return {.routine = m_routine,
            .environment = environment,
            .defaultHost = known ? known->defaultHost : QString(),
            .address = environment == kStaging ? m_panel->address() : std::nullopt};
}

std::optional<ProbeRequest> ProbeController::request()
{
    const TestRequest typed = m_panel->request();
    const Result<ProbeHeaders> headers = parseHeaders(typed.headers);
    if (!headers) {
        fail(headers.error());
        return std::nullopt;
    }
    const ProbeRequest request{.url = urlOf(typed.url),
                               .method = typed.method.toLatin1(),
                               .headers = *headers,
                               .body = typed.body.toUtf8()};
    if (const Result<QByteArray> text = requestText(request); !text) {
        fail(text.error());
        return std::nullopt;
    }
    return request;
}

void ProbeController::send()
{
    stop();
    const std::optional<ProbeRequest> wanted = request();
    if (!wanted)
        return;
    remember();
    const QString environment = m_panel->isStaging() ? kStaging : kProduction;
    const quint64 run = ++m_run;
    m_panel->setRunning(true);
    m_panel->answer().showNote(tr("Waiting for %1…").arg(wordFor(environment)));
    Reply<ProbeRequest> *prepared = m_targets->prepare(*wanted, wish(environment));
    prepared->then(this, [this, run, environment](const Result<ProbeRequest> &ready) {
        if (run != m_run)
            return;
        if (!ready)
            return fail(ready.error());
        QList<QHostAddress> others = environment == kStaging ? m_addresses : QList<QHostAddress>();
        if (ready->address)
            others.removeAll(*ready->address);
        deliver(*ready, environment, others, run);
    });
}

void ProbeController::deliver(const ProbeRequest &prepared, const QString &environment,
                              const QList<QHostAddress> &others, quint64 run)
{
    Reply<ProbeAnswer> *reply = m_client->send(prepared);
    m_reply = reply;
    reply->then(this,
                [this, prepared, environment, others, run](const Result<ProbeAnswer> &answer) {
                    if (run != m_run)
                        return;
                    // Nothing was sent to a place that was not reached.
                    if (!answer && answer.error().code == ErrorCode::Network && !others.isEmpty()) {
                        ProbeRequest next = prepared;
                        next.address = others.constFirst();
                        return deliver(next, environment, others.mid(1), run);
                    }
                    if (!answer)
                        return fail(answer.error());
                    m_panel->setRunning(false);
                    m_panel->answer().showAnswer(*answer, wordFor(environment));
                });
}

void ProbeController::stop()
{
    if (m_reply)
        m_reply->cancel();
    ++m_run;
    m_panel->setRunning(false);
    m_panel->answer().showNote({});
}

void ProbeController::compare()
{
    stop();
    const std::optional<ProbeRequest> wanted = request();
    if (!wanted)
        return;
    remember();
    const quint64 run = ++m_run;
    m_panel->setRunning(true);
    m_panel->answer().showNote(tr("Waiting for both environments…"));
    const auto pair = std::make_shared<Pair>();
    // Without the query and the user, which may hold secrets: titles are kept and shown.
    const QString place = wanted->url.host() + wanted->url.path();
    pair->title = oneLine(QString::fromLatin1(wanted->method) + u' ' + place, 60);
    for (const QString &environment : {QString(kProduction), QString(kStaging)}) {
        Reply<ProbeRequest> *prepared = m_targets->prepare(*wanted, wish(environment));
        prepared->then(this, [this, run, pair, environment](const Result<ProbeRequest> &ready) {
            if (run != m_run)
                return;
            if (!ready)
                return take(pair, environment, ready.error());
            m_client->send(*ready)->then(
                this, [this, run, pair, environment](const Result<ProbeAnswer> &answer) {
                    if (run == m_run)
                        take(pair, environment, answer);
                });
        });
    }
}

void ProbeController::take(const PairPtr &pair, const QString &environment,
                           const Result<ProbeAnswer> &answer)
{
    (environment == kStaging ? pair->staging : pair->production) = answer;
    if (!pair->production || !pair->staging)
        return;
    for (const auto &one : {pair->production, pair->staging}) {
        if (!*one)
            return fail(one->error());
    }
    m_panel->setRunning(false);
    showPair(*pair);
}

void ProbeController::showPair(const Pair &pair)
{
    const QByteArray production = comparableText(**pair.production);
    const QByteArray staging = comparableText(**pair.staging);
    if (production == staging) {
        m_panel->answer().showNote(
            tr("Production and staging give the same answer; dates, ages and ids of the requests "
               "are left out."));
        return;
    }
    m_panel->answer().showAnswer(**pair.staging, tr("Staging"));
    const auto side = [&](const QString &place, const QByteArray &text) {
        return TextSource{
            .routine = m_routine, .title = place + u": "_s + pair.title, .text = text};
    };
    m_compare.compare(
        {.left = side(tr("Production"), production), .right = side(tr("Staging"), staging)});
}

void ProbeController::copyCurl()
{
    std::optional<ProbeRequest> wanted = request();
    if (!wanted)
        return;
    ProbeTargets::Wish target = wish(m_panel->isStaging() ? kStaging : kProduction);
    target.withToken = false; // what is pasted somewhere stays there
    m_targets->prepare(*wanted, target)->then(this, [this](const Result<ProbeRequest> &ready) {
        if (!ready)
            return fail(ready.error());
        QGuiApplication::clipboard()->setText(curlCommand(*ready));
        m_panel->answer().showNote(tr("The request is in the clipboard as a curl command."));
    });
}

void ProbeController::makeLink(bool open)
{
    const QUrl page = urlOf(m_panel->request().url);
    const bool isOwn = page.host() == wish(kProduction).defaultHost.toLower();
    const QString routine = m_routine;
    m_targets->testLink(routine, isOwn ? page : QUrl())
        ->then(this, [this, open](const Result<QUrl> &link) {
            if (!link)
                return fail(link.error());
            if (open && !m_targets->isSandbox()) {
                QDesktopServices::openUrl(*link);
                m_panel->answer().showNote(tr("The test link was handed to the browser."));
                return;
            }
            QGuiApplication::clipboard()->setText(link->toString(QUrl::FullyEncoded));
            m_panel->answer().showNote(
                open ? tr("A browser does not find the hosts of the sandbox; the link is in the "
                          "clipboard.")
                     : tr("The test link is in the clipboard. Whoever has it can open the "
                          "routine's own host for an hour."));
        });
}

void ProbeController::remember()
{
    m_history = withNewest(m_history, m_panel->request());
    m_panel->setHistory(m_history);
    m_settings.setTestRequests(m_accountId, m_routine, toJson(m_history));
}

void ProbeController::fail(const Error &error)
{
    ++m_run;
    m_panel->setRunning(false);
    if (error.code == ErrorCode::Cancelled)
        m_panel->answer().showNote(error.message);
    else
        m_panel->answer().showError(error);
}

} // namespace edgewright
