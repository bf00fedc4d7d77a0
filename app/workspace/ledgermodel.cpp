// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/ledgermodel.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace edgewright {

namespace {

constexpr int kPage = 200;
constexpr int kMostAtOnce = 5000;

} // namespace

LedgerModel::LedgerModel(Ledger &ledger, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ledger(ledger)
{
    connect(&m_ledger, &Ledger::changed, this, [this](const RoutineKey &key) {
        if (concerns(key))
            refresh();
    });
}

bool LedgerModel::concerns(const RoutineKey &key) const
{
    return key.accountId == m_filter.accountId
           && (m_filter.routine.isEmpty() || m_filter.routine == key.routine);
}

void LedgerModel::setFilter(const LedgerFilter &filter)
{
    m_filter = filter;
    ++m_request;
    m_reading = 0;
    m_isStale = false;
    beginResetModel();
    m_entries.clear();
    m_hasMore = false;
    endResetModel();
    refresh();
    emit readingChanged();
}

void LedgerModel::refresh()
{
    if (m_filter.accountId.isEmpty())
        return;
    if (m_reading > 0) {
        m_isStale = true;
        return;
    }
    LedgerFilter filter = m_filter;
    filter.before = 0;
    // Older ones may have been settled meanwhile, so all that is shown is read again.
    filter.most = std::clamp(static_cast<int>(m_entries.size()), kPage, kMostAtOnce);
    read(filter, false);
}

bool LedgerModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && m_reading == 0;
}

void LedgerModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_entries.isEmpty())
        return;
    LedgerFilter filter = m_filter;
    filter.before = m_entries.constLast().id;
    filter.most = kPage;
    read(filter, true);
}

void LedgerModel::read(LedgerFilter filter, bool isMore)
{
    ++m_reading;
    emit readingChanged();
    m_ledger.entries(filter)->then(this, [this, isMore, most = filter.most, request = m_request](
                                             const Result<QList<LedgerEntry>> &entries) {
        if (request != m_request)
            return;
        --m_reading;
        if (!entries) {
            emit failed(entries.error());
        } else if (isMore) {
            m_hasMore = entries->size() == most; // before the view asks for still more
            append(*entries);
        } else {
            merge(*entries, entries->size() == most);
        }
        emit readingChanged();
        if (std::exchange(m_isStale, false))
            refresh();
    });
}

void LedgerModel::append(const QList<LedgerEntry> &older)
{
    if (older.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(older.size()) - 1);
    m_entries += older;
    endInsertRows();
}

void LedgerModel::merge(const QList<LedgerEntry> &newest, bool isCut)
{
    QList<LedgerEntry> wanted = newest;
    const qint64 oldest = newest.isEmpty() ? 0 : newest.constLast().id;
    const qint64 top = m_entries.isEmpty() ? 0 : m_entries.constFirst().id;
    if (isCut && top >= oldest) { // what was read earlier goes on where this ends
        std::ranges::copy_if(m_entries, std::back_inserter(wanted),
                             [oldest](const LedgerEntry &entry) { return entry.id < oldest; });
    } else {
        m_hasMore = isCut;
    }
    const qsizetype fresh = wanted.size() - m_entries.size();
    const bool sameRows =
        fresh >= 0
        && std::equal(m_entries.cbegin(), m_entries.cend(), wanted.cbegin() + fresh,
                      [](const LedgerEntry &a, const LedgerEntry &b) { return a.id == b.id; });
    if (m_entries.isEmpty() || !sameRows) { // or one that was found no longer is
        beginResetModel();
        m_entries = wanted;
        endResetModel();
        return;
    }
    if (fresh > 0)
        beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
    m_entries = wanted;
    if (fresh > 0)
        endInsertRows();
    if (fresh < wanted.size())
        emit dataChanged(index(static_cast<int>(fresh), 0), index(rowCount() - 1, ColumnCount - 1));
}

int LedgerModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_entries, id, &LedgerEntry::id);
    return found == m_entries.cend() ? -1 : static_cast<int>(found - m_entries.cbegin());
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LedgerEntry &entry = m_entries.at(index.row());
    if (role == EntryRole)
        return QVariant::fromValue(entry);
    if (role == Qt::EditRole && index.column() == Reason)
        return entry.reason;
    return {};
}

Qt::ItemFlags LedgerModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Reason)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool LedgerModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole
        || index.column() != Reason)
        return false;
    LedgerEntry &entry = m_entries[index.row()];
    const QString reason = value.toString().trimmed();
    if (reason == entry.reason)
        return true;
    const QString before = std::exchange(entry.reason, reason);
    emit dataChanged(index, index);
    m_ledger.setReason(entry.id, reason)
        ->then(this, [this, id = entry.id, before](const Result<> &written) {
            const int row = rowOf(id);
            if (written || row < 0)
                return;
            m_entries[row].reason = before;
            const QModelIndex changed = this->index(row, Reason);
            emit dataChanged(changed, changed);
            emit failed(written.error());
        });
    return true;
}

} // namespace edgewright
