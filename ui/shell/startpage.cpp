// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/startpage.h"

#include "common/emptystate.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_content(new EmptyState(this))
{
    setObjectName(u"startPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_content);
    connect(m_content, &EmptyState::buttonClicked, this, [this](int index) {
        if (index == 0)
            emit connectRequested();
        else
            emit sandboxRequested();
    });
    retranslate();
}

void StartPage::setConnected(bool connected)
{
    m_connected = connected;
    retranslate();
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StartPage::retranslate()
{
    if (m_connected)
        m_content->setContent(tr("No routine is open"),
                              tr("Choose a routine on the left, or create a new one."));
    else
        m_content->setContent(
            tr("Edge routines, safely"),
            tr("Edit, save as version, publish and compare. Know what is live, and always find "
               "the way back."),
            {tr("Connect an Account…"), tr("Look Around with Sample Data")});
}

} // namespace edgewright
