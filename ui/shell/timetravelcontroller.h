// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/linetrace.h"
#include "shell/shellcontext.h"

#include <QTimer>

namespace edgewright {

class CodeEditor;
class EditorPage;
class TimeTravelBar;
class VersionController;

/// Says of each line on screen which version brought it, and walks the text through its versions
/// with the caret on the same line.
class TimeTravelController final : public QObject {
    Q_OBJECT

public:
    /// All of them outlive this object.
    TimeTravelController(const ShellContext &shell, VersionController &versions,
                         QObject *parent = nullptr);
    ~TimeTravelController() override;

private:
    /// What was added to a page; dies with it.
    struct View {
        TimeTravelBar *bar = nullptr;
        LineNotesDecorator *notes = nullptr;
    };
    /// Where the caret was when the walk began: lines that some versions lack are found again.
    struct Anchor {
        qsizetype index = -1;
        int line = 0;
        int column = 0;
        QString placedVersion; ///< Where the last step went; a caret elsewhere begins a new walk.
        int placedLine = -1;
    };

    void connectActions();
    [[nodiscard]] View viewOf(EditorPage &page);
    void update();
    using Trace = std::shared_ptr<const LineTrace>;
    /// Stops work in the background when set.
    using Stop = std::shared_ptr<std::atomic<bool>>;
    void trace(EditorPage &page);
    /// Of what is on screen, made in the background; stops the older one of the same \p stop.
    [[nodiscard]] Reply<Trace> *traceOf(const EditorPage &page, Stop &stop);
    void show();
    void showOrigin();
    void updateActions();
    [[nodiscard]] bool isExplaining() const;
    /// The chain of the routine on screen; null while it is not known.
    [[nodiscard]] LineTrace::Chain chain() const;
    /// The version on screen; -1: a draft, or no version of the chain.
    [[nodiscard]] qsizetype currentIndex() const;
    void walk(int step);
    void walkTo(qsizetype index);
    /// From a text that is no version, once it is known where the caret's line stands there.
    void leaveFor(qsizetype index);
    void goBefore(int line);
    struct Target {
        qsizetype index = 0;
        int line = 0;
        int column = 0;
        int above = 0; ///< Lines between the top of the view and the caret.
    };
    void open(const Target &target);
    void place(CodeEditor &editor, const Target &target);

    ShellContext m_shell;
    VersionController &m_versions;
    VersionChains m_chains;
    QHash<EditorPage *, View> m_views;
    QPointer<EditorPage> m_page; ///< On screen.
    Trace m_trace;               ///< Of the text as it was before it was edited last.
    Stop m_stopTrace;
    Stop m_stopWalk;
    QTimer m_pause; ///< After typing.
    Anchor m_anchor;
    int m_waitingSteps = 0; ///< Asked for before the versions were read.
    quint64 m_request = 0;  ///< Older traces are void.
    quint64 m_walkings = 0; ///< Older walks are void.
};

} // namespace edgewright
