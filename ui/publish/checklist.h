// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "workspace/publishchecks.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace edgewright {

class CheckLine;

/// What was looked at before a publication: a sign, a word for it, a sentence each. In two columns
/// where there is room; what is too long for a column stands below them.
class CheckList final : public QWidget {
    Q_OBJECT

public:
    /// \p themes must outlive the list.
    explicit CheckList(const ThemeService &themes, QWidget *parent = nullptr);

    void setChecks(const QList<PublishCheck> &checks);
    /// "3 of 7 looked at", "1 failed, 2 to note", "all passed".
    [[nodiscard]] QString summary() const;

signals:
    /// Where the code has what a check found, from 1, and what that is.
    void lineRequested(qint64 line, const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        QLabel *sign = nullptr;
        CheckLine *text = nullptr;
    };

    void addRow();
    void arrange();
    void show(const Row &row, const PublishCheck &check);
    void restyle();
    void put(const Row &row, int line, int column, bool isWide);
    [[nodiscard]] int columns() const;
    [[nodiscard]] QList<bool> longOnes() const;

    const ThemeService &m_themes;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    QList<PublishCheck> m_checks;
    int m_columns = 0;
    QList<bool> m_long; ///< Which checks stand below the columns.
};

} // namespace edgewright
