// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "history/ledgerwords.h"

#include <QIcon>
#include <QIdentityProxyModel>

namespace edgewright {

/// The ledger's entries in words, with icons for how they ended and explanations in tool tips.
class LedgerRows final : public QIdentityProxyModel {
    Q_OBJECT

public:
    /// \p themes must outlive this object.
    LedgerRows(const ThemeService &themes, VersionNaming name, QObject *parent = nullptr);

    [[nodiscard]] static LedgerEntry entryOf(const QModelIndex &index);
    /// Versions have got other names, or the language is another one.
    void retell();

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void restyle();
    [[nodiscard]] QString words(const LedgerEntry &entry, int column) const;
    [[nodiscard]] QString explanation(const LedgerEntry &entry, int column) const;
    [[nodiscard]] QString spoken(const LedgerEntry &entry) const;
    [[nodiscard]] QIcon iconOf(const LedgerEntry &entry) const;

    const ThemeService &m_themes;
    VersionNaming m_name;
    QIcon m_done;
    QIcon m_seen;
    QIcon m_nothing;
    QIcon m_unknown;
    QIcon m_pending;
};

} // namespace edgewright
