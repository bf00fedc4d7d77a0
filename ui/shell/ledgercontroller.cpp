// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ledgercontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "history/ledgerpanel.h"
#include "history/livequestion.h"
#include "shell/actionregistry.h"
#include "shell/bottompanel.h"
#include "shell/comparecontroller.h"
#include "shell/documentarea.h"
#include "shell/versioncontroller.h"
#include "workspace/ledgermodel.h"

#include <algorithm>

namespace edgewright {

LedgerController::LedgerController(const ShellContext &shell, CompareController &compare,
                                   VersionController &versions, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_compare(compare)
    , m_versions(versions)
    , m_model(new LedgerModel(shell.services.ledger(), this))
{
    m_panel =
        new LedgerPanel(*m_model, m_shell.themes, [this](const RoutineKey &key, const QString &id) {
            return nameOf(key, id);
        });
    m_shell.bottom.addPage(m_panel, [] { return tr("Ledger"); });
    connectPanel();
    connect(&m_shell.actions.action(ActionId::ShowLedger), &QAction::triggered, this,
            &LedgerController::show);
    AppServices &services = m_shell.services;
    connect(&services.ledger(), &Ledger::unrecorded, &m_shell.messages, &MessageBar::showError);
    connect(&services.unfinishedActs(), &UnfinishedActs::settled, this,
            &LedgerController::tellSettled);
    // The routine on screen is set by others that hear of the same.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &LedgerController::follow,
            Qt::QueuedConnection);
    connect(&services.connection(), &Connection::changed, this, &LedgerController::follow);
    follow();
}

void LedgerController::connectPanel()
{
    connect(m_panel, &LedgerPanel::compareRequested, this,
            [this](const QString &routine, const QString &older, const QString &newer) {
                m_compare.compare({.left = VersionSource{.routine = routine, .versionId = older},
                                   .right = VersionSource{.routine = routine, .versionId = newer}});
            });
    connect(m_panel, &LedgerPanel::versionRequested, this, &LedgerController::read);
    connect(&m_panel->question(), &LiveQuestion::asked, this, &LedgerController::answer);
    const Ledger *ledger = &m_shell.services.ledger();
    connect(ledger, &Ledger::unrecorded, m_panel, &LedgerPanel::showError);
    connect(ledger, &Ledger::changed, this, [this](const RoutineKey &key) {
        if (key == m_panel->question().routine())
            m_panel->question().ask();
    });
    connect(&m_shell.services.history(), &VersionHistory::refreshed, m_panel, &LedgerPanel::retell);
}

void LedgerController::read(const QString &routine, const QString &versionId)
{
    if (routine == m_shell.services.history().routine())
        m_versions.read(versionId, true);
    else
        m_shell.messages.showMessage(
            MessageBar::Kind::Info,
            tr("Open “%1” first to read its versions.").arg(oneLine(routine, 60)));
}

void LedgerController::show()
{
    m_shell.bottom.showPage(m_panel);
}

void LedgerController::follow()
{
    m_panel->setSubject({.accountId = m_shell.services.connection().account().id,
                         .routine = m_shell.services.history().routine()});
}

QString LedgerController::nameOf(const RoutineKey &key, const QString &versionId) const
{
    return m_shell.services.names().name(key.accountId, key.routine, versionId);
}

void LedgerController::answer(const RoutineKey &key, const QDateTime &moment)
{
    m_shell.services.ledger()
        .liveAt(key, moment)
        ->then(this, [this, key](const Result<LiveMoment> &live) {
            if (live)
                m_panel->question().setAnswer(key, *live);
            else
                m_panel->showError(live.error());
        });
}

void LedgerController::tellSettled(const QList<LedgerEntry> &entries)
{
    const bool allKnown = std::ranges::none_of(
        entries, [](const LedgerEntry &entry) { return entry.outcome == ActOutcome::Unknown; });
    m_shell.messages.showMessage(
        allKnown ? MessageBar::Kind::Info : MessageBar::Kind::Warning,
        settledWords(entries,
                     [this](const RoutineKey &key, const QString &id) { return nameOf(key, id); }));
    m_shell.messages.setAction(tr("Show Ledger"), this, [this] {
        m_panel->showAllRoutines(true);
        show();
    });
}

} // namespace edgewright
