// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"

#include <QLineEdit>
#include <QPointer>

class QAbstractItemView;

namespace edgewright {

/// Filter-as-you-type field above a list: Down goes to the list, Esc empties the field.
class FilterField final : public QLineEdit {
    Q_OBJECT

public:
    /// \p themes must outlive the field.
    explicit FilterField(const ThemeService &themes, QWidget *parent = nullptr);

    void setView(QAbstractItemView *view);
    /// Placeholder and accessible name: "Filter routines".
    void setPurpose(const QString &purpose);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void enterView();
    void restyle();
    void nameButtons();

    const ThemeService &m_themes;
    QPointer<QAbstractItemView> m_view;
    QAction *m_search = nullptr;
    QAction *m_clear = nullptr;
    QString m_purpose;
};

} // namespace edgewright
