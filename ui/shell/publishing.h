// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/publication.h"

#include <QObject>

namespace edgewright {

class MakeRoomController;
class PublishController;
class PublishedBar;
class PublishSheet;
class RollbackController;
class SaveController;
class SaveVersionSheet;
class Sheet;
class SplitController;

/// Everything in the window that changes what the service has: the sheets that slide over the
/// documents, and who drives them.
class Publishing final : public QObject {
    Q_OBJECT

public:
    Publishing(const ShellContext &shell, QObject *parent);

    [[nodiscard]] SaveController &save() const { return *m_save; }
    [[nodiscard]] PublishController &publish() const { return *m_publish; }
    [[nodiscard]] RollbackController &rollback() const { return *m_rollback; }
    [[nodiscard]] SplitController &split() const { return *m_split; }
    /// To be put under the live strip.
    [[nodiscard]] PublishedBar &bar() const { return *m_bar; }
    /// Stops what can be stopped; false when something has to go on to its end: idle() follows.
    [[nodiscard]] bool stop();

signals:
    /// Nothing runs any more.
    void idle();
    void compareRequested(const QString &fromVersionId, const QString &toVersionId);
    /// An environment runs something else, read back: whatever was used to bring that about.
    void published(const edgewright::Publication &publication);

private:
    void buildTraffic();
    void showPublished(const Publication &publication);
    /// A sheet that lacks height gets the room of the panel below.
    void giveRoom(const Sheet &sheet);

    ShellContext m_shell;
    SaveVersionSheet *m_saveSheet;
    PublishSheet *m_publishSheet;
    SaveController *m_save;
    PublishController *m_publish;
    MakeRoomController *m_makeRoom = nullptr;
    RollbackController *m_rollback = nullptr;
    SplitController *m_split = nullptr;
    PublishedBar *m_bar = nullptr;
};

} // namespace edgewright
