// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/sharesfield.h"
#include "publish/sheet.h"

class QLineEdit;

namespace edgewright {

/// Shares an environment's traffic out between two versions, changes the shares of a split that
/// runs, or ends it one way or the other. Asks and shows, does nothing itself.
class SplitSheet final : public Sheet {
    Q_OBJECT

public:
    struct Context {
        QString routine;
        QString environment; ///< kProduction or kStaging.
        SharesField::Version stays;
        SharesField::Version arrives;
        int share = 0;    ///< Of the one that arrives, now; 0: no split runs.
        QString obstacle; ///< Why it cannot be done, one sentence; empty: it can.

        [[nodiscard]] bool isRunning() const { return share > 0; }
    };

    SplitSheet(const ThemeService &themes, QWidget *parent);

    /// Before open(): the shares begin with what is live.
    void setContext(const Context &context);
    /// While it is open, when what is live moved; keeps the shares that were chosen.
    void updateContext(const Context &context);
    [[nodiscard]] const Context &context() const { return m_context; }
    [[nodiscard]] SharesField &field() const { return *m_field; }
    [[nodiscard]] QString reason() const;

signals:
    void sharesRequested(const QList<edgewright::VersionShare> &shares);

protected:
    void confirm() override;
    void updateOthers() override;
    [[nodiscard]] bool enterConfirms() const override;
    [[nodiscard]] QWidget *firstField() const override;
    void restyle() override;
    void retranslate() override;

private:
    void buildContent();
    void buildEnds();
    void update();
    void updateConfirm();
    [[nodiscard]] bool isProduction() const;

    Context m_context;
    QLabel *m_now = nullptr;
    QLabel *m_obstacle = nullptr;
    SharesField *m_field = nullptr;
    QWidget *m_ends = nullptr;
    QPushButton *m_finish = nullptr;
    QPushButton *m_abort = nullptr;
    QLabel *m_reasonName = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace edgewright
