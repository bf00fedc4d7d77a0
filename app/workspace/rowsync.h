// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QSet>

#include <algorithm>
#include <utility>

namespace edgewright {

/// Turns the rows of a list model into others by the fewest removals, moves and insertions, so that
/// selections and scroll positions survive. A model that uses it declares it its friend.
struct RowSync {
    /// \p key of an item is its identity, \p same says whether anything shown differs. Of several
    /// wanted items with one key the first counts.
    template <typename Model, typename Item, typename Key, typename Same>
    static void apply(Model &model, QList<Item> &items, QList<Item> wanted, Key key, Same same)
    {
        dropRepeated(wanted, key);
        removeMissing(model, items, wanted, key);
        for (qsizetype row = 0; row < wanted.size(); ++row)
            place(model, items, row, wanted[row], key, same);
    }

private:
    template <typename Item, typename Key>
    static void dropRepeated(QList<Item> &wanted, Key key)
    {
        QSet<QString> seen;
        wanted.removeIf([&](const Item &item) {
            const QString id = key(item);
            const bool repeated = seen.contains(id);
            seen.insert(id);
            return repeated;
        });
    }

    template <typename Model, typename Item, typename Key>
    static void removeMissing(Model &model, QList<Item> &items, const QList<Item> &wanted, Key key)
    {
        QSet<QString> kept;
        for (const Item &item : wanted)
            kept.insert(key(item));
        for (int row = static_cast<int>(items.size()) - 1; row >= 0; --row) {
            if (kept.contains(key(items.at(row))))
                continue;
            model.beginRemoveRows({}, row, row);
            items.removeAt(row);
            model.endRemoveRows();
        }
    }

    template <typename Model, typename Item, typename Key, typename Same>
    static void place(Model &model, QList<Item> &items, qsizetype position, const Item &item,
                      Key key, Same same)
    {
        const int row = static_cast<int>(position);
        const auto found = std::find_if(items.cbegin() + row, items.cend(),
                                        [&](const Item &it) { return key(it) == key(item); });
        if (found == items.cend()) {
            model.beginInsertRows({}, row, row);
            items.insert(row, item);
            model.endInsertRows();
            return;
        }
        const int from = static_cast<int>(found - items.cbegin());
        if (from != row) {
            model.beginMoveRows({}, from, from, {}, row);
            items.move(from, row);
            model.endMoveRows();
        }
        if (same(items.at(row), item))
            return;
        items[row] = item;
        emit model.dataChanged(model.index(row), model.index(row));
    }
};

} // namespace edgewright
