// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/comparesource.h"
#include "shell/shellcontext.h"

namespace edgewright {

class CompareController;
class DraftController;
class DraftPage;
class LocalHistoryView;
class VersionController;

/// Shows the local history of the routine on screen, brings texts back from it and lets drafts go
/// into it.
class LocalHistoryController final : public QObject {
    Q_OBJECT

public:
    struct Helpers {
        DraftController &drafts;
        VersionController &versions;
        CompareController &compare;
    };

    LocalHistoryController(const ShellContext &shell, LocalHistoryView &view,
                           const Helpers &helpers, QObject *parent = nullptr);

    /// The draft on screen becomes its base version's code again.
    void discard();

private:
    void refresh();
    void showRows(const QList<Snapshot> &snapshots);
    /// The draft of the routine on screen, in front; null when it is not open or not loaded.
    [[nodiscard]] DraftPage *draft() const;
    [[nodiscard]] Reply<Draft> *read(const Snapshot &snapshot);
    [[nodiscard]] CompareSource sourceOf(const Snapshot &snapshot) const;
    void show(const Snapshot &snapshot);
    [[nodiscard]] QString titleOf(const Snapshot &snapshot) const;
    void use(const Snapshot &snapshot);
    void take(DraftPage &page, const Draft &text, const QString &title);
    void offerUndo(DraftPage *page, const Draft &discarded);

    ShellContext m_shell;
    LocalHistoryView &m_view;
    Helpers m_helpers;
    QString m_routine;     ///< Whose rows are shown.
    quint64 m_request = 0; ///< Answers to older requests are void.
    quint64 m_wish = 0;    ///< Likewise of what was asked for of one text.
};

} // namespace edgewright
