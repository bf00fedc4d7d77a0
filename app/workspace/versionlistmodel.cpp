// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/versionlistmodel.h"

#include "workspace/rowsync.h"

#include <algorithm>

namespace edgewright {

namespace {

QString firstLine(const QString &text)
{
    const QString trimmed = text.trimmed();
    for (qsizetype i = 0; i < trimmed.size(); ++i) {
        const QChar c = trimmed.at(i);
        if (c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            return trimmed.left(i).trimmed();
    }
    return trimmed;
}

} // namespace

void VersionListModel::setItems(QList<Item> items)
{
    const bool isShared = std::ranges::any_of(
        items, [this](const Item &item) { return rowOf(item.version.id) >= 0; });
    if (!isShared) {
        // Another routine: taking its rows away one by one would leave one of several selected
        // versions selected for a moment, which reads as a choice.
        beginResetModel();
        m_items.clear();
        endResetModel();
    }
    RowSync::apply(
        *this, m_items, std::move(items), [](const Item &item) { return item.version.id; },
        [](const Item &a, const Item &b) { return a == b; });
}

int VersionListModel::rowOf(const QString &versionId) const
{
    for (qsizetype row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).version.id == versionId)
            return static_cast<int>(row);
    }
    return -1;
}

int VersionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant VersionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item &item = m_items.at(index.row());
    switch (role) {
    case IdRole:
        return item.version.id;
    case Qt::DisplayRole:
    case NameRole:
        return item.name;
    case DescriptionRole:
        return firstLine(item.version.description);
    case FullDescriptionRole:
        return item.version.description;
    case CreatedAtRole:
        return item.version.createdAt;
    case ProductionRole:
        return item.production;
    case StagingRole:
        return item.staging;
    case UnstableRole:
        return item.version.isUnstable;
    case StateRole:
        return static_cast<int>(item.version.state);
    case BaseRole:
        return item.isBase;
    default:
        return memory(item, role);
    }
}

QVariant VersionListModel::memory(const Item &item, int role)
{
    switch (role) {
    case OnServiceRole:
        return item.onService;
    case HeldRole:
        return item.isHeld;
    case LostRole:
        return item.isLost;
    case WayBackRole:
        return item.isWayBack;
    case LabelRole:
        return item.mark.label;
    case NoteRole:
        return item.mark.note;
    case StarredRole:
        return item.mark.isStarred;
    default:
        return {};
    }
}

} // namespace edgewright
