// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/variablesfield.h"

#include "cloud/routinetypes.h"
#include "common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

VariablesField::VariablesField(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_production(new QRadioButton(this))
    , m_staging(new QRadioButton(this))
    , m_none(new QRadioButton(this))
{
    setObjectName(u"variablesField"_s);
    m_production->setObjectName(u"variablesOfProduction"_s);
    m_staging->setObjectName(u"variablesOfStaging"_s);
    m_none->setObjectName(u"variablesOfNobody"_s);
    m_production->setChecked(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_name);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    column->addLayout(row);
    for (QRadioButton *button : {m_production, m_staging, m_none}) {
        row->addWidget(button);
        connect(button, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                emit changed();
        });
    }
    row->addStretch(1);
    retranslate();
}

void VariablesField::setNames(const QStringList &production, const QStringList &staging)
{
    m_ofProduction = production;
    m_ofStaging = staging;
    retranslate();
}

void VariablesField::choose(const QString &environment)
{
    QRadioButton *button = m_none;
    if (environment == kProduction)
        button = m_production;
    else if (environment == kStaging)
        button = m_staging;
    button->setChecked(true);
}

QString VariablesField::chosen() const
{
    if (m_production->isChecked())
        return kProduction;
    return m_staging->isChecked() ? QString(kStaging) : QString();
}

void VariablesField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void VariablesField::retranslate()
{
    m_name->setText(tr("Environment variables"));
    const auto ofProduction = static_cast<int>(m_ofProduction.size());
    const auto ofStaging = static_cast<int>(m_ofStaging.size());
    //: after "Environment variables"; the number in brackets says how many there are
    m_production->setText(tr("of production (%n)", nullptr, ofProduction));
    m_staging->setText(tr("of staging (%n)", nullptr, ofStaging));
    m_none->setText(tr("none"));
    m_production->setAccessibleName(
        tr("Save with the environment variables of production (%n)", nullptr, ofProduction));
    m_staging->setAccessibleName(
        tr("Save with the environment variables of staging (%n)", nullptr, ofStaging));
    m_none->setAccessibleName(tr("Save without environment variables"));
    setPlainToolTip(m_production, visibleText(m_ofProduction.join(u'\n'), 2'000));
    setPlainToolTip(m_staging, visibleText(m_ofStaging.join(u'\n'), 2'000));
}

} // namespace edgewright
