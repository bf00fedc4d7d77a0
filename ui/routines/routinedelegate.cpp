// SPDX-License-Identifier: GPL-3.0-or-later
#include "routines/routinedelegate.h"

#include "common/icons.h"
#include "common/plaintext.h"
#include "common/rowpainter.h"
#include "routines/routinerows.h"
#include "workspace/routinelistmodel.h"

#include <QAbstractScrollArea>
#include <QPainter>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDotSize = 8;
constexpr int kLockSize = 14;
constexpr int kGapAfterWord = 6;
constexpr int kGapAfterEnvironment = 12;

int rowWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractScrollArea *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

RoutineDelegate::RoutineDelegate(const ThemeService &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{
}

QList<RoutineDelegate::Live> RoutineDelegate::liveIn(const QModelIndex &index) const
{
    const Theme &theme = m_themes.current();
    if (!index.data(RoutineListModel::LiveKnownRole).toBool())
        return {{{}, tr("reading what is live…"), theme.window.muted}};
    QList<Live> live;
    const QString production = oneLine(index.data(RoutineListModel::ProductionRole).toString());
    const QString staging = oneLine(index.data(RoutineListModel::StagingRole).toString());
    if (!production.isEmpty())
        live << Live{tr("PROD", "short for production"), production, theme.production.text};
    if (!staging.isEmpty())
        live << Live{tr("STAGING"), staging, theme.staging.text};
    if (live.isEmpty())
        live << Live{{}, tr("not published"), theme.window.muted};
    return live;
}

bool RoutineDelegate::fitsOneLine(const QStyleOptionViewItem &option, const QList<Live> &live,
                                  int width)
{
    const QFontMetrics strong(strongFont(smallFont(option.font)));
    const QFontMetrics plain(smallFont(option.font));
    int needed = (static_cast<int>(live.size()) - 1) * kGapAfterEnvironment;
    for (const Live &entry : live)
        needed += strong.horizontalAdvance(entry.word) + kGapAfterWord
                  + plain.horizontalAdvance(entry.shares);
    return needed <= width;
}

QSize RoutineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QList<Live> live = liveIn(index);
    const int width = rowWidth(option);
    const int lines = fitsOneLine(option, live, width - 2 * kRowPadding) ? 1 : 2;
    const int small = QFontMetrics(smallFont(option.font)).height() + kRowSpacing;
    return {0, 2 * kRowSpacing + QFontMetrics(option.font).height() + lines * small + kRowSpacing};
}

void RoutineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = m_themes.current();
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintRowGround(painter, option, theme);

    QRect line = option.rect.adjusted(kRowPadding, kRowSpacing + 2, -kRowPadding, 0);
    painter->setFont(strongFont(option.font));
    line.setHeight(painter->fontMetrics().height());
    const bool hasDraft = index.data(RoutineListModel::HasDraftRole).toBool();
    int taken = hasDraft ? kDotSize + 8 : 0;
    if (index.data(RoutineRows::LockedRole).toBool())
        taken += paintLock(painter, line.adjusted(0, 0, -taken, 0));
    const QRect nameRect = line.adjusted(0, 0, -taken, 0);
    painter->setFont(strongFont(option.font));
    paintText(painter, nameRect, oneLine(index.data(RoutineListModel::NameRole).toString()),
              theme.window.text);
    if (hasDraft) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.draft.text);
        painter->drawEllipse(QRect(line.right() - kDotSize, line.center().y() - kDotSize / 2 + 1,
                                   kDotSize, kDotSize));
    }

    const QList<Live> live = liveIn(index);
    line.translate(0, line.height() + kRowSpacing - 1);
    line.setHeight(QFontMetrics(smallFont(option.font)).height());
    if (fitsOneLine(option, live, line.width())) {
        painter->setFont(option.font);
        paintLive(painter, line, live);
    } else {
        for (const Live &entry : live) {
            painter->setFont(option.font);
            paintLive(painter, line, {entry});
            line.translate(0, line.height() + kRowSpacing);
        }
    }
    painter->restore();
}

int RoutineDelegate::paintLock(QPainter *painter, const QRect &line) const
{
    const QString word = tr("locked");
    const QColor color = m_themes.current().window.muted;
    QFont plain = smallFont(painter->font());
    plain.setWeight(QFont::Normal);
    painter->setFont(plain);
    const int width = painter->fontMetrics().horizontalAdvance(word) + 2;
    paintText(painter, QRect(line.right() - width, line.top(), width, line.height()), word, color);
    const QRect sign(line.right() - width - kLockSize - 4, line.center().y() - kLockSize / 2 + 1,
                     kLockSize, kLockSize);
    icon(IconName::Lock, color).paint(painter, sign);
    return width + kLockSize + 12;
}

void RoutineDelegate::paintLive(QPainter *painter, QRect line, const QList<Live> &live) const
{
    const QFont plain = smallFont(painter->font());
    for (const Live &entry : live) {
        if (!entry.word.isEmpty()) {
            painter->setFont(strongFont(plain));
            line.setLeft(line.left() + paintText(painter, line, entry.word, entry.color)
                         + kGapAfterWord);
        }
        painter->setFont(plain);
        const QColor color = entry.word.isEmpty() ? entry.color : m_themes.current().window.text;
        line.setLeft(line.left() + paintText(painter, line, entry.shares, color)
                     + kGapAfterEnvironment);
    }
}

} // namespace edgewright
