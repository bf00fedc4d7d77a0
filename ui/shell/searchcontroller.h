// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivesearch.h"
#include "shell/shellcontext.h"

#include <QTimer>

namespace edgewright {

class SearchPanel;
class VersionController;

/// Finds text in all versions and opens what was found; the archive's dialog, and what is to be
/// told of the archive. Makes the search's page in the bottom panel itself.
class SearchController final : public QObject {
    Q_OBJECT

public:
    /// All of them outlive this object; \p window is the parent of the dialog.
    SearchController(QWidget &window, const ShellContext &shell, VersionController &versions);

    /// Brings the page to the front, with what is selected in the code.
    void show();
    void showArchive();

private:
    /// Where to go once the version is on screen.
    struct Wish {
        QString routine;
        QString versionId;
        int line = -1;
    };

    void follow();
    void open(const SearchHit &hit);
    void openFromArchive(const SearchHit &hit);
    void goToLine();
    void tellCondition();

    QWidget &m_window;
    ShellContext m_shell;
    VersionController &m_versions;
    ArchiveSearch m_search;
    SearchPanel *m_panel;
    Wish m_wish;
    QTimer m_backupTimer;
    quint64 m_request = 0; ///< Older openings are void.
};

} // namespace edgewright
