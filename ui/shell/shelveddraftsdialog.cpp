// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shelveddraftsdialog.h"

#include "common/plaintext.h"
#include "common/times.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace edgewright {

ShelvedDraftsDialog::ShelvedDraftsDialog(QString routine, QList<Row> rows, QWidget *window)
    : QDialog(window)
    , m_routine(std::move(routine))
    , m_rows(std::move(rows))
    , m_label(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_close(new QPushButton(this))
    , m_use(new QPushButton(this))
{
    setObjectName(u"shelvedDraftsDialog"_s);
    m_label->setObjectName(u"shelvedDraftsText"_s);
    m_list->setObjectName(u"shelvedDrafts"_s);
    m_close->setObjectName(u"shelvedDraftsClose"_s);
    m_use->setObjectName(u"shelvedDraftsUse"_s);
    m_use->setProperty("primary", true);
    m_use->setDefault(true);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_list->addItem(QString());
    m_list->setCurrentRow(0);
    m_use->setEnabled(!m_rows.isEmpty());
    buildLayout();
    retranslate();
    connect(m_use, &QPushButton::clicked, this, &ShelvedDraftsDialog::choose);
    connect(m_list, &QListWidget::itemActivated, this, &ShelvedDraftsDialog::choose);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_list->setFocus();
}

void ShelvedDraftsDialog::buildLayout()
{
    m_label->setWordWrap(true);
    m_label->setBuddy(m_list);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_label);
    column->addWidget(m_list);
    column->addSpacing(8);
    column->addLayout(buttons);
    resize(480, 360);
}

void ShelvedDraftsDialog::choose()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    accept();
    emit chosen(m_rows.at(row).entry);
}

void ShelvedDraftsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ShelvedDraftsDialog::retranslate()
{
    setWindowTitle(tr("Shelved Drafts"));
    setPlainText(m_label, m_rows.isEmpty()
                              ? tr("Nothing typed into “%1” was replaced by another text yet.")
                                    .arg(oneLine(m_routine))
                              : tr("What was typed into “%1” before another text replaced it:")
                                    .arg(oneLine(m_routine)));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < m_list->count(); ++i) {
        const Row &row = m_rows.at(i);
        const QString time = relativeTime(row.entry.changedAt, now);
        const QString size = sizeText(row.entry.size);
        QListWidgetItem *item = m_list->item(i);
        item->setText(row.baseName.isEmpty()
                          //: %1 is a time, %2 is a size
                          ? tr("%1 · %2").arg(time, size)
                          //: %1 is a time, %2 is a size, %3 is a version
                          : tr("%1 · %2 · based on %3").arg(time, size, row.baseName));
        item->setToolTip(plainToolTip(exactTime(row.entry.changedAt)));
    }
    m_list->setAccessibleName(tr("Shelved drafts, newest first"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the shelved drafts"));
    m_use->setText(tr("Use as Draft"));
    m_use->setAccessibleName(tr("Use the shelved draft as the draft"));
}

} // namespace edgewright
