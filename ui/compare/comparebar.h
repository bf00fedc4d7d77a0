// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "diff/linediff.h"

#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

#include <optional>

class QActionGroup;

namespace edgewright {

/// The controls of a comparison: walk the changes, layout, what is ignored, context. Emits what was
/// asked for and shows what is; keeps no state of its own.
class CompareBar final : public QWidget {
    Q_OBJECT

public:
    explicit CompareBar(QWidget *parent = nullptr);

    void setPlace(int change, int count, bool wrapped);
    void setLayoutChoice(std::optional<bool> unified, bool isUnified);
    void setIgnore(const diff::Ignore &ignore);
    void setHidden(int hidden); ///< Differences that the ignore mode hides.
    void setContext(int lines, bool wholeFile);
    void setUsable(bool usable); ///< False while there is nothing to compare.
    void applyTheme(const Theme &theme);

signals:
    void nextRequested();
    void previousRequested();
    void layoutChosen(std::optional<bool> unified);
    void ignoreChosen(const edgewright::diff::Ignore &ignore);
    void contextChosen(int lines);
    void wholeFileChosen(bool on);
    void findRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void buildLayoutMenu();
    void buildIgnoreMenu();
    void retranslate();
    void showLayout();
    void showIgnore();
    /// Its text is cut where there is no room for all of it.
    void fitIgnore();
    void addIgnore(bool diff::Ignore::*mode, const char *text);

    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_place;
    QToolButton *m_layout;
    QToolButton *m_whitespace;
    QLabel *m_contextLabel;
    QSpinBox *m_context;
    QToolButton *m_wholeFile;
    QToolButton *m_find;
    QAction *m_automatic = nullptr;
    QAction *m_sideBySide = nullptr;
    QAction *m_unifiedAction = nullptr;
    struct IgnoreAction {
        QAction *action;
        bool diff::Ignore::*mode;
        const char *text; ///< Source text for translation.
    };
    QAction *m_ignoreNothing = nullptr;
    QList<IgnoreAction> m_ignoreActions;
    const Theme *m_theme = &theme(ThemeKind::Light);
    diff::Ignore m_ignore;
    QString m_ignoreWords; ///< All that is to be said on its button.
    int m_hidden = 0;
    std::optional<bool> m_choice;
    bool m_isUnified = false;
    int m_change = -1;
    int m_count = 0;
    bool m_wrapped = false;
};

} // namespace edgewright
