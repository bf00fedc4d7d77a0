// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "workspace/prompts.h"

#include <QDialog>
#include <QPointer>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace edgewright {

/// What the archive holds and how it is doing; checks it, backs it up and restores it.
class ArchiveDialog final : public QDialog {
    Q_OBJECT

public:
    /// Both must outlive the dialog.
    ArchiveDialog(Archive &archive, Prompts &prompts, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Fact { File, Size, Routines, Held, Gone, Backup, FactCount };

    void buildLayout();
    void connectParts();
    void refresh();
    void showCondition();
    void showFacts();
    void verify();
    void showReport(const Result<VerifyReport> &report);
    void backUp();
    void restore();
    void restoreFrom(const QString &path);
    void setBusy(const QString &what);
    void tell(const QString &text, const QString &details = {});
    void retranslate();

    Archive &m_archive;
    Prompts &m_prompts;
    ArchiveStatistics m_statistics;
    QLabel *m_condition;
    QFormLayout *m_form = nullptr;
    QList<QLabel *> m_names;
    QList<QLabel *> m_facts;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPlainTextEdit *m_details;
    QPushButton *m_verify;
    QPushButton *m_backUp;
    QPushButton *m_restore;
    QPushButton *m_again;
    QPushButton *m_close;
    QPointer<ReplyBase> m_running; ///< The check.
};

} // namespace edgewright
