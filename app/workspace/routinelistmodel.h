// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routinetypes.h"

#include <QAbstractListModel>
#include <QSet>

namespace edgewright {

/// A version as people call it, for a share of an environment.
struct NamedShare {
    QString versionName; ///< "v7"; the id when it is not known yet.
    int percentage = 100;

    [[nodiscard]] bool operator==(const NamedShare &other) const = default;
};

/// "v7" for all the traffic, "v5 90 % · v6 10 %" for a split, empty for none.
[[nodiscard]] QString describeShares(const QList<NamedShare> &shares);

struct RowSync;

/// The routines of an account with what is live; DisplayRole is the name. Text is foreign.
class RoutineListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        DescriptionRole,
        ProductionRole, ///< QString by describeShares(); empty: nothing live.
        StagingRole,
        LiveKnownRole,  ///< bool: deployments were fetched.
        HasDraftRole,   ///< bool: unpublished text on this computer.
        LiveReadAtRole, ///< QDateTime, UTC: when what is live was read.
    };

    struct Item {
        Routine routine;
        bool liveKnown = false;
        bool hasDraft = false;
        QDateTime liveReadAt;
        QString production;
        QString staging;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Keeps rows that stay, so that selections survive a refresh.
    void setItems(QList<Item> items);
    /// Replaces the item of that name; does nothing when there is none.
    void updateItem(const Item &item);
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    [[nodiscard]] int rowOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    friend struct RowSync;

    QList<Item> m_items;
};

} // namespace edgewright
