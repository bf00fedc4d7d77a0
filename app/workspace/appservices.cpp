// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/appservices.h"

using namespace Qt::StringLiterals;

namespace edgewright {

AppServices::AppServices(const Folders &folders)
    : m_sandbox(folders.sandboxProgram, folders.sandbox)
    , m_lock(folders.data + u"/locks.json"_s)
    , m_connection(m_network)
    , m_drafts(folders.data + u"/drafts"_s)
    , m_sessions(folders.data + u"/session.json"_s)
    , m_archive(folders.data)
    , m_ledger(m_archive)
    , m_names(folders.data + u"/names"_s)
    , m_quota(m_connection, folders.data + u"/quotas.json"_s)
    , m_catalog(m_connection, memory())
    , m_history(m_connection, m_catalog, memory())
    , m_wayBack({.connection = m_connection,
                 .catalog = m_catalog,
                 .history = m_history,
                 .archive = m_archive,
                 .ledger = m_ledger})
    , m_archiver({.connection = m_connection,
                  .catalog = m_catalog,
                  .history = m_history,
                  .archive = m_archive})
    , m_unfinished(m_connection, m_ledger)
    , m_guard(m_connection, m_catalog, m_history, memory())
{
    m_connection.setWriteLock(&m_lock);
}

Memory AppServices::memory()
{
    return {.drafts = m_drafts,
            .names = m_names,
            .archive = m_archive,
            .ledger = m_ledger,
            .quota = &m_quota};
}

} // namespace edgewright
