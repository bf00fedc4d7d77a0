// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "archive/ledgertypes.h"

#include <QSet>

#include <functional>

namespace edgewright {

/// What was live when, and every act on the service: written before it is sent, completed after.
/// Never sends or repeats anything itself. GUI thread; everything is done on the archive's thread
/// in the order of the calls and is on the disk when its reply is there.
class Ledger final : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    /// \p archive must outlive the ledger. Without \p clock the computer's own.
    explicit Ledger(Archive &archive, Clock clock = {}, QObject *parent = nullptr);

    /// The id of the new entry, which is on the disk by then; the time is put in. Fails when it
    /// could only be kept in memory. A cancelled one ends as "nothing happened".
    [[nodiscard]] Reply<qint64> *begin(const LedgerEntry &entry);
    Reply<> *complete(qint64 id, const ActCompletion &completion);
    /// An act that could not be written before it was sent: better late than never.
    Reply<qint64> *enter(const LedgerEntry &entry);
    [[nodiscard]] Reply<> *setReason(qint64 id, const QString &reason);

    [[nodiscard]] Reply<QList<LedgerEntry>> *entries(const LedgerFilter &filter);
    /// What reading back may still settle, oldest first: acts that were cut off or whose answer was
    /// lost, never those under way.
    [[nodiscard]] Reply<QList<LedgerEntry>> *openEntries(const QString &accountId);

    /// To be asked for when a reading of a routine is sent: an observation that was overtaken by a
    /// later reading is dropped.
    [[nodiscard]] quint64 nextReading() { return ++m_lastReading; }
    /// What a reading found; a change that was not made here becomes an entry. A routine without
    /// deployments is one that has nothing live, or is gone.
    Reply<> *observe(Observation observation);
    [[nodiscard]] Reply<LiveMoment> *liveAt(const RoutineKey &key, const QDateTime &moment);

    [[nodiscard]] QDateTime now() const { return m_clock(); }

signals:
    /// Entries of that routine are new or different.
    void changed(const edgewright::RoutineKey &key);
    /// An act goes on without being written down first; \p error says why, fit for the user.
    void unrecorded(const edgewright::Error &error);

private:
    struct Unwritten {
        Observation observation;
        QPointer<Reply<>> reply;
    };

    [[nodiscard]] static Error notWritten(const Error &cause);
    /// Readings come by the dozen: those that wait for the disk go to it together.
    void writeObservations();
    void onWritten(const QList<Unwritten> &batch, const Result<QList<RoutineKey>> &changedKeys);

    Archive &m_archive;
    Clock m_clock;
    QSet<qint64> m_underWay; ///< Begun by this run and not completed.
    quint64 m_lastReading = 0;
    QHash<RoutineKey, quint64> m_newest; ///< The newest reading observed.
    QList<Unwritten> m_unwritten;
    bool m_isWriting = false;
};

} // namespace edgewright
