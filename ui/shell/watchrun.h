// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/watch.h"
#include "shell/comparesource.h"
#include "shell/watchboard.h"
#include "shell/watchwords.h"
#include "workspace/publication.h"
#include "workspace/publishflow.h"

namespace edgewright {

/// One publication being watched: tells what its addresses answer, offers to compare the answers
/// and to go back, and goes back by itself where that was switched on for it.
class WatchRun final : public QObject {
    Q_OBJECT

public:
    struct Order {
        Publication publication;
        bool rollsBack = false; ///< By itself.
        /// Whether it may do so now; false while another one is being taken back there.
        std::function<bool()> mayRollBack;
    };

    /// \p watch becomes the run's; \p board outlives it.
    WatchRun(const ShellContext &shell, WatchBoard &board, Watch *watch, Order order,
             QObject *parent);

    void begin();
    /// "v5 90 % · v6 10 %": \p shares of that publication's routine.
    [[nodiscard]] static QString nameOf(const ShellContext &shell, const Publication &publication,
                                        const QList<VersionShare> &shares);
    [[nodiscard]] const Publication &publication() const { return m_order.publication; }
    [[nodiscard]] bool isWatching() const { return m_watch != nullptr; }
    [[nodiscard]] bool isRollingBack() const { return m_flow != nullptr; }
    /// Something newer is live there.
    void supersede();
    /// Looks no more, without a word.
    void leave();
    /// Stops what can be stopped; false when a rollback has to go on to its end.
    [[nodiscard]] bool stop();

signals:
    /// It was taken back, and that was read back.
    void published(const edgewright::Publication &publication);
    void rollbackRequested(const edgewright::Publication &publication);
    /// What the addresses answered before and answer now.
    void compareRequested(const edgewright::SourcePair &pair);
    /// Nothing more comes of it.
    void finished();

private:
    void tellLook();
    void tellEnd();
    void tellFailed();
    void rollBack(const QString &cause);
    void rolledBack(const QString &cause, const Result<Routine> &routine);
    void tell(WatchBoard::News news);
    /// With the answers to compare, when any is another one than before.
    [[nodiscard]] WatchBoard::News goodNews(const QString &end);
    [[nodiscard]] WatchBoard::News withRollback(WatchBoard::News news);
    [[nodiscard]] SourcePair answers() const;
    [[nodiscard]] WatchWords words() const;
    [[nodiscard]] QString nameOf(const QList<VersionShare> &shares) const
    {
        return nameOf(m_shell, publication(), shares);
    }
    [[nodiscard]] bool isOnScreen() const;
    [[nodiscard]] QString clock() const;
    void end();

    ShellContext m_shell;
    WatchBoard &m_board;
    Order m_order;
    QPointer<Watch> m_watch;
    QDateTime m_ends;
    PublishFlow *m_flow = nullptr;
};

} // namespace edgewright
