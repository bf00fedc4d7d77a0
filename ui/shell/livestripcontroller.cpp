// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/livestripcontroller.h"

#include "common/plaintext.h"
#include "common/times.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "publish/livestrip.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/serviceaccess.h"
#include "shell/stripgaps.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kMostEntries = 20;
constexpr std::chrono::minutes kTick{1};

bool isLiveKnown(const ShellContext &shell)
{
    const RoutineListModel &model = shell.services.catalog().model();
    const int row = model.rowOf(shell.services.history().routine());
    return row >= 0 && model.items()[row].liveKnown;
}

ActionId comparisonOf(LiveStrip::Gap gap)
{
    switch (gap) {
    case LiveStrip::Gap::ProductionDraft:
        return ActionId::CompareDraftProduction;
    case LiveStrip::Gap::DraftStaging:
        return ActionId::CompareDraftStaging;
    case LiveStrip::Gap::ProductionStaging:
        break;
    }
    return ActionId::CompareStagingProduction;
}

} // namespace

LiveStripController::LiveStripController(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_gaps(new StripGaps(shell, this))
    , m_since(shell.services.ledger().now())
{
    connectServices();
    connectStrip();
    // "3 min ago" grows older.
    m_tick.start(kTick);
    connect(&m_tick, &QTimer::timeout, this, &LiveStripController::update);
    update();
}

void LiveStripController::connectServices()
{
    const VersionHistory *history = &m_shell.services.history();
    connect(history, &VersionHistory::refreshed, this, &LiveStripController::update);
    connect(history, &VersionHistory::refreshFailed, this, &LiveStripController::update);
    connect(history, &VersionHistory::versionsKnown, this, &LiveStripController::update);
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &LiveStripController::update);
    for (const auto signal : {&RoutineCatalog::restored, &RoutineCatalog::refreshed})
        connect(&m_shell.services.catalog(), signal, this, &LiveStripController::update);
    connect(&m_shell.services.connection(), &Connection::reachabilityChanged, this,
            &LiveStripController::update);
    connect(&m_shell.services.ledger(), &Ledger::changed, this, [this](const RoutineKey &changed) {
        if (changed == key())
            askForChanges();
    });
    connect(&m_shell.documents, &DocumentArea::draftAdded, this, [this](const DraftPage *page) {
        for (const auto signal :
             {&DraftPage::editedChanged, &DraftPage::baseChanged, &DraftPage::loaded})
            connect(page, signal, this, &LiveStripController::update);
        connect(&page->page().editor(), &CodeEditor::edited, m_gaps, &StripGaps::updateLater);
    });
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &LiveStripController::update,
            Qt::QueuedConnection);
}

void LiveStripController::connectStrip()
{
    const LiveStrip *strip = &m_shell.liveStrip;
    connect(strip, &LiveStrip::environmentActivated, this, &LiveStripController::showCode);
    connect(strip, &LiveStrip::draftActivated, this, [this] {
        if (DraftPage *page = m_shell.documents.draftOf(key().accountId, key().routine))
            m_shell.documents.show(page);
    });
    connect(strip, &LiveStrip::gapActivated, this, [this](LiveStrip::Gap gap) {
        m_shell.actions.action(comparisonOf(gap)).trigger();
        m_foreign.clear();
        update();
    });
    connect(strip, &LiveStrip::menuRequested, this, &LiveStripController::showMenu);
}

RoutineKey LiveStripController::key() const
{
    return {.accountId = m_shell.services.connection().account().id,
            .routine = m_shell.services.history().routine()};
}

Deployment LiveStripController::deployment(const QString &environment) const
{
    const std::optional<Routine> routine = m_shell.services.catalog().routine(key().routine);
    return routine ? routine->deploymentIn(environment) : Deployment{};
}

void LiveStripController::update()
{
    const QString name = m_shell.services.history().routine();
    m_shell.liveStrip.setVisible(!name.isEmpty());
    if (name.isEmpty())
        return;
    if (m_askedFor != key())
        askForChanges();
    const std::optional<Routine> routine = m_shell.services.catalog().routine(name);
    showEnvironment(kProduction, routine);
    showEnvironment(kStaging, routine);
    showDraft();
    m_gaps->update();
}

void LiveStripController::showEnvironment(const QString &environment,
                                          const std::optional<Routine> &routine)
{
    const Deployment deployment = routine ? routine->deploymentIn(environment) : Deployment{};
    QList<NamedShare> shares;
    for (const VersionShare &share : deployment.shares) {
        const QString known = m_shell.services.history().nameOf(share.versionId);
        shares.append(
            {.versionName = known.isEmpty() ? u"…"_s : known, .percentage = share.percentage});
    }
    // What was live yesterday may not be so now: that is said first.
    QString since = asOf(m_shell.services.connection(), m_shell.services.catalog());
    if (since.isEmpty() && deployment.createdAt.isValid())
        since = relativeTime(deployment.createdAt, QDateTime::currentDateTimeUtc());
    m_shell.liveStrip.setEnvironment({.environment = environment,
                                      .sharesText = describeShares(shares),
                                      .sinceText = since,
                                      .known = isLiveKnown(m_shell),
                                      .changedElsewhere = changedElsewhere(environment)});
}

void LiveStripController::showDraft()
{
    const DraftPage *page = m_shell.documents.draftOf(key().accountId, key().routine);
    if (!page || !page->isLoaded()) {
        m_shell.liveStrip.setDraft({});
        return;
    }
    m_shell.liveStrip.setDraft(
        {.baseName = m_shell.services.history().nameOf(page->baseVersionId()),
         .edited = page->isEdited(),
         .exists = true});
}

void LiveStripController::showCode(const QString &environment)
{
    m_foreign.remove(environment);
    update();
    const QString id = deployment(environment).mainVersionId();
    if (!id.isEmpty())
        emit versionWanted(id);
}

void LiveStripController::showMenu(const QString &environment, const QPoint &place)
{
    auto *menu = new QMenu(&m_shell.liveStrip);
    menu->setObjectName(u"lampMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [this, menu](const QString &text, const auto &act, const QString &obstacle) {
        QAction *action = menu->addAction(text, this, act);
        action->setEnabled(obstacle.isEmpty());
        action->setToolTip(obstacle);
    };
    const QList<VersionShare> shares = deployment(environment).shares;
    const QString offline =
        whyNoChange(m_shell.services.connection(), m_shell.services.history().routine());
    add(
        tr("&Roll Back…"), [this, environment] { emit rollbackWanted(environment); }, offline);
    const RoutineService *service = m_shell.services.connection().service();
    if (!service || service->capabilities().sharesPerEnvironment > 1)
        add(
            shares.size() > 1 ? tr("Adjust &Split…") : tr("&Share Traffic…"),
            [this, environment] { emit splitWanted(environment); }, offline);
    menu->addSeparator();
    const ActionId comparison = environment == kProduction ? ActionId::CompareDraftProduction
                                                           : ActionId::CompareDraftStaging;
    add(tr("&Compare with Draft"),
        [this, comparison] { m_shell.actions.action(comparison).trigger(); }, {});
    for (const VersionShare &share : shares)
        add(tr("Copy &Id of %1")
                .arg(actionText(m_shell.services.history().nameOf(share.versionId))),
            [id = share.versionId] { QGuiApplication::clipboard()->setText(id); }, {});
    menu->popup(place);
}

void LiveStripController::askForChanges()
{
    const RoutineKey asked = key();
    if (m_askedFor != asked)
        m_foreign.clear();
    m_askedFor = asked;
    if (asked.routine.isEmpty())
        return;
    m_shell.services.ledger()
        .entries({.accountId = asked.accountId, .routine = asked.routine, .most = kMostEntries})
        ->then(this, [this, asked](const Result<QList<LedgerEntry>> &entries) {
            if (entries && asked == key())
                noteChanges(asked, *entries);
        });
}

void LiveStripController::noteChanges(const RoutineKey &key, const QList<LedgerEntry> &entries)
{
    QStringList told;
    const qint64 seen = m_seen.value(key);
    for (const LedgerEntry &entry : entries) {
        const bool isOfTraffic =
            entry.kind == ActKind::ChangedElsewhere || entry.kind == ActKind::Publish;
        if (!isOfTraffic || told.contains(entry.environment))
            continue;
        told.append(entry.environment);
        // An own publication after it makes it old news.
        if (entry.kind != ActKind::ChangedElsewhere)
            m_foreign.remove(entry.environment);
        else if (entry.id > seen && entry.endedAt >= m_since)
            m_foreign.insert(entry.environment, entry);
    }
    if (!entries.isEmpty())
        m_seen.insert(key, entries.constFirst().id);
    update();
}

QString LiveStripController::changedElsewhere(const QString &environment) const
{
    const auto found = m_foreign.constFind(environment);
    if (found == m_foreign.cend())
        return {};
    return tr("Changed elsewhere, not from this computer; first seen %1.")
        .arg(relativeTime(found->endedAt, QDateTime::currentDateTimeUtc()));
}

} // namespace edgewright
