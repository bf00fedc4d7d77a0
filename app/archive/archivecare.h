// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "archive/database.h"

#include <QPromise>

#include <memory>

namespace edgewright {

/// What is in the archive at \p file; the archive's thread.
[[nodiscard]] Result<ArchiveStatistics> countArchive(Database &database, const QString &file);

/// Writes what \p file holds now to \p target, complete and safe on the disk or not at all. Uses a
/// connection of its own: any thread.
[[nodiscard]] Result<> copyArchive(const QString &file, const QString &target);

/// Writes today's backup beside \p file unless there is one or nothing to keep. Of the others the
/// newest few stay, and all that hold anything which today's does not. Any thread.
[[nodiscard]] Result<> backUpToday(const QString &file);

/// Puts \p backup in the place of \p file, which is kept under another name; the connection is
/// open again afterwards, with the old file when anything went wrong. The archive's thread.
[[nodiscard]] Result<ArchiveCondition> restoreArchive(Database &database, const QString &file,
                                                      const QString &backup);

/// Hashes every body again, a few at each step, and reports to \p promise. The archive's thread.
class Verification final {
public:
    using Promise = QPromise<Result<VerifyReport>>;

    explicit Verification(std::shared_ptr<Promise> promise);

    /// False when it is over.
    [[nodiscard]] bool step(Database &database);

private:
    [[nodiscard]] Result<bool> begin(Database &database);
    [[nodiscard]] Result<bool> checkSome(Database &database);
    [[nodiscard]] Result<> checkBody(Database &database, qint64 body);
    void finish(const Result<VerifyReport> &result);

    std::shared_ptr<Promise> m_promise;
    VerifyReport m_report;
    QList<qint64> m_bodies;
    bool m_hasBegun = false;
};

} // namespace edgewright
