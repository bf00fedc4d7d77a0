// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "publish/gapbutton.h"

#include <QWidget>

#include <array>

class QToolButton;

namespace edgewright {

class LampButton;

/// The row above the code: what is live in production, what the draft is based on, what is on
/// staging, and how many lines lie between them. Words first, colour second. Where there is little
/// room ages go first, then words become shorter, then there are two rows; nothing is cut.
class LiveStrip final : public QWidget {
    Q_OBJECT

public:
    struct Environment {
        QString environment;      ///< kProduction or kStaging.
        QString sharesText;       ///< "v5 90 % · v6 10 %"; empty: nothing live.
        QString sinceText;        ///< "3 h ago"; may be empty.
        bool known = false;       ///< False while it is being read.
        QString changedElsewhere; ///< What somebody else did there, in words; empty: nothing new.
    };

    struct DraftState {
        QString baseName; ///< "v7"; empty for a draft that started from nothing.
        bool edited = false;
        bool exists = false;
    };

    enum class Gap { ProductionDraft, DraftStaging, ProductionStaging };

    /// \p themes must outlive the strip.
    explicit LiveStrip(const ThemeService &themes, QWidget *parent = nullptr);

    void setEnvironment(const Environment &environment);
    void setDraft(const DraftState &draft);
    void setGap(Gap gap, const GapButton::Count &count);
    /// Nothing open.
    void clear();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void environmentActivated(const QString &environment);
    void draftActivated();
    void gapActivated(edgewright::LiveStrip::Gap gap);
    /// Wanted at \p place of the screen.
    void menuRequested(const QString &environment, const QPoint &place);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using Row = QList<QWidget *>;

    void buildLamps();
    void buildGaps();
    void buildMenuButton(QToolButton *button, LampButton *lamp, const QString &environment);
    void showEnvironment(LampButton *lamp, const Environment &environment);
    void showDraft();
    void arrange();
    void setRoom(int level);
    [[nodiscard]] QList<Row> rows(bool two) const;
    [[nodiscard]] int widthOf(const Row &row) const;
    void place(const QList<Row> &rows);
    [[nodiscard]] GapButton *gapButton(Gap gap) const;
    void restyle();
    void retranslate();

    const ThemeService &m_themes;
    Environment m_productionState;
    Environment m_stagingState;
    DraftState m_draftState;
    LampButton *m_production;
    QToolButton *m_productionMenu;
    LampButton *m_draft;
    LampButton *m_staging;
    QToolButton *m_stagingMenu;
    std::array<GapButton *, 3> m_gaps{};
};

} // namespace edgewright
