// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/textsearch.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QToolButton;

namespace edgewright {

class CodeEditor;
class ElidedLabel;

/// Searches one editor while the pattern is typed, marks and counts all matches, and replaces them
/// one by one or all as one undo step. Hidden until asked for; Esc hides it again.
class FindBar final : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(CodeEditor &editor, QWidget *parent = nullptr);

    /// Opens with the selection as pattern, when it is within one line.
    void openFind();
    void openReplace();
    void close();
    void findNext();
    void findPrevious();
    void replaceOne();
    void replaceAll();

    [[nodiscard]] qsizetype matchCount() const { return m_outcome.matches.size(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void retranslate();
    void open(bool replacing);
    void search();
    void searchFromAnchor();
    void markMatches();
    void mark(qsizetype match, bool on);
    void setScope(bool on);
    [[nodiscard]] SearchQuery query() const;
    [[nodiscard]] qsizetype matchAtSelection() const;
    void select(qsizetype match);
    void replaceMatches(const QList<SearchMatch> &matches);
    [[nodiscard]] QString countText() const;
    void showCount();

    CodeEditor &m_editor;
    QLineEdit *m_pattern;
    QLineEdit *m_replacement;
    ElidedLabel *m_count;
    QToolButton *m_caseSensitive;
    QToolButton *m_wholeWord;
    QToolButton *m_expression;
    QToolButton *m_inSelection;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    QPushButton *m_replace;
    QPushButton *m_replaceAll;
    QWidget *m_replaceRow;
    QTimer m_pause;
    SearchOutcome m_outcome;
    qsizetype m_current = -1; ///< The match that is selected, and so not marked besides.
    int m_replaced = 0;       ///< By Replace All, until the next search.
    int m_anchor = 0;         ///< Where the search while typing starts.
};

} // namespace edgewright
