// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/sandboxprocess.h"
#include "workspace/routinecatalog.h"
#include "workspace/versionhistory.h"

#include <QNetworkAccessManager>

namespace edgewright {

/// Builds everything that lives as long as the window; the only place that does.
class AppServices final {
public:
    struct Folders {
        QString data;    ///< Drafts and names.
        QString sandbox; ///< The sandbox's database.
        QString sandboxProgram;
    };

    /// The user's own folders.
    [[nodiscard]] static Folders defaultFolders();

    explicit AppServices(const Folders &folders);

    [[nodiscard]] Connection &connection() { return m_connection; }
    [[nodiscard]] DraftStore &drafts() { return m_drafts; }
    [[nodiscard]] VersionNames &names() { return m_names; }
    [[nodiscard]] RoutineCatalog &catalog() { return m_catalog; }
    [[nodiscard]] VersionHistory &history() { return m_history; }
    [[nodiscard]] SandboxProcess &sandbox() { return m_sandbox; }

private:
    // In the order of need: each may use what stands above it until its own end.
    QNetworkAccessManager m_network;
    SandboxProcess m_sandbox;
    Connection m_connection;
    DraftStore m_drafts;
    VersionNames m_names;
    RoutineCatalog m_catalog;
    VersionHistory m_history;
};

} // namespace edgewright
