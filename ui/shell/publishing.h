// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

#include <QObject>

namespace edgewright {

class PublishController;
class PublishSheet;
class SaveController;
class SaveVersionSheet;
class Sheet;

/// Everything in the window that changes what the service has: the sheets that slide over the
/// documents, and who drives them.
class Publishing final : public QObject {
    Q_OBJECT

public:
    Publishing(const ShellContext &shell, QObject *parent);

    [[nodiscard]] SaveController &save() const { return *m_save; }
    [[nodiscard]] PublishController &publish() const { return *m_publish; }
    /// Stops what can be stopped; false when something has to go on to its end: idle() follows.
    [[nodiscard]] bool stop();

signals:
    /// Nothing runs any more.
    void idle();
    void compareRequested(const QString &fromVersionId, const QString &toVersionId);

private:
    /// A sheet that lacks height gets the room of the panel below.
    void giveRoom(const Sheet &sheet);

    ShellContext m_shell;
    SaveVersionSheet *m_saveSheet;
    PublishSheet *m_publishSheet;
    SaveController *m_save;
    PublishController *m_publish;
};

} // namespace edgewright
