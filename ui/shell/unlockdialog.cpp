// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/unlockdialog.h"

#include "common/plaintext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kWidth = 460;

} // namespace

UnlockDialog::UnlockDialog(const QString &account, const QString &routine, QWidget *parent)
    : QDialog(parent)
    , m_forAWhile(new QRadioButton(this))
    , m_forGood(new QRadioButton(this))
{
    setObjectName(u"unlockDialog"_s);
    const bool isAccount = routine.isEmpty();
    const QString name = oneLine(isAccount ? account : routine, 60);
    setWindowTitle(isAccount ? tr("Allow Changes") : tr("Unlock Routine"));
    auto *title = new QLabel(this);
    title->setFont(titleFont(font()));
    title->setWordWrap(true);
    setPlainText(title, isAccount ? tr("Allow changes in the account “%1”?").arg(name)
                                  : tr("Unlock “%1”?").arg(name));
    auto *text = new QLabel(this);
    text->setWordWrap(true);
    setPlainText(text,
                 tr("Versions can be saved, published and deleted from this computer again."));
    m_forAWhile->setObjectName(u"unlockForAWhile"_s);
    m_forAWhile->setText(tr("For %n minute(s), then it is locked again", nullptr,
                            static_cast<int>(kAWhile.count())));
    m_forAWhile->setAccessibleName(m_forAWhile->text());
    m_forAWhile->setChecked(true);
    m_forGood->setObjectName(u"unlockForGood"_s);
    m_forGood->setText(tr("Until I lock it again"));
    m_forGood->setAccessibleName(m_forGood->text());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"unlockCancel"_s);
    cancel->setText(tr("Cancel"));
    cancel->setAccessibleName(tr("Cancel unlocking"));
    auto *accept = buttons->addButton(isAccount ? tr("Allow Changes") : tr("Unlock"),
                                      QDialogButtonBox::AcceptRole);
    accept->setObjectName(u"unlockConfirm"_s);
    accept->setAccessibleName(accept->text());
    accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &UnlockDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    for (QWidget *widget : {static_cast<QWidget *>(title), static_cast<QWidget *>(text),
                            static_cast<QWidget *>(m_forAWhile), static_cast<QWidget *>(m_forGood),
                            static_cast<QWidget *>(buttons)})
        column->addWidget(widget);
    column->setAlignment(m_forAWhile, Qt::AlignLeft);
    column->setAlignment(m_forGood, Qt::AlignLeft);
    setMinimumWidth(kWidth);
}

void UnlockDialog::confirm()
{
    accept();
    emit unlocked(m_forGood->isChecked() ? std::nullopt
                                         : std::optional<std::chrono::seconds>(kAWhile));
}

} // namespace edgewright
