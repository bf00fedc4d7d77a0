// SPDX-License-Identifier: GPL-3.0-or-later
#include "routines/routinerows.h"

#include "common/plaintext.h"
#include "workspace/routinelistmodel.h"

#include <QLocale>

namespace edgewright {

using namespace Qt::StringLiterals;

void RoutineRows::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    invalidateFilter();
}

void RoutineRows::setLocked(const QSet<QString> &routines)
{
    if (m_locked == routines)
        return;
    m_locked = routines;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

QVariant RoutineRows::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    switch (role) {
    case LockedRole:
        return m_locked.contains(source.data(RoutineListModel::NameRole).toString());
    case Qt::AccessibleTextRole:
        return spoken(source);
    case Qt::ToolTipRole: {
        const QString description = source.data(RoutineListModel::DescriptionRole).toString();
        return plainToolTip(source.data(RoutineListModel::NameRole).toString() + u'\n'
                            + description);
    }
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

bool RoutineRows::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    const auto holds = [this, &index](int role) {
        return index.data(role).toString().contains(m_filter, Qt::CaseInsensitive);
    };
    return m_filter.isEmpty() || holds(RoutineListModel::NameRole)
           || holds(RoutineListModel::DescriptionRole);
}

QString RoutineRows::spoken(const QModelIndex &source) const
{
    const QString production = source.data(RoutineListModel::ProductionRole).toString();
    const QString staging = source.data(RoutineListModel::StagingRole).toString();
    QStringList parts{oneLine(source.data(RoutineListModel::NameRole).toString())};
    if (!source.data(RoutineListModel::LiveKnownRole).toBool()) {
        parts << tr("what is live is being read");
    } else {
        parts << (production.isEmpty() ? tr("nothing in production")
                                       : tr("in production: %1").arg(oneLine(production)));
        parts << (staging.isEmpty() ? tr("nothing on staging")
                                    : tr("on staging: %1").arg(oneLine(staging)));
    }
    if (source.data(RoutineListModel::HasDraftRole).toBool())
        parts << tr("has an unpublished draft");
    if (m_locked.contains(source.data(RoutineListModel::NameRole).toString()))
        parts << tr("locked");
    return QLocale().createSeparatedList(parts);
}

} // namespace edgewright
