// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/roomcontroller.h"

#include "publish/roomnotice.h"
#include "publish/sheet.h"
#include "shell/documentarea.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kEntriesRead = 2000;

QStringList idsOf(const QList<VersionShare> &shares)
{
    QStringList ids;
    for (const VersionShare &share : shares)
        ids.append(share.versionId);
    return ids;
}

} // namespace

RoomController::RoomController(const ShellContext &shell, Sheet &sheet, Purpose purpose,
                               QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_notice(new RoomNotice(shell.themes, &sheet))
    , m_purpose(purpose)
{
    sheet.addSection(m_notice);
    connect(m_notice, &RoomNotice::choiceChanged, this, &RoomController::changed);
    const auto lookAgain = [this] {
        if (!m_routine.isEmpty())
            ask();
    };
    const VersionHistory *history = &m_shell.services.history();
    connect(history, &VersionHistory::versionsKnown, this, lookAgain);
    connect(history, &VersionHistory::refreshed, this, lookAgain);
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this, lookAgain);
    connect(&m_shell.services.quota(), &VersionQuota::changed, this, lookAgain);
    connect(&m_shell.documents, &DocumentArea::languageChanged, this, lookAgain);
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this,
            &RoomController::forget);
}

void RoomController::look(const QString &routine)
{
    forget();
    m_routine = routine;
    ask();
}

void RoomController::forget()
{
    ++m_question;
    m_routine.clear();
    m_plan = {};
    m_isPlanned = false;
    m_isRefused = false;
    m_notice->clear();
}

bool RoomController::isFull() const
{
    VersionHistory &history = m_shell.services.history();
    if (m_routine.isEmpty() || history.routine() != m_routine)
        return false;
    return m_isRefused || (history.quota() > 0 && history.used() >= history.quota());
}

int RoomController::wanted() const
{
    VersionHistory &history = m_shell.services.history();
    return isFull() ? std::max(1, history.used() - history.quota() + 1) : 1;
}

void RoomController::ask()
{
    const quint64 question = ++m_question;
    if (!isFull() && m_purpose == Purpose::OneMore) {
        m_isPlanned = false;
        m_notice->clear();
        return;
    }
    const QString accountId = m_shell.services.connection().account().id;
    m_shell.services.ledger()
        .entries({.accountId = accountId, .routine = m_routine, .most = kEntriesRead})
        ->then(this, [this, question](const Result<QList<LedgerEntry>> &entries) {
            if (question != m_question)
                return;
            m_shell.services.wayBack()
                .find(m_routine, kProduction)
                ->then(this, [this, question, known = entries ? *entries : QList<LedgerEntry>()](
                                 const Result<std::optional<WayBack>> &way) {
                    if (question == m_question)
                        plan(known, way && *way ? idsOf((*way)->shares()) : QStringList());
                });
        });
    emit changed();
}

void RoomController::plan(const QList<LedgerEntry> &entries, const QStringList &wayBackIds)
{
    RoutineCatalog &catalog = m_shell.services.catalog();
    const int row = catalog.model().rowOf(m_routine);
    const bool isLiveKnown = row >= 0 && catalog.model().items().at(row).liveKnown;
    m_plan = planRoom({.versions = m_shell.services.history().model().items(),
                       .routine = isLiveKnown ? catalog.routine(m_routine) : std::nullopt,
                       .wayBackIds = wayBackIds,
                       .entries = entries,
                       .wanted = wanted(),
                       .today = QDate::currentDate()});
    m_isPlanned = true;
    show();
}

void RoomController::show()
{
    RoomNotice::Content content{.headline = headline(),
                                .choices = {},
                                .stays = stays(),
                                .wanted = m_plan.wanted,
                                .isOneOnly = m_purpose == Purpose::OneMore && m_plan.wanted == 1};
    for (const RoomChoice &choice : std::as_const(m_plan.safe)) {
        const std::optional<CodeVersion> version =
            m_shell.services.history().version(choice.versionId);
        content.choices.append({.id = choice.versionId,
                                .name = choice.name,
                                .reason = choice.reason,
                                .description = version ? version->description : QString(),
                                .isChosen = choice.isProposed && isFull()});
    }
    m_notice->setContent(content);
}

QString RoomController::headline() const
{
    const QString places = placesText();
    //: %1 is a sentence
    if (!m_plan.isEnough())
        return tr("%1 No version can be deleted safely.").arg(places);
    //: %1 is a sentence
    if (!isFull())
        return tr("%1 What is deleted from the service stays in the archive on this computer.")
            .arg(places);
    //: %1 is a sentence
    return m_plan.wanted == 1
               ? tr("%1 One of them has to go; its code stays in the archive on this computer.")
                     .arg(places)
               //: %1 is a sentence, %2 a number
               : tr("%1 %2 of them have to go; their code stays in the archive on this computer.")
                     .arg(places)
                     .arg(m_plan.wanted);
}

QString RoomController::placesText() const
{
    VersionHistory &history = m_shell.services.history();
    const int used = history.used();
    const int quota = history.quota();
    if (used == quota)
        return tr("All %1 places for versions are taken.").arg(quota);
    if (used > quota)
        return tr("The service keeps %1 versions and holds %2.").arg(quota).arg(used);
    return tr("%1 of %2 places for versions are taken.").arg(used).arg(quota);
}

QString RoomController::stays() const
{
    QStringList kept;
    for (const RoomChoice &choice : m_plan.kept)
        //: %1 is a version, %2 says why it stays
        kept.append(tr("%1 — %2").arg(choice.name, choice.reason));
    return kept.isEmpty() ? QString() : tr("These stay:") + u'\n' + kept.join(u'\n');
}

QStringList RoomController::chosenNames() const
{
    return m_notice->chosenNames();
}

QString RoomController::obstacle() const
{
    const bool needsChoice = m_purpose == Purpose::AtWill || isFull();
    if (m_routine.isEmpty() || !needsChoice)
        return {};
    if (!m_isPlanned)
        return tr("Edgewright is still looking which version can go.");
    if (!m_plan.isEnough())
        return tr("No version can be deleted safely.");
    return m_notice->isEnough() ? QString()
                                : tr("Choose %n version(s) to delete.", nullptr, m_plan.wanted);
}

Reply<QStringList> *RoomController::make()
{
    auto *reply = new Reply<QStringList>(this);
    const QStringList ids = m_notice->chosenIds();
    if (ids.isEmpty() || isRunning()) {
        reply->resolve(QStringList());
        return reply;
    }
    QHash<QString, QString> names;
    for (const RoomChoice &choice : std::as_const(m_plan.safe))
        names.insert(choice.versionId, choice.name);
    AppServices &services = m_shell.services;
    m_flow = new MakeRoomFlow({.connection = services.connection(),
                               .codes = services.history().codes(),
                               .ledger = services.ledger()},
                              this);
    MakeRoomFlow *flow = m_flow;
    connect(flow, &MakeRoomFlow::stepChanged, this,
            [this, flow] { emit stepChanged(flow->description(), flow->canCancel()); });
    connect(reply, &ReplyBase::cancelRequested, flow, &MakeRoomFlow::cancel);
    connect(flow, &MakeRoomFlow::finished, this,
            [this, reply](const Result<QStringList> &deleted) { finish(reply, deleted); });
    flow->start({.routine = m_routine, .versionIds = ids, .names = names});
    return reply;
}

void RoomController::finish(Reply<QStringList> *reply, const Result<QStringList> &deleted)
{
    const bool isAnyGone = !m_flow->deleted().isEmpty();
    QStringList names;
    for (const QString &id : m_flow->deleted())
        names.append(m_shell.services.history().nameOf(id));
    m_flow->deleteLater();
    m_flow = nullptr;
    if (isAnyGone)
        m_isRefused = false;
    if (isAnyGone || !deleted)
        m_shell.services.history().refresh();
    reply->resolve(deleted ? Result<QStringList>(names) : Result<QStringList>(deleted.error()));
    emit idle();
}

bool RoomController::stop()
{
    if (!isRunning())
        return true;
    m_flow->cancel();
    return false;
}

bool RoomController::learn(const Error &error)
{
    if (error.code != ErrorCode::QuotaExceeded || m_routine.isEmpty())
        return false;
    m_isRefused = true;
    // Somebody else may have taken the place: only a list read after the refusal counts.
    m_shell.services.history().readList(m_routine)->then(
        this, [this, routine = m_routine](const Result<> &read) {
            const bool isShown = m_shell.services.history().routine() == routine;
            if (read && isShown)
                m_shell.services.quota().learn(m_shell.services.history().used());
            if (routine != m_routine)
                return;
            m_isRefused = !read || !isShown; // from now on the number tells
            ask();
        });
    return true;
}

} // namespace edgewright
