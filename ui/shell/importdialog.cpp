// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/importdialog.h"

#include "common/plaintext.h"
#include "common/times.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

ImportDialog::ImportDialog(const ImportSource &source, QWidget *window)
    : QDialog(window)
    , m_source(source)
    , m_question(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_import(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(u"importDialog"_s);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_list->setObjectName(u"importList"_s);
    m_import->setObjectName(u"importButton"_s);
    m_import->setDefault(true);
    m_import->setProperty("primary", true);
    m_cancel->setObjectName(u"importCancel"_s);
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_import);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_question);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
    resize(520, 400);
    connect(m_list, &QListWidget::itemActivated, this, &ImportDialog::choose);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::choose);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    addRows();
    retranslate();
    m_list->setFocus();
}

void ImportDialog::addRows()
{
    for (qsizetype i = 0; i < m_source.candidates.size(); ++i)
        m_list->addItem(new QListWidgetItem);
    m_list->setCurrentRow(0);
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import"));
    m_question->setText(tr("Which file of “%1” becomes the draft?")
                            .arg(oneLine(QFileInfo(m_source.path).fileName())));
    m_list->setAccessibleName(tr("Files that can be imported"));
    m_import->setText(tr("Import"));
    m_import->setAccessibleName(tr("Import the selected file"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the import"));
    for (int i = 0; i < m_list->count(); ++i) {
        const ImportCandidate &candidate = m_source.candidates.at(i);
        QString text = oneLine(candidate.path) + u" · "_s + sizeText(candidate.size);
        if (candidate.isNewest)
            text += u" · "_s + tr("the newest version");
        m_list->item(i)->setText(text);
    }
}

void ImportDialog::choose()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const QString path = m_source.candidates.at(row).path;
    accept();
    emit chosen(path);
}

void ImportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace edgewright
