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

void VersionRows::setStarredOnly(bool on)
{
    m_starredOnly = on;
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
    if (m_starredOnly && !index.data(VersionListModel::StarredRole).toBool())
        return false;
    return m_filter.isEmpty() || holds(VersionListModel::NameRole)
           || holds(VersionListModel::FullDescriptionRole) || holds(VersionListModel::IdRole)
           || holds(VersionListModel::LabelRole) || holds(VersionListModel::NoteRole);
}

QStringList VersionRows::states(const QModelIndex &source)
{
    QStringList parts;
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
    if (source.data(VersionListModel::WayBackRole).toBool())
        parts << tr("what production would go back to");
    if (!source.data(VersionListModel::OnServiceRole).toBool())
        parts << tr("only on this computer");
    const bool isHeld = source.data(VersionListModel::HeldRole).toBool();
    if (source.data(VersionListModel::LostRole).toBool())
        parts << (isHeld ? tr("the service lost its code, the archive has it")
                         : tr("the service lost its code"));
    else if (!source.data(VersionListModel::OnServiceRole).toBool() && !isHeld)
        parts << tr("its code was never archived");
    const auto state = static_cast<VersionState>(source.data(VersionListModel::StateRole).toInt());
    if (state == VersionState::Preparing)
        parts << tr("still being prepared");
    if (state == VersionState::Failed)
        parts << tr("preparation failed");
    return parts;
}

QString VersionRows::spoken(const QModelIndex &source)
{
    QStringList parts{oneLine(source.data(VersionListModel::NameRole).toString())};
    parts << oneLine(source.data(VersionListModel::LabelRole).toString());
    if (source.data(VersionListModel::StarredRole).toBool())
        parts << tr("with a star");
    parts << states(source);
    parts << oneLine(source.data(VersionListModel::DescriptionRole).toString());
    const QDateTime created = source.data(VersionListModel::CreatedAtRole).toDateTime();
    parts << relativeTime(created, QDateTime::currentDateTimeUtc());
    parts << oneLine(source.data(VersionListModel::NoteRole).toString());
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
    const QString label = source.data(VersionListModel::LabelRole).toString();
    if (!label.isEmpty())
        lines.first() += u" · "_s + label;
    const QStringList words = states(source);
    if (!words.isEmpty())
        lines << QLocale().createSeparatedList(words);
    for (const int role : {VersionListModel::NoteRole, VersionListModel::FullDescriptionRole}) {
        const QString text = source.data(role).toString().trimmed();
        if (!text.isEmpty())
            lines << QString() << text;
    }
    return lines.join(u'\n');
}

} // namespace edgewright
