// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivesearch.h"

#include <QHash>
#include <QStandardItemModel>

namespace edgewright {

/// What a search found, by routine: the line, where it stands, and in which versions.
class SearchRows final : public QStandardItemModel {
    Q_OBJECT

public:
    enum Column { Text, Line, Versions, ColumnCount };
    enum Role { HitRole = Qt::UserRole + 1 };

    explicit SearchRows(QObject *parent = nullptr);

    void clearHits();
    void addHits(const QList<SearchHit> &hits);
    void retranslate();
    /// Nothing for a routine's own row.
    [[nodiscard]] static std::optional<SearchHit> hitOf(const QModelIndex &index);
    [[nodiscard]] qsizetype hitCount() const { return m_hits.size(); }
    [[nodiscard]] qsizetype routineCount() const { return m_routines.size(); }

private:
    using Place = std::pair<RoutineKey, quint64>;

    QStandardItem *routineItem(const RoutineKey &key);
    void tell(QStandardItem *first, const SearchHit &hit);

    QHash<RoutineKey, QStandardItem *> m_routines;
    QHash<Place, QStandardItem *> m_hits;
};

/// "v9 – v13, v2"; at most some spans.
[[nodiscard]] QString spansText(const QList<VersionSpan> &spans);

} // namespace edgewright
