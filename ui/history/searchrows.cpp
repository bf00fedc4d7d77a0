// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/searchrows.h"

#include "common/plaintext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kMostSpans = 4;

QString versionName(int ordinal, const QString &id)
{
    return ordinal > 0 ? u'v' + QString::number(ordinal) : id;
}

QStandardItem *plainItem()
{
    auto *item = new QStandardItem;
    item->setEditable(false);
    return item;
}

} // namespace

QString spansText(const QList<VersionSpan> &spans)
{
    QStringList parts;
    for (const VersionSpan &span : spans.first(std::min(spans.size(), kMostSpans))) {
        const QString first = versionName(span.firstOrdinal, span.firstId);
        const QString last = versionName(span.lastOrdinal, span.lastId);
        parts.append(span.firstId == span.lastId ? last : first + u" – "_s + last);
    }
    if (spans.size() > kMostSpans)
        parts.append(u"…"_s);
    return parts.join(u", "_s);
}

SearchRows::SearchRows(QObject *parent)
    : QStandardItemModel(parent)
{
    setColumnCount(ColumnCount);
    retranslate();
}

void SearchRows::retranslate()
{
    setHorizontalHeaderLabels({tr("Text"), tr("Line"), tr("Appears in")});
}

void SearchRows::clearHits()
{
    removeRows(0, rowCount());
    m_routines.clear();
    m_hits.clear();
}

QStandardItem *SearchRows::routineItem(const RoutineKey &key)
{
    if (QStandardItem *known = m_routines.value(key))
        return known;
    QStandardItem *item = plainItem();
    item->setText(oneLine(key.routine));
    QFont font = item->font();
    font.setBold(true);
    item->setFont(font);
    appendRow({item, plainItem(), plainItem()});
    m_routines.insert(key, item);
    return item;
}

void SearchRows::tell(QStandardItem *first, const SearchHit &hit)
{
    const QStandardItem *parent = first->parent();
    first->setText(oneLine(hit.excerpt));
    first->setData(QVariant::fromValue(hit), HitRole);
    parent->child(first->row(), Line)->setText(QLocale().toString(hit.line + 1));
    parent->child(first->row(), Versions)->setText(spansText(hit.spans));
}

void SearchRows::addHits(const QList<SearchHit> &hits)
{
    for (const SearchHit &hit : hits) {
        QStandardItem *&item = m_hits[{hit.key, hit.id}];
        if (item == nullptr) {
            item = plainItem();
            QStandardItem *line = plainItem();
            line->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            routineItem(hit.key)->appendRow({item, line, plainItem()});
        }
        tell(item, hit);
    }
}

std::optional<SearchHit> SearchRows::hitOf(const QModelIndex &index)
{
    const QVariant hit = index.siblingAtColumn(Text).data(HitRole);
    return hit.isValid() ? std::optional(hit.value<SearchHit>()) : std::nullopt;
}

} // namespace edgewright
