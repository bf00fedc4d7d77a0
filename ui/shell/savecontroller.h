// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/saveversionflow.h"

namespace edgewright {

class DraftPage;
class SaveVersionSheet;

/// Saves the draft on screen as a version: the sheet asks, the flow does it, the draft is then
/// based on the new version.
class SaveController final : public QObject {
    Q_OBJECT

public:
    SaveController(const ShellContext &shell, SaveVersionSheet &sheet, QObject *parent = nullptr);

    /// Opens the sheet for the draft on screen. \p publishAfter: the user wanted to publish.
    void open(bool publishAfter = false);
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr; }

signals:
    /// \p publishWanted as passed to open().
    void saved(const QString &versionId, bool publishWanted);

private:
    void start(const QString &description);
    void cancel();
    void close();
    void publishExisting();
    void finish(const QString &routine, const QByteArray &code, const Result<QString> &versionId);
    /// The id of a version with the same bytes; empty when none is known.
    [[nodiscard]] QString equalVersion(const QByteArray &code) const;

    ShellContext m_shell;
    SaveVersionSheet &m_sheet;
    QPointer<DraftPage> m_page;
    QPointer<SaveVersionFlow> m_flow;
    bool m_publishAfter = false;
};

} // namespace edgewright
