// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"

#include <QWidget>

namespace edgewright {

class LampButton;

/// The row above the code: what is live in production, what the draft is based on, what is on
/// staging. Words first, colour second.
class LiveStrip final : public QWidget {
    Q_OBJECT

public:
    struct Environment {
        QString environment; ///< kProduction or kStaging.
        QString sharesText;  ///< "v5 90 % / v6 10 %"; empty: nothing live.
        QString sinceText;   ///< "3 h ago"; may be empty.
        bool known = false;  ///< False while it is being read.
    };

    struct DraftState {
        QString baseName; ///< "v7"; empty for a draft that started from nothing.
        bool edited = false;
        bool exists = false;
    };

    /// \p themes must outlive the strip.
    explicit LiveStrip(const ThemeService &themes, QWidget *parent = nullptr);

    void setEnvironment(const Environment &environment);
    void setDraft(const DraftState &draft);
    /// Nothing open.
    void clear();

signals:
    void environmentActivated(const QString &environment);
    void draftActivated();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showEnvironment(LampButton *lamp, const Environment &environment);
    void showDraft();
    void restyle();
    void retranslate();

    const ThemeService &m_themes;
    Environment m_productionState;
    Environment m_stagingState;
    DraftState m_draftState;
    LampButton *m_production = nullptr;
    LampButton *m_draft = nullptr;
    LampButton *m_staging = nullptr;
};

} // namespace edgewright
