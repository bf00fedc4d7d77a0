// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/prompts.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace edgewright {

/// One question with two answers. A destructive one has Cancel as its default, and one with a text
/// to type keeps its button disabled until that text stands there.
class QuestionDialog final : public QDialog {
    Q_OBJECT

public:
    QuestionDialog(const Prompts::Question &question, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void buildConfirmation();
    void updateAccept();
    void retranslate();

    Prompts::Question m_question;
    QLabel *m_confirmLabel = nullptr;
    QLineEdit *m_confirmField = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace edgewright
