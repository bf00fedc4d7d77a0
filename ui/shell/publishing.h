// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/comparesource.h"
#include "shell/shellcontext.h"
#include "workspace/publication.h"

#include <QObject>

namespace edgewright {

class MakeRoomController;
class MergeController;
class MoveController;
class PublishController;
class PublishedBar;
class PublishSheet;
class RegionsController;
class RollbackController;
class SaveController;
class SaveVersionSheet;
class Settings;
class Sheet;
class SplitController;
class StagingController;
class WatchController;

/// Everything in the window that changes what the service has: the sheets that slide over the
/// documents, and who drives them.
class Publishing final : public QObject {
    Q_OBJECT

public:
    Publishing(const ShellContext &shell, Settings &settings, QObject *parent);

    [[nodiscard]] SaveController &save() const { return *m_save; }
    [[nodiscard]] PublishController &publish() const { return *m_publish; }
    [[nodiscard]] RollbackController &rollback() const { return *m_rollback; }
    [[nodiscard]] SplitController &split() const { return *m_split; }
    /// To be put under the live strip.
    [[nodiscard]] PublishedBar &bar() const { return *m_bar; }
    [[nodiscard]] WatchController &watch() const { return *m_watch; }
    /// Stops what can be stopped; false when something has to go on to its end: idle() follows.
    [[nodiscard]] bool stop();

signals:
    /// Nothing runs any more.
    void idle();
    void compareRequested(const QString &fromVersionId, const QString &toVersionId);
    void textsCompareRequested(const edgewright::SourcePair &pair);
    /// An environment runs something else, read back: whatever was used to bring that about.
    void published(const edgewright::Publication &publication);

private:
    void buildTraffic();
    void buildWatch(Settings &settings);
    /// What only some services can.
    void buildRegions();
    void showPublished(const Publication &publication);
    /// What others did meanwhile.
    void buildGuard();
    /// A sheet that lacks height gets the room of the panel below and of the bars above.
    void giveRoom(Sheet &sheet);

    ShellContext m_shell;
    SaveVersionSheet *m_saveSheet;
    PublishSheet *m_publishSheet;
    SaveController *m_save;
    PublishController *m_publish;
    RollbackController *m_rollback = nullptr;
    SplitController *m_split = nullptr;
    PublishedBar *m_bar = nullptr;
    RegionsController *m_regions = nullptr;
    StagingController *m_staging = nullptr;
    MoveController *m_move = nullptr;
    MergeController *m_merge = nullptr;
    MakeRoomController *m_makeRoom = nullptr;
    WatchController *m_watch = nullptr;
};

} // namespace edgewright
