// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/bottompanel.h"

#include <QEvent>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace edgewright {

BottomPanel::BottomPanel(QWidget *parent)
    : QDockWidget(parent)
    , m_tabs(new QTabWidget(this))
{
    setObjectName(u"bottomDock"_s);
    setTitleBarWidget(new QWidget(this));
    m_tabs->setObjectName(u"bottomTabs"_s);
    m_tabs->setDocumentMode(true);
    setWidget(m_tabs);
    retranslate();
    hide();
}

void BottomPanel::addPage(QWidget *page, const std::function<QString()> &title)
{
    m_titles.append(title);
    m_tabs->addTab(page, title());
}

void BottomPanel::showPage(QWidget *page)
{
    m_tabs->setCurrentWidget(page);
    show();
    raise();
    page->setFocus(Qt::ShortcutFocusReason);
}

QWidget *BottomPanel::currentPage() const
{
    return m_tabs->currentWidget();
}

void BottomPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDockWidget::changeEvent(event);
}

void BottomPanel::retranslate()
{
    setWindowTitle(tr("Bottom Panel"));
    m_tabs->tabBar()->setAccessibleName(tr("Pages of the bottom panel"));
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, m_titles.at(i)());
}

} // namespace edgewright
