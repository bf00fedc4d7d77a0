// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/codeimport.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace edgewright {

/// Asks which file of a folder or zip becomes the draft.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    ImportDialog(const ImportSource &source, QWidget *window);

signals:
    void chosen(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRows();
    void retranslate();
    void choose();

    ImportSource m_source;
    QLabel *m_question;
    QListWidget *m_list;
    QPushButton *m_import;
    QPushButton *m_cancel;
};

} // namespace edgewright
