// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/dialogprompts.h"

#include "common/plaintext.h"
#include "common/questiondialog.h"

#include <QFileDialog>

#include <utility>

namespace edgewright {

namespace {

void choose(QFileDialog *dialog, const QObject *context,
            std::function<void(const QString &path)> answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        dialog, &QDialog::finished, context, [dialog, answer = std::move(answer)](int result) {
            answer(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
        });
    dialog->open();
}

} // namespace

DialogPrompts::DialogPrompts(QWidget *window)
    : m_window(window)
{
}

void DialogPrompts::ask(const QObject *context, const Question &question,
                        std::function<void(bool accepted)> answer)
{
    auto *dialog = new QuestionDialog(question, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Queued: whoever answers may open the next dialog, and this one has to be gone by then.
    QObject::connect(
        dialog, &QDialog::finished, context,
        [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); },
        Qt::QueuedConnection);
    dialog->open();
}

void DialogPrompts::chooseFileToOpen(const QObject *context, const QString &title,
                                     std::function<void(const QString &path)> answer)
{
    auto *dialog = new QFileDialog(m_window, oneLine(title));
    dialog->setFileMode(QFileDialog::ExistingFile);
    choose(dialog, context, std::move(answer));
}

void DialogPrompts::chooseFolder(const QObject *context, const QString &title,
                                 std::function<void(const QString &path)> answer)
{
    auto *dialog = new QFileDialog(m_window, oneLine(title));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    choose(dialog, context, std::move(answer));
}

void DialogPrompts::chooseFileToSave(const QObject *context, const QString &title,
                                     const QString &proposedName,
                                     std::function<void(const QString &path)> answer)
{
    auto *dialog = new QFileDialog(m_window, oneLine(title));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposedName);
    choose(dialog, context, std::move(answer));
}

} // namespace edgewright
