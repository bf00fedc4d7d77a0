// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSortFilterProxyModel>

namespace edgewright {

/// The rows of the version list: those whose name, description, id, label or note holds the filter,
/// with words for screen readers and tool tips.
class VersionRows final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setFilter(const QString &text);
    void setStarredOnly(bool on);
    /// True for the unstable slot when numbered versions stand above it.
    [[nodiscard]] static bool startsSection(const QModelIndex &index);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow,
                                        const QModelIndex &sourceParent) const override;

private:
    [[nodiscard]] static QStringList states(const QModelIndex &source);
    [[nodiscard]] static QString spoken(const QModelIndex &source);
    [[nodiscard]] static QString explanation(const QModelIndex &source);

    QString m_filter;
    bool m_starredOnly = false;
};

} // namespace edgewright
