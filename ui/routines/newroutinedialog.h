// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "common/themeservice.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace edgewright {

class BusyIndicator;
class MessageBar;

/// Asks for the name and description of a new routine and stays until it was created, so that a
/// refusal appears beside the name that caused it. Show it with open().
class NewRoutineDialog final : public QDialog {
    Q_OBJECT

public:
    /// \p themes must outlive the dialog.
    explicit NewRoutineDialog(const ThemeService &themes, QWidget *parent = nullptr);

    /// Locks the fields while the service is asked.
    void setBusy(bool busy);
    void showError(const Error &error);

signals:
    void createRequested(const QString &name, const QString &description);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void updateName();
    void restyle();
    void retranslate();

    const ThemeService &m_themes;
    QLabel *m_title = nullptr;
    QLabel *m_nameLabel = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_rule = nullptr;
    QLabel *m_descriptionLabel = nullptr;
    QLineEdit *m_description = nullptr;
    MessageBar *m_message = nullptr;
    BusyIndicator *m_busy = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_create = nullptr;
    bool m_isBusy = false;
};

} // namespace edgewright
