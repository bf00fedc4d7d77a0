// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/versionpage.h"

#include "common/emptystate.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"

#include <QEvent>
#include <QStackedLayout>

namespace edgewright {

VersionPage::VersionPage(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QStackedLayout(this))
    , m_placeholder(new EmptyState(this))
    , m_page(new EditorPage(themes, this))
{
    m_layout->addWidget(m_placeholder);
    m_layout->addWidget(m_page);
    connect(m_placeholder, &EmptyState::buttonClicked, this, &VersionPage::cancelRequested);
    m_page->setReadOnly(true);
    retranslate();
}

bool VersionPage::event(QEvent *event)
{
    // After the children: the editor gives itself its ordinary name.
    const bool result = QWidget::event(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return result;
}

void VersionPage::retranslate()
{
    m_page->editor().setAccessibleName(tr("Version code, read-only"));
    if (m_canCancel)
        m_placeholder->setContent(m_title, {}, {tr("Cancel")});
}

void VersionPage::showLoading(const QString &routine, const QString &versionId, const QString &what)
{
    m_routine = routine;
    m_versionId = versionId;
    m_hasCode = false;
    m_title = what;
    m_canCancel = !what.isEmpty();
    m_placeholder->setContent(what, {}, m_canCancel ? QStringList{tr("Cancel")} : QStringList());
    m_layout->setCurrentWidget(m_placeholder);
}

void VersionPage::showCode(const QString &routine, const VersionCode &code, const QString &banner)
{
    m_routine = routine;
    m_versionId = code.version.id;
    m_hasCode = true;
    m_canCancel = false;
    m_page->setReadOnly(false);
    m_page->editor().setBytes(code.bytes);
    m_page->setReadOnly(true);
    m_page->setBanner(banner);
    m_layout->setCurrentWidget(m_page);
    emit codeShown();
}

void VersionPage::showProblem(const QString &title, const QString &text)
{
    m_hasCode = false;
    m_canCancel = false;
    m_placeholder->setContent(title, text);
    m_layout->setCurrentWidget(m_placeholder);
}

} // namespace edgewright
