// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probeclient.h"
#include "probe/watchverdict.h"

#include <QDateTime>
#include <QTimer>

namespace edgewright {

/// When to look; tests use shorter times.
struct WatchPlan {
    std::chrono::milliseconds wait{10'000}; ///< For the new code to spread.
    std::chrono::milliseconds gap{15'000};  ///< From one look to the next.
    std::chrono::milliseconds doubt{3'000}; ///< To the next look when something was wrong.
    int looks = 4;
    int failuresThatCount = 2; ///< In a row, at the same address.
    /// Waking up this much too late, the computer was asleep.
    std::chrono::milliseconds oversleeping{30'000};

    /// Looks for the first time after \p wait and for the last time about \p length after the
    /// publication.
    [[nodiscard]] static WatchPlan lasting(std::chrono::milliseconds wait,
                                           std::chrono::milliseconds length);
    /// From the publication to the last look, when nothing is in doubt.
    [[nodiscard]] std::chrono::milliseconds length() const { return wait + gap * (looks - 1); }
};

/// Looks at a few addresses right before a publication and a few times after it, and says whether
/// they answer worse. A single failure does not count until it was seen again. Does not publish,
/// tell or roll back anything itself. One publication each; GUI thread.
class Watch final : public QObject {
    Q_OBJECT

public:
    struct Address {
        ProbeRequest request;
        std::optional<WatchSample> before;
        WatchSample now;
        WatchVerdict verdict = WatchVerdict::AsBefore;
        int failures = 0; ///< In a row.
        int blips = 0;    ///< Failures that were gone at the next look.
    };

    enum class Outcome {
        Running,
        Good,
        Failed,    ///< Some address answers worse, and was seen to do so again.
        Unreached, ///< No address could be reached from this computer.
        Overslept, ///< The computer was asleep; there is nothing to judge by.
    };

    /// \p client must outlive it.
    Watch(ProbeClient &client, WatchPlan plan, const QList<ProbeRequest> &requests,
          QObject *parent = nullptr);

    /// Asks for the answers from before, or for newer ones; lookedBefore() follows.
    void lookBefore();
    [[nodiscard]] bool isLookingBefore() const { return m_open > 0 && !m_frozen; }
    /// From now on an answer may be that of the new code: what comes is none from before.
    void freeze();
    /// The publication was read back: waits, then looks.
    void begin();

    [[nodiscard]] const QList<Address> &addresses() const { return m_addresses; }
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    /// Some address is known to have answered better before: nothing less may undo anything.
    [[nodiscard]] bool isProven() const;
    [[nodiscard]] int looks() const { return m_looks; }
    [[nodiscard]] const WatchPlan &plan() const { return m_plan; }

signals:
    void lookedBefore();
    /// After each look that decides nothing yet.
    void looked();
    /// Once; see outcome().
    void finished();

private:
    void look();
    void take(qsizetype index, const Result<ProbeAnswer> &answer);
    void weigh(Address &address);
    void conclude();
    void schedule(std::chrono::milliseconds delay);
    void finish(Outcome outcome);

    ProbeClient &m_client;
    const WatchPlan m_plan;
    QList<Address> m_addresses;
    QTimer m_timer;
    QDateTime m_due;
    Outcome m_outcome = Outcome::Running;
    qsizetype m_open = 0; ///< Answers that are still to come.
    int m_looks = 0;
    quint64 m_round = 0; ///< Answers to an older one are void.
    bool m_frozen = false;
};

} // namespace edgewright
