// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/servicechooser.h"

#include "common/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

ServiceChooser::ServiceChooser(QWidget *parent)
    : QWidget(parent)
{
    buildLayout();
    retranslate();
    updateSignature();
}

ServiceChoice ServiceChooser::choice() const
{
    const auto generation = m_generation->currentData().value<ApiGeneration>();
    const bool older = generation == ApiGeneration::First && m_signature->isChecked();
    return {.generation = generation,
            .signature = older ? SignatureScheme::Rpc : SignatureScheme::Acs3};
}

void ServiceChooser::setChoice(const ServiceChoice &choice)
{
    m_generation->setCurrentIndex(m_generation->findData(QVariant::fromValue(choice.generation)));
    m_signature->setChecked(choice.signature == SignatureScheme::Rpc);
}

void ServiceChooser::buildLayout()
{
    m_label = new QLabel(this);
    m_generation = new QComboBox(this);
    m_generation->setObjectName(u"serviceGeneration"_s);
    m_generation->addItem(QString(), QVariant::fromValue(ApiGeneration::Current));
    m_generation->addItem(QString(), QVariant::fromValue(ApiGeneration::First));
    m_label->setBuddy(m_generation);
    m_signature = new QCheckBox(this);
    m_signature->setObjectName(u"olderSignature"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_label);
    row->addWidget(m_generation, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_signature);
    connect(m_generation, &QComboBox::currentIndexChanged, this, [this] {
        updateSignature();
        emit changed();
    });
    connect(m_signature, &QCheckBox::toggled, this, &ServiceChooser::changed);
}

void ServiceChooser::updateSignature()
{
    m_signature->setVisible(m_generation->currentData().value<ApiGeneration>()
                            == ApiGeneration::First);
}

void ServiceChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ServiceChooser::retranslate()
{
    m_label->setText(tr("&Service"));
    m_generation->setAccessibleName(tr("Service"));
    //: The two products: Edge Security Acceleration and Dynamic Route for CDN
    m_generation->setItemText(0, tr("ESA Functions and Pages"));
    m_generation->setItemText(1, tr("DCDN EdgeRoutine (before ESA)"));
    m_signature->setText(tr("Sign the older way (HMAC-SHA1)"));
    m_signature->setAccessibleName(m_signature->text());
    setPlainToolTip(m_signature,
                    tr("For gateways that do not know the current signature; try it when the key "
                       "is right and the service says the signature is not."));
}

} // namespace edgewright
