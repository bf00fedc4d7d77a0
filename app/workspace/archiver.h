// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/versionhistory.h"

#include <QSet>

namespace edgewright {

/// Brings every version of every routine into the archive, a few calls at a time and only while
/// nobody waits for the service: the routine on screen first, newest first. Begins with every
/// refresh; what failed is tried again with the next one. GUI thread.
class Archiver final : public QObject {
    Q_OBJECT

public:
    static constexpr int kAtOnce = 2; ///< Calls under way.

    struct Progress {
        int done = 0;
        int total = 0; ///< 0: there is nothing to do.
        bool isPaused = false;

        [[nodiscard]] bool operator==(const Progress &other) const = default;
    };

    struct Around {
        Connection &connection;
        RoutineCatalog &catalog;
        VersionHistory &history;
        Archive &archive;
    };

    /// All of them must outlive the archiver.
    explicit Archiver(const Around &around, QObject *parent = nullptr);

    [[nodiscard]] const Progress &progress() const { return m_told; }
    /// Calls under way are finished; no other is begun.
    void setPaused(bool paused);

signals:
    void progressChanged();

private:
    struct Wanted {
        QString routine;
        QString versionId;

        [[nodiscard]] bool operator==(const Wanted &other) const = default;
    };

    friend size_t qHash(const Wanted &wanted, size_t seed = 0)
    {
        return qHashMulti(seed, wanted.routine, wanted.versionId);
    }

    void clear();
    /// A new round through all routines.
    void begin();
    void enqueue(const QString &routine);
    void next();
    [[nodiscard]] bool mayGoOn() const;
    [[nodiscard]] std::optional<Wanted> takeWanted();
    [[nodiscard]] bool hasWantedOfShown() const;
    void list(const QString &routine);
    void fetch(const Wanted &wanted);
    void finishOne();
    void tell();

    Around m_around;
    QStringList m_unlisted;
    QList<Wanted> m_wanted; ///< Newest first within a routine.
    QSet<Wanted> m_tried;   ///< In this round.
    QSet<Wanted> m_settled; ///< The service has answered since the account was connected.
    QSet<Wanted> m_fetching;
    int m_running = 0; ///< Lists and bodies under way.
    int m_done = 0;
    int m_total = 0;
    bool m_paused = false;
    Progress m_told;
    quint64 m_visit = 0; ///< Counts accounts: answers for one that was left are void.
};

} // namespace edgewright
