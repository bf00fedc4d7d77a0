// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"

#include <QStyledItemDelegate>

namespace edgewright {

/// Paints a routine: its name, a dot for an unpublished draft, a padlock where it is locked, and
/// what is live where in words.
class RoutineDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// \p themes must outlive the delegate.
    explicit RoutineDelegate(const ThemeService &themes, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    struct Live {
        QString word;
        QString shares;
        QColor color;
    };

    [[nodiscard]] QList<Live> liveIn(const QModelIndex &index) const;
    /// At the end of \p line; answers the room it takes.
    [[nodiscard]] int paintLock(QPainter *painter, const QRect &line) const;
    void paintLive(QPainter *painter, QRect line, const QList<Live> &live) const;
    [[nodiscard]] static bool fitsOneLine(const QStyleOptionViewItem &option,
                                          const QList<Live> &live, int width);

    const ThemeService &m_themes;
};

} // namespace edgewright
