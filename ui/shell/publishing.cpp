// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishing.h"

#include "common/messagebar.h"
#include "publish/livestrip.h"
#include "publish/makeroomsheet.h"
#include "publish/publishsheet.h"
#include "publish/rollbacksheet.h"
#include "publish/saveversionsheet.h"
#include "publish/splitsheet.h"
#include "shell/bottompanel.h"
#include "shell/documentarea.h"
#include "shell/makeroomcontroller.h"
#include "shell/publishcontroller.h"
#include "shell/publishedbar.h"
#include "shell/rollbackcontroller.h"
#include "shell/savecontroller.h"
#include "shell/splitcontroller.h"

namespace edgewright {

Publishing::Publishing(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_saveSheet(new SaveVersionSheet(shell.themes, &shell.documents))
    , m_publishSheet(new PublishSheet(shell.themes, &shell.documents))
    , m_save(new SaveController(shell, *m_saveSheet, this))
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
    buildTraffic();
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
    connect(m_rollback, &RollbackController::compareRequested, this,
            &Publishing::compareRequested);
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
    const bool isSaveDone = m_save->stop();
    const bool isPublishDone = m_publish->stop();
    const bool isRoomDone = m_makeRoom->stop();
    const bool isRollbackDone = m_rollback->stop();
    const bool isSplitDone = m_split->stop();
    return isRoomDone && isRollbackDone && isSplitDone && isSaveDone && isPublishDone;
}

void Publishing::giveRoom(const Sheet &sheet)
{
    connect(&sheet, &Sheet::shortOfRoom, &m_shell.bottom, &QWidget::hide, Qt::QueuedConnection);
}

} // namespace edgewright
