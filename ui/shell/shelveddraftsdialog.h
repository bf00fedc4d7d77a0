// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/draftshelf.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace edgewright {

/// Lists what was replaced in one routine's draft, newest first, so that one can be brought back.
/// Show it with open().
class ShelvedDraftsDialog final : public QDialog {
    Q_OBJECT

public:
    struct Row {
        DraftShelf::Entry entry;
        QString baseName; ///< "v7"; empty when there is none.
    };

    ShelvedDraftsDialog(QString routine, QList<Row> rows, QWidget *window);

signals:
    void chosen(const edgewright::DraftShelf::Entry &entry);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void choose();
    void retranslate();

    const QString m_routine;
    const QList<Row> m_rows;
    QLabel *m_label;
    QListWidget *m_list;
    QPushButton *m_close;
    QPushButton *m_use;
};

} // namespace edgewright
