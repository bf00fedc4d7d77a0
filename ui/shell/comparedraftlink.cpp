// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparedraftlink.h"

#include "base/background.h"
#include "common/messagebar.h"
#include "compare/comparecanvas.h"
#include "compare/inlineedit.h"
#include "diff/linehistory.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/actionregistry.h"
#include "shell/comparetab.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"

#include <QApplication>
#include <QLineEdit>

using namespace std::chrono_literals;

namespace edgewright {

namespace {

constexpr auto kPause = 250ms;
constexpr std::chrono::seconds kPatience{2};

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

CompareDraftLink::CompareDraftLink(const ShellContext &shell, CompareTab &tab)
    : QObject(&tab)
    , m_shell(shell)
    , m_tab(tab)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &CompareDraftLink::refreshWhenShown);
    connectView();
    connect(&m_tab, &CompareTab::pairChanged, this, &CompareDraftLink::watch);
    connect(&m_shell.documents, &DocumentArea::draftAdded, this, [this](DraftPage *page) {
        connect(page, &DraftPage::loaded, this, [this, page] { draftLoaded(*page); });
    });
    connect(&m_shell.documents, &DocumentArea::currentChanged, this,
            &CompareDraftLink::refreshWhenShown);
    const auto onEdit = [this](ActionId id, bool redo) {
        connect(&m_shell.actions.action(id), &QAction::triggered, this, [this, redo] {
            // A field with the focus has its own.
            if (m_tab.isShown() && !qobject_cast<QLineEdit *>(QApplication::focusWidget()))
                undo(redo);
        });
    };
    onEdit(ActionId::Undo, false);
    onEdit(ActionId::Redo, true);
    connect(&m_shell.actions.action(ActionId::GoToDraftLine), &QAction::triggered, this,
            &CompareDraftLink::goToCaretLine);
}

void CompareDraftLink::goToCaretLine()
{
    if (!m_tab.isShown() || m_tab.view().canvas().scene().isEmpty())
        return;
    const CompareScene &scene = m_tab.view().canvas().scene();
    if (scene.caret >= scene.folds().count())
        return;
    const std::uint32_t row = scene.folds().at(scene.caret).row;
    Side side = scene.sideOf(row, scene.activeSide);
    if (!scene.lineOf(row, side))
        side = side == Side::Left ? Side::Right : Side::Left;
    if (const std::optional<std::uint32_t> line = scene.lineOf(row, side))
        goToLine(side, static_cast<int>(*line));
}

CompareDraftLink::~CompareDraftLink()
{
    // A step that stays open would take in whatever is typed later.
    if (m_edited)
        m_edited->page().editor().endUndoAction();
}

void CompareDraftLink::connectView()
{
    const CompareView *view = &m_tab.view();
    connect(view, &CompareView::blockTaken, this, &CompareDraftLink::take);
    connect(view, &CompareView::undoRequested, this, [this] { undo(false); });
    connect(view, &CompareView::redoRequested, this, [this] { undo(true); });
    connect(view, &CompareView::lineActivated, this, &CompareDraftLink::goToLine);
    const InlineEdit *inlineEdit = &view->canvas().inlineEdit();
    connect(inlineEdit, &InlineEdit::edited, this, &CompareDraftLink::edit);
    connect(inlineEdit, &InlineEdit::finished, this, &CompareDraftLink::endEdit);
}

void CompareDraftLink::watch()
{
    for (const QMetaObject::Connection &connection : std::as_const(m_watched))
        disconnect(connection);
    m_watched.clear();
    m_isStale = false;
    for (const Side side : {Side::Left, Side::Right}) {
        const DraftPage *page = pageOn(side);
        if (page && page->isLoaded())
            m_watched.append(
                connect(&page->page(), &EditorPage::edited, this, &CompareDraftLink::draftEdited));
        if (page && !page->isLoaded())
            m_watched.append(
                connect(page, &DraftPage::loaded, this, [this, page] { draftLoaded(*page); }));
        if (page)
            m_watched.append(
                connect(page, &DraftPage::baseChanged, this, &CompareDraftLink::draftEdited));
    }
}

void CompareDraftLink::draftLoaded(const DraftPage &page)
{
    const SourcePair &pair = m_tab.pair();
    if (page.routine() != routineOf(pair.left) && page.routine() != routineOf(pair.right))
        return;
    watch();
    draftEdited();
}

void CompareDraftLink::draftEdited()
{
    m_isStale = true;
    if (m_tab.isShown())
        m_pause.start();
}

void CompareDraftLink::refreshWhenShown()
{
    // Rows do not change under what is being typed.
    if (!m_tab.isShown() || m_edited || !std::exchange(m_isStale, false))
        return;
    m_pause.stop();
    m_tab.refresh();
}

DraftPage *CompareDraftLink::pageOf(const QString &routine) const
{
    return routine.isEmpty() ? nullptr
                             : m_shell.documents.draftOf(m_tab.sources().accountId(), routine);
}

DraftPage *CompareDraftLink::pageOn(Side side) const
{
    const CompareSource &source = side == Side::Left ? m_tab.pair().left : m_tab.pair().right;
    const auto *draft = std::get_if<DraftSource>(&source);
    return draft ? pageOf(draft->routine) : nullptr;
}

bool CompareDraftLink::canApply(const DraftPage *page, const CompareEdit &edit)
{
    if (!page || !page->isLoaded()) {
        m_shell.messages.showMessage(MessageBar::Kind::Info,
                                     tr("Open the draft in a tab to take code into it."));
        return false;
    }
    if (page->page().editor().isReadOnly()) {
        m_shell.messages.showMessage(MessageBar::Kind::Info,
                                     tr("The draft cannot be changed at the moment."));
        return false;
    }
    if (page->text() == edit.before)
        return true;
    // Typed in its own tab a moment ago: what was to be replaced may be elsewhere now.
    m_shell.messages.showMessage(MessageBar::Kind::Info,
                                 tr("The draft was edited meanwhile; look at it again."));
    return false;
}

void CompareDraftLink::take(const CompareEdit &edit)
{
    const DraftPage *page = pageOn(edit.side);
    if (!canApply(page, edit)) {
        m_tab.refresh();
        return;
    }
    page->page().editor().replaceRange(
        static_cast<int>(edit.begin), static_cast<int>(edit.begin + edit.length), edit.replacement);
    refreshWhenShown();
}

void CompareDraftLink::edit(const CompareEdit &edit)
{
    DraftPage *page = pageOn(edit.side);
    if (!canApply(page, edit)) {
        m_tab.view().canvas().inlineEdit().drop();
        m_tab.refresh();
        return;
    }
    CodeEditor &editor = page->page().editor();
    if (!m_edited) {
        m_edited = page;
        editor.beginUndoAction();
    }
    editor.replaceRange(static_cast<int>(edit.begin), static_cast<int>(edit.begin + edit.length),
                        edit.replacement);
}

void CompareDraftLink::endEdit(bool isKept)
{
    if (!m_edited)
        return;
    CodeEditor &editor = m_edited->page().editor();
    m_edited.clear();
    editor.endUndoAction();
    if (!isKept)
        editor.undo();
    refreshWhenShown();
}

void CompareDraftLink::undo(bool redo)
{
    // What is undone first is what is being typed.
    if (m_tab.view().canvas().inlineEdit().undo(redo))
        return;
    DraftPage *page = pageOn(Side::Right);
    if (!page)
        page = pageOn(Side::Left);
    if (!page || !page->isLoaded())
        return;
    if (redo)
        page->page().editor().redo();
    else
        page->page().editor().undo();
    refreshWhenShown();
}

void CompareDraftLink::goToLine(Side side, int line)
{
    DraftPage *page = pageOn(side);
    if (!page)
        page = pageOn(side == Side::Left ? Side::Right : Side::Left);
    if (!page)
        page = pageOf(m_tab.routine());
    if (!page || !page->isLoaded()) {
        m_shell.messages.showMessage(MessageBar::Kind::Info,
                                     tr("There is no draft open that could have this line."));
        return;
    }
    const QByteArray from = m_tab.view().canvas().scene().document().side(side).text;
    const QByteArray to = page->text();
    auto *reply = runInBackground<int>(this, [from, to, line]() -> Result<int> {
        diff::LineHistory history(viewOf(from));
        history.add(viewOf(from), viewOf(to),
                    {.deadline = std::chrono::steady_clock::now() + kPatience});
        return static_cast<int>(history.sameLine(0, static_cast<std::uint32_t>(line), 1));
    });
    reply->then(page, [this, page, number = ++m_goingTo](const Result<int> &same) {
        if (number != m_goingTo || !same || !m_shell.documents.isOpen(page))
            return;
        m_shell.documents.show(page);
        page->page().editor().goToLine(*same);
        page->page().editor().setFocus();
    });
}

} // namespace edgewright
