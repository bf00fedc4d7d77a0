// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/database.h"

namespace edgewright {

/// The distinct lines of all bodies, kept in memory for one connection.
class LineStore final {
public:
    explicit LineStore(Database &database)
        : m_database(database)
    {
    }

private:
    [[maybe_unused]] Database &m_database;
};

} // namespace edgewright
