// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/makeroomcontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "publish/makeroomsheet.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/roomcontroller.h"

#include <QLocale>

namespace edgewright {

MakeRoomController::MakeRoomController(const ShellContext &shell, MakeRoomSheet &sheet,
                                       QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
    , m_room(new RoomController(shell, sheet, RoomController::Purpose::AtWill, this))
{
    connect(&m_shell.actions.action(ActionId::MakeRoom), &QAction::triggered, this,
            &MakeRoomController::open);
    connect(&m_sheet, &MakeRoomSheet::deleteRequested, this, &MakeRoomController::makeRoom);
    connect(&m_sheet, &Sheet::cancelRequested, this, &MakeRoomController::cancel);
    connect(&m_sheet, &MakeRoomSheet::quotaEdited, &m_shell.services.quota(),
            &VersionQuota::setByUser);
    connect(m_room, &RoomController::changed, this, &MakeRoomController::showChoice);
    connect(m_room, &RoomController::idle, this, &MakeRoomController::idle);
    connect(
        m_room, &RoomController::stepChanged, this,
        [this](const QString &text, bool canCancel) { m_sheet.setStep(text, 0, 0, canCancel); });
    connect(&m_shell.services.quota(), &VersionQuota::changed, this,
            &MakeRoomController::showContext);
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this,
            &MakeRoomController::dismiss);
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, [this] {
        if (m_sheet.isVisible() && !m_room->isRunning()
            && m_shell.services.history().routine() != m_routine)
            dismiss();
    });
}

void MakeRoomController::open()
{
    if (m_room->isRunning())
        return;
    m_routine = m_shell.services.history().routine();
    if (m_routine.isEmpty())
        return;
    showContext();
    m_sheet.open();
    if (m_sheet.isVisible())
        m_room->look(m_routine);
}

void MakeRoomController::showContext()
{
    const VersionQuota &quota = m_shell.services.quota();
    m_sheet.setContext({.routine = m_routine,
                        .quota = quota.value(),
                        .isQuotaTold = quota.source() == VersionQuota::Source::Service});
}

void MakeRoomController::showChoice()
{
    m_sheet.setChoice(m_room->chosenNames(), m_room->obstacle());
}

void MakeRoomController::makeRoom()
{
    m_room->make()->then(this, [this](const Result<QStringList> &deleted) {
        if (!deleted && m_sheet.isVisible()) {
            m_sheet.showError(deleted.error());
            return;
        }
        if (!deleted) {
            m_shell.messages.showError(deleted.error());
            return;
        }
        dismiss();
        m_shell.messages.showMessage(
            MessageBar::Kind::Success,
            //: %1 is one version or several
            tr("Deleted from the service, with the code kept in the archive: %1.")
                .arg(oneLine(QLocale().createSeparatedList(*deleted))));
    });
}

bool MakeRoomController::stop()
{
    return m_room->stop();
}

void MakeRoomController::cancel()
{
    if (m_room->isRunning())
        m_room->stop();
    else
        dismiss();
}

void MakeRoomController::dismiss()
{
    m_routine.clear();
    m_room->forget();
    m_sheet.dismiss();
}

} // namespace edgewright
