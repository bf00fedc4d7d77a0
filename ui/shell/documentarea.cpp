// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/documentarea.h"

#include "common/icons.h"
#include "common/plaintext.h"
#include "common/themeservice.h"
#include "compare/compareview.h"
#include "editor/codeeditor.h"
#include "editor/editorlook.h"
#include "editor/editorpage.h"
#include "shell/draftpage.h"
#include "shell/versionpage.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

DocumentArea::DocumentArea(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_stack(new QStackedWidget(this))
    , m_tabs(new QTabWidget(this))
{
    setObjectName(u"documentArea"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
    m_stack->addWidget(m_tabs);
    m_tabs->setObjectName(u"documentTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DocumentArea::currentChanged);
    connect(this, &DocumentArea::currentChanged, this, &DocumentArea::moveFocusProxy);
    connect(m_tabs->tabBar(), &QTabBar::tabMoved, this, &DocumentArea::tabsMoved);
    retranslate();
}

void DocumentArea::setStartPage(QWidget *page)
{
    m_stack->insertWidget(0, page);
    m_stack->setCurrentIndex(m_tabs->count() == 0 ? 0 : 1);
}

QList<QWidget *> DocumentArea::pages() const
{
    QList<QWidget *> pages;
    for (int i = 0; i < m_tabs->count(); ++i)
        pages.append(m_tabs->widget(i));
    return pages;
}

void DocumentArea::arrange(const QList<QWidget *> &pages)
{
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const int now = m_tabs->indexOf(pages[i]);
        if (now >= 0)
            m_tabs->tabBar()->moveTab(now, static_cast<int>(i));
    }
}

QList<DraftPage *> DocumentArea::drafts() const
{
    QList<DraftPage *> pages;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (auto *page = qobject_cast<DraftPage *>(m_tabs->widget(i)))
            pages.append(page);
    }
    return pages;
}

DraftPage *DocumentArea::draftOf(const QString &accountId, const QString &routine) const
{
    for (DraftPage *page : drafts()) {
        if (page->accountId() == accountId && page->routine() == routine)
            return page;
    }
    return nullptr;
}

DraftPage *DocumentArea::currentDraft() const
{
    return qobject_cast<DraftPage *>(currentPage());
}

EditorPage *DocumentArea::currentEditorPage() const
{
    if (const DraftPage *draft = currentDraft())
        return draft->isLoaded() ? &draft->page() : nullptr;
    if (m_versionPage && currentPage() == m_versionPage && m_versionPage->hasCode())
        return &m_versionPage->page();
    const GuestPage *guest = currentGuest();
    const bool isShown = guest && guest->editor && guest->editor->isVisibleTo(guest->page);
    return isShown ? guest->editor : nullptr;
}

const DocumentArea::GuestPage *DocumentArea::currentGuest() const
{
    const QWidget *page = currentPage();
    const auto found = std::ranges::find(m_guests, page, &GuestPage::page);
    return page && found != m_guests.cend() ? &*found : nullptr;
}

QWidget *DocumentArea::currentPage() const
{
    return m_stack->currentWidget() == m_tabs ? m_tabs->currentWidget() : nullptr;
}

QString DocumentArea::currentRoutine() const
{
    if (const DraftPage *draft = currentDraft())
        return draft->routine();
    if (m_versionPage && currentPage() == m_versionPage)
        return m_versionPage->routine();
    if (const GuestPage *guest = currentGuest())
        return guest->routine;
    return isComparing() ? compareRoutine() : QString();
}

bool DocumentArea::isOpen(QWidget *page) const
{
    return page && m_tabs->indexOf(page) >= 0;
}

VersionPage *DocumentArea::openVersionPage() const
{
    return isOpen(m_versionPage) ? m_versionPage : nullptr;
}

void DocumentArea::setCompareRoutine(CompareView *view, const QString &routine)
{
    const bool isOther = m_compared.value(view) != routine;
    m_compared.insert(view, routine);
    if (isOther && view == currentPage())
        emit currentChanged();
}

QString DocumentArea::compareRoutine() const
{
    return m_compared.value(compareView());
}

void DocumentArea::addDraft(DraftPage *page)
{
    prepare(page->page().editor());
    emit draftAdded(page);
    // The tabs come to the front first: the new tab is then the current page when it is announced.
    m_stack->setCurrentWidget(m_tabs);
    m_tabs->setCurrentIndex(
        m_tabs->insertTab(static_cast<int>(drafts().size()), page, page->routine()));
}

VersionPage &DocumentArea::versionPage()
{
    if (!m_versionPage) {
        m_versionPage = new VersionPage(m_themes, this);
        prepare(m_versionPage->page().editor());
        connect(m_versionPage, &VersionPage::codeShown, this, &DocumentArea::currentChanged);
    }
    m_stack->setCurrentWidget(m_tabs);
    if (m_tabs->indexOf(m_versionPage) < 0)
        m_tabs->addTab(m_versionPage, tr("Version"));
    return *m_versionPage;
}

CompareView &DocumentArea::addCompareView()
{
    auto *view = new CompareView(this);
    view->setCodeFont(editorFont());
    view->applyTheme(m_themes.current());
    view->setColorBlindSafe(m_themes.isColorBlindSafe());
    view->setWordWrap(m_wordWrap);
    m_stack->setCurrentWidget(m_tabs);
    m_tabs->addTab(view, tr("Compare"));
    return *view;
}

CompareView *DocumentArea::compareView() const
{
    if (auto *view = qobject_cast<CompareView *>(currentPage()))
        return view;
    return isOpen(m_lastCompared) ? m_lastCompared : nullptr;
}

QList<CompareView *> DocumentArea::compareViews() const
{
    QList<CompareView *> views;
    for (QWidget *page : pages()) {
        if (auto *view = qobject_cast<CompareView *>(page))
            views.append(view);
    }
    return views;
}

bool DocumentArea::isComparing() const
{
    return qobject_cast<CompareView *>(currentPage()) != nullptr;
}

void DocumentArea::show(QWidget *page)
{
    m_stack->setCurrentWidget(m_tabs);
    m_tabs->setCurrentWidget(page);
}

void DocumentArea::showPage(const GuestPage &guest)
{
    const auto known = std::ranges::find(m_guests, guest.page, &GuestPage::page);
    if (known != m_guests.end()) {
        *known = guest;
    } else {
        m_guests.append(guest);
        if (guest.editor)
            prepare(guest.editor->editor());
    }
    if (!isOpen(guest.page))
        m_tabs->addTab(guest.page, guest.routine);
    show(guest.page);
}

void DocumentArea::close(QWidget *page)
{
    if (!remove(page))
        return;
    if (m_tabs->count() == 0)
        m_stack->setCurrentIndex(0);
    emit currentChanged();
}

bool DocumentArea::remove(QWidget *page)
{
    const int index = m_tabs->indexOf(page);
    if (index < 0)
        return false;
    if (auto *draft = qobject_cast<DraftPage *>(page)) {
        draft->flush();
        // Text that could not be put on the disk lives only in this tab.
        if (!draft->isKept()) {
            emit closeRefused(draft);
            return false;
        }
        m_tabs->removeTab(index);
        draft->deleteLater();
    } else {
        const bool wasCurrent = m_tabs->currentWidget() == page;
        m_tabs->removeTab(index);
        // Back to where it was opened from, not to whatever tab stands beside it.
        if (wasCurrent && isOpen(m_lastDraft))
            m_tabs->setCurrentWidget(m_lastDraft);
        m_compared.remove(page);
        if (qobject_cast<CompareView *>(page))
            page->deleteLater();
    }
    return true;
}

void DocumentArea::closeAll()
{
    {
        // A tab that is about to go itself is not worth being shown in between.
        const QSignalBlocker quiet(m_tabs);
        for (int i = m_tabs->count() - 1; i >= 0; --i)
            remove(m_tabs->widget(i));
    }
    if (m_tabs->count() == 0)
        m_stack->setCurrentIndex(0);
    emit currentChanged();
}

void DocumentArea::setTabText(QWidget *page, const QString &text, const QString &toolTip)
{
    const int index = m_tabs->indexOf(page);
    if (index < 0)
        return;
    // An ampersand in a foreign name is no shortcut.
    if (!m_tabs->tabBar()->tabButton(index, QTabBar::RightSide))
        addCloseButton(index);
    nameCloseButton(index, oneLine(text));
    m_tabs->setTabText(index, oneLine(text).replace(u'&', u"&&"_s));
    m_tabs->setTabToolTip(index, plainToolTip(toolTip));
}

void DocumentArea::addCloseButton(int index)
{
    auto *button = new QToolButton(m_tabs);
    button->setObjectName(u"closeTabButton"_s);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setIcon(icon(IconName::Close, m_themes.current()));
    button->setIconSize({14, 14});
    QWidget *page = m_tabs->widget(index);
    connect(button, &QToolButton::clicked, page, [this, page] { close(page); });
    m_tabs->tabBar()->setTabButton(index, QTabBar::RightSide, button);
}

void DocumentArea::nameCloseButton(int index, const QString &tab)
{
    if (QWidget *button = m_tabs->tabBar()->tabButton(index, QTabBar::RightSide))
        //: Closes the tab of that name
        button->setAccessibleName(tr("Close %1").arg(tab));
}

void DocumentArea::applyTheme()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (auto *button =
                qobject_cast<QToolButton *>(m_tabs->tabBar()->tabButton(i, QTabBar::RightSide)))
            button->setIcon(icon(IconName::Close, m_themes.current()));
    }
    for (CompareView *view : compareViews()) {
        view->applyTheme(m_themes.current());
        view->setColorBlindSafe(m_themes.isColorBlindSafe());
    }
}

void DocumentArea::setWordWrap(bool on)
{
    m_wordWrap = on;
    for (EditorPage *page : editorPages())
        page->editor().setWordWrap(on);
    for (CompareView *view : compareViews())
        view->setWordWrap(on);
}

void DocumentArea::setWhitespaceVisible(bool on)
{
    m_whitespace = on;
    for (EditorPage *page : editorPages())
        page->editor().setShowWhitespace(on);
}

void DocumentArea::setZoom(int steps)
{
    m_zoom = steps;
    for (EditorPage *page : editorPages())
        page->editor().zoomTo(steps);
}

void DocumentArea::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DocumentArea::prepare(CodeEditor &editor)
{
    editor.setWordWrap(m_wordWrap);
    editor.setShowWhitespace(m_whitespace);
    editor.zoomTo(m_zoom);
}

void DocumentArea::retranslate()
{
    m_tabs->setAccessibleName(tr("Open documents"));
    m_tabs->tabBar()->setAccessibleName(tr("Tabs"));
    for (int i = 0; i < m_tabs->count(); ++i)
        nameCloseButton(i, m_tabs->tabText(i).replace(u"&&"_s, u"&"_s));
    emit languageChanged();
}

void DocumentArea::moveFocusProxy()
{
    if (DraftPage *draft = currentDraft())
        m_lastDraft = draft;
    if (auto *view = qobject_cast<CompareView *>(currentPage()))
        m_lastCompared = view;
    EditorPage *page = currentEditorPage();
    setFocusProxy(page ? static_cast<QWidget *>(&page->editor()) : currentPage());
}

QList<EditorPage *> DocumentArea::editorPages() const
{
    QList<EditorPage *> pages;
    for (const DraftPage *draft : drafts())
        pages.append(&draft->page());
    if (m_versionPage)
        pages.append(&m_versionPage->page());
    for (const GuestPage &guest : m_guests) {
        if (guest.editor)
            pages.append(guest.editor);
    }
    return pages;
}

} // namespace edgewright
