// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledger.h"
#include "identity/sandboxprocess.h"
#include "workspace/archiver.h"
#include "workspace/guard.h"
#include "workspace/routinecatalog.h"
#include "workspace/sessionstore.h"
#include "workspace/unfinishedacts.h"
#include "workspace/versionhistory.h"
#include "workspace/versionquota.h"
#include "workspace/waybackfinder.h"
#include "workspace/writelock.h"

#include <QNetworkAccessManager>

namespace edgewright {

/// Builds everything that lives as long as the window; the only place that does.
class AppServices final {
public:
    struct Folders {
        QString data;    ///< Drafts, tabs, names and the archive.
        QString sandbox; ///< The sandbox's database.
        QString sandboxProgram;
    };

    explicit AppServices(const Folders &folders);

    [[nodiscard]] Connection &connection() { return m_connection; }
    [[nodiscard]] WriteLock &lock() { return m_lock; }
    [[nodiscard]] DraftStore &drafts() { return m_drafts; }
    [[nodiscard]] SessionStore &sessions() { return m_sessions; }
    [[nodiscard]] Archive &archive() { return m_archive; }
    [[nodiscard]] Ledger &ledger() { return m_ledger; }
    [[nodiscard]] VersionNames &names() { return m_names; }
    [[nodiscard]] VersionQuota &quota() { return m_quota; }
    [[nodiscard]] RoutineCatalog &catalog() { return m_catalog; }
    [[nodiscard]] VersionHistory &history() { return m_history; }
    [[nodiscard]] WayBackFinder &wayBack() { return m_wayBack; }
    [[nodiscard]] UnfinishedActs &unfinishedActs() { return m_unfinished; }
    [[nodiscard]] Archiver &archiver() { return m_archiver; }
    [[nodiscard]] Guard &guard() { return m_guard; }
    [[nodiscard]] SandboxProcess &sandbox() { return m_sandbox; }

private:
    [[nodiscard]] Memory memory();

    // In the order of need: each may use what stands above it until its own end.
    QNetworkAccessManager m_network;
    SandboxProcess m_sandbox;
    WriteLock m_lock;
    Connection m_connection;
    DraftStore m_drafts;
    SessionStore m_sessions;
    Archive m_archive;
    Ledger m_ledger;
    VersionNames m_names;
    VersionQuota m_quota;
    RoutineCatalog m_catalog;
    VersionHistory m_history;
    WayBackFinder m_wayBack;
    Archiver m_archiver;
    UnfinishedActs m_unfinished;
    Guard m_guard;
};

} // namespace edgewright
