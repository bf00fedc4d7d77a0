// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/database.h"
#include "archive/ledgertypes.h"

namespace edgewright {

/// The table of the ledger. Used on the archive's thread; each writing function is one transaction
/// unless it says otherwise.
class LedgerStore final {
public:
    /// \p database must outlive it.
    explicit LedgerStore(Database &database);

    /// The entry's id.
    [[nodiscard]] Result<qint64> add(const LedgerEntry &entry);
    /// The same inside a transaction of the caller's.
    [[nodiscard]] Result<qint64> insert(const LedgerEntry &entry);
    /// Closes the entry; a publication that was done is what is live from then on.
    [[nodiscard]] Result<LedgerEntry> complete(qint64 id, const ActCompletion &completion);
    [[nodiscard]] Result<> setReason(qint64 id, const QString &reason);
    [[nodiscard]] Result<LedgerEntry> entry(qint64 id);
    [[nodiscard]] Result<QList<LedgerEntry>> entries(const LedgerFilter &filter);
    /// Oldest first.
    [[nodiscard]] Result<QList<LedgerEntry>> openEntries(const QString &accountId);

    /// As stored in both tables: in the order of the ids.
    [[nodiscard]] static QString sharesText(const QList<VersionShare> &shares);
    [[nodiscard]] static QList<VersionShare> sharesOf(const QString &text);

private:
    [[nodiscard]] Result<QList<LedgerEntry>> select(const QString &condition,
                                                    const QVariantList &values);

    Database &m_database;
};

} // namespace edgewright
