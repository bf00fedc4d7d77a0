// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSet>

namespace edgewright {

/// The environments of one routine and what each runs: the two that all have, then the canary
/// regions, which can be ticked. Text is foreign.
class RegionListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Runs, Limit, ColumnCount };
    enum Role {
        EnvironmentRole = Qt::UserRole + 1, ///< QString, the service's name.
        PresentRole,                        ///< bool: the routine has a setting of its own for it.
        FilterRole,                         ///< QString: everything one may look for.
    };

    struct Item {
        QString environment;
        QString runs;  ///< "v3"; empty: nothing of its own.
        QString limit; ///< "50ms"; may be empty.
        bool isPresent = false;

        [[nodiscard]] bool operator==(const Item &other) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Ticks stay where their region stays.
    void setItems(const QList<Item> &items);
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    /// In the order of the rows.
    [[nodiscard]] QStringList ticked() const;
    void clearTicks();
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void tickedChanged();

private:
    [[nodiscard]] static QString nameOf(const QString &environment);
    [[nodiscard]] QString text(const Item &item, int column) const;

    QList<Item> m_items;
    QSet<QString> m_ticked;
};

} // namespace edgewright
