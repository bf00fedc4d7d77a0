// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/versiondelegate.h"

#include "common/icons.h"
#include "common/plaintext.h"
#include "common/rowpainter.h"
#include "common/times.h"
#include "history/versionrows.h"
#include "workspace/versionlistmodel.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 6;
constexpr int kVerticalPadding = 7;
constexpr int kSectionPadding = 6;
constexpr int kSignSize = 12;
constexpr int kStarSize = 14;
constexpr int kBadgeMargin = 20; ///< Of a badge, its edges and gaps.

int sectionHeight(const QFont &font)
{
    return QFontMetrics(smallFont(font)).height() + 2 * kSectionPadding;
}

QString share(const QString &word, int percentage)
{
    return percentage == 100 ? word : word + u' ' + QString::number(percentage) + u" %"_s;
}

QFont badgeFont(const QFont &font)
{
    QFont small = strongFont(smallFont(font));
    small.setPointSizeF(small.pointSizeF() * 0.88);
    return small;
}

} // namespace

VersionDelegate::VersionDelegate(const ThemeService &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{
}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = QFontMetrics(option.font).height() + kRowSpacing
                      + QFontMetrics(smallFont(option.font)).height();
    const int section = VersionRows::startsSection(index) ? sectionHeight(option.font) : 0;
    return {0, lines + 2 * kVerticalPadding + section};
}

QList<VersionDelegate::Badge> VersionDelegate::badges(const QModelIndex &index) const
{
    const Theme &theme = m_themes.current();
    const TonePair neutral{theme.window.hover, theme.window.text, theme.window.border};
    QList<Badge> result;
    if (const int percentage = index.data(VersionListModel::ProductionRole).toInt())
        result << Badge{share(tr("PRODUCTION"), percentage), theme.production};
    if (const int percentage = index.data(VersionListModel::StagingRole).toInt())
        result << Badge{share(tr("STAGING"), percentage), theme.staging};
    if (index.data(VersionListModel::BaseRole).toBool())
        result << Badge{tr("BASE", "the version a draft started from"), theme.draft};
    const auto state = static_cast<VersionState>(index.data(VersionListModel::StateRole).toInt());
    if (state == VersionState::Preparing)
        result << Badge{tr("PREPARING"), neutral};
    if (state == VersionState::Failed)
        result << Badge{tr("FAILED"), theme.error};
    addMemoryBadges(result, index);
    return result;
}

void VersionDelegate::addMemoryBadges(QList<Badge> &badges, const QModelIndex &index) const
{
    const Theme &theme = m_themes.current();
    const TonePair neutral{theme.window.hover, theme.window.text, theme.window.border};
    if (index.data(VersionListModel::WayBackRole).toBool())
        badges << Badge{tr("WAY BACK", "what production would go back to"), neutral};
    const bool isOnlyHere = !index.data(VersionListModel::OnServiceRole).toBool();
    if (isOnlyHere)
        badges << Badge{tr("ONLY HERE", "gone from the service, kept on this computer"), neutral};
    const bool isLost = index.data(VersionListModel::LostRole).toBool();
    if (isLost || (isOnlyHere && !index.data(VersionListModel::HeldRole).toBool()))
        badges << Badge{tr("CODE LOST", "the service has no code for this version"), theme.warning};
}

void VersionDelegate::paintSign(QPainter *painter, const QRect &rect,
                                const QModelIndex &index) const
{
    const Theme &theme = m_themes.current();
    const bool isProduction = index.data(VersionListModel::ProductionRole).toInt() > 0;
    const bool isLive = isProduction || index.data(VersionListModel::StagingRole).toInt() > 0;
    const bool isOnlyHere = !index.data(VersionListModel::OnServiceRole).toBool();
    const bool isHeld = index.data(VersionListModel::HeldRole).toBool();
    if (index.data(VersionListModel::LostRole).toBool() || (isOnlyHere && !isHeld)) {
        icon(IconName::Warning, theme.warning.text).paint(painter, rect.adjusted(-1, -1, 1, 1));
        return;
    }
    const QColor live = isProduction ? theme.production.text : theme.staging.text;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(isLive ? live : theme.window.muted, 1.5);
    if (isOnlyHere)
        pen.setDashPattern({1.6, 1.6});
    painter->setPen(pen);
    const QRectF ring = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->drawEllipse(ring);
    if (isLive) {
        painter->setBrush(live);
        painter->setPen(Qt::NoPen);
        painter->drawEllipse(ring.adjusted(2.5, 2.5, -2.5, -2.5));
    }
    painter->restore();
}

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = m_themes.current();
    painter->save();
    painter->setLayoutDirection(option.direction);
    QStyleOptionViewItem row = option;
    if (VersionRows::startsSection(index))
        row.rect.setTop(row.rect.top() + paintSection(painter, option));
    paintRowGround(painter, row, theme);

    const int indent = kSignSize + kGap; // of the second line, below the name
    QRect line = row.rect.adjusted(kRowPadding, kVerticalPadding, -kRowPadding, 0);
    line.setHeight(QFontMetrics(option.font).height());
    paintHead(painter, line, option.font, index);
    line.translate(0, line.height() + kRowSpacing);
    if (option.direction == Qt::RightToLeft)
        line.setRight(line.right() - indent);
    else
        line.setLeft(line.left() + indent);
    painter->setFont(smallFont(option.font));
    line.setHeight(painter->fontMetrics().height());
    paintFoot(painter, line, index);
    painter->restore();
}

int VersionDelegate::paintSection(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const Theme &theme = m_themes.current();
    QRect section = option.rect;
    section.setHeight(sectionHeight(option.font));
    painter->fillRect(section, theme.window.window);
    painter->setPen(theme.window.border);
    painter->drawLine(section.topLeft(), section.topRight());
    painter->setFont(strongFont(smallFont(option.font)));
    paintText(painter, section.adjusted(kRowPadding, 0, -kRowPadding, 0),
              tr("Staging slot (unstable)"), theme.window.muted);
    return section.height();
}

void VersionDelegate::paintFoot(QPainter *painter, QRect line, const QModelIndex &index) const
{
    const Theme &theme = m_themes.current();
    const QDateTime created = index.data(VersionListModel::CreatedAtRole).toDateTime();
    const QString age = relativeTime(created, QDateTime::currentDateTimeUtc());
    const int ageWidth = painter->fontMetrics().horizontalAdvance(age);
    const bool mirrored = painter->layoutDirection() == Qt::RightToLeft;
    QRect ageRect = line;
    if (mirrored)
        ageRect.setRight(line.left() + ageWidth);
    else
        ageRect.setLeft(line.right() - ageWidth);
    paintText(painter, ageRect, age, theme.window.muted);
    line.adjust(mirrored ? ageWidth + kGap : 0, 0, mirrored ? 0 : -ageWidth - kGap, 0);
    QStringList parts{oneLine(index.data(VersionListModel::DescriptionRole).toString(), 300),
                      oneLine(index.data(VersionListModel::NoteRole).toString(), 300)};
    parts.removeAll(QString());
    paintText(painter, line, parts.isEmpty() ? tr("no description") : parts.join(u" · "_s),
              parts.isEmpty() ? theme.window.disabled : theme.window.muted);
}

void VersionDelegate::paintHead(QPainter *painter, QRect line, const QFont &font,
                                const QModelIndex &index) const
{
    const Theme &theme = m_themes.current();
    const bool mirrored = painter->layoutDirection() == Qt::RightToLeft;
    QRect rest = line;
    const auto advance = [&rest, mirrored](int width) {
        if (width > 0)
            rest.adjust(mirrored ? 0 : width + kGap, 0, mirrored ? -width - kGap : 0, 0);
    };
    const auto leading = [&rest, mirrored](int size) {
        QRect square(rest.left(), rest.center().y() - size / 2, size, size);
        if (mirrored)
            square.moveRight(rest.right());
        return square;
    };
    paintSign(painter, leading(kSignSize), index);
    advance(kSignSize);
    painter->setFont(strongFont(font));
    const QString name = oneLine(index.data(VersionListModel::NameRole).toString(), 60);
    advance(paintText(painter, rest, name, theme.window.text));
    if (index.data(VersionListModel::StarredRole).toBool()) {
        icon(IconName::Starred, theme.window.link).paint(painter, leading(kStarSize));
        advance(kStarSize);
    }
    // The label has what the badges leave, so that none of them has to give way.
    const QString label = oneLine(index.data(VersionListModel::LabelRole).toString(), 60);
    painter->setFont(font);
    const int room = std::max(0, rest.width() - badgesWidth(font, index));
    QRect labelRect = rest;
    if (mirrored)
        labelRect.setLeft(rest.right() - room);
    else
        labelRect.setWidth(room);
    advance(paintText(painter, labelRect, label, theme.window.text));
    painter->setFont(badgeFont(font));
    const QList<Badge> all = badges(index);
    for (const Badge &badge : all)
        advance(paintBadge(painter, rest, badge.word, badge.tone));
}

int VersionDelegate::badgesWidth(const QFont &font, const QModelIndex &index) const
{
    const QFontMetrics metrics(badgeFont(font));
    int width = 0;
    const QList<Badge> all = badges(index);
    for (const Badge &badge : all)
        width += metrics.horizontalAdvance(badge.word) + kBadgeMargin;
    return width;
}

} // namespace edgewright
