// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "workspace/keptfile.h"

#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace edgewright {

/// Which accounts and routines may only be read from this computer: nothing here changes them on
/// the service until they are unlocked. Kept on the disk; what was opened for a while is locked
/// again after a restart. A key without a routine stands for the account as a whole. GUI thread.
class WriteLock final : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    /// Without \p clock the computer's own.
    explicit WriteLock(const QString &file, Clock clock = {}, QObject *parent = nullptr);

    void lock(const RoutineKey &key);
    /// Until it is locked again.
    void unlock(const RoutineKey &key);
    /// For so long, as far as it is locked.
    void unlockFor(const RoutineKey &key, std::chrono::seconds time);

    /// The key itself is marked, also while it is open for a while.
    [[nodiscard]] bool isMarked(const RoutineKey &key) const { return m_marked.contains(key); }
    /// The key itself, now.
    [[nodiscard]] bool isLocked(const RoutineKey &key) const;
    /// When what is open for a while is locked again; invalid otherwise.
    [[nodiscard]] QDateTime openUntil(const RoutineKey &key) const;
    /// Why a change of \p key cannot be sent now: its account is locked, or itself.
    [[nodiscard]] std::optional<Error> refusal(const RoutineKey &key) const;
    [[nodiscard]] QSet<QString> lockedRoutines(const QString &accountId) const;

    /// The file was damaged: what was locked is not any more. Where it is kept; else empty.
    [[nodiscard]] const QString &damagedFile() const { return m_file.keptAs(); }

signals:
    void changed();
    /// The time was over.
    void lockedAgain(const edgewright::RoutineKey &key);
    /// It holds until the end of the program only.
    void notKept(const edgewright::Error &error);

private:
    void load();
    void keep();
    void relock();
    void startTimer();

    Clock m_clock;
    KeptFile m_file;
    QTimer m_timer;
    QSet<RoutineKey> m_marked;
    QHash<RoutineKey, QDateTime> m_open; ///< Of those, until when.
};

} // namespace edgewright
