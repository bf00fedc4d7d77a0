// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>

namespace edgewright {

/// The rows of the routine list: those whose name or description holds the filter, with words for
/// screen readers and tool tips. DisplayRole is the name.
class RoutineRows final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum Role {
        LockedRole = Qt::UserRole + 1000, ///< bool: nothing of it may be changed from here.
    };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLocked(const QSet<QString> &routines);
    void setFilter(const QString &text);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow,
                                        const QModelIndex &sourceParent) const override;

private:
    [[nodiscard]] QString spoken(const QModelIndex &source) const;

    QString m_filter;
    QSet<QString> m_locked;
};

} // namespace edgewright
