// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/editoractions.h"

#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "editor/findbar.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/settings.h"

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kSmallestZoom = -6;
constexpr int kLargestZoom = 20;

// Cut, copy, paste and undo belong to the field with the focus; the editor has its own.
template <typename Act>
bool editsLine(Act act)
{
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    if (field)
        (field->*act)();
    return field != nullptr;
}

} // namespace

EditorActions::EditorActions(const ShellContext &shell, const ActionRegistry &actions,
                             Settings &settings, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_actions(actions)
    , m_settings(settings)
{
    connectEditing();
    connectSearch();
    connectView();
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &EditorActions::update);
    connect(&m_shell.documents, &DocumentArea::draftAdded, this, [this](const DraftPage *page) {
        connect(page, &DraftPage::loaded, this, &EditorActions::update);
    });
    update();
}

void EditorActions::update()
{
    const bool any = page() != nullptr;
    const bool editable = any && !page()->editor().isReadOnly();
    for (const ActionId id : {ActionId::Find, ActionId::FindNext, ActionId::FindPrevious,
                              ActionId::GoToLine, ActionId::ExportCode})
        m_actions.action(id).setEnabled(any);
    for (const ActionId id : {ActionId::Replace, ActionId::ToggleComment, ActionId::MoveLineUp,
                              ActionId::MoveLineDown, ActionId::AddNextOccurrence})
        m_actions.action(id).setEnabled(editable);
}

template <typename Act>
void EditorActions::onEditor(ActionId id, Act act)
{
    connect(&m_actions.action(id), &QAction::triggered, this, [this, act] {
        if (EditorPage *current = page())
            act(current->editor());
    });
}

void EditorActions::connectEditing()
{
    const auto either = [this](ActionId id, auto line, auto editor) {
        connect(&m_actions.action(id), &QAction::triggered, this, [this, line, editor] {
            if (!editsLine(line) && page())
                editor(page()->editor());
        });
    };
    either(ActionId::Undo, &QLineEdit::undo, [](CodeEditor &editor) { editor.undo(); });
    either(ActionId::Redo, &QLineEdit::redo, [](CodeEditor &editor) { editor.redo(); });
    either(ActionId::Cut, &QLineEdit::cut, [](CodeEditor &editor) { editor.cut(); });
    either(ActionId::Copy, &QLineEdit::copy, [](CodeEditor &editor) { editor.copy(); });
    either(ActionId::Paste, &QLineEdit::paste, [](CodeEditor &editor) { editor.paste(); });
    either(ActionId::SelectAll, &QLineEdit::selectAll,
           [](CodeEditor &editor) { editor.selectAll(); });
    onEditor(ActionId::ToggleComment, [](CodeEditor &editor) { editor.toggleComment(); });
    onEditor(ActionId::MoveLineUp, [](CodeEditor &editor) { editor.moveLinesUp(); });
    onEditor(ActionId::MoveLineDown, [](CodeEditor &editor) { editor.moveLinesDown(); });
    onEditor(ActionId::AddNextOccurrence, [](CodeEditor &editor) { editor.addNextOccurrence(); });
}

void EditorActions::connectSearch()
{
    const auto onPage = [this](ActionId id, auto act) {
        connect(&m_actions.action(id), &QAction::triggered, this, [this, act] {
            if (EditorPage *current = page())
                act(*current);
        });
    };
    onPage(ActionId::Find, [](EditorPage &current) { current.openFind(); });
    onPage(ActionId::Replace, [](EditorPage &current) { current.openReplace(); });
    onPage(ActionId::FindNext, [](EditorPage &current) { current.findBar().findNext(); });
    onPage(ActionId::FindPrevious, [](EditorPage &current) { current.findBar().findPrevious(); });
    connect(&m_actions.action(ActionId::GoToLine), &QAction::triggered, this,
            &EditorActions::askForLine);
}

void EditorActions::connectView()
{
    QAction &wrap = m_actions.action(ActionId::WordWrap);
    connect(&wrap, &QAction::toggled, this, [this](bool on) {
        m_shell.documents.setWordWrap(on);
        m_settings.setWordWrap(on);
    });
    connect(&m_actions.action(ActionId::Whitespace), &QAction::toggled, &m_shell.documents,
            &DocumentArea::setWhitespaceVisible);
    connect(&m_actions.action(ActionId::ZoomIn), &QAction::triggered, this, [this] { zoom(1); });
    connect(&m_actions.action(ActionId::ZoomOut), &QAction::triggered, this, [this] { zoom(-1); });
    connect(&m_actions.action(ActionId::ZoomReset), &QAction::triggered, this,
            [this] { zoom(-m_settings.zoom()); });
    wrap.setChecked(m_settings.wordWrap());
    m_shell.documents.setZoom(m_settings.zoom());
}

void EditorActions::zoom(int step)
{
    const int steps = std::clamp(m_settings.zoom() + step, kSmallestZoom, kLargestZoom);
    m_settings.setZoom(steps);
    m_shell.documents.setZoom(steps);
}

void EditorActions::askForLine()
{
    EditorPage *current = page();
    if (!current)
        return;
    auto *dialog = new QInputDialog(current->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Go to Line"));
    dialog->setLabelText(tr("Line (1–%1):").arg(current->editor().lines()));
    dialog->setIntRange(1, std::max(1, current->editor().lines()));
    dialog->setIntValue(current->editor().caretLine() + 1);
    connect(dialog, &QInputDialog::intValueSelected, current, [current](int line) {
        current->editor().goToLine(line - 1);
        current->editor().setFocus();
    });
    dialog->open();
}

EditorPage *EditorActions::page() const
{
    return m_shell.documents.currentEditorPage();
}

} // namespace edgewright
