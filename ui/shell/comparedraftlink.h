// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/compareside.h"
#include "shell/shellcontext.h"

#include <QTimer>

namespace edgewright {

class CompareTab;
class DraftPage;

/// Ties a comparison to the drafts in it: blocks are taken and lines are edited in a draft, each as
/// one step that can be undone, undoing works from the comparison, it follows what is typed in the
/// draft's own tab, and each of its lines leads to the same line of the draft. Goes with the view.
class CompareDraftLink final : public QObject {
    Q_OBJECT

public:
    CompareDraftLink(const ShellContext &shell, CompareTab &tab);
    ~CompareDraftLink() override;
    Q_DISABLE_COPY_MOVE(CompareDraftLink)

private:
    void connectView();
    void watch();
    void draftLoaded(const DraftPage &page);
    void draftEdited();
    void refreshWhenShown();
    void take(const CompareEdit &edit);
    /// A part of what is edited in the comparison.
    void edit(const CompareEdit &edit);
    void endEdit(bool isKept);
    /// True when \p edit can be carried out; says why not otherwise.
    [[nodiscard]] bool canApply(const DraftPage *page, const CompareEdit &edit);
    void undo(bool redo);
    void goToLine(Side side, int line);
    void goToCaretLine();
    /// The draft on a side of the comparison; null when there is none or its tab is closed.
    [[nodiscard]] DraftPage *pageOn(Side side) const;
    [[nodiscard]] DraftPage *pageOf(const QString &routine) const;

    ShellContext m_shell;
    CompareTab &m_tab;
    QPointer<DraftPage> m_edited; ///< While lines of it are edited: one step until the end.
    QTimer m_pause;               ///< Of typing.
    bool m_isStale = false;       ///< A draft was edited since it was compared.
    quint64 m_goingTo = 0;        ///< Answers to older wishes are void.
    QList<QMetaObject::Connection> m_watched;
};

} // namespace edgewright
