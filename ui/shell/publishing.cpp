// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishing.h"

#include "publish/publishsheet.h"
#include "publish/saveversionsheet.h"
#include "shell/bottompanel.h"
#include "shell/documentarea.h"
#include "shell/publishcontroller.h"
#include "shell/savecontroller.h"

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
    connect(m_save, &SaveController::idle, this, &Publishing::idle);
    connect(m_publish, &PublishController::idle, this, &Publishing::idle);
    connect(m_publish, &PublishController::compareRequested, this, &Publishing::compareRequested);
}

bool Publishing::stop()
{
    const bool isSaveDone = m_save->stop();
    const bool isPublishDone = m_publish->stop();
    return isSaveDone && isPublishDone;
}

void Publishing::giveRoom(const Sheet &sheet)
{
    connect(&sheet, &Sheet::shortOfRoom, &m_shell.bottom, &QWidget::hide, Qt::QueuedConnection);
}

} // namespace edgewright
