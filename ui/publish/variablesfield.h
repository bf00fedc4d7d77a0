// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QRadioButton;

namespace edgewright {

/// Whose environment variables a version is to carry: those of production, of staging, or nobody's.
/// Shown by whoever knows that there are any.
class VariablesField final : public QWidget {
    Q_OBJECT

public:
    explicit VariablesField(QWidget *parent = nullptr);

    /// Names, which may be foreign text.
    void setNames(const QStringList &production, const QStringList &staging);
    /// An environment; empty: nobody's.
    void choose(const QString &environment);
    [[nodiscard]] QString chosen() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QStringList m_ofProduction;
    QStringList m_ofStaging;
    QLabel *m_name;
    QRadioButton *m_production;
    QRadioButton *m_staging;
    QRadioButton *m_none;
};

} // namespace edgewright
