// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "archive/database.h"

namespace edgewright {

/// The contents of versions, each distinct one once, named by their SHA-256. Used on the archive's
/// thread, add() inside a transaction.
class BodyStore final {
public:
    /// \p database must outlive it.
    explicit BodyStore(Database &database);

    /// The body's number: that of a body held already, or of a new one, told as a difference from
    /// \p relative (0: none) where that pays.
    [[nodiscard]] Result<qint64> add(const QByteArray &bytes, qint64 relative);
    /// The exact bytes; checked against the digest.
    [[nodiscard]] Result<QByteArray> read(qint64 body);

    [[nodiscard]] static QByteArray digestOf(const QByteArray &bytes);

private:
    Database &m_database;
};

} // namespace edgewright
