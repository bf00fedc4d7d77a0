// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/compareview.h"
#include "shell/comparesources.h"

namespace edgewright {

/// One comparison in a tab of its own: brings two texts into its view, whatever they are, and keeps
/// them true. Reads at most two pairs at a time; the newest one wins. Goes with its view.
class CompareTab final : public QObject {
    Q_OBJECT

public:
    /// \p sources outlives the tab.
    CompareTab(const ShellContext &shell, CompareSources &sources, CompareView &view);

    [[nodiscard]] const SourcePair &pair() const { return m_pair; }
    [[nodiscard]] CompareView &view() const { return m_view; }
    [[nodiscard]] CompareSources &sources() const { return m_sources; }
    /// The comparison is on screen.
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] bool isOpen() const;
    /// Whose versions the lists beside it show; empty for files.
    [[nodiscard]] const QString &routine() const { return m_routine; }
    /// "v12 ⇄ Draft"
    [[nodiscard]] QString shortTitle() const;
    /// Both sides with all that is known of them, in two lines.
    [[nodiscard]] QString longTitle() const;

    /// What was shown stays until the new one is ready.
    void setPair(const SourcePair &pair, CompareView::Place place);
    /// Likewise, once somebody looks at it.
    void setPairForLater(const SourcePair &pair);
    /// Reads once more what may have changed, now or when it is looked at; the reader stays where
    /// she is.
    void refresh();
    void retranslate();

signals:
    void pairChanged();

private:
    /// One attempt to read a pair.
    struct Reading {
        SourcePair pair;
        quint64 request = 0;
        CompareView::Place place = CompareView::Place::Automatic;
        std::optional<Result<CompareSide>> left;
        std::optional<Result<CompareSide>> right;
    };
    using ReadingPtr = std::shared_ptr<Reading>; ///< Shared by the answers of both sides.

    void connectServices();
    void takePair(const SourcePair &pair);
    void nameSides();
    /// When somebody looks at it and it is not what is to be shown.
    void catchUp();
    void start(CompareView::Place place);
    [[nodiscard]] bool presentKnown(CompareView::Place place);
    void read();
    void arrived(const ReadingPtr &reading);
    void present(const Reading &reading);
    [[nodiscard]] bool isOfTwoRoutines() const;
    [[nodiscard]] bool isLiveOf(const QString &routine) const;

    ShellContext m_shell;
    CompareSources &m_sources;
    CompareView &m_view;
    SourcePair m_pair;
    QString m_routine;
    CompareView::Place m_place = CompareView::Place::Automatic;
    quint64 m_request = 0;   ///< Answers to older requests are void.
    quint64 m_started = 0;   ///< The newest request that is being read.
    int m_reading = 0;       ///< Pairs being read.
    bool m_isBehind = false; ///< To be read once more as soon as that disturbs nobody.
    bool m_hasFailed = false;
};

} // namespace edgewright
