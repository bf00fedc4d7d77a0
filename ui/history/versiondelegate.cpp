// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/versiondelegate.h"

#include "common/plaintext.h"
#include "common/rowpainter.h"
#include "common/times.h"
#include "history/versionrows.h"
#include "workspace/versionlistmodel.h"

#include <QDateTime>
#include <QPainter>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 6;
constexpr int kVerticalPadding = 7;
constexpr int kSectionPadding = 6;

int sectionHeight(const QFont &font)
{
    return QFontMetrics(smallFont(font)).height() + 2 * kSectionPadding;
}

QString share(const QString &word, int percentage)
{
    return percentage == 100 ? word : word + u' ' + QString::number(percentage) + u" %"_s;
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
    return result;
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

    QRect line = row.rect.adjusted(kRowPadding, kVerticalPadding, -kRowPadding, 0);
    line.setHeight(QFontMetrics(option.font).height());
    paintHead(painter, line, option.font, index);
    line.translate(0, line.height() + kRowSpacing);
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
    const QString description =
        oneLine(index.data(VersionListModel::DescriptionRole).toString(), 300);
    paintText(painter, line, description.isEmpty() ? tr("no description") : description,
              description.isEmpty() ? theme.window.disabled : theme.window.muted);
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
    painter->setFont(strongFont(font));
    const QString name = oneLine(index.data(VersionListModel::NameRole).toString(), 60);
    advance(paintText(painter, rest, name, theme.window.text));
    QFont badgeFont = strongFont(smallFont(font));
    badgeFont.setPointSizeF(badgeFont.pointSizeF() * 0.88);
    painter->setFont(badgeFont);
    const QList<Badge> all = badges(index);
    for (const Badge &badge : all)
        advance(paintBadge(painter, rest, badge.word, badge.tone));
}

} // namespace edgewright
