// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "cloud/routinetypes.h"

#include <QAbstractListModel>

namespace edgewright {

struct RowSync;

/// The versions of one routine, newest first, the unstable slot last; those that only the archive
/// still has stand among the others. Text is foreign.
class VersionListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString, the service's id.
        NameRole,                  ///< "v7"; "unstable" for the staging slot.
        DescriptionRole,           ///< First line, trimmed.
        FullDescriptionRole,
        CreatedAtRole,  ///< QDateTime, UTC.
        ProductionRole, ///< int: percentage of production, 0 when not live there.
        StagingRole,    ///< int: percentage of staging.
        UnstableRole,   ///< bool
        StateRole,      ///< int of VersionState.
        BaseRole,       ///< bool: the draft is based on it.
        OnServiceRole,  ///< bool; false: only this computer has it.
        HeldRole,       ///< bool: the archive has its code.
        LostRole,       ///< bool: the service answered something else than its code.
        WayBackRole,    ///< bool: what production would go back to.
        LabelRole,      ///< QString, the user's own.
        NoteRole,       ///< Likewise; may hold line breaks.
        StarredRole,    ///< bool
    };

    struct Item {
        CodeVersion version;
        QString name;
        int production = 0;
        int staging = 0;
        bool isBase = false;
        bool isWayBack = false;
        bool onService = true;
        bool isHeld = false;
        bool isLost = false;
        VersionMark mark;

        [[nodiscard]] bool isLive() const { return production > 0 || staging > 0; }
        [[nodiscard]] bool operator==(const Item &other) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Keeps rows that stay, so that selections survive a refresh.
    void setItems(QList<Item> items);
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    /// -1 when there is none.
    [[nodiscard]] int rowOf(const QString &versionId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    friend struct RowSync;

    /// What this computer remembers.
    [[nodiscard]] static QVariant memory(const Item &item, int role);

    QList<Item> m_items;
};

} // namespace edgewright
