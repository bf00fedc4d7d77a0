// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledger.h"

#include <QAbstractTableModel>

namespace edgewright {

/// Entries of the ledger, newest first, read by the page; new ones appear on top while the others
/// stay as they are. Holds no words: those are put to it by the view. GUI thread.
class LedgerModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Routine, Environment, What, Who, Outcome, Reason, ColumnCount };
    enum Role { EntryRole = Qt::UserRole + 1 }; ///< LedgerEntry

    /// \p ledger must outlive the model.
    explicit LedgerModel(Ledger &ledger, QObject *parent = nullptr);

    /// What is shown; before and most mean nothing here. An account is needed for any rows.
    void setFilter(const LedgerFilter &filter);
    [[nodiscard]] const LedgerFilter &filter() const { return m_filter; }
    [[nodiscard]] bool isReading() const { return m_reading > 0; }
    [[nodiscard]] int rowOf(qint64 id) const;
    [[nodiscard]] const QList<LedgerEntry> &entries() const { return m_entries; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The reason; comes back, with failed(), when it cannot be written.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void readingChanged();
    void failed(const edgewright::Error &error);

private:
    void refresh();
    void read(LedgerFilter filter, bool isMore);
    /// \p isCut: there are older ones than the last of them.
    void merge(const QList<LedgerEntry> &newest, bool isCut);
    void append(const QList<LedgerEntry> &older);
    [[nodiscard]] bool concerns(const RoutineKey &key) const;

    Ledger &m_ledger;
    LedgerFilter m_filter;
    QList<LedgerEntry> m_entries;
    int m_reading = 0;
    bool m_hasMore = false;
    bool m_isStale = false; ///< Something changed while it was being read.
    quint64 m_request = 0;  ///< Answers to older requests are void.
};

} // namespace edgewright
