// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace edgewright {

/// The part of a sheet that says who was faster, and what can be done about it. Hidden until there
/// is something to say; all text may be foreign.
class GuardNotice final : public QFrame {
    Q_OBJECT

public:
    struct Content {
        QStringList news;   ///< One sentence each.
        bool canSee = true; ///< Their change can be shown.
        bool canMerge = true;
        bool publishes = false; ///< Going on publishes, instead of only saving.
    };

    /// \p themes must outlive the notice.
    GuardNotice(const ThemeService &themes, QWidget *parent = nullptr);

    void setContent(const Content &content);
    /// What their change is, once it was read; empty: nothing to say.
    void setChange(const QString &text);
    void clear();

signals:
    void seeRequested();
    void mergeRequested();
    void anywayRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();

    const ThemeService &m_themes;
    Content m_content;
    QLabel *m_title;
    QLabel *m_news;
    QLabel *m_change;
    QPushButton *m_see;
    QPushButton *m_merge;
    QPushButton *m_anyway;
};

} // namespace edgewright
