// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/routinelistmodel.h"

#include "workspace/rowsync.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

bool isSame(const RoutineListModel::Item &a, const RoutineListModel::Item &b)
{
    return a.routine.name == b.routine.name && a.routine.description == b.routine.description
           && a.routine.createdAt == b.routine.createdAt
           && a.routine.defaultHost == b.routine.defaultHost
           && a.routine.hasAssets == b.routine.hasAssets
           && a.routine.deployments == b.routine.deployments && a.liveKnown == b.liveKnown
           && a.hasDraft == b.hasDraft && a.liveReadAt == b.liveReadAt
           && a.production == b.production && a.staging == b.staging;
}

} // namespace

QString describeShares(const QList<NamedShare> &shares)
{
    if (shares.size() == 1 && shares.first().percentage == 100)
        return shares.first().versionName;
    QStringList parts;
    for (const NamedShare &share : shares)
        parts += share.versionName + u'\u00a0' + QString::number(share.percentage) + u"\u00a0%"_s;
    return parts.join(u" · "_s);
}

void RoutineListModel::setItems(QList<Item> items)
{
    RowSync::apply(
        *this, m_items, std::move(items), [](const Item &item) { return item.routine.name; },
        isSame);
}

void RoutineListModel::updateItem(const Item &item)
{
    const int row = rowOf(item.routine.name);
    if (row < 0 || isSame(m_items.at(row), item))
        return;
    m_items[row] = item;
    emit dataChanged(index(row), index(row));
}

int RoutineListModel::rowOf(const QString &name) const
{
    for (qsizetype row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).routine.name == name)
            return static_cast<int>(row);
    }
    return -1;
}

int RoutineListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant RoutineListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return item.routine.name;
    case DescriptionRole:
        return item.routine.description.trimmed();
    case ProductionRole:
        return item.production;
    case StagingRole:
        return item.staging;
    case LiveKnownRole:
        return item.liveKnown;
    case HasDraftRole:
        return item.hasDraft;
    case LiveReadAtRole:
        return item.liveReadAt;
    default:
        return {};
    }
}

} // namespace edgewright
