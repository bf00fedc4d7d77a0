// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/codeimport.h"
#include "shell/shellcontext.h"

namespace edgewright {

class DraftController;
class DraftPage;

/// Brings code from a folder or zip into the draft on screen; what it replaces goes to the local
/// history first.
class ImportController final : public QObject {
    Q_OBJECT

public:
    /// \p window is the parent of dialogs. All of them outlive this object.
    ImportController(QWidget &window, const ShellContext &shell, DraftController &drafts);

private:
    using Reader = Result<ImportSource> (*)(const QString &path,
                                            const std::atomic<bool> *cancelled);

    void updateActions();
    [[nodiscard]] DraftPage *draft() const;
    void read(DraftPage *page, const QString &path, Reader reader);
    void choose(DraftPage *page, const ImportSource &source);
    void take(DraftPage *page, const ImportSource &source, const QString &path);

    QWidget &m_window;
    ShellContext m_shell;
    DraftController &m_drafts;
};

} // namespace edgewright
