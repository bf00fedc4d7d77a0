// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <chrono>
#include <optional>

class QRadioButton;

namespace edgewright {

/// Asks whether an account or a routine may be changed again, and for how long. Deletes nothing,
/// sends nothing.
class UnlockDialog final : public QDialog {
    Q_OBJECT

public:
    static constexpr std::chrono::minutes kAWhile{30};

    /// \p routine empty: the account \p account as a whole.
    UnlockDialog(const QString &account, const QString &routine, QWidget *parent);

signals:
    /// Without a time: until it is locked again.
    void unlocked(std::optional<std::chrono::seconds> time);

private:
    void confirm();

    QRadioButton *m_forAWhile;
    QRadioButton *m_forGood;
};

} // namespace edgewright
