// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/merge3.h"
#include "merge/mergeview.h"
#include "shell/shellcontext.h"
#include "workspace/draft.h"

#include <QTimer>

namespace edgewright {

class CompareView;
class MergeEditor;

/// Brings a newer version and the draft together in the middle of the window. Nothing is sent; the
/// draft changes only at the end, by one step that can be undone. A closed tab keeps what was
/// decided until another merge begins; what was typed goes to the local history by then.
class MergeController final : public QObject {
    Q_OBJECT

public:
    MergeController(const ShellContext &shell, QObject *parent = nullptr);

    /// Merges \p theirs into the draft of \p routine. \p base: what both started from; empty: the
    /// draft's base.
    void merge(const QString &routine, const QString &theirs, const QString &base = {});
    /// The newest version on the service into the draft on screen.
    void mergeNewest();
    /// The newest version on the service, when it is newer than the draft's base; else empty.
    [[nodiscard]] QString newestForDraft() const;
    /// Puts what was decided and typed in an unfinished merge into the local history, at once.
    void keepUnfinished();

private:
    struct Job {
        QString accountId;
        QString routine;
        QString baseId;
        QString theirsId;
        QByteArray mine;
        std::optional<VersionCode> base; ///< Once it was read.
        std::optional<VersionCode> theirs;
    };

    void read(const QString &versionId, std::optional<VersionCode> Job::*place);
    void arrived();
    void show(const MergeSources &sources, const diff::Merge &merge);
    void fail(const Error &error);
    void finish(const QByteArray &merged);
    void openTab();
    void makeView();
    /// The text of an unfinished merge as the user left it; nothing while it is as it was shown.
    [[nodiscard]] std::optional<Draft> unfinished() const;
    void noteUnfinished();
    void applyTheme();
    void updateAction();
    [[nodiscard]] QString nameOf(const QString &versionId) const;

    ShellContext m_shell;
    Job m_job;
    QByteArray m_shown;    ///< The merged text before anything was decided.
    QTimer m_pause;        ///< In typing.
    quint64 m_request = 0; ///< Answers to older requests are void.
    MergeView *m_view = nullptr;
    MergeEditor *m_editor = nullptr;
    CompareView *m_theirChange = nullptr;
    CompareView *m_myChange = nullptr;
};

} // namespace edgewright
