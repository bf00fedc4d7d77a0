// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/busyindicator.h"

#include "common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace edgewright {

using namespace Qt::StringLiterals;

BusyIndicator::BusyIndicator(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(u"busyIndicator"_s);
    m_label->setObjectName(u"busyText"_s);
    m_label->setFont(smallFont(font()));
    m_label->setProperty("muted", true);
    m_label->setWordWrap(true);
    m_bar->setObjectName(u"busyBar"_s);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(4);
    m_cancel->setObjectName(u"busyCancel"_s);
    m_cancel->setProperty("flat", true);
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &BusyIndicator::cancelRequested);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_label, 1);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_bar);

    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setVisible(true); });
    setVisible(false);
    retranslate();
}

void BusyIndicator::start(const QString &text)
{
    m_text = text;
    setPlainText(m_label, oneLine(text));
    retranslate();
    if (m_running)
        return;
    m_running = true;
    m_patience.start();
}

void BusyIndicator::stop()
{
    m_running = false;
    m_patience.stop();
    setVisible(false);
}

void BusyIndicator::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

void BusyIndicator::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BusyIndicator::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(
        tr("Cancel: %1", "%1 is what is being waited for").arg(oneLine(m_text)));
    m_bar->setAccessibleName(tr("In progress: %1").arg(oneLine(m_text)));
}

} // namespace edgewright
