// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/versionmarkdialog.h"

#include "common/plaintext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace edgewright {

using namespace Qt::StringLiterals;

VersionMarkDialog::VersionMarkDialog(const QString &versionName, const VersionMark &mark,
                                     QWidget *parent)
    : QDialog(parent)
    , m_versionName(versionName)
    , m_labelTitle(new QLabel(this))
    , m_label(new QLineEdit(this))
    , m_noteTitle(new QLabel(this))
    , m_note(new QPlainTextEdit(this))
    , m_star(new QCheckBox(this))
    , m_hint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"versionMarkDialog"_s);
    m_label->setObjectName(u"versionLabel"_s);
    m_label->setMaxLength(kLongestLabel);
    m_label->setText(mark.label);
    m_labelTitle->setBuddy(m_label);
    m_note->setObjectName(u"versionNote"_s);
    m_note->setPlainText(mark.note);
    m_note->setTabChangesFocus(true);
    m_noteTitle->setBuddy(m_note);
    m_star->setObjectName(u"versionStar"_s);
    m_star->setChecked(mark.isStarred);
    m_hint->setFont(smallFont(font()));
    m_hint->setProperty("muted", true);
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : {static_cast<QWidget *>(m_labelTitle), static_cast<QWidget *>(m_label),
                            static_cast<QWidget *>(m_noteTitle), static_cast<QWidget *>(m_note),
                            static_cast<QWidget *>(m_star), static_cast<QWidget *>(m_hint),
                            static_cast<QWidget *>(m_buttons)})
        layout->addWidget(widget);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit marked(this->mark());
        accept();
    });
    retranslate();
    resize(420, 320);
    m_label->selectAll();
}

VersionMark VersionMarkDialog::mark() const
{
    return {.label = m_label->text().trimmed(),
            .note = m_note->toPlainText().trimmed().left(kLongestNote),
            .isStarred = m_star->isChecked()};
}

void VersionMarkDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void VersionMarkDialog::retranslate()
{
    //: %1 is a version, "v7"
    setWindowTitle(tr("Label and Note of %1").arg(oneLine(m_versionName, 40)));
    m_labelTitle->setText(tr("&Label:"));
    m_label->setAccessibleName(tr("Label of the version"));
    m_noteTitle->setText(tr("&Note:"));
    m_note->setAccessibleName(tr("Note on the version"));
    m_star->setText(tr("&Star"));
    m_star->setAccessibleName(tr("Star of the version"));
    m_hint->setText(tr("Only on this computer; nothing of it is sent to the service."));
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    m_buttons->button(QDialogButtonBox::Save)->setAccessibleName(tr("Save label and note"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_buttons->button(QDialogButtonBox::Cancel)->setAccessibleName(tr("Leave as it was"));
}

} // namespace edgewright
