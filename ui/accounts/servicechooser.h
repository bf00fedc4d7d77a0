// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/servicechoice.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace edgewright {

/// Which of the service's interfaces the accounts of the dialog are used with.
class ServiceChooser final : public QWidget {
    Q_OBJECT

public:
    explicit ServiceChooser(QWidget *parent = nullptr);

    [[nodiscard]] ServiceChoice choice() const;
    void setChoice(const ServiceChoice &choice);

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void updateSignature();
    void retranslate();

    QLabel *m_label = nullptr;
    QComboBox *m_generation = nullptr;
    QCheckBox *m_signature = nullptr;
};

} // namespace edgewright
