// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/livestripcontroller.h"

#include "common/times.h"
#include "publish/livestrip.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/serviceaccess.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

bool isLiveKnown(const ShellContext &shell)
{
    const RoutineListModel &model = shell.services.catalog().model();
    const int row = model.rowOf(shell.services.history().routine());
    return row >= 0 && model.items()[row].liveKnown;
}

} // namespace

LiveStripController::LiveStripController(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    connect(&m_shell.services.history(), &VersionHistory::refreshed, this,
            &LiveStripController::update);
    connect(&m_shell.services.history(), &VersionHistory::refreshFailed, this,
            &LiveStripController::update);
    connect(&m_shell.services.history(), &VersionHistory::versionsKnown, this,
            &LiveStripController::update);
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &LiveStripController::update);
    for (const auto signal : {&RoutineCatalog::restored, &RoutineCatalog::refreshed})
        connect(&m_shell.services.catalog(), signal, this, &LiveStripController::update);
    connect(&m_shell.services.connection(), &Connection::reachabilityChanged, this,
            &LiveStripController::update);
    connect(&m_shell.documents, &DocumentArea::draftAdded, this, [this](const DraftPage *page) {
        for (const auto signal :
             {&DraftPage::editedChanged, &DraftPage::baseChanged, &DraftPage::loaded})
            connect(page, signal, this, &LiveStripController::update);
    });
    connect(&m_shell.liveStrip, &LiveStrip::environmentActivated, this,
            [this](const QString &environment) {
                const std::optional<Routine> routine =
                    m_shell.services.catalog().routine(m_shell.services.history().routine());
                if (routine)
                    emit versionWanted(routine->deploymentIn(environment).mainVersionId());
            });
    connect(&m_shell.liveStrip, &LiveStrip::draftActivated, this, [this] {
        if (DraftPage *page = m_shell.documents.draftOf(m_shell.services.connection().account().id,
                                                        m_shell.services.history().routine()))
            m_shell.documents.show(page);
    });
    update();
}

void LiveStripController::update()
{
    const QString name = m_shell.services.history().routine();
    m_shell.liveStrip.setVisible(!name.isEmpty());
    if (name.isEmpty())
        return;
    const std::optional<Routine> routine = m_shell.services.catalog().routine(name);
    showEnvironment(kProduction, routine);
    showEnvironment(kStaging, routine);
    showDraft();
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
                                      .known = isLiveKnown(m_shell)});
}

void LiveStripController::showDraft()
{
    const DraftPage *page = m_shell.documents.draftOf(m_shell.services.connection().account().id,
                                                      m_shell.services.history().routine());
    if (!page || !page->isLoaded()) {
        m_shell.liveStrip.setDraft({});
        return;
    }
    m_shell.liveStrip.setDraft(
        {.baseName = m_shell.services.history().nameOf(page->baseVersionId()),
         .edited = page->isEdited(),
         .exists = true});
}

} // namespace edgewright
