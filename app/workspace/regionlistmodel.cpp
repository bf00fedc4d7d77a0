// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/regionlistmodel.h"

#include "cloud/routinetypes.h"
#include "workspace/regions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

void RegionListModel::setItems(const QList<Item> &items)
{
    const bool sameRows =
        std::ranges::equal(items, m_items, {}, &Item::environment, &Item::environment);
    if (sameRows) {
        m_items = items;
        if (!items.isEmpty())
            emit dataChanged(index(0, 0),
                             index(static_cast<int>(items.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_items = items;
    QSet<QString> kept;
    for (const Item &item : items) {
        if (m_ticked.contains(item.environment))
            kept.insert(item.environment);
    }
    m_ticked = kept;
    endResetModel();
    emit tickedChanged();
}

QStringList RegionListModel::ticked() const
{
    QStringList environments;
    for (const Item &item : m_items) {
        if (m_ticked.contains(item.environment))
            environments.append(item.environment);
    }
    return environments;
}

void RegionListModel::clearTicks()
{
    if (m_ticked.isEmpty())
        return;
    m_ticked.clear();
    if (!m_items.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_items.size()) - 1, 0),
                         {Qt::CheckStateRole});
    emit tickedChanged();
}

void RegionListModel::retranslate()
{
    if (!m_items.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_items.size()) - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int RegionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int RegionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RegionListModel::nameOf(const QString &environment)
{
    if (environment == kProduction)
        return tr("Production");
    if (environment == kStaging)
        return tr("Staging");
    return regionName(environment).both();
}

QString RegionListModel::text(const Item &item, int column) const
{
    switch (column) {
    case Name:
        return nameOf(item.environment);
    case Runs:
        if (!item.runs.isEmpty())
            return item.runs;
        return isRegion(item.environment) ? tr("nothing of its own") : tr("nothing");
    case Limit:
        return item.limit;
    default:
        return {};
    }
}

QVariant RegionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size())
        return {};
    const Item &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::CheckStateRole:
        if (index.column() != Name || !isRegion(item.environment))
            return {};
        return m_ticked.contains(item.environment) ? Qt::Checked : Qt::Unchecked;
    case EnvironmentRole:
        return item.environment;
    case PresentRole:
        return item.isPresent;
    case FilterRole:
        return QString(nameOf(item.environment) + u' ' + item.environment + u' ' + item.runs);
    default:
        return {};
    }
}

bool RegionListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const QString environment = m_items.at(index.row()).environment;
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(environment);
    else
        m_ticked.remove(environment);
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit tickedChanged();
    return true;
}

QVariant RegionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Region");
    case Runs:
        return tr("Runs now");
    case Limit:
        return tr("CPU time limit");
    default:
        return {};
    }
}

Qt::ItemFlags RegionListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name && isRegion(m_items.at(index.row()).environment))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace edgewright
