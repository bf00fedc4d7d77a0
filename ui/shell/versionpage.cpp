// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/versionpage.h"

#include "common/emptystate.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"

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
    m_page->editor().setAccessibleName(tr("Version code, read-only"));
}

void VersionPage::showLoading(const QString &routine, const QString &versionId, const QString &what)
{
    m_routine = routine;
    m_versionId = versionId;
    m_hasCode = false;
    m_placeholder->setContent(what, {}, what.isEmpty() ? QStringList() : QStringList{tr("Cancel")});
    m_layout->setCurrentWidget(m_placeholder);
}

void VersionPage::showCode(const QString &routine, const VersionCode &code, const QString &banner)
{
    m_routine = routine;
    m_versionId = code.version.id;
    m_hasCode = true;
    m_page->setReadOnly(false);
    m_page->editor().setBytes(code.bytes);
    m_page->setReadOnly(true);
    m_page->setBanner(banner);
    m_layout->setCurrentWidget(m_page);
}

void VersionPage::showProblem(const QString &title, const QString &text)
{
    m_hasCode = false;
    m_placeholder->setContent(title, text);
    m_layout->setCurrentWidget(m_placeholder);
}

} // namespace edgewright
