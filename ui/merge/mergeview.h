// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merge/mergebar.h"
#include "merge/mergetext.h"

#include <QTimer>

class QLabel;
class QStackedWidget;

namespace edgewright {

class MergeChoices;

/// Their change, mine, and both together as one text in which somebody decides what nobody else
/// can. Changes nothing but its own text; whoever opened it takes that when all is decided.
class MergeView final : public QWidget {
    Q_OBJECT

public:
    /// Made by the window, which knows comparisons and editors; they belong to the view then.
    struct Parts {
        QWidget *theirChange = nullptr;
        QWidget *myChange = nullptr;
        MergeText *together = nullptr;
    };

    /// \p themes must outlive the view.
    MergeView(const ThemeService &themes, const Parts &parts, QWidget *parent = nullptr);

    /// "Reading v19…", or why there is nothing to merge, instead of the texts.
    void showMessage(const QString &text);
    void open(const QString &routine, const MergeSources &sources, const diff::Merge &merge);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const MergeSources &sources() const { return m_document.sources(); }
    [[nodiscard]] QByteArray merged() const { return m_text->bytes(); }
    [[nodiscard]] int undecided() const { return m_document.undecided(); }

    void showPage(MergeBar::Page page);
    void goToConflict(bool forward);
    /// Of the conflict at the caret, else of the next one.
    void choose(MergeChoice choice);
    void markDecided();
    /// Emits finished() when nothing is left to decide, and goes there when something is.
    void finish();

signals:
    void finished(const QByteArray &merged);
    void pageShown();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addShortcuts();
    void connectText();
    void decide(int conflict, MergeChoice choice);
    [[nodiscard]] int conflictAtCaret() const;
    void refresh();
    void updateBar();
    void placeChoices();

    const ThemeService &m_themes;
    MergeText *m_text;
    MergeBar *m_bar;
    QStackedWidget *m_pages;
    QLabel *m_message;
    QTimer m_later;
    QString m_routine;
    MergeDocument m_document;
    qsizetype m_stray = -1; ///< A line of a frame that is left behind.
    QList<MergeChoices *> m_choices;
    bool m_isOpen = false;
    bool m_isLoading = false;
};

} // namespace edgewright
