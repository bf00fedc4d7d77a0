// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

namespace edgewright {

/// Keeps the strip above the code true: what production and staging run, what the draft is.
class LiveStripController final : public QObject {
    Q_OBJECT

public:
    explicit LiveStripController(const ShellContext &shell, QObject *parent = nullptr);

    void update();

signals:
    /// The user wants to read what that environment runs.
    void versionWanted(const QString &versionId);

private:
    void showEnvironment(const QString &environment, const std::optional<Routine> &routine);
    void showDraft();

    ShellContext m_shell;
};

} // namespace edgewright
