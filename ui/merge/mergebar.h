// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "merge/mergedocument.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;
class QToolButton;

namespace edgewright {

/// The controls of a merge: which text is shown, what is left to decide, the conflict at the caret
/// with its choices, and the end. Emits what was asked for; decides nothing.
class MergeBar final : public QWidget {
    Q_OBJECT

public:
    enum class Page { Theirs, Mine, Together };

    /// What the bar says; numbers are counted from 1, 0: none.
    struct State {
        QString routine;
        QString theirsName;
        int conflicts = 0;
        int undecided = 0;
        int theirs = 0; ///< Changes of theirs taken without a question.
        int mine = 0;   ///< Likewise of mine.
        int current = 0;
        bool isCurrentDecided = false;
        int mineLines = 0; ///< Of the conflict at the caret.
        int theirsLines = 0;
        int baseLines = 0;
        QString problem; ///< Why it cannot be finished although all is decided.
    };

    /// \p themes must outlive the bar.
    explicit MergeBar(const ThemeService &themes, QWidget *parent = nullptr);

    void setState(const State &state);
    void setPage(Page page);

signals:
    void pageChosen(edgewright::MergeBar::Page page);
    void nextRequested();
    void previousRequested();
    void choiceRequested(edgewright::MergeChoice choice);
    void decidedRequested();
    /// The end, or what is still in its way.
    void finishRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTop();
    void buildConflict();
    void showState();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString conflictWords() const;
    void restyle();
    void retranslate();

    const ThemeService &m_themes;
    State m_state;
    QWidget *m_top;
    QWidget *m_conflict;
    QLabel *m_title;
    QLabel *m_summary;
    QLabel *m_where;
    QButtonGroup *m_pages;
    QButtonGroup *m_choices;
    QToolButton *m_previous;
    QToolButton *m_next;
    QPushButton *m_decided;
    QPushButton *m_finish;
};

} // namespace edgewright
