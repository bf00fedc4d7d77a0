// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"

#include <QStyledItemDelegate>

namespace edgewright {

/// Paints a version: a sign for where it is, its name and label, where it is live in words, its
/// age, its description. The unstable slot gets a line and a label of its own above it.
class VersionDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// \p themes must outlive the delegate.
    explicit VersionDelegate(const ThemeService &themes, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    struct Badge {
        QString word;
        TonePair tone;
    };

    [[nodiscard]] QList<Badge> badges(const QModelIndex &index) const;
    void addMemoryBadges(QList<Badge> &badges, const QModelIndex &index) const;
    /// A dot in a ring: live; a ring: on the service; a broken ring: only here; a triangle: no
    /// code.
    void paintSign(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    /// Paints the label above the unstable slot; answers its height.
    int paintSection(QPainter *painter, const QStyleOptionViewItem &option) const;
    /// Sign, name, star, label, badges.
    void paintHead(QPainter *painter, QRect line, const QFont &font,
                   const QModelIndex &index) const;
    [[nodiscard]] int badgesWidth(const QFont &font, const QModelIndex &index) const;
    /// Description and note, and the age at the far end.
    void paintFoot(QPainter *painter, QRect line, const QModelIndex &index) const;

    const ThemeService &m_themes;
};

} // namespace edgewright
