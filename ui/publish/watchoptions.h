// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace edgewright {

/// The section of a sheet that asks whether to look at some addresses after publishing, and whether
/// to go back by itself. What it says about them now is told to it.
class WatchOptions final : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        bool on = false;
        QStringList addresses;
        int waitSeconds = 10;   ///< For the new code to spread.
        int lengthSeconds = 60; ///< From the publication to the last look.
        bool rollBack = false;

        [[nodiscard]] bool operator==(const Choice &other) const = default;
    };

    explicit WatchOptions(QWidget *parent = nullptr);

    [[nodiscard]] Choice choice() const;
    /// Going back by itself is never remembered: it has to be switched on each time.
    void setChoice(const Choice &choice);
    /// What the addresses answer now; empty: nothing to say.
    void setState(const QString &text);

signals:
    /// Not while setChoice() is at work.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void update();
    void retranslate();

    QCheckBox *m_on;
    QWidget *m_details;
    QLabel *m_addressesName;
    QPlainTextEdit *m_addresses;
    QLabel *m_waitName;
    QSpinBox *m_wait;
    QLabel *m_lengthName;
    QSpinBox *m_length;
    QCheckBox *m_rollBack;
    QLabel *m_state;
};

} // namespace edgewright
