// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/database.h"

namespace edgewright {

/// The steps from one schema of the archive to the next: resources/sql/NNNN_name.sql, each run in
/// a transaction of its own, which also sets user_version to NNNN. A step that was once delivered
/// is never changed.
class Migrations final {
public:
    /// Marks the file as Edgewright's archive ("EdgA").
    static constexpr int kApplicationId = 0x45646741;

    /// The schema this program knows.
    [[nodiscard]] static int newest();
    /// Brings \p database to schema \p target; does nothing when it is there already.
    [[nodiscard]] static Result<> run(Database &database, int target = newest());
    [[nodiscard]] static Result<int> versionOf(Database &database);
};

} // namespace edgewright
