// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/gotodialog.h"

#include "common/filterfield.h"
#include "common/plaintext.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kKindRole = Qt::UserRole;
constexpr int kKeyRole = Qt::UserRole + 1;
constexpr int kRoutine = 0;
constexpr int kVersion = 1;

} // namespace

GoToDialog::GoToDialog(const ShellContext &shell, QWidget *window)
    : QDialog(window)
    , m_shell(shell)
    , m_filter(new FilterField(shell.themes, this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"goToDialog"_s);
    setWindowTitle(tr("Go to Routine or Version"));
    m_filter->setObjectName(u"goToFilter"_s);
    m_filter->setPurpose(tr("Routine, version or description"));
    m_filter->setView(m_list);
    m_list->setObjectName(u"goToList"_s);
    m_list->setAccessibleName(tr("Matches"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    resize(560, 420);
    addRows();
    filter({});
    connect(m_filter, &QLineEdit::textChanged, this, &GoToDialog::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, &GoToDialog::choose);
    connect(m_list, &QListWidget::itemActivated, this, &GoToDialog::choose);
    m_filter->setFocus();
}

void GoToDialog::addRows()
{
    for (const RoutineListModel::Item &item : m_shell.services.catalog().model().items()) {
        QString text = item.routine.name;
        if (!item.routine.description.isEmpty())
            text += u" — "_s + item.routine.description;
        addRow(text, kRoutine, item.routine.name);
    }
    for (const VersionListModel::Item &item : m_shell.services.history().model().items()) {
        QString text = item.name;
        if (!item.version.description.isEmpty())
            text += u" — "_s + item.version.description;
        addRow(text, kVersion, item.version.id);
    }
}

void GoToDialog::addRow(const QString &text, int kind, const QString &key)
{
    auto *row = new QListWidgetItem(oneLine(text), m_list);
    row->setData(kKindRole, kind);
    row->setData(kKeyRole, key);
}

void GoToDialog::filter(const QString &text)
{
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *row = m_list->item(i);
        row->setHidden(!row->text().contains(text, Qt::CaseInsensitive));
        if (!row->isHidden() && !first)
            first = row;
    }
    m_list->setCurrentItem(first);
}

void GoToDialog::choose()
{
    const QListWidgetItem *row = m_list->currentItem();
    if (!row || row->isHidden())
        return;
    const QString key = row->data(kKeyRole).toString();
    const bool isRoutine = row->data(kKindRole).toInt() == kRoutine;
    accept();
    if (isRoutine)
        emit routineChosen(key);
    else
        emit versionChosen(key);
}

} // namespace edgewright
