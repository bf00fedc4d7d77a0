// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/helpdialogs.h"

#include "shell/actionregistry.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

class HelpDialogs {
    Q_DECLARE_TR_FUNCTIONS(edgewright::HelpDialogs)
};

void finish(QDialog *dialog, QVBoxLayout *layout)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QString plainActionText(const QAction &action)
{
    // "&File" and "文件(&F)"
    static const QRegularExpression mnemonic(u"\\(&\\w\\)|&(?=\\w)"_s);
    return action.text().remove(mnemonic);
}

} // namespace

void showShortcuts(QWidget &window, const ActionRegistry &actions)
{
    auto *dialog = new QDialog(&window);
    dialog->setWindowTitle(HelpDialogs::tr("Keyboard Shortcuts"));
    auto *layout = new QVBoxLayout(dialog);
    auto *table = new QTableWidget(0, 2, dialog);
    table->setObjectName(u"shortcutTable"_s);
    table->setAccessibleName(HelpDialogs::tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({HelpDialogs::tr("Action"), HelpDialogs::tr("Keys")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    for (const QAction *action : actions.all()) {
        if (action->shortcut().isEmpty())
            continue;
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(plainActionText(*action)));
        table->setItem(row, 1,
                       new QTableWidgetItem(QKeySequence::listToString(action->shortcuts(),
                                                                       QKeySequence::NativeText)));
    }
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    layout->addWidget(table);
    dialog->resize(520, 640);
    finish(dialog, layout);
}

void showAbout(QWidget &window)
{
    auto *dialog = new QDialog(&window);
    dialog->setWindowTitle(HelpDialogs::tr("About Edgewright"));
    auto *layout = new QVBoxLayout(dialog);
    const QString text =
        u"Edgewright "_s + QCoreApplication::applicationVersion() + u"\n\n"_s
        + HelpDialogs::tr(
            "A desktop workbench for edge routines: edit, publish, look back, compare.")
        + u"\n\n"_s
        + HelpDialogs::tr("Free software under the GNU General Public License, version 3 or later. "
                          "It comes without any warranty.");
    auto *label = new QLabel(dialog);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setMinimumWidth(420);
    layout->addWidget(label);
    finish(dialog, layout);
}

} // namespace edgewright
