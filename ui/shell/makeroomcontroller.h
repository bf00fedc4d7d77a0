// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

namespace edgewright {

class MakeRoomSheet;
class RoomController;

/// "Make Room…": versions of the routine on screen are chosen and deleted from the service, whether
/// it is full or not.
class MakeRoomController final : public QObject {
    Q_OBJECT

public:
    MakeRoomController(const ShellContext &shell, MakeRoomSheet &sheet, QObject *parent = nullptr);

    void open();
    /// False when it has to go on to its end.
    [[nodiscard]] bool stop();

signals:
    void idle();

private:
    void showContext();
    void showChoice();
    void makeRoom();
    void cancel();
    void dismiss();

    ShellContext m_shell;
    MakeRoomSheet &m_sheet;
    RoomController *m_room;
    QString m_routine;
};

} // namespace edgewright
