// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/versionrows.h"

#include "common/plaintext.h"
#include "common/times.h"
#include "workspace/versionlistmodel.h"

#include <QLocale>

namespace edgewright {

using namespace Qt::StringLiterals;

void VersionRows::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    invalidateFilter();
}

bool VersionRows::startsSection(const QModelIndex &index)
{
    if (!index.data(VersionListModel::UnstableRole).toBool())
        return false;
    const QModelIndex above = index.siblingAtRow(index.row() - 1);
    return !above.isValid() || !above.data(VersionListModel::UnstableRole).toBool();
}

QVariant VersionRows::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return spoken(mapToSource(index));
    if (role == Qt::ToolTipRole)
        return plainToolTip(explanation(mapToSource(index)));
    return QSortFilterProxyModel::data(index, role);
}

bool VersionRows::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    const auto holds = [this, &index](int role) {
        return index.data(role).toString().contains(m_filter, Qt::CaseInsensitive);
    };
    return m_filter.isEmpty() || holds(VersionListModel::NameRole)
           || holds(VersionListModel::FullDescriptionRole) || holds(VersionListModel::IdRole);
}

QString VersionRows::spoken(const QModelIndex &source)
{
    QStringList parts{oneLine(source.data(VersionListModel::NameRole).toString())};
    if (source.data(VersionListModel::UnstableRole).toBool())
        parts << tr("the staging slot");
    const int production = source.data(VersionListModel::ProductionRole).toInt();
    const int staging = source.data(VersionListModel::StagingRole).toInt();
    if (production > 0)
        parts << tr("in production at %1 percent").arg(production);
    if (staging > 0)
        parts << tr("on staging at %1 percent").arg(staging);
    if (source.data(VersionListModel::BaseRole).toBool())
        parts << tr("base of the draft");
    const auto state = static_cast<VersionState>(source.data(VersionListModel::StateRole).toInt());
    if (state == VersionState::Preparing)
        parts << tr("still being prepared");
    if (state == VersionState::Failed)
        parts << tr("preparation failed");
    parts << oneLine(source.data(VersionListModel::DescriptionRole).toString());
    const QDateTime created = source.data(VersionListModel::CreatedAtRole).toDateTime();
    parts << relativeTime(created, QDateTime::currentDateTimeUtc());
    parts.removeAll(QString());
    return QLocale().createSeparatedList(parts);
}

QString VersionRows::explanation(const QModelIndex &source)
{
    QStringList lines{source.data(VersionListModel::NameRole).toString()};
    const QString id = source.data(VersionListModel::IdRole).toString();
    if (id != lines.first())
        lines << tr("Id %1").arg(oneLine(id));
    lines << exactTime(source.data(VersionListModel::CreatedAtRole).toDateTime());
    const QString description =
        source.data(VersionListModel::FullDescriptionRole).toString().trimmed();
    if (!description.isEmpty())
        lines << QString() << description;
    return lines.join(u'\n');
}

} // namespace edgewright
