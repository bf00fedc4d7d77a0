// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/makeroomsheet.h"

#include "common/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostVersions = 1000;

} // namespace

MakeRoomSheet::MakeRoomSheet(const ThemeService &themes, QWidget *parent)
    : Sheet(themes, parent)
    , m_quotaLabel(new QLabel(contentBox()))
    , m_quota(new QSpinBox(contentBox()))
{
    setObjectName(u"makeRoomSheet"_s);
    m_quota->setObjectName(u"versionQuota"_s);
    m_quota->setRange(1, kMostVersions);
    m_quotaLabel->setBuddy(m_quota);
    auto *row = new QHBoxLayout;
    row->addWidget(m_quotaLabel);
    row->addWidget(m_quota);
    row->addStretch();
    content()->addLayout(row);
    connect(m_quota, &QSpinBox::editingFinished, this, [this] {
        if (m_quota->value() != m_context.quota)
            emit quotaEdited(m_quota->value());
    });
    MakeRoomSheet::retranslate();
    Sheet::restyle();
}

void MakeRoomSheet::setContext(const Context &context)
{
    m_context = context;
    m_quota->setValue(context.quota);
    m_quota->setEnabled(!context.isQuotaTold);
    retranslate();
}

void MakeRoomSheet::setChoice(const QStringList &names, const QString &obstacle)
{
    m_names = names;
    setConfirmAllowed(obstacle.isEmpty(), obstacle);
    retranslate();
}

void MakeRoomSheet::confirm()
{
    emit deleteRequested();
}

QWidget *MakeRoomSheet::firstField() const
{
    return m_quota->isEnabled() ? static_cast<QWidget *>(m_quota)
                                : static_cast<QWidget *>(cancelButton());
}

void MakeRoomSheet::retranslate()
{
    //: %1 is a routine
    setTitle(tr("Make room for versions of %1").arg(oneLine(m_context.routine, 60)), {});
    Sheet::retranslate();
    m_quotaLabel->setText(tr("&Versions the service keeps of a routine"));
    m_quota->setAccessibleName(tr("Versions the service keeps of a routine"));
    setPlainToolTip(m_quota, m_quota->isEnabled()
                                 ? tr("The service does not say; change it when you know.")
                                 : tr("As the plan of the account says."));
    const QString names = oneLine(QLocale().createSeparatedList(m_names), 60);
    //: %1 is one version or several
    const QString text = m_names.isEmpty() ? tr("Delete Versions") : tr("Delete %1").arg(names);
    confirmButton()->setText(actionText(text));
    confirmButton()->setAccessibleName(text);
}

} // namespace edgewright
