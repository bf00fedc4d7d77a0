// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/compareview.h"
#include "shell/comparesources.h"

class QMenu;

namespace edgewright {

class Settings;

/// Brings two texts into the compare view, whatever they are, and keeps them true: the draft may be
/// edited, the language changed. Reads at most two pairs at a time; the newest one wins.
class CompareController final : public QObject {
    Q_OBJECT

public:
    CompareController(const ShellContext &shell, Settings &settings, QObject *parent = nullptr);

    enum class Focus { Take, Leave };
    void compare(const SourcePair &pair, Focus focus = Focus::Take);
    /// Likewise in the comparison that is on screen, which stays until the new one is ready.
    void follow(const SourcePair &pair);
    /// Reads once more what may have changed; the reader stays where she is.
    void refresh();
    void compareFiles(const QString &leftPath, const QString &rightPath);
    /// Asks for both sides.
    void pick(bool startWithRoutine);
    void compareWithFile();
    void compareWithClipboard();
    void goToChange(bool forward);

    /// What is in the tab of the comparison; nothing while there is none.
    [[nodiscard]] const std::optional<SourcePair> &pair() const { return m_pair; }
    /// The comparison is on screen.
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] CompareSources &sources() { return m_sources; }
    /// "v12 ⇄ Draft", once there is a pair.
    [[nodiscard]] QString shortTitle() const;
    [[nodiscard]] QString currentRoutine() const;
    /// As sources of the routine on screen.
    [[nodiscard]] SourcePair draftAgainst(const CompareSource &other) const;

signals:
    /// The view is there for the first time.
    void viewMade(edgewright::CompareView *view);
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

    void connectActions();
    void connectPanel();
    CompareView &openView();
    void setPair(const SourcePair &pair);
    void start(CompareView::Place place);
    [[nodiscard]] bool presentKnown(CompareView::Place place);
    void read();
    void arrived(const ReadingPtr &reading);
    void present(const Reading &reading);
    void nameTab();
    void extendMenu(QMenu *menu);
    void retranslate();
    [[nodiscard]] bool isOfTwoRoutines() const;

    ShellContext m_shell;
    Settings &m_settings;
    CompareSources m_sources;
    QPointer<CompareView> m_view;
    std::optional<SourcePair> m_pair;
    CompareView::Place m_place = CompareView::Place::Automatic;
    quint64 m_request = 0;   ///< Answers to older requests are void.
    quint64 m_started = 0;   ///< The newest request that is being read.
    int m_reading = 0;       ///< Pairs being read.
    bool m_isBehind = false; ///< To be read once more when no line is edited any more.
};

} // namespace edgewright
