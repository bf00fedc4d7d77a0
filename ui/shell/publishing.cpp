// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishing.h"

#include "common/messagebar.h"
#include "publish/livestrip.h"
#include "publish/makeroomsheet.h"
#include "publish/publishsheet.h"
#include "publish/regionssheet.h"
#include "publish/rollbacksheet.h"
#include "publish/saveversionsheet.h"
#include "publish/splitsheet.h"
#include "shell/bottompanel.h"
#include "shell/checklink.h"
#include "shell/documentarea.h"
#include "shell/guardcontroller.h"
#include "shell/makeroomcontroller.h"
#include "shell/mergecontroller.h"
#include "shell/movecontroller.h"
#include "shell/publishcontroller.h"
#include "shell/publishedbar.h"
#include "shell/regionscontroller.h"
#include "shell/rollbackcontroller.h"
#include "shell/savecontroller.h"
#include "shell/splitcontroller.h"
#include "shell/stagingcontroller.h"
#include "shell/watchcontroller.h"

namespace edgewright {

Publishing::Publishing(const ShellContext &shell, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_saveSheet(new SaveVersionSheet(shell.themes, &shell.documents))
    , m_publishSheet(new PublishSheet(shell.themes, &shell.documents))
    , m_save(new SaveController(shell, *m_saveSheet, settings, this))
    , m_publish(new PublishController(shell, *m_publishSheet, *m_save, this))
{
    giveRoom(*m_saveSheet);
    giveRoom(*m_publishSheet);
    auto *roomSheet = new MakeRoomSheet(shell.themes, &shell.documents);
    m_makeRoom = new MakeRoomController(shell, *roomSheet, this);
    giveRoom(*roomSheet);
    connect(m_makeRoom, &MakeRoomController::idle, this, &Publishing::idle);
    connect(m_save, &SaveController::idle, this, &Publishing::idle);
    connect(m_publish, &PublishController::idle, this, &Publishing::idle);
    connect(m_publish, &PublishController::compareRequested, this, &Publishing::compareRequested);
    connect(m_publish, &PublishController::published, this, &Publishing::published);
    new CheckLink(shell, *m_publishSheet, *m_publish, this);
    buildGuard();
    buildTraffic();
    buildWatch(settings);
    buildRegions();
}

void Publishing::buildGuard()
{
    m_merge = new MergeController(m_shell, this);
    auto *guard = new GuardController(m_shell,
                                      {.save = *m_save,
                                       .saveSheet = *m_saveSheet,
                                       .publish = *m_publish,
                                       .publishSheet = *m_publishSheet,
                                       .merge = *m_merge},
                                      this);
    connect(guard, &GuardController::compareRequested, this, &Publishing::compareRequested);
}

void Publishing::buildTraffic()
{
    auto *rollbackSheet = new RollbackSheet(m_shell.themes, &m_shell.documents);
    auto *splitSheet = new SplitSheet(m_shell.themes, &m_shell.documents);
    giveRoom(*rollbackSheet);
    giveRoom(*splitSheet);
    m_rollback = new RollbackController(m_shell, *rollbackSheet, this);
    m_split = new SplitController(m_shell, *splitSheet, this);
    connect(m_rollback, &RollbackController::idle, this, &Publishing::idle);
    connect(m_rollback, &RollbackController::compareRequested, this, &Publishing::compareRequested);
    connect(m_rollback, &RollbackController::published, this, &Publishing::published);
    connect(m_split, &SplitController::idle, this, &Publishing::idle);
    connect(m_split, &SplitController::published, this, &Publishing::published);

    m_bar = new PublishedBar(m_shell, m_shell.liveStrip.parentWidget());
    connect(this, &Publishing::published, this, &Publishing::showPublished);
    connect(m_rollback, &RollbackController::rolledBack, m_bar, &PublishedBar::noteRollback);
    using Purpose = RollbackController::Purpose;
    connect(m_bar, &PublishedBar::rollbackRequested, m_rollback,
            [this](const Publication &publication) {
                m_rollback->openBefore(publication, Purpose::GoBack);
            });
    connect(m_bar, &PublishedBar::undoRequested, m_rollback,
            [this](const Publication &publication) {
                m_rollback->openBefore(publication, Purpose::UndoRollback);
            });
    connect(m_bar, &PublishedBar::publishRequested, m_publish,
            [this](const QString &versionId) { m_publish->openVersion(versionId, kProduction); });
}

void Publishing::buildRegions()
{
    auto *sheet = new RegionsSheet(m_shell.themes, &m_shell.documents);
    giveRoom(*sheet);
    m_regions = new RegionsController(m_shell, *sheet, this);
    m_staging = new StagingController(m_shell, this);
    m_move = new MoveController(m_shell, this);
    connect(m_move, &MoveController::idle, this, &Publishing::idle);
    connect(m_move, &MoveController::compareRequested, this, &Publishing::textsCompareRequested);
    connect(m_regions, &RegionsController::idle, this, &Publishing::idle);
    connect(m_staging, &StagingController::idle, this, &Publishing::idle);
}

void Publishing::buildWatch(Settings &settings)
{
    m_watch = new WatchController(m_shell, settings, *m_publishSheet, this);
    // After the bar, which clears what else says so.
    connect(this, &Publishing::published, m_watch, &WatchController::notePublished);
    connect(m_publish, &PublishController::sending, m_watch, &WatchController::noteSending);
    connect(m_publish, &PublishController::published, m_watch, &WatchController::watchPublished);
    connect(m_watch, &WatchController::published, this, &Publishing::published);
    connect(m_watch, &WatchController::published, m_bar, &PublishedBar::noteRollback);
    connect(m_watch, &WatchController::idle, this, &Publishing::idle);
    connect(m_watch, &WatchController::compareRequested, this, &Publishing::textsCompareRequested);
    connect(m_watch, &WatchController::rollbackRequested, m_rollback,
            [this](const Publication &publication) {
                m_rollback->openBefore(publication, RollbackController::Purpose::GoBack);
            });
}

void Publishing::showPublished(const Publication &publication)
{
    // The bar says the same, and stays.
    if (m_shell.messages.kind() == MessageBar::Kind::Success)
        m_shell.messages.clear();
    m_bar->add(publication);
}

bool Publishing::stop()
{
    m_merge->keepUnfinished();
    const bool isWatchDone = m_watch->stop();
    const bool isRegionsDone = m_regions->stop();
    const bool isStagingDone = m_staging->stop();
    const bool isMoveDone = m_move->stop();
    const bool isSaveDone = m_save->stop();
    const bool isPublishDone = m_publish->stop();
    const bool isRollbackDone = m_rollback->stop();
    const bool isSplitDone = m_split->stop();
    const bool isRoomDone = m_makeRoom->stop();
    return isWatchDone && isRegionsDone && isStagingDone && isMoveDone && isRollbackDone
           && isSplitDone && isRoomDone && isSaveDone && isPublishDone;
}

void Publishing::giveRoom(Sheet &sheet)
{
    connect(&sheet, &Sheet::shortOfRoom, &m_shell.bottom, &QWidget::hide, Qt::QueuedConnection);
    connect(
        &sheet, &Sheet::shortOfRoom, this, [this, &sheet] { m_bar->makeRoomFor(&sheet); },
        Qt::QueuedConnection);
}

} // namespace edgewright
