// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/appservices.h"

#include "base/paths.h"

using namespace Qt::StringLiterals;

namespace edgewright {

AppServices::Folders AppServices::defaultFolders()
{
    return {.data = dataFolder(),
            .sandbox = sandboxFolder(),
            .sandboxProgram = SandboxProcess::defaultProgram()};
}

AppServices::AppServices(const Folders &folders)
    : m_sandbox(folders.sandboxProgram, folders.sandbox)
    , m_connection(m_network)
    , m_drafts(folders.data + u"/drafts"_s)
    , m_names(folders.data + u"/names"_s)
    , m_catalog(m_connection, m_drafts, m_names)
    , m_history(m_connection, m_catalog, m_names)
{
}

} // namespace edgewright
